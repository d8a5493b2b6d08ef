"""Diagnostics of a payload into places of a file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from openmetadata_provider.validation.diagnostics import Diagnostic, Path
from openmetadata_provider.validation.reading.marks import Mark, Span
from openmetadata_provider.validation.reading.source import Document

SECRET_LIKE: Final = re.compile(r"secret|passw|token|passphrase|credential|private.?key|api.?key|access.?key", re.I)
"""Keys whose values are not shown, also where a key is misspelled or a schema does not call it a password."""


def placed(
    found: Iterable[Diagnostic], document: Document, prefix: Path, secret_names: Collection[str]
) -> list[Diagnostic]:
    """The diagnostics with paths in the document and places in its file, in the order of the file."""
    found = [replace(d, path=(*prefix, *d.path)) for d in found]
    if not found:
        return []
    mark = document.mark()
    secrets = [span for key, span in mark.texts() if key in secret_names or SECRET_LIKE.search(key)]
    marked = [replace(d, place=document.source.place(_span(mark, d), secrets)) for d in found]
    return sorted(marked, key=lambda d: (d.place.line, d.place.column) if d.place else (0, 0))


def _span(root: Mark, diagnostic: Diagnostic) -> Span:
    """The key or the value that a diagnostic points at: the key too of a value that goes over several lines."""
    mark = root.at(diagnostic.path)
    is_long = mark.span.line != mark.span.end_line
    if mark.key is not None and (diagnostic.at_key or is_long):
        return mark.key
    return mark.span
