"""Bytes into text: what is not UTF-8, and what editors on other systems leave behind, is told by byte and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from enum import StrEnum
from typing import Final

from openmetadata_provider.validation.diagnostics import Diagnostic, Place

BOM: Final = b"\xef\xbb\xbf"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_CARRIAGE_RETURN: Final = re.compile(rb"\r")
_LONE_CARRIAGE_RETURN: Final = re.compile(rb"\r(?!\n)")


ONCE: Final = frozenset({"byte-order-mark", "carriage-return"})
"""Codes of what a file is told once: where it is in one line, it is mostly in all."""


class Allowed(StrEnum):
    """Bytes that are errors unless they are allowed: YAML and JSON can do without, and not every program takes them."""

    bom = "bom"
    """A byte-order mark at the beginning of the file, or of a line."""
    crlf = "crlf"
    """Lines that end in CR LF. A carriage return that ends no line is an error all the same."""


def byte_order_mark(file: str, data: bytes, *, first_line: int = 0) -> Diagnostic | None:
    """The error of the first line that begins with a byte-order mark; None if there is none.

    That is the first of a file, or a later one where files were put together. The text is read all the same.
    """
    if data.startswith(BOM):
        line = 1
    elif (found := data.find(b"\n" + BOM)) >= 0:
        line = data.count(b"\n", 0, found) + 2
    else:
        return None
    message, hint = "a byte-order mark (bytes 0xEF 0xBB 0xBF) begins this line", "Save it as UTF-8 without BOM"
    return unreadable(
        file, "byte-order-mark", message, f"{hint}, or give --allow bom.", line=first_line + line, column=1
    )


def without_byte_order_marks(text: str) -> str:
    """The text without what begins its lines."""
    return text.removeprefix("\ufeff").replace("\n\ufeff", "\n") if "\ufeff" in text else text


def carriage_return(file: str, data: bytes, allow: Set[Allowed], *, first_line: int = 0) -> Diagnostic | None:
    """The error of the first carriage return that is not allowed, None if there is none. The text can be read on."""
    if b"\r" not in data:
        return None
    found = (_LONE_CARRIAGE_RETURN if Allowed.crlf in allow else _CARRIAGE_RETURN).search(data)
    if found is None:
        return None
    line, column = _position(data[: found.start()])
    message, hint = _LINE_END if data[found.end() :][:1] == b"\n" else _LONE
    return unreadable(file, "carriage-return", message, hint, line=first_line + line, column=column)


class StrayBytes:
    """What lines that are read one by one are told of these bytes: each once, at the first line that has it."""

    def __init__(self, file: str, allow: Set[Allowed]) -> None:
        self.may_return = True
        """Whether a carriage return has still to be looked for."""
        self._may_mark = Allowed.bom not in allow
        self._file = file
        self._allow = allow

    def returns(self, data: bytes, number: int) -> Iterator[Diagnostic]:
        """The error of a line with a carriage return; `number` lines come before it."""
        found = carriage_return(self._file, data, self._allow, first_line=number)
        if found is not None:
            self.may_return = False
            yield found

    def marks(self, data: bytes, number: int) -> Iterator[Diagnostic]:
        """The error of a line that begins with a byte-order mark."""
        if self._may_mark and (found := byte_order_mark(self._file, data, first_line=number)) is not None:
            self._may_mark = False
            yield found


_LINE_END: Final = (
    "this line ends in CR LF: byte 0x0D stands before byte 0x0A",
    "Save it with LF (dos2unix, git config core.autocrlf input), or give --allow crlf.",
)
_LONE: Final = ("a lone carriage return (byte 0x0D) stands here", "Remove it, or end the line with LF (byte 0x0A).")


def is_utf_16(data: bytes) -> bool:
    """Whether a file that begins so says that it is UTF-16."""
    return data.startswith(_UTF_16)


def decoded(file: str, data: bytes, *, first_line: int = 0) -> str | Diagnostic:
    """The text, or which byte is not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if is_utf_16(data):
            message = f"it is UTF-16: it begins with the bytes 0x{data[0]:02X} 0x{data[1]:02X}"
            return unreadable(file, "not-utf-8", message, "Save the file as UTF-8.", line=first_line + 1, column=1)
        message = f"byte 0x{data[error.start]:02X} at offset {error.start:,} is not UTF-8"
        line, column = _position(data[: error.start])
        return unreadable(file, "not-utf-8", message, "Save the file as UTF-8.", line=first_line + line, column=column)


def _position(before: bytes) -> tuple[int, int]:
    """Line and column, from 1 and in characters, of what comes after some bytes."""
    return before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].removeprefix(BOM).decode(errors="replace")) + 1


def unreadable(file: str, code: str, message: str, hint: str, *, line: int = 0, column: int = 0) -> Diagnostic:
    """An error of a file or a line as a whole. The line is not shown: what is secret in it is not known."""
    place = Place(file=file, line=line, column=column, end_column=column + 1 if column else 0)
    return Diagnostic(code=code, message=message, hint=hint, place=place)
