"""A text that documents are read from, and the documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from openmetadata_provider.validation.diagnostics import Diagnostic, Path, Place
from openmetadata_provider.validation.reading.marks import Mark, Span

MASK = "*"
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Source:
    """One text: a file, or one line of JSON Lines."""

    def __init__(self, name: str, text: str, *, first_line: int = 0) -> None:
        """`name` is what messages call it; `first_line` is how many lines of the file come before the text."""
        self.name = name
        self.text = text
        self._first_line = first_line

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return _LINE_BREAK.split(self.text)

    def place(self, span: Span, secrets: list[Span]) -> Place:
        """Where `span` begins, with its line, in which `secrets` are masked."""
        line = self.lines[span.line] if span.line < len(self.lines) else ""
        end = span.end_column if span.end_line == span.line else len(line)
        for secret in secrets:
            line = _masked(line, span.line, secret)
        return Place(
            file=self.name,
            line=self._first_line + span.line + 1,
            column=span.column + 1,
            end_column=max(end, span.column + 1) + 1,
            text=line,
        )

    def unreadable(self, code: str, message: str, hint: str, span: Span, path: Path = ()) -> Diagnostic:
        """A diagnostic on the text itself. The line is not shown: what is secret in it is not known."""
        place = self.place(span, [])
        bare = Place(file=place.file, line=place.line, column=place.column, end_column=place.end_column)
        return Diagnostic(code=code, message=message, hint=hint, path=path, place=bare)


def _masked(text: str, line: int, secret: Span) -> str:
    if not secret.line <= line <= secret.end_line:
        return text
    start = secret.column if line == secret.line else 0
    end = secret.end_column if line == secret.end_line else len(text)
    return text[:start] + MASK * (end - start) + text[end:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One value read from a source."""

    source: Source
    value: Any = field(repr=False)
    """JSON: dicts with text keys, lists, texts, numbers, booleans, None. Parts may be shared (YAML aliases)."""
    mark: Callable[[], Mark]
    """Positions, made on demand."""
