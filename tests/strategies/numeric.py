"""Numbers for a schema: bounds, values beyond 53 and 64 bits, integral floats, both zeros."""

import math
from collections.abc import Callable
from typing import Any

from .source import Source

Number = int | float
NumberDrawer = Callable[[Source], Number]

_INTEGERS = (0, 1, -1, 2**31, 2**53 + 1, 2**63 - 1, -(2**63), 2**64, 10**20, 0.0, -0.0, 5.0, 1e20)
_REALS = (0, 0.0, -0.0, 1, -1, 0.1, -0.5, 1.0, 1e-9, 5e-324, 1.7976931348623157e308, 2**53 + 1, 1700000000000, 10**20)
_SPREAD = 1_000


def number_drawer(schema: dict[str, Any]) -> NumberDrawer:
    """How to draw numbers of a schema of type `integer` or `number`."""
    whole = schema["type"] == "integer"
    low, high = _bounds(schema)
    step = schema.get("multipleOf")
    if step:
        return _multiples(step, low, high)
    edges = [value for value in (low, high, *(_INTEGERS if whole else _REALS)) if _within(schema, value)]
    from_, to = _usual_range(low, high)

    def draw(source: Source) -> Number:
        if edges and ((whole and from_ > to) or source.boolean(0.3)):
            return source.choice(edges)
        is_whole = whole or (from_ <= to and source.boolean())
        value = source.integer(from_, to) if is_whole else _real(source, low, high, from_, to)
        if edges and not _within(schema, value):
            return source.choice(edges)
        return float(value) if source.boolean(0.05) else value

    return draw


def _bounds(schema: dict[str, Any]) -> tuple[Number | None, Number | None]:
    """The lowest and highest value; of exclusive bounds on integers the neighbour, on numbers the bound itself."""
    lows = [schema[name] for name in ("minimum", "exclusiveMinimum") if _is_number(schema.get(name))]
    highs = [schema[name] for name in ("maximum", "exclusiveMaximum") if _is_number(schema.get(name))]
    low, high = max(lows, default=None), min(highs, default=None)
    if schema["type"] == "integer":
        low = None if low is None else math.ceil(low) + (math.ceil(low) == schema.get("exclusiveMinimum"))
        high = None if high is None else math.floor(high) - (math.floor(high) == schema.get("exclusiveMaximum"))
    return low, high


def _usual_range(low: Number | None, high: Number | None) -> tuple[int, int]:
    """Whole numbers near the bounds that there are."""
    if low is None and high is None:
        return -_SPREAD, _SPREAD
    if low is None:
        return math.floor(high) - _SPREAD, math.floor(high)
    return math.ceil(low), math.ceil(low) + _SPREAD if high is None else math.floor(high)


def _real(source: Source, low: Number | None, high: Number | None, from_: int, to: int) -> float:
    return source.real(float(from_ if low is None else low), float(max(to, from_) if high is None else high))


def _multiples(step: Number, low: Number | None, high: Number | None) -> NumberDrawer:
    """Multiples of `step`. Rounded, since 3 * 0.1 is no multiple of 0.1; the caller checks what is left of that."""
    first = math.ceil(low / step) if low is not None else -100 if high is None else math.floor(high / step) - 100
    last = max(first, math.floor(high / step)) if high is not None else first + 200
    return lambda source: round(source.integer(first, last) * step, 9)


def _within(schema: dict[str, Any], value: Number | None) -> bool:
    return (
        value is not None
        and value >= schema.get("minimum", value)
        and value <= schema.get("maximum", value)
        and not value <= schema.get("exclusiveMinimum", -math.inf)
        and not value >= schema.get("exclusiveMaximum", math.inf)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
