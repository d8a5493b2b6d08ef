"""About how many values a JSON text has, found before any of them is kept."""

from __future__ import annotations

import re
from itertools import islice

from openmetadata_provider.validation.reading.marks import Span
from openmetadata_provider.validation.reading.source import Source

_OPENING_OR_TEXT = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{,]', re.DOTALL)


def value_beyond(most: int, source: Source) -> Span | None:
    """Where the value stands that is one too many; None if there is none.

    Brackets that open and commas are counted: a list of three is three. Keys do not count.
    """
    text = source.text
    if text.count(",") + text.count("[") + text.count("{") < most:
        return None
    openings = (found.start() for found in _OPENING_OR_TEXT.finditer(text) if found[0][0] != '"')
    offset = next(islice(openings, most, None), None)
    if offset is None:
        return None
    line, column = text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)
    return Span(line, column, line, column + 1)
