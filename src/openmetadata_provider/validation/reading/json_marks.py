"""Positions in a JSON text that parses; read once more, token by token and without recursion."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from openmetadata_provider.validation.reading.marks import Mark, Span

_TOKEN = re.compile(
    r'(?P<text>"(?:[^"\\]++|\\.)*+")|(?P<open>[\[{])|(?P<close>[\]}])|(?P<plain>[^\s,:\[\]{}"]++)', re.DOTALL
)
"""What a text is made of; what is between, finditer passes over in one go. A run of blanks is not looked at twice."""


@dataclass(slots=True)
class _Open:
    """A list or an object that has not ended."""

    mark: Mark
    start: int
    is_object: bool
    key: tuple[str, Span] | None = None


class _Scan:
    """One pass over a text. `duplicates` are the keys that an object had already."""

    def __init__(self, text: str) -> None:
        self.duplicates: list[tuple[str, Span]] = []
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._open: list[_Open] = []
        self._text = text

    def root(self) -> Mark:
        """The mark of the whole value."""
        top = Mark(span=self.span(0, len(self._text)))
        for token in _TOKEN.finditer(self._text):
            kind = token.lastgroup or ""
            done = self._closed(token.end()) if kind == "close" else self._took(kind, token.start(kind), token.end())
            top = done or top
        return top

    def _took(self, kind: str, start: int, end: int) -> Mark | None:
        parent = self._open[-1] if self._open else None
        if kind == "text" and parent is not None and parent.is_object and parent.key is None:
            parent.key = (json.loads(self._text[start:end], strict=False), self.span(start, end))
            return None
        mark = Mark(span=self.span(start, end))
        if parent is not None:
            self._place(parent, mark)
        if kind == "open":
            self._open.append(_Open(mark, start, self._text[start] == "{"))
            return None
        return mark if parent is None else None

    def _place(self, parent: _Open, mark: Mark) -> None:
        if parent.key is None:
            parent.mark.inside[len(parent.mark.inside)] = mark
            return
        name, mark.key = parent.key
        parent.key = None
        if name in parent.mark.inside and mark.key is not None:
            self.duplicates.append((name, mark.key))
        parent.mark.inside[name] = mark

    def _closed(self, end: int) -> Mark | None:
        done = self._open.pop()
        done.mark.span = self.span(done.start, end)
        return None if self._open else done.mark

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from `start` to `end`."""
        return Span(*self._position(start), *self._position(end))

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]


def json_mark(text: str) -> Mark:
    """The positions of a JSON text."""
    return _Scan(text).root()


def duplicate_keys(text: str) -> Iterator[tuple[str, Span]]:
    """Every key that its object had already, with its place."""
    scan = _Scan(text)
    scan.root()
    yield from scan.duplicates


def plain_values(text: str) -> Iterator[tuple[str, Span]]:
    """Every value that is no text, list or object, as it is written, with its place."""
    scan = _Scan(text)
    for token in _TOKEN.finditer(text):
        if token.lastgroup == "plain":
            yield token["plain"], scan.span(token.start("plain"), token.end())
