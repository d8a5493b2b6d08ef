"""A text that documents are read from, and the documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from openmetadata_provider.validation.diagnostics import Diagnostic, Path, Place
from openmetadata_provider.validation.reading.limits import Limits
from openmetadata_provider.validation.reading.marks import Mark, Span

LINE_ENDS = re.compile("\r?\n")
YAML_LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Source:
    """One text: a file, or one line of JSON Lines."""

    def __init__(self, name: str, text: str, *, first_line: int = 0, line_ends: re.Pattern[str] = LINE_ENDS) -> None:
        """`name` is what messages call it; `first_line` is how many lines of the file come before the text."""
        self.name = name
        self.text = text
        self.first_line = first_line
        self._line_ends = line_ends

    @cached_property
    def _lines(self) -> list[str]:
        return self._line_ends.split(self.text)

    def line(self, number: int) -> str:
        """A line without its end, counted from 0; empty after the last."""
        return self._lines[number] if number < len(self._lines) else ""

    def place(self, span: Span) -> Place:
        """Where `span` begins, and how far it goes in that line. What is past the end is put at the end."""
        number = min(span.line, len(self._lines) - 1)
        length = len(self._lines[number])
        column = min(span.column, length) if number == span.line else length
        end = min(span.end_column, length) if span.end_line == span.line else length
        return Place(
            file=self.name,
            line=self.first_line + number + 1,
            column=column + 1,
            end_column=max(end, column + 1) + 1,
        )

    def unreadable(self, code: str, message: str, hint: str, span: Span, path: Path = ()) -> Diagnostic:
        """A diagnostic on the text itself. The line is not shown: what is secret in it is not known."""
        return Diagnostic(code=code, message=message, hint=hint, path=path, place=self.place(span))


def too_deep(source: Source, limits: Limits, span: Span) -> Diagnostic:
    """The error of a text whose lists and objects are nested too deep."""
    message = f"lists and objects are nested more than {limits.depth} deep"
    return source.unreadable("too-deep", message, "Flatten the document.", span)


def too_many_values(source: Source, limits: Limits, span: Span) -> Diagnostic:
    """The error of a document of which too much would have to be kept in memory."""
    message = f"the document has more than {limits.values:,} values"
    return source.unreadable("too-big", message, "Split it, or write it as JSON Lines.", span)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """One value read from a source."""

    source: Source
    value: Any = field(repr=False)
    """JSON: dicts with text keys, lists, texts, numbers, booleans, None. Parts may be shared (YAML aliases)."""
    mark: Callable[[], Mark]
    """Positions, made on demand."""
