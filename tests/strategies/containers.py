"""Objects and arrays of a schema."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import reduce
from typing import TYPE_CHECKING, Any

from .document import UnsatisfiableError
from .merge import Schema, both_of
from .patterns import drawer_for
from .text import TROUBLE

if TYPE_CHECKING:
    from .generate import Draw, Generators

# Chances in percent that an optional property is present; one is drawn per object.
_PRESENCE = (30, 0, 60, 100)
_MANY_ITEMS = 30
_ATTEMPTS_PER_ITEM = 20


class ObjectDrawer:
    """Draws objects: required properties always, optional ones by a chance drawn per object, further keys if open."""

    def __init__(self, generators: Generators, schema: dict[str, Any]) -> None:
        self._generators = generators
        self._completes = generators.document.completes
        self._matches = generators.document.matches
        self._combined: dict[tuple[int, tuple[str, ...]], Schema] = {}
        self._patterns = dict(schema.get("patternProperties", {}))
        self._further = schema.get("additionalProperties", True)
        self._named = {name: self._with_patterns(name, part) for name, part in schema.get("properties", {}).items()}
        required = self._required = list(dict.fromkeys(schema.get("required", [])))
        self._optional = [name for name, part in self._named.items() if part is not False and name not in required]
        self._fewest = schema.get("minProperties", 0)

    def _with_patterns(self, name: str, schema: Schema) -> Schema:
        """The schema and those of all patterns that match the name; kept, as generators are found by a schema's id."""
        matching = tuple(pattern for pattern in self._patterns if self._matches(pattern, name))
        if (id(schema), matching) not in self._combined:
            parts = (self._patterns[pattern] for pattern in matching)
            self._combined[id(schema), matching] = reduce(both_of, parts, schema)
        return self._combined[id(schema), matching]

    def __call__(self, draw: Draw, depth: int) -> dict[str, Any]:
        """An object of the schema."""
        value = {name: self._generators.draw(self._of_required(name), draw, depth - 1) for name in self._required}
        self._add_optional(value, draw, depth)
        if self._further is not False or self._patterns:
            self._add_further(value, draw, depth)
        return value

    def _of_required(self, name: str) -> Schema:
        if name not in self._named:
            self._named[name] = self._with_patterns(name, self._further)
        return self._named[name]

    def _add_optional(self, value: dict[str, Any], draw: Draw, depth: int) -> None:
        presence = 100 if draw.wants_all else draw.source.choice(_PRESENCE)
        if not presence or draw.values_left <= 0:
            return
        for name in self._optional:
            if presence == 100 or draw.source.boolean(presence / 100):
                self._add(value, name, self._named[name], draw, depth)

    def _add(self, value: dict[str, Any], name: str, schema: Schema, draw: Draw, depth: int) -> None:
        """Adds a property the object can do without, unless the payload is large enough or no value is found."""
        if draw.values_left > 0 and self._completes(schema, depth - 1):
            with suppress(UnsatisfiableError):
                value[name] = self._generators.draw(schema, draw, depth - 1)

    def _add_further(self, value: dict[str, Any], draw: Draw, depth: int) -> None:
        count = draw.source.integer(0, 3) if draw.values_left > 0 and draw.source.boolean(0.3) else 0
        for _ in range(max(count, self._fewest - len(value))):
            name, schema = self._further_property(draw)
            if name not in self._named:
                self._add(value, name, schema, draw, depth)

    def _further_property(self, draw: Draw) -> tuple[str, Schema]:
        """A key that `properties` does not name, and what its value must be; `False` if there is none."""
        source = draw.source
        if self._patterns and source.boolean():
            name = drawer_for(source.choice(list(self._patterns)))(source, 3)
        else:
            name = source.choice(TROUBLE) if source.boolean() else source.text(0, 8)
        if not any(self._matches(pattern, name) for pattern in self._patterns):
            return name, self._further
        return name, self._with_patterns(name, True)


class ArrayDrawer:
    """Draws arrays: mostly short, now and then as long as allowed, without repetition where items must be unique."""

    def __init__(self, generators: Generators, schema: dict[str, Any]) -> None:
        self._generators = generators
        self._completes = generators.document.completes
        items = schema.get("items", True)
        self._leading = items if isinstance(items, list) else []
        self._rest = schema.get("additionalItems", True) if isinstance(items, list) else items
        self._is_unique = bool(schema.get("uniqueItems"))
        self._low = max(schema.get("minItems", 0), 1 if "contains" in schema else 0)
        self._high = schema.get("maxItems", self._low + _MANY_ITEMS)
        self._contains = schema.get("contains")

    def __call__(self, draw: Draw, depth: int) -> list[Any]:
        """An array of the schema."""
        values: list[Any] = []
        seen: set[str] = set()
        count = self._count(draw)
        with suppress(UnsatisfiableError):
            for _ in range(count * (_ATTEMPTS_PER_ITEM if self._is_unique else 1)):
                if len(values) == count or not self._has_room(len(values), draw, depth):
                    break
                value = self._generators.draw(self._schema_at(len(values)), draw, depth - 1)
                if not self._is_unique or _is_new(value, seen):
                    values.append(value)
        if len(values) < self._low:
            raise UnsatisfiableError(f"no {self._low} items found of {str(self._rest)[:200]}")
        return values

    def _count(self, draw: Draw) -> int:
        if draw.values_left <= 0:
            return self._low
        usual = min(self._high, self._low + 3)
        if not draw.source.boolean(0.03):
            return draw.source.integer(self._low, usual)
        return min(self._high, self._low + _MANY_ITEMS)

    def _has_room(self, index: int, draw: Draw, depth: int) -> bool:
        return index < self._low or (draw.values_left > 0 and self._completes(self._schema_at(index), depth - 1))

    def _schema_at(self, index: int) -> Schema:
        if index < len(self._leading):
            return self._leading[index]
        return self._contains if self._contains is not None and index == len(self._leading) else self._rest


def _is_new(value: Any, seen: set[str]) -> bool:
    """Whether the value equals none before, as JSON sees it: 1 equals 1.0, but not true."""
    key = json.dumps(_comparable(value), sort_keys=True)
    is_new = key not in seen
    seen.add(key)
    return is_new


def _comparable(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {name: _comparable(part) for name, part in value.items()}
    return [_comparable(part) for part in value] if isinstance(value, list) else value
