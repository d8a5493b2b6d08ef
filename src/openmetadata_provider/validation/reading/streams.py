"""What a file or a pipe holds, read with a limit."""

from __future__ import annotations

import os
import stat
from typing import BinaryIO

from openmetadata_provider.validation.reading.stretches import PIECE


def bytes_of(stream: BinaryIO, most: int) -> bytes | None:
    """What the stream holds; None if that is more than `most` bytes, for which a file on a disk is not read at all.

    A piece at a time, as a read takes the memory it asks for.
    """
    if size_on_disk(stream) > most:
        return None
    pieces, left = [], most + 1
    while left and (piece := stream.read(min(left, PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces) if left else None


def size_on_disk(stream: BinaryIO) -> int:
    """Bytes of a file on a disk; 0 for what tells none, such as a pipe."""
    try:
        status = os.fstat(stream.fileno())
    except OSError:  # a stream that is no file
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0
