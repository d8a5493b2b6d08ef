"""JSON and JSON Lines. Duplicate keys, `NaN` and numbers that overflow are errors."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, NoReturn

from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.reading.json_marks import duplicate_keys, json_mark, plain_values
from openmetadata_provider.validation.reading.json_size import value_beyond
from openmetadata_provider.validation.reading.json_syntax import json_syntax_error
from openmetadata_provider.validation.reading.limits import Limits
from openmetadata_provider.validation.reading.marks import Span
from openmetadata_provider.validation.reading.source import Document, Source, too_deep, too_many_values


class _DuplicateKeyError(ValueError):
    """An object has a key twice."""


class _NoNumberError(ValueError):
    """A number that JSON does not have."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _DuplicateKeyError
    return made


def _refuse_constant(name: str) -> NoReturn:
    raise _NoNumberError(f"JSON has no {name}")


def _finite(text: str) -> float:
    if not math.isfinite(value := float(text)):
        raise _NoNumberError(f"the number {text[:20]} is out of range")
    return value


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse_constant, parse_float=_finite)
_LENIENT_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite)
_SCAN: Callable[[str, int], tuple[Any, int]] = vars(_DECODER)["scan_once"]


def line_value(line: str) -> Any:
    """The value of a line of JSON Lines that begins with it, fast. Raises ValueError, RecursionError."""
    try:
        value, end = _SCAN(line, 0)
    except StopIteration:
        raise ValueError from None
    if line[end:] not in ("\n", "", "\r\n"):
        raise ValueError
    return value


def json_documents(source: Source, limits: Limits) -> Iterator[Document | Diagnostic]:
    """The one document of the text, or what is wrong with it."""
    if (beyond := value_beyond(limits.values, source)) is not None:
        yield too_many_values(source, limits, beyond)
        return
    try:
        value = _DECODER.decode(source.text)
    except _DuplicateKeyError:
        yield from _duplicates(source, limits)
    except (ValueError, RecursionError) as error:
        yield _refused(source, error, limits)
    else:
        yield from _within_depth(source, value, limits)


def _refused(source: Source, error: Exception, limits: Limits) -> Diagnostic:
    if isinstance(error, json.JSONDecodeError):
        return json_syntax_error(source, error)
    if isinstance(error, RecursionError):
        return too_deep(source, limits, _first(source))
    if isinstance(error, _NoNumberError):
        return source.unreadable("no-number", str(error), "Give a number, or quote it.", _number(source))
    return source.unreadable("no-number", "a number has too many digits", "Shorten it, or quote it.", _first(source))


def _within_depth(source: Source, value: Any, limits: Limits) -> Iterator[Document | Diagnostic]:
    opened = source.text.count("{") + source.text.count("[")
    if opened > limits.depth and is_deeper(limits.depth, value):
        yield too_deep(source, limits, _first(source))
    else:
        yield Document(source=source, value=value, mark=partial(json_mark, source.text))


def is_deeper(depth: int, value: Any) -> bool:
    """Whether more than `depth` lists and objects are inside one another."""
    level = [value]
    for _ in range(depth):
        inner = [v.values() if isinstance(v, dict) else v for v in level if isinstance(v, dict | list)]
        if not inner:
            return False
        level = [item for items in inner for item in items]
    return any(isinstance(v, dict | list) for v in level)


def _duplicates(source: Source, limits: Limits) -> Iterator[Diagnostic]:
    """The keys that are given twice; of a text that is no JSON further on, what is wrong there, which comes first."""
    try:
        _LENIENT_DECODER.decode(source.text)
    except (ValueError, RecursionError) as error:
        yield _refused(source, error, limits)
        return
    for key, span in duplicate_keys(source.text):
        message = f'"{key}" is given twice in this object'
        yield source.unreadable("duplicate-key", message, "Keep one of the two.", span)


def _number(source: Source) -> Span:
    """Where the first number stands that JSON does not have."""
    for text, span in plain_values(source.text):
        with suppress(ValueError):
            if not math.isfinite(float(text)):
                return span
    return _first(source)


def _first(source: Source) -> Span:
    return Span(0, 0, 0, 1)
