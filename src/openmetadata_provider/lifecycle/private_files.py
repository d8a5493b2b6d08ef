"""Files that only their owner may read, written as a whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_privately(path: Path, text: str) -> None:
    """Puts the text in the place of what is there. Raises OSError, and then leaves everything as it was."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
