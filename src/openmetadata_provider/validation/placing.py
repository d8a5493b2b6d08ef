"""Diagnostics of a payload into places of a file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from openmetadata_provider.client.secret import SECRET_LIKE
from openmetadata_provider.validation.diagnostics import Diagnostic, Path, Place, nearest
from openmetadata_provider.validation.reading.marks import Mark, Span
from openmetadata_provider.validation.reading.source import Document

_WRITTEN: Final = re.compile(
    rf"(?P<key>(?:{SECRET_LIKE.pattern})\w*[\"']?\s*[:=]\s*[\"']?)(?P<value>[^\s\"'*{{\[,}}\]]+)", re.I
)
"""A password inside a text or a key, where broken quotes put it: `clientSecret: …`."""
_SECRET_WORDS: Final = ("password", "secret", "token", "clientSecret", "privateKey", "apiKey")


def placed(
    found: Iterable[Diagnostic], document: Document, prefix: Path, secret_names: Collection[str]
) -> list[Diagnostic]:
    """The diagnostics with paths in the document and places in its file, in the order of the file."""
    found = [replace(d, path=(*prefix, *d.path)) for d in found]
    if not found:
        return []
    mark = document.mark()
    secrets = list(_secrets(mark, frozenset(secret_names)))
    marked = [_at(d, document.source.place(_span(mark, d), secrets)) for d in found]
    return sorted(marked, key=lambda d: (d.place.line, d.place.column) if d.place else (0, 0))


def _at(diagnostic: Diagnostic, place: Place) -> Diagnostic:
    return replace(diagnostic, message=_hidden(diagnostic.message), place=replace(place, text=_hidden(place.text)))


def _hidden(text: str) -> str:
    return _WRITTEN.sub(lambda match: match["key"] + "*" * len(match["value"]), text)


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
