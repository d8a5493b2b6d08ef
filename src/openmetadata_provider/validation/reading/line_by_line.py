"""JSON Lines, a line at a time: a line that is fine is passed over fast, any other is read again with words for it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Set
from typing import Any, BinaryIO

from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.reading.json_lines import undoubted_value
from openmetadata_provider.validation.reading.json_text import json_documents
from openmetadata_provider.validation.reading.limits import Limits
from openmetadata_provider.validation.reading.raw_bytes import (
    Allowed,
    StrayBytes,
    decoded,
    is_utf_16,
    unreadable,
    without_byte_order_marks,
)
from openmetadata_provider.validation.reading.source import Document, Source
from openmetadata_provider.validation.reading.streams import size_on_disk
from openmetadata_provider.validation.reading.stretches import PIECE, Stretch


def lines_of(
    file: str,
    stream: BinaryIO,
    limits: Limits,
    passes: Callable[[Any], bool] | None,
    stretch: Stretch,
    allow: Set[Allowed],
) -> Iterator[Document | Diagnostic]:
    """The documents of a stretch. Numbers count from the first of the file as 0; in a later stretch, from 1."""
    begin = number = 0 if stretch.is_first else 1
    if not stretch.is_first and is_utf_16(_beginning(stream)):  # told with the first line
        return
    at, end, most, depth = stretch.enter(stream), stretch.end, limits.line_bytes + 1, limits.depth
    stray, fast_bytes = StrayBytes(file, allow), min(most, limits.values)
    while at < end and (data := stream.readline(most)):
        at += len(data)
        if stray.may_return and b"\r" in data:
            yield from stray.returns(data, number)
        try:
            is_fine = passes is not None and len(data) < fast_bytes and passes(undoubted_value(data, depth))
        except (ValueError, RecursionError):
            is_fine = False
        if len(data) == most:
            skipped = 0 if data.endswith(b"\n") else _skip_line(stream, limits)
            yield _too_long(file, number, limits, is_last=skipped is None)
            if skipped is None:
                break
            at += skipped
        elif not is_fine:
            yield from stray.marks(data, number)
            yield from _line(file, data, number, limits)
        number += 1
        if number == 1 and stretch.is_first and is_utf_16(data):
            break
    stretch.lines = number - begin


def _beginning(stream: BinaryIO) -> bytes:
    stream.seek(0)
    return stream.read(2)


def _skip_line(stream: BinaryIO, limits: Limits) -> int | None:
    """Passes over the rest of a line that is too long. How many bytes that were; None if a stream would go on for ever.

    A file on a disk has an end.
    """
    skipped, most = 0, math.inf if size_on_disk(stream) else limits.skipped_bytes
    while skipped < most:
        data = stream.readline(PIECE)
        skipped += len(data)
        if len(data) < PIECE or data.endswith(b"\n"):
            return skipped
    return None


def _too_long(file: str, number: int, limits: Limits, *, is_last: bool) -> Diagnostic:
    rest = "; what comes after it was not read" if is_last else ""
    message = f"a line has more than {limits.line_bytes:,} bytes{rest}"
    return unreadable(file, "too-big", message, "Give every payload a line of its own.", line=number + 1)


def _line(file: str, data: bytes, number: int, limits: Limits) -> Iterator[Document | Diagnostic]:
    text = decoded(file, data, first_line=number)
    if isinstance(text, Diagnostic):
        yield text
    elif text := without_byte_order_marks(text).rstrip("\r\n"):
        yield from json_documents(Source(file, text, first_line=number), limits)
