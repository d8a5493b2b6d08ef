"""What the sandbox knows of types: the entity types that can have custom properties, and the types of such properties.

No request creates one; the sandbox brings them. So their schema is here, not among those the generator wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .facts import EntityFacts, Filter

TYPE = EntityFacts(
    kind="Type",
    entity_type="type",
    collection="metadata/types",
    java_package="",
    references=(),
    tagged=False,
    soft_delete=False,
    hidden=frozenset({"customProperties"}),
    fixed=frozenset({"category", "nameSpace", "schema"}),
    filters=(Filter(parameter="category", means="equal", property="category"),),
)

_REFERENCE = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "type": {"type": "string"},
        **{name: {"type": "string"} for name in ("name", "fullyQualifiedName", "displayName", "description", "href")},
        **{name: {"type": "boolean"} for name in ("deleted", "inherited")},
    },
    "required": ["id", "type"],
    "additionalProperties": False,
}
_ENUM_CONFIG = {
    "type": "object",
    "properties": {"multiSelect": {"type": "boolean"}, "values": {"type": "array", "items": {"type": "string"}}},
    "additionalProperties": False,
}
_TABLE_CONFIG = {
    "type": "object",
    "properties": {
        "columns": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 3, "uniqueItems": True},
        "minColumns": {"type": "integer"},
        "maxColumns": {"type": "integer"},
    },
    "required": ["columns"],
    "additionalProperties": False,
}
_CONFIG = {
    "title": "CustomPropertyConfig",
    "type": "object",
    "properties": {
        "config": {
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"type": "string"}},
                {"type": "object"},
            ]
        }
    },
    "additionalProperties": False,
}
CUSTOM_PROPERTY: Mapping[str, Any] = {
    "title": "CustomProperty",
    "type": "object",
    "properties": {
        "name": {"type": "string", "pattern": "^((?!::).)*$", "minLength": 1, "maxLength": 256},
        "displayName": {"type": "string"},
        "description": {"type": "string"},
        "propertyType": _REFERENCE,
        "customPropertyConfig": _CONFIG,
    },
    "required": ["name", "description", "propertyType"],
    "additionalProperties": False,
}
"""One custom property, as `PUT /metadata/types/{id}` takes it."""
CONFIGS: Mapping[str, Mapping[str, Any]] = {"enum": _ENUM_CONFIG, "table-cp": _TABLE_CONFIG}
"""The `config` of property types that have more to it than a text or a list of entity types."""

_TEXTS = ("fullyQualifiedName", "displayName", "description", "nameSpace", "schema", "updatedBy", "impersonatedBy")
TYPE_SCHEMA: Mapping[str, Any] = {
    "title": "Type",
    "type": "object",
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "name": {"type": "string", "pattern": "^[\\w-]+$"},
        **{name: {"type": "string"} for name in _TEXTS},
        "category": {"type": "string", "enum": ["field", "entity"]},
        "customProperties": {"type": "array", "items": CUSTOM_PROPERTY},
        "version": {"type": "number"},
        "updatedAt": {"type": "integer"},
        "href": {"type": "string"},
        "changeDescription": {"type": "object"},
        "incrementalChangeDescription": {"type": "object"},
    },
    "required": ["name", "description"],
    "additionalProperties": False,
}
"""A type, as the server answers it."""
