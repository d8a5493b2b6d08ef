"""Files into texts, and texts into documents by what the file is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from io import BufferedReader
from typing import Any, BinaryIO, Final, Literal

from openmetadata_provider.validation.diagnostics import Diagnostic, Place, Severity
from openmetadata_provider.validation.reading.json_text import json_documents, line_value
from openmetadata_provider.validation.reading.limits import Limits
from openmetadata_provider.validation.reading.source import Document, Source
from openmetadata_provider.validation.reading.stretches import PIECE, Stretch

Syntax = Literal["yaml", "json", "jsonl"]
SUFFIXES: Final[dict[str, Syntax]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
STDIN: Final = "-"
_BOM = b"\xef\xbb\xbf"


def syntax_of(file: str) -> Syntax:
    """How a file is written, by its suffix; YAML if that tells nothing. Standard input is guessed by how it begins."""
    if file == STDIN:
        return _guessed(sys.stdin.buffer.peek() if isinstance(sys.stdin.buffer, BufferedReader) else b"")
    return SUFFIXES.get(os.path.splitext(file)[1].lower(), "yaml")


def _guessed(beginning: bytes) -> Syntax:
    """JSON if it begins as JSON; JSON Lines if the first line is a whole object and is not all there is."""
    first, _, rest = beginning.removeprefix(_BOM).lstrip().partition(b"\n")
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
    stretch: Stretch | None = None,
) -> Iterator[Document | Diagnostic]:
    """The documents of a file, `-` being standard input. A file that cannot be read is one error.

    `passes` is asked about each line of JSON Lines first; a line that passes is passed over, which is fast.
    `stretch` is the part of JSON Lines to read, None all of it.
    """
    try:
        with nullcontext(sys.stdin.buffer) if file == STDIN else open(file, "rb") as stream:
            if syntax == "jsonl":
                yield from _lines(file, stream, limits, passes, stretch or Stretch())
            else:
                yield from _whole(file, stream, syntax, limits)
    except OSError as error:
        yield _unreadable(file, "unreadable", f"the file cannot be read: {error.strerror or error}", "Check it.")


def _whole(file: str, stream: BinaryIO, syntax: Syntax, limits: Limits) -> Iterator[Document | Diagnostic]:
    data = _bytes_of(stream, limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        message = f"the file has more than {limits.file_bytes:,} bytes"
        yield _unreadable(file, "too-big", message, "Split it, or write it as JSON Lines, which is read line by line.")
        return
    if data.startswith(_BOM):
        data = data.removeprefix(_BOM)
        yield _unreadable(file, "byte-order-mark", _BOM_MESSAGE, *_DROP_BOM)
    text = _text(file, data, first_line=0)
    if isinstance(text, Diagnostic):
        yield text
        return
    if text.strip():
        yield from _reader(syntax)(Source(file, text), limits)


def _reader(syntax: Syntax) -> Callable[[Source, Limits], Iterator[Document | Diagnostic]]:
    if syntax != "yaml":
        return json_documents
    from openmetadata_provider.validation.reading.yaml_text import yaml_documents  # needs the extra `validate`

    return yaml_documents


def _bytes_of(stream: BinaryIO, most: int) -> bytes:
    """What the stream holds, `most` bytes of it at most; a piece at a time, as a read takes the memory it asks for."""
    pieces, left = [], most
    while left and (piece := stream.read(min(left, PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _lines(
    file: str, stream: BinaryIO, limits: Limits, passes: Callable[[Any], bool] | None, stretch: Stretch
) -> Iterator[Document | Diagnostic]:
    """Those of a stretch. Numbers count from the first of the file as 0; in a later stretch, from 1."""
    from openmetadata_provider.validation.reading.json_lines import undoubted_value  # YAML has no use for it

    begin = number = 0 if stretch.is_first else 1
    at, end, most, depth = stretch.enter(stream), stretch.end, limits.line_bytes + 1, limits.depth
    while at < end and (data := stream.readline(most)):
        at += len(data)
        try:
            is_fine = passes is not None and len(data) < most and passes(undoubted_value(data, depth))
        except (ValueError, RecursionError):
            is_fine = False
        if not is_fine:
            yield from _line(file, data, number, limits)
        while len(data) == most and not data.endswith(b"\n"):  # the rest of a line that is too long
            data = stream.readline(most) or b"\n"
            at += len(data)
        number += 1
    stretch.lines = number - begin


def _line(file: str, data: bytes, number: int, limits: Limits) -> Iterator[Document | Diagnostic]:
    if len(data) > limits.line_bytes:
        message = f"a line has more than {limits.line_bytes:,} bytes"
        yield _unreadable(file, "too-big", message, "Give every payload a line of its own.", line=number + 1)
        return
    text = _text(file, data.removeprefix(_BOM) if number == 0 else data, first_line=number)
    if isinstance(text, Diagnostic):
        yield text
    elif text := text.rstrip("\r\n"):
        yield from json_documents(Source(file, text, first_line=number), limits)


def _text(file: str, data: bytes, first_line: int) -> str | Diagnostic:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            message = f"it is UTF-16: it begins with the bytes 0x{data[0]:02X} 0x{data[1]:02X}"
            return _unreadable(file, "not-utf-8", message, "Save the file as UTF-8.", line=first_line + 1, column=1)
        before = data[: error.start]
        column = len(before.rpartition(b"\n")[2].decode(errors="replace")) + 1
        message = f"byte 0x{data[error.start]:02X} at offset {error.start:,} is not UTF-8"
        line = first_line + before.count(b"\n") + 1
        return _unreadable(file, "not-utf-8", message, "Save the file as UTF-8.", line=line, column=column)


_BOM_MESSAGE: Final = "it begins with a byte-order mark (bytes 0xEF 0xBB 0xBF)"
_DROP_BOM: Final = ("Save the file without it; it was read all the same.", Severity.warning)


def _unreadable(
    file: str,
    code: str,
    message: str,
    hint: str,
    severity: Severity = Severity.error,
    line: int = 0,
    column: int = 0,
) -> Diagnostic:
    place = Place(file=file, line=line, column=column, end_column=column + 1 if column else 0)
    return Diagnostic(code=code, message=message, hint=hint, severity=severity, place=place)
