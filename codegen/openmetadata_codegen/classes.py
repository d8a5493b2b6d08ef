"""Which places of a schema set become classes, and what is said there of properties that exclude or need each other."""

from __future__ import annotations

from typing import Any

from openmetadata_codegen.jsonschema import Schema, walk
from openmetadata_codegen.load import SchemaSet, Target


def is_class(schema: Schema) -> bool:
    """Whether a schema becomes a class: an object with known properties, or an enum."""
    if "$ref" in schema:
        return False
    closed = schema.get("type") == "object" and schema.get("additionalProperties") is False
    return "properties" in schema or "enum" in schema or closed or _is_composed(schema)


def _is_composed(schema: Schema) -> bool:
    parts = schema.get("allOf")
    return isinstance(parts, list) and any("$ref" in p or "properties" in p for p in parts)


def property_names(schemas: SchemaSet) -> frozenset[str]:
    """Every property name in the set."""
    nodes = (node for document in schemas.documents.values() for _, node in walk(document))
    return frozenset(name for node in nodes if isinstance(node.get("properties"), dict) for name in node["properties"])


def class_targets(schemas: SchemaSet) -> list[Target]:
    """Files, definitions and other referenced places that become classes."""
    targets = {Target(f) for f in schemas}
    for file, document in schemas.documents.items():
        for pointer, schema in walk(document):
            if pointer.count("/") >= 2 and pointer.rsplit("/", 2)[1] == "definitions":
                targets.add(Target(file, pointer))
            if isinstance(ref := schema.get("$ref"), str):
                targets.add(schemas.target(file, ref))
    return sorted(t for t in targets if is_class(schemas.at(t)))


def presence(schema: Schema) -> tuple[list[list[str]], list[str]]:
    """(groups that exclude each other, properties of which one is needed), as `not` and `anyOf` of `required` say."""
    excluded = schema.get("not", {})
    exclusive = [list(excluded["required"])] if isinstance(excluded, dict) and "required" in excluded else []
    branches = schema.get("anyOf", [])
    needed = [name for b in branches for name in b["required"]] if branches and only_presence(branches) else []
    return exclusive, needed


def only_presence(branches: list[Any]) -> bool:
    return all(isinstance(b, dict) and set(b) <= {"required", "description"} and "required" in b for b in branches)
