"""Mending schemas before anything is made of them, each rule listed and each use of it recorded.

The input stays as it is; what comes out is a schema set in a form that every later stage can rely on: references lead
somewhere, patterns mean the same in every engine, objects say so, open objects say so, defaults fit.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from openmetadata_codegen.jsonschema import Schema, rewritten
from openmetadata_codegen.load import SchemaSet
from openmetadata_codegen.patterns import portable

ANNOTATIONS = frozenset({"$ref", "description", "title", "default", "examples", "deprecated", "$comment"})
"""What may stand beside a `$ref` without being lost: draft-07 ignores every other neighbour."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Repair:
    """One use of one rule."""

    rule: str
    file: str
    pointer: str
    detail: str


Rule: TypeAlias = Callable[[SchemaSet, str, Schema], tuple[Schema, str] | None]
"""What a rule makes of a schema and what it says about it, or None where it does not apply."""


def ref_without_slash(schemas: SchemaSet, file: str, schema: Schema) -> tuple[Schema, str] | None:
    """A pointer has to start with a slash; `#definitions/x` is read as `#/definitions/x`."""
    ref = schema.get("$ref")
    if not isinstance(ref, str) or "#" not in ref:
        return None
    path, _, pointer = ref.partition("#")
    if not pointer or pointer.startswith("/"):
        return None
    return schema | {"$ref": f"{path}#/{pointer}"}, f"{ref} read as {path}#/{pointer}"


def ref_neighbours(_: SchemaSet, __: str, schema: Schema) -> tuple[Schema, str] | None:
    """Draft-07 ignores what stands beside a `$ref`; what is not an annotation is dropped."""
    if "$ref" not in schema:
        return None
    lost = sorted(k for k in schema if k not in ANNOTATIONS and not k.startswith("x-") and k in _ASSERTIONS)
    if not lost:
        return None
    return {k: v for k, v in schema.items() if k not in lost}, f"ignored beside $ref: {', '.join(lost)}"


def java_pattern(_: SchemaSet, __: str, schema: Schema) -> tuple[Schema, str] | None:
    """A pattern in Java's syntax is translated to one that Rust's engine reads alike, or dropped."""
    pattern = schema.get("pattern")
    if not isinstance(pattern, str):
        return None
    translated = portable(pattern)
    if translated == pattern:
        return None
    if translated is None:
        return {k: v for k, v in schema.items() if k != "pattern"}, f"dropped, no equivalent: {pattern}"
    return schema | {"pattern": translated}, f"{pattern} translated to {translated}"


def object_without_type(_: SchemaSet, __: str, schema: Schema) -> tuple[Schema, str] | None:
    """A schema with properties and no type is meant to be an object."""
    if "properties" not in schema or "type" in schema or "$ref" in schema:
        return None
    return {"type": "object"} | schema, "type: object added"


def odd_additional_properties(_: SchemaSet, __: str, schema: Schema) -> tuple[Schema, str] | None:
    """`additionalProperties: {".{1,}": …}` is no schema; any value was always accepted, and still is."""
    extra = schema.get("additionalProperties")
    if not isinstance(extra, dict) or ".{1,}" not in extra:
        return None
    return schema | {"additionalProperties": True}, "a pattern where a schema belongs: read as true"


def open_object(_: SchemaSet, __: str, schema: Schema) -> tuple[Schema, str] | None:
    """An object that does not close itself is open; said aloud, so that unknown keys are kept."""
    if schema.get("type") != "object" or "properties" not in schema or "additionalProperties" in schema:
        return None
    return schema | {"additionalProperties": True}, "additionalProperties: true added"


def integer_or_number(_: SchemaSet, __: str, schema: Schema) -> tuple[Schema, str] | None:
    """`oneOf: [number, integer]` refuses every integer, since an integer is a number too; anyOf is meant."""
    branches = schema.get("oneOf")
    if not isinstance(branches, list):
        return None
    if not {"integer", "number"} <= {b.get("type") for b in branches if isinstance(b, dict)}:
        return None
    rest = {k: v for k, v in schema.items() if k != "oneOf"}
    return rest | {"anyOf": branches}, "oneOf of number and integer read as anyOf"


def null_default(schemas: SchemaSet, file: str, schema: Schema) -> tuple[Schema, str] | None:
    """`default: null` where null is not allowed says nothing; it is dropped."""
    if "default" not in schema or schema["default"] is not None or _fits(schemas, file, schema, None):
        return None
    return {k: v for k, v in schema.items() if k != "default"}, "default: null dropped"


def unfit_default(schemas: SchemaSet, file: str, schema: Schema) -> tuple[Schema, str] | None:
    """A default that its own schema refuses is read as what its text says (`"false"` → false), or dropped."""
    default = schema.get("default")
    if default is None or _fits(schemas, file, schema, default):
        return None
    if isinstance(default, str) and _fits(schemas, file, schema, read := _as_json(default)):
        return schema | {"default": read}, f"default {default!r} read as {read!r}"
    return {k: v for k, v in schema.items() if k != "default"}, f"default {default!r} does not fit, dropped"


RULES: tuple[tuple[str, Rule], ...] = (
    ("ref-without-slash", ref_without_slash),
    ("ref-neighbours", ref_neighbours),
    ("java-pattern", java_pattern),
    ("object-without-type", object_without_type),
    ("odd-additional-properties", odd_additional_properties),
    ("open-object", open_object),
    ("integer-or-number", integer_or_number),
)
DEFAULT_RULES: tuple[tuple[str, Rule], ...] = (("null-default", null_default), ("unfit-default", unfit_default))
"""Rules that follow references, so they run on a set whose references have been checked."""

_ASSERTIONS = frozenset(
    "type format enum const pattern minLength maxLength minimum maximum minItems maxItems uniqueItems items properties "
    "required additionalProperties oneOf anyOf allOf".split()
)
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def repaired(schemas: SchemaSet, rules: tuple[tuple[str, Rule], ...]) -> tuple[SchemaSet, tuple[Repair, ...]]:
    """`schemas` with `rules` applied to every schema in it, and the record of what was changed."""
    repairs: list[Repair] = []

    def apply(file: str) -> Callable[[Schema, str], Schema]:
        def rewrite(schema: Schema, pointer: str) -> Schema:
            for name, rule in rules:
                if (outcome := rule(schemas, file, schema)) is not None:
                    schema, detail = outcome
                    repairs.append(Repair(rule=name, file=file, pointer=pointer, detail=detail))
            return schema

        return rewrite

    documents = {file: rewritten(document, apply(file)) for file, document in schemas.documents.items()}
    return SchemaSet(documents, schemas.skipped), tuple(sorted(repairs))


def _as_json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _fits(schemas: SchemaSet, file: str, schema: Schema, value: Any) -> bool:
    """Whether `value` has a type and, for an enum, a value that the schema allows. Looks no deeper."""
    _, meant = schemas.follow(file, {k: v for k, v in schema.items() if k != "default"})
    if "enum" in meant:
        return value in meant["enum"]
    names = meant.get("type")
    if names is None:
        return True
    return any(_is(value, name) for name in ([names] if isinstance(names, str) else names))


def _is(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, _TYPES.get(name, (object,)))
