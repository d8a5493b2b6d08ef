"""Bundled draft-07 schemas as components of an OpenAPI 3.1 document, every definition once.

OpenAPI 3.1 speaks JSON Schema 2020-12. What differs for the keywords that the bundles use: definitions stand in
`components`, and `$schema` has no place below them. A `$ref` no longer hides its neighbours; in the bundles these are
only `description`, `default` and other annotations, so nothing changes its meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..schemas import Schema

JSON = dict[str, Any]
DEFINITION, COMPONENT = "#/definitions/", "#/components/schemas/"
LITERAL = frozenset({"default", "const", "enum", "examples", "x-aliases"})
"""Keywords that hold values, not schemas."""


def ref(name: str) -> JSON:
    """A reference to the component `name`."""
    return {"$ref": COMPONENT + name}


class Components:
    """The schemas below `components/schemas`, by name."""

    def __init__(self) -> None:
        self.schemas: JSON = {}
        self._sources: dict[str, Any] = {}

    def add_plain(self, name: str, schema: JSON) -> None:
        """Add a schema that is written for OpenAPI already."""
        self.schemas[name] = schema

    def add_bundle(self, name: str, bundle: Schema) -> None:
        """Add a self-contained schema as `name`, and its definitions under their own names.

        A definition that reads otherwise in another bundle gets `name` in front of its own.
        """
        definitions: Mapping[str, Any] = bundle.document.get("definitions", {})
        names = self._names(name, definitions)
        for own, definition in definitions.items():
            if names[own] not in self.schemas:
                self._sources[names[own]] = definition
                self.schemas[names[own]] = _translated(definition, names)
        root = {key: value for key, value in bundle.document.items() if key not in ("$schema", "definitions")}
        self.schemas[name] = _translated(root, names)

    def _names(self, bundle: str, definitions: Mapping[str, Any]) -> dict[str, str]:
        differing = {own for own, schema in definitions.items() if self._sources.get(own, schema) != schema}
        while more := {own for own, schema in definitions.items() if differing & set(_targets(schema))} - differing:
            differing |= more
        return {own: f"{bundle}.{own}" if own in differing else own for own in definitions}


def _targets(schema: Any) -> Iterator[str]:
    """The definitions that a schema refers to."""
    if isinstance(schema, Mapping):
        if isinstance(target := schema.get("$ref"), str):
            yield target.removeprefix(DEFINITION)
        for value in schema.values():
            yield from _targets(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _targets(value)


def _translated(schema: Any, names: Mapping[str, str]) -> Any:
    if isinstance(schema, list):
        return [_translated(item, names) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    return {_keyword(key, value): _value(key, value, names) for key, value in schema.items()}


def _keyword(key: str, value: Any) -> str:
    """A pattern with Unicode classes is shown, but not enforced: regex dialects do not agree on `\\p{L}`."""
    return "x-pattern" if key == "pattern" and isinstance(value, str) and "\\p{" in value else key


def _value(keyword: str, value: Any, names: Mapping[str, str]) -> Any:
    if keyword == "$ref" and isinstance(value, str):
        return COMPONENT + names[value.removeprefix(DEFINITION)]
    if keyword in ("properties", "patternProperties"):
        return {name: _translated(item, names) for name, item in value.items()}
    return value if keyword in LITERAL else _translated(value, names)
