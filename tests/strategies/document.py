"""One self-contained schema, with its references, its validators and the plainer schemas its combinators stand for."""

import json
from functools import cached_property
from typing import Any
from urllib.parse import unquote

import jsonschema_rs

from .merge import Schema, merge

_DRAFT_07 = "http://json-schema.org/draft-07/schema#"
_ROOT_URI = "urn:strategies:root"
_NOT_COPIED = ("$id", "$schema", "definitions")
DEEPEST = 40


class UnsatisfiableError(Exception):
    """No value was found for a schema: it allows none, or the generator does not understand it well enough."""


class Document:
    """The schema and what is derived from it. Derived schemas are kept, so that their `id()` is a safe key."""

    def __init__(self, root: Schema) -> None:
        self.root = root
        self.is_valid = jsonschema_rs.Draft7Validator(root).is_valid
        self._validators: dict[int, jsonschema_rs.Draft7Validator] = {}
        self._alternatives: dict[int, list[Schema] | None] = {}
        self._completes: dict[tuple[int, int], bool] = {}
        self._pattern_schemas: dict[str, Schema] = {}
        self._kept: list[Schema] = []

    def resolve(self, schema: Schema) -> Schema:
        """The schema its `$ref` leads to; draft-07 ignores what stands beside a `$ref`."""
        for _ in range(100):
            if not isinstance(schema, dict) or "$ref" not in schema:
                return schema
            schema = self._target(schema["$ref"])
        raise UnsatisfiableError(f"circular $ref: {schema}")

    def _target(self, reference: str) -> Schema:
        if not reference.startswith("#"):
            raise ValueError(f"$ref leaves the schema: {reference!r}. Bundle it first.")
        target: Any = self.root
        for part in unquote(reference[1:]).split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            target = target[int(key)] if isinstance(target, list) else target[key]
        return target

    def validator(self, schema: Schema) -> jsonschema_rs.Draft7Validator:
        """A validator of a part of this document, or of a schema merged from its parts."""
        validator = self._validators.get(id(schema))
        if validator is None:
            self._kept.append(schema)
            validator = jsonschema_rs.Draft7Validator(_absolute(schema), registry=self._registry)
            self._validators[id(schema)] = validator
        return validator

    def matches(self, pattern: str, name: str) -> bool:
        """Whether a property name matches a pattern of `patternProperties`, as the validator reads it."""
        schema = self._pattern_schemas.setdefault(pattern, {"pattern": pattern})
        return self.validator(schema).is_valid(name)

    @cached_property
    def _registry(self) -> jsonschema_rs.Registry:
        root = self.root if isinstance(self.root, dict) else {}
        resource = {**{name: value for name, value in root.items() if name != "$id"}, "$schema": _DRAFT_07}
        return jsonschema_rs.Registry([(_ROOT_URI, resource)])

    def alternatives(self, schema: Schema) -> list[Schema] | None:
        """The plainer schemas that together cover `schema`, one combinator less each; None if it has no combinator."""
        key = id(schema)
        if key not in self._alternatives:
            self._kept.append(schema)
            self._alternatives[key] = self._taken_apart(schema)
        return self._alternatives[key]

    def _taken_apart(self, schema: Schema) -> list[Schema] | None:
        if not isinstance(schema, dict):
            return None
        if "$ref" in schema:
            return [self.resolve(schema)]
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                return [self._merged(_without(schema, keyword), branch) for branch in schema[keyword]]
        rest = _without(schema, "if", "then", "else")
        if "if" in schema:
            condition_met = self._merged(self._merged(rest, schema["if"]), schema.get("then", True))
            return [condition_met, self._merged(rest, schema.get("else", True))]
        if schema.get("allOf"):
            first, *others = schema["allOf"]
            return [self._merged({**rest, "allOf": others} if others else _without(rest, "allOf"), first)]
        if isinstance(schema.get("type"), list) and not {"enum", "const"} & schema.keys():
            return [{**schema, "type": name} for name in schema["type"]]
        return None

    def _merged(self, left: Schema, right: Schema) -> Schema:
        return merge(self.resolve(left), self.resolve(right))

    def narrowed(self, schema: Schema, value: Any) -> Schema:
        """`schema` without combinators, by the alternatives that `value` fits (else the first)."""
        while (options := self.alternatives(schema)) is not None:
            if not options:
                return False
            fitting = (option for option in options if len(options) == 1 or self.validator(option).is_valid(value))
            schema = next(fitting, options[0])
        return schema

    def completes(self, schema: Schema, depth: int) -> bool:
        """Whether some value of the schema nests at most `depth` levels: what keeps recursive schemas finite."""
        key = (id(schema), depth)
        if key not in self._completes:
            self._kept.append(schema)
            self._completes[key] = self._completes_anew(schema, depth)
        return self._completes[key]

    def _completes_anew(self, schema: Schema, depth: int) -> bool:
        if depth < 0 or schema is False or _contradicts_itself(schema):
            return False
        options = self.alternatives(schema)
        if options is not None:
            return any(self.completes(option, depth) for option in options)
        return all(self.completes(child, depth - 1) for child in _required_children(schema))

    def least_depth(self, schema: Schema) -> int:
        """The fewest levels a value of the schema needs."""
        for depth in range(DEEPEST):
            if self.completes(schema, depth):
                return depth
        raise UnsatisfiableError(f"no value, or none within {DEEPEST} levels: {json.dumps(schema)[:200]}")


def _contradicts_itself(schema: Schema) -> bool:
    bounds = (("minLength", "maxLength"), ("minItems", "maxItems"), ("minimum", "maximum"))
    if not isinstance(schema, dict):
        return False
    is_crossed = any(low in schema and high in schema and schema[low] > schema[high] for low, high in bounds)
    return is_crossed or schema.get("enum") == [] or schema.get("type") == []


def _required_children(schema: Schema) -> list[Schema]:
    """What a value cannot do without: the schemas of required properties and of the items below `minItems`."""
    if not isinstance(schema, dict) or {"enum", "const"} & schema.keys():
        return []
    if schema.get("type", "object") == "object":
        properties, extra = schema.get("properties", {}), schema.get("additionalProperties", True)
        return [properties.get(name, extra) for name in schema.get("required", [])]
    if schema["type"] == "array" and schema.get("minItems", 0):
        items = schema.get("items", True)
        return items[: schema["minItems"]] if isinstance(items, list) else [items]
    return []


def _without(schema: dict[str, Any], *keywords: str) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name not in keywords}


def _absolute(schema: Any) -> Any:
    """A copy in which `#...` references lead into the registered root. `enum` and the like hold data, not schemas."""
    if isinstance(schema, list):
        return [_absolute(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if isinstance(reference, str):
        return {"$ref": _ROOT_URI + reference}
    return {keyword: _absolute_part(keyword, value) for keyword, value in schema.items() if keyword not in _NOT_COPIED}


def _absolute_part(keyword: str, value: Any) -> Any:
    if keyword in ("properties", "patternProperties", "dependencies") and isinstance(value, dict):
        return {name: _absolute(part) for name, part in value.items()}
    return value if keyword in ("enum", "const", "default", "examples", "required") else _absolute(value)
