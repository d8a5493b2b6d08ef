"""Lines of JSON Lines, fast: the value of a line whose writing holds nothing to complain about.

A line in doubt is no error. It is read again, slowly, by what finds the words for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from openmetadata_provider.validation.reading.json_text import is_deeper, line_value

Parser: TypeAlias = Callable[[bytes], Any]
"""A line into its value. Raises ValueError or RecursionError for a key given twice, and for all that is not JSON."""
_ESCAPED_COLON: Final = b"\\u003"
"""How an escaped colon begins."""


def exact_value(data: bytes) -> Any:
    """The value, by the parser that also reads the lines in doubt."""
    return line_value(data.decode())


def _fastest() -> Parser:
    try:
        from orjson import JSONEncodeError, dumps, loads
    except ImportError:  # it comes with the extra `validate`
        return exact_value

    def value(data: bytes) -> Any:
        # Of two values of one key the parser keeps the last. Then the line has a colon more than its value has when it
        # is written again, since the colons inside of texts are in both.
        found = loads(data)
        try:
            written = dumps(found)
        except JSONEncodeError as error:  # nested too deep
            raise ValueError from error
        if _ESCAPED_COLON in data or data.count(b":") != written.count(b":"):
            raise ValueError
        return found

    return value


PARSER: Final = _fastest()


def undoubted_value(data: bytes, depth: int, parser: Parser = PARSER) -> Any:
    """The value of a line, not deeper than `depth`. Raises ValueError or RecursionError where there is any doubt.

    An integer beyond 64 bits may be the nearest float, which no schema tells apart.
    """
    may_be_deep = data.count(b"{") + data.count(b"[") > depth
    value = parser(data)
    if may_be_deep and is_deeper(depth, value):
        raise ValueError
    return value
