"""Diagnostics of a payload into places of a file."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from openmetadata_provider.client.secret import SECRET_LIKE
from openmetadata_provider.validation.diagnostics import Diagnostic, Path, Place, nearest
from openmetadata_provider.validation.reading.excerpts import Part, shown_part
from openmetadata_provider.validation.reading.marks import Mark, Span
from openmetadata_provider.validation.reading.source import Document, Source

_SECRET_WORDS: Final = ("password", "secret", "token", "clientSecret", "privateKey", "apiKey")


def placed(
    found: Iterable[Diagnostic], document: Document, prefix: Path, secret_names: Collection[str]
) -> list[Diagnostic]:
    """The diagnostics with paths in the document and places in its file, in the order of the file."""
    found = [replace(d, path=(*prefix, *d.path)) for d in found]
    if not found:
        return []
    positions = _positions(document, frozenset(secret_names))
    marked = [replace(d, place=positions.place(document.source, d)) for d in found]
    return sorted(marked, key=lambda d: (d.place.line, d.place.column) if d.place else (0, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Positions:
    """Where the parts of a document stand, and which of them are not shown."""

    root: Mark
    secrets: Mapping[int, Sequence[Part]]
    """Line → its parts that are secret, in order."""

    def place(self, source: Source, diagnostic: Diagnostic) -> Place:
        """Where a diagnostic points, with its line. A secret is pointed at by its first character: its length is none's
        business."""
        place = source.place(_span(self.root, diagnostic))
        line, stretch = place.line - 1 - source.first_line, (place.column - 1, place.end_column - 1)
        secrets = self.secrets.get(line, ())
        text, (start, end) = shown_part(source.line(line), stretch, secrets)
        if _is_inside(stretch, secrets):
            place = replace(place, end_column=place.column + 1)
        return replace(place, text=text, text_start=start, text_end=end)


def _is_inside(stretch: Part, parts: Sequence[Part]) -> bool:
    before = bisect_right(parts, (stretch[0], sys.maxsize)) - 1
    return before >= 0 and stretch[1] <= parts[before][1]


@lru_cache(maxsize=2)  # the payloads of a document come one after another, after what is wrong with the document itself
def _positions(document: Document, secret_names: frozenset[str]) -> _Positions:
    root = document.mark()
    by_line: dict[int, list[Part]] = defaultdict(list)
    for span in sorted(set(_secrets(root, secret_names)), key=lambda span: (span.line, span.column)):
        for line in range(span.line, span.end_line + 1):
            start = span.column if line == span.line else 0
            by_line[line].append((start, span.end_column if line == span.end_line else sys.maxsize))
    return _Positions(root=root, secrets=by_line)


def _secrets(mark: Mark, names: frozenset[str], *, key: str = "", below: bool = False) -> Iterator[Span]:
    """The values that are not shown. `below`: inside of what a password is declared as, whatever it is there."""
    if not mark.inside and (below or SECRET_LIKE.search(key)):
        yield mark.span
    for step, inner in mark.inside.items():
        name = step if isinstance(step, str) else key
        if not (below and step in ("env", "file")):
            yield from _secrets(inner, names, key=name, below=below or _is_password(name, names))


@lru_cache(10_000)
def _is_password(key: str, names: frozenset[str]) -> bool:
    """Whether a key is that of a password: misspelled keys count too."""
    return key in names or nearest(key, (*_SECRET_WORDS, *names)) is not None


def _span(root: Mark, diagnostic: Diagnostic) -> Span:
    """The key or the value that a diagnostic points at: the key too of a value that goes over several lines."""
    mark = root.at(diagnostic.path)
    is_long = mark.span.line != mark.span.end_line
    if mark.key is not None and (diagnostic.at_key or is_long):
        return mark.key
    return mark.span
