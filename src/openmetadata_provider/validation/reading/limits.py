"""How much is read before reading stops: a file must not take the machine down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEBIBYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file may have. Sources over a limit are one error each, and nothing of them is checked."""

    file_bytes: int = 64 * MEBIBYTE
    """Of a YAML or JSON file, which is read whole. A JSON Lines file may be of any size."""
    line_bytes: int = 16 * MEBIBYTE
    """Of one line of JSON Lines."""
    skipped_bytes: int = 64 * MEBIBYTE
    """Of a line that is longer, before reading stops: what comes after it is not read."""
    lines: int = 5_000_000
    """Of a YAML or JSON file."""
    values: int = 1_000_000
    """Of a document (a line, in JSON Lines): lists, objects and what is in them. A value takes up to 1 KB in memory."""
    depth: int = 100
    """Lists and objects inside one another."""
    alias_values: int = 100_000
    """Values that YAML aliases add to a document when they are written out."""


DEFAULT_LIMITS: Final = Limits()
