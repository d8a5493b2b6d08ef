"""Files into texts, and texts into documents by what the file is called."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Set
from contextlib import nullcontext
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal

from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.reading.json_text import json_documents, line_value
from openmetadata_provider.validation.reading.limits import Limits
from openmetadata_provider.validation.reading.raw_bytes import (
    BOM,
    Allowed,
    byte_order_mark,
    carriage_return,
    decoded,
    is_utf_16,
    unreadable,
    without_byte_order_marks,
)
from openmetadata_provider.validation.reading.source import LINE_ENDS, YAML_LINE_ENDS, Document, Source

Syntax = Literal["yaml", "json", "jsonl"]
SUFFIXES: Final[dict[str, Syntax]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
STDIN: Final = "-"
PIECE: Final = 256 * 1024
_NOTHING: Final[frozenset[Allowed]] = frozenset()


def syntax_of(file: str) -> Syntax:
    """How a file is written, by its suffix; YAML if that tells nothing. Standard input is guessed by how it begins."""
    if file == STDIN:
        return _guessed(sys.stdin.buffer.peek() if isinstance(sys.stdin.buffer, BufferedReader) else b"")
    return SUFFIXES.get(Path(file).suffix.lower(), "yaml")


def _guessed(beginning: bytes) -> Syntax:
    """JSON if it begins as JSON; JSON Lines if the first line is a whole object and is not all there is."""
    first, _, rest = beginning.removeprefix(BOM).lstrip().partition(b"\n")
    if first[:1] not in (b"{", b"["):
        return "yaml"
    try:
        whole = isinstance(line_value(first.rstrip(b"\r").decode()), dict)
    except (ValueError, RecursionError):
        return "json"
    return "jsonl" if whole and rest.strip() else "json"


def documents(
    file: str,
    syntax: Syntax,
    limits: Limits,
    passes: Callable[[Any], bool] | None = None,
    *,
    allow: Set[Allowed] = _NOTHING,
) -> Iterator[Document | Diagnostic]:
    """The documents of a file, `-` being standard input. A file that cannot be read is one error.

    `passes` is asked about each line of JSON Lines first; a line that passes is passed over, which is fast. A
    byte-order mark and carriage returns are one error each in a file unless `allow` has them, and the file is read on.
    """
    try:
        with nullcontext(sys.stdin.buffer) if file == STDIN else open(file, "rb") as stream:
            if syntax == "jsonl":
                yield from _lines(file, stream, limits, passes, allow)
            else:
                yield from _whole(file, stream, syntax, limits, allow)
    except OSError as error:
        yield unreadable(file, "unreadable", f"the file cannot be read: {error.strerror or error}", "Check it.")


def _whole(
    file: str, stream: BinaryIO, syntax: Syntax, limits: Limits, allow: Set[Allowed]
) -> Iterator[Document | Diagnostic]:
    data = _bytes_of(stream, limits.file_bytes)
    if data is None:
        message = f"the file has more than {limits.file_bytes:,} bytes"
        yield unreadable(file, "too-big", message, "Split it, or write it as JSON Lines, which is read line by line.")
        return
    text = decoded(file, data)
    if isinstance(text, Diagnostic):
        yield text
        return
    if Allowed.bom not in allow and (mark := byte_order_mark(file, data)) is not None:
        yield mark
    if (stray := carriage_return(file, data, allow)) is not None:
        yield stray
    text = without_byte_order_marks(text)
    if max(text.count("\n"), text.count("\r")) > limits.lines:
        yield unreadable(file, "too-big", f"the file has more than {limits.lines:,} lines", "Split it.")
    elif text and not text.isspace():
        source = Source(file, text, line_ends=YAML_LINE_ENDS if syntax == "yaml" else LINE_ENDS)
        yield from _reader(syntax)(source, limits)


def _reader(syntax: Syntax) -> Callable[[Source, Limits], Iterator[Document | Diagnostic]]:
    if syntax != "yaml":
        return json_documents
    from openmetadata_provider.validation.reading.yaml_text import yaml_documents  # needs the extra `validate`

    return yaml_documents


def _bytes_of(stream: BinaryIO, most: int) -> bytes | None:
    """What the stream holds; None if that is more than `most` bytes, for which a file on a disk is not read at all.

    A piece at a time, as a read takes the memory it asks for.
    """
    if _size(stream) > most:
        return None
    pieces, left = [], most + 1
    while left and (piece := stream.read(min(left, PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces) if left else None


def _size(stream: BinaryIO) -> int:
    """Bytes of a file on a disk; 0 for what tells none, such as a pipe."""
    try:
        status = os.fstat(stream.fileno())
    except OSError:  # a stream that is no file
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _lines(
    file: str, stream: BinaryIO, limits: Limits, passes: Callable[[Any], bool] | None, allow: Set[Allowed]
) -> Iterator[Document | Diagnostic]:
    number, most, is_told, is_mark_told = 0, limits.line_bytes + 1, False, Allowed.bom in allow
    while data := stream.readline(most):
        if len(data) == most:
            ended = _skip_line(stream, limits) if not data.endswith(b"\n") else True
            yield _too_long(file, number, limits, is_last=not ended)
            if not ended:
                return
        else:
            if not is_told and b"\r" in data and (stray := carriage_return(file, data, allow, first_line=number)):
                is_told = True
                yield stray
            if passes is None or not _is_fine(data, limits.depth, passes):
                if not is_mark_told and (mark := byte_order_mark(file, data, first_line=number)):
                    is_mark_told = True
                    yield mark
                yield from _line(file, data, number, limits)
            if number == 0 and is_utf_16(data):
                return
        number += 1


def _skip_line(stream: BinaryIO, limits: Limits) -> bool:
    """Passes over the rest of a line that is too long. Whether it ended before the limit of what is passed over."""
    left = limits.skipped_bytes
    while left > 0:
        data = stream.readline(PIECE)
        if len(data) < PIECE or data.endswith(b"\n"):
            return True
        left -= len(data)
    return False


def _too_long(file: str, number: int, limits: Limits, *, is_last: bool) -> Diagnostic:
    rest = "; what comes after it was not read" if is_last else ""
    message = f"a line has more than {limits.line_bytes:,} bytes{rest}"
    return unreadable(file, "too-big", message, "Give every payload a line of its own.", line=number + 1)


def _is_fine(data: bytes, depth: int, passes: Callable[[Any], bool]) -> bool:
    if data.count(b"{") + data.count(b"[") > depth:
        return False
    try:
        return passes(line_value(data.decode()))
    except (ValueError, RecursionError):
        return False


def _line(file: str, data: bytes, number: int, limits: Limits) -> Iterator[Document | Diagnostic]:
    text = decoded(file, data, first_line=number)
    if isinstance(text, Diagnostic):
        yield text
    elif text := without_byte_order_marks(text).rstrip("\r\n"):
        yield from json_documents(Source(file, text, first_line=number), limits)
