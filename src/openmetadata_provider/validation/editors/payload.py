"""The schema of a payload as people write it: secrets by reference, null for empty, service types in any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from openmetadata_provider.validation.kinds import Kind

Schema = dict[str, Any]
_NULL: Final = {"type": "null"}
_APPLIED: Final = frozenset({"properties", "definitions", "patternProperties"})
"""Keywords that hold a table of schemas."""


def payload_schema(kind: Kind, service_type: str | None) -> Schema:
    """One create request of a kind, its connection that of `service_type`, as a schema with `definitions`."""
    schema: Schema = nullable(kind.shape(service_type).document)
    if kind.service_types:
        spellings = kind.service_types if service_type is None else _spellings(kind, service_type)
        schema["properties"]["serviceType"] = _service_type(schema["properties"]["serviceType"], kind, spellings)
    return schema


def connected_types(kind: Kind) -> list[str]:
    """Service types whose connection has a schema of its own."""
    general = kind.shape()
    return sorted(name for name in set(kind.service_types.values()) if kind.shape(name) is not general)


def spelled(kind: Kind, service_type: str) -> Schema:
    """A text that is a service type, in any spelling."""
    return {"type": "string", "pattern": _pattern(_spellings(kind, service_type))}


def _spellings(kind: Kind, service_type: str) -> list[str]:
    return [spelling for spelling, name in kind.service_types.items() if name == service_type]


def _service_type(original: Mapping[str, Any], kind: Kind, spellings: Iterable[str]) -> Schema:
    """The enum for completion, a pattern for what else is accepted."""
    names = sorted({kind.service_types[spelling] for spelling in spellings})
    pattern = {"type": "string", "pattern": _pattern(spellings)}
    return {"description": original.get("description", "Kind of system."), "anyOf": [{"enum": names}, pattern]}


def _pattern(spellings: Iterable[str]) -> str:
    """Any of the spellings, whatever the case; schemas have no flag for that."""
    return f"^(?:{'|'.join(''.join(map(_either_case, spelling)) for spelling in sorted(spellings))})$"


def _either_case(letter: str) -> str:
    return f"[{letter.upper()}{letter.lower()}]" if letter.isalpha() else re.escape(letter)


def nullable(node: Any) -> Any:
    """The schema with every optional property also taking null: it means that the property is to be empty."""
    if isinstance(node, list):
        return [nullable(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    made = {key: _inside(key, value) for key, value in node.items()}
    required = node.get("required", ())
    if "properties" in made:
        made["properties"] = {
            name: schema if name in required else _or_null(schema) for name, schema in made["properties"].items()
        }
    if isinstance(excluded := node.get("not"), Mapping) and excluded.keys() == {"required"}:
        made["not"] = {**excluded, "properties": {name: {"not": _NULL} for name in excluded["required"]}}
    return made


def _inside(key: str, value: Any) -> Any:
    """What a keyword holds: a table of schemas, a schema, or data that is left as it is."""
    if key in _APPLIED:
        return {name: nullable(schema) for name, schema in value.items()}
    return value if key in ("enum", "const", "default", "examples", "required") else nullable(value)


def _or_null(schema: Any) -> Any:
    if not isinstance(schema, Mapping) or _takes_anything(schema):
        return schema
    if isinstance(schema.get("type"), str) and not schema.keys() & {"enum", "const"}:
        return {**schema, "type": [schema["type"], "null"]}
    about = {key: schema[key] for key in ("title", "description", "default") if key in schema}
    return {**about, "anyOf": [{key: value for key, value in schema.items() if key not in about}, _NULL]}


def _takes_anything(schema: Mapping[str, Any]) -> bool:
    return not schema.keys() - {"title", "description", "default"}
