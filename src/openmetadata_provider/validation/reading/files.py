"""Files into texts, and texts into documents by what the file is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Set
from contextlib import nullcontext
from io import BufferedReader
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
    unreadable,
    without_byte_order_marks,
)
from openmetadata_provider.validation.reading.source import LINE_ENDS, YAML_LINE_ENDS, Document, Source
from openmetadata_provider.validation.reading.streams import bytes_of
from openmetadata_provider.validation.reading.stretches import Stretch

Syntax = Literal["yaml", "json", "jsonl"]
SUFFIXES: Final[dict[str, Syntax]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
STDIN: Final = "-"
_NOTHING: Final[frozenset[Allowed]] = frozenset()


def syntax_of(file: str) -> Syntax:
    """How a file is written, by its suffix; YAML if that tells nothing. Standard input is guessed by how it begins."""
    if file == STDIN:
        return _guessed(sys.stdin.buffer.peek() if isinstance(sys.stdin.buffer, BufferedReader) else b"")
    return SUFFIXES.get(os.path.splitext(file)[1].lower(), "yaml")


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
    stretch: Stretch | None = None,
    *,
    allow: Set[Allowed] = _NOTHING,
) -> Iterator[Document | Diagnostic]:
    """The documents of a file, `-` being standard input. A file that cannot be read is one error.

    `passes` is asked about each line of JSON Lines first; a line that passes is passed over, which is fast. `stretch`
    is the part of JSON Lines to read, None all of it. A byte-order mark and carriage returns are one error each in a
    file unless `allow` has them, and the file is read on.
    """
    try:
        with nullcontext(sys.stdin.buffer) if file == STDIN else open(file, "rb") as stream:
            if syntax == "jsonl":
                from openmetadata_provider.validation.reading.line_by_line import lines_of  # YAML has no use for it

                yield from lines_of(file, stream, limits, passes, stretch or Stretch(), allow)
            else:
                yield from _whole(file, stream, syntax, limits, allow)
    except OSError as error:
        yield unreadable(file, "unreadable", f"the file cannot be read: {error.strerror or error}", "Check it.")


def _whole(
    file: str, stream: BinaryIO, syntax: Syntax, limits: Limits, allow: Set[Allowed]
) -> Iterator[Document | Diagnostic]:
    data = bytes_of(stream, limits.file_bytes)
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
