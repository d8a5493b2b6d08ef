"""The edits likely to make a value invalid, by what its schema says. Whether they do is for the validator to say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema_rs

Path = tuple[str | int, ...]
ABSENT: Any = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A value inside a payload, with its schema (no combinators left) and whether its object can do without it."""

    path: Path
    schema: dict[str, Any]
    value: Any
    is_optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change: put `value` at `path`, or take away what is there if the value is `ABSENT`."""

    label: str
    path: Path
    value: Any


Rule = Callable[[Site], Iterator[tuple[str, Any]]]

_WRONG_TYPES: dict[str, tuple[tuple[str, Any], ...]] = {
    "integer": (("string", "1"), ("boolean", True), ("fraction", 1.5), ("object", {}), ("array", [1])),
    "number": (("string", "1"), ("padded-string", " 1 "), ("boolean", True), ("object", {})),
    "boolean": (("string", "yes"), ("string", "true"), ("integer", 1), ("integer", 0), ("float", 0.0)),
    "string": (("number", 1), ("number", 1.5), ("boolean", True), ("object", {}), ("array", ["a"])),
    "object": (("string", "a"), ("array", []), ("number", 1)),
    "array": (("string", "a"), ("object", {}), ("number", 1)),
}
_BROKEN_TEXTS = ("", " ", "a::b", "a b", "a/b", "<", "é", "\n", "#", "a\nb", "::")
_TOO_LONG_TO_TRY = 100_000


def edits(site: Site) -> Iterator[Edit]:
    """Every edit of one site."""
    for rule in RULES:
        for label, value in rule(site):
            if type(value) is not type(site.value) or value != site.value:
                yield Edit(label=label, path=site.path, value=value)
    if isinstance(site.value, dict):
        yield from _edits_of_keys(site)


def _nulls(site: Site) -> Iterator[tuple[str, Any]]:
    if site.value is not None:
        yield ("null-for-optional" if site.is_optional else "null-for-required"), None


def _wrong_types(site: Site) -> Iterator[tuple[str, Any]]:
    kind = site.schema.get("type") or _listed_type(site.schema)
    for name, value in _WRONG_TYPES.get(kind, ()) if isinstance(kind, str) else ():
        yield f"{name}-for-{kind}", value
    if kind == "array" and site.value:
        yield "item-for-array", site.value[0]
    if kind == "object" and site.value:
        yield "array-for-object", [site.value]


def _listed_type(schema: dict[str, Any]) -> str | None:
    listed = schema.get("enum") or [schema.get("const")]
    return "string" if all(isinstance(value, str) for value in listed) else None


def _listed_values(site: Site) -> Iterator[tuple[str, Any]]:
    if not {"enum", "const"} & site.schema.keys() or not isinstance(site.value, str):
        return
    yield "enum-unknown", site.value + "Unknown"
    yield "enum-newline", site.value + "\n"
    yield "enum-padded", f" {site.value}"
    others = {site.value.upper(), site.value.lower(), site.value.capitalize(), site.value.swapcase()} - {site.value}
    yield from (("enum-case", other) for other in sorted(others))


def _strings(site: Site) -> Iterator[tuple[str, Any]]:
    schema, value = site.schema, site.value
    if not isinstance(value, str):
        return
    longest = schema.get("maxLength")
    if longest is not None and longest <= _TOO_LONG_TO_TRY:
        yield "too-long", value + (value[-1:] or "a") * (longest + 1 - len(value))
    if schema.get("minLength"):
        yield "too-short", value[: schema["minLength"] - 1]
    if "pattern" in schema:
        yield "pattern-newline", value + "\n"
        matches = _matcher(schema["pattern"])
        broken = (candidate for text in _BROKEN_TEXTS for candidate in (text, value + text) if not matches(candidate))
        yield from (("pattern", text) for text in broken)
    if "format" in schema:
        yield "format", "not a " + schema["format"]
        yield "format-newline", value + "\n"


@cache
def _matcher(pattern: str) -> Callable[[str], bool]:
    return jsonschema_rs.Draft7Validator({"pattern": pattern}).is_valid


def _numbers(site: Site) -> Iterator[tuple[str, Any]]:
    schema = site.schema
    if isinstance(site.value, bool) or not isinstance(site.value, int | float):
        return
    for keyword, label, step in (("minimum", "below-minimum", -1), ("maximum", "above-maximum", 1)):
        if keyword in schema:
            yield label, schema[keyword] + step
            yield label, schema[keyword] + step * 10**20
    for keyword, label in (("exclusiveMinimum", "below-minimum"), ("exclusiveMaximum", "above-maximum")):
        if keyword in schema:
            yield label, schema[keyword]
    if "multipleOf" in schema:
        yield "no-multiple", site.value + schema["multipleOf"] / 3


def _arrays(site: Site) -> Iterator[tuple[str, Any]]:
    schema, value = site.schema, site.value
    if not isinstance(value, list):
        return
    if schema.get("minItems"):
        yield "too-few-items", value[: schema["minItems"] - 1]
    if "maxItems" in schema and value:
        yield "too-many-items", value + value[-1:] * (schema["maxItems"] + 1 - len(value))
    if schema.get("uniqueItems") and value:
        yield "duplicate-items", [*value, value[0]]


RULES: tuple[Rule, ...] = (_nulls, _wrong_types, _listed_values, _strings, _numbers, _arrays)


def _edits_of_keys(site: Site) -> Iterator[Edit]:
    """Properties taken away, added under an unknown name, respelled, or set to null though they could be absent."""
    properties, required = site.schema.get("properties", {}), site.schema.get("required", ())
    for name in required:
        if name in site.value:
            yield Edit(label="drop-required", path=(*site.path, name), value=ABSENT)
    if site.schema.get("additionalProperties", True) not in (True, {}):
        yield Edit(label="unknown-property", path=(*site.path, "unexpectedProperty"), value="a")
        for name, value in site.value.items():
            for respelled in _respelled(name) if name in properties else ():
                yield Edit(label="property-respelled", path=(*site.path, respelled), value=value)
    for name in properties:
        if name not in site.value and name not in required:
            yield Edit(label="null-for-optional", path=(*site.path, name), value=None)


def _respelled(name: str) -> list[str]:
    return [other for other in (name.lower(), name.capitalize()) if other != name]
