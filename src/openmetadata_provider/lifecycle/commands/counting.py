"""A count on the terminal while entities are read, for runs that take longer than a moment."""

from __future__ import annotations

import sys
import time
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.status import Status

SILENT_S: Final = 1.0
"""How long a run may take before there is a count."""


class ReadCount:
    """Counts entities on standard error, if that is a terminal. Nothing of it stays on the screen."""

    def __init__(self) -> None:
        self._read = 0
        self._begun = time.monotonic()
        self._is_wanted = sys.stderr.isatty()
        self._status: Status | None = None
        self._lock = Lock()

    def __enter__(self) -> ReadCount:
        return self

    def __call__(self, count: int) -> None:
        """So many more were read. From any thread."""
        with self._lock:
            self._read += count
            if self._is_wanted and self._status is None and time.monotonic() - self._begun >= SILENT_S:
                self._status = _started()
            if self._status is not None:
                self._status.update(f"Read {self._read:,} entities")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._lock:
            self._is_wanted = False
            if self._status is not None:
                self._status.stop()


def _started() -> Status:
    # Imported here: most runs are over before.
    from rich.console import Console

    status = Console(stderr=True).status("Reading")
    status.start()
    return status
