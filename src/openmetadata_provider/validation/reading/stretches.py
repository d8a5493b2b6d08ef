"""A file of JSON Lines in stretches that are read apart from one another."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

PIECE: Final = 256 * 1024


@dataclass(slots=True, kw_only=True)
class Stretch:
    """The lines that begin at byte `start` or after it, and before `end`."""

    start: int = 0
    end: float = math.inf
    lines: int = 0
    """How many lines it has: known when it has been read."""

    @property
    def is_first(self) -> bool:
        """Whether it begins with the file."""
        return self.start == 0

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the file."""
        return self.is_first and self.end == math.inf

    def enter(self, stream: BinaryIO) -> int:
        """Goes to the first line that begins in the stretch or after it, and gives its place in the file."""
        if self.is_first:  # of what may be no file: standard input cannot be sought in
            return 0
        at = stream.seek(self.start - 1)
        ended = False
        while not ended and at < self.end:  # the line before, which may be longer than the stretch
            piece = stream.readline(PIECE)
            at += len(piece)
            ended = not piece or piece.endswith(b"\n")
        return at


def size_of(file: str) -> int:
    """Bytes of a file; 0 of what cannot be read, or not from its middle on."""
    try:
        return os.path.getsize(file) if os.path.isfile(file) and os.access(file, os.R_OK) else 0
    except OSError:  # it is gone meanwhile
        return 0


def stretches(size: int, most: int) -> Iterator[Stretch]:
    """A file of `size` bytes in stretches of `most` bytes at most. The last goes on to where the file ends then."""
    count = max(1, math.ceil(size / most))
    starts = [number * size // count for number in range(count)]
    for start, end in zip(starts, [*starts[1:], math.inf], strict=True):
        yield Stretch(start=start, end=end)
