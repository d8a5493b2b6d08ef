"""Request bodies: bytes to JSON, and JSON against a schema with the server's own texts."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NoReturn

from jsonschema_rs import ValidationError

from .errors import ApiError, bad_request, unmappable, violations
from .limits import check_shape, needs_check
from .schemas import Schema

TOKENS = {dict: "Object", list: "Array", str: "String", bool: "Boolean", int: "Integer", float: "Floating-point"}
NESTED = frozenset({dict, list})
MANY_DIGITS = re.compile(rb"\d{19}")
"""What a whole number of more than 64 bits has at least; without it nothing needs to look at the numbers."""
BEAN_KINDS = frozenset({"required", "minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems"})
"""Keywords that the server checks after mapping, as bean validation; the others already fail the mapping."""


def json_from_bytes(data: bytes) -> Any:
    """The JSON value in `data`, which is UTF-8; 400 if there is none, or one beyond the limits."""
    if not data.strip():
        raise violations(["body must not be null"])
    try:
        whole = _whole if MANY_DIGITS.search(data) else None
        text = data.decode("utf-8-sig")
        value = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite, parse_int=whole)
        if b"\\u" in data:
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as problem:
        raise bad_request(f"Unable to process JSON: {_short(problem)}") from None
    if needs_check(data):
        check_shape(value)
    return value


def without_nulls(value: Any) -> Any:
    """`value`, as JSON is read, without null properties: to the server, null and absent are the same."""
    if type(value) is dict:
        return {
            key: without_nulls(item) if type(item) in NESTED else item
            for key, item in value.items()
            if item is not None
        }
    if type(value) is list:
        return [without_nulls(item) if type(item) in NESTED else item for item in value]
    return value


def checked_request(
    schema: Schema, body: Any, java_class: str, renamed: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Any]:
    """`body` without nulls if it is a valid create request; 400 otherwise.

    `renamed` gives the names under which an old release knows properties of the schema, for the texts.
    """
    if not isinstance(body, dict):
        raise unmappable(_wrong_type(java_class, body))
    for key in body:
        if key not in schema.properties:
            names = dict.fromkeys(renamed.get(name, name) for name in schema.properties)
            raise unmappable(unrecognized(key, java_class, names))
    clean: dict[str, Any] = _with_domains(schema, without_nulls(body))
    if not schema.validator.is_valid(clean):
        raise refusal(schema, list(schema.validator.iter_errors(clean)), renamed)
    return clean


def _with_domains(schema: Schema, body: dict[str, Any]) -> dict[str, Any]:
    if "domain" not in schema.properties or "domain" not in body:
        return body
    if "domains" in body:
        raise bad_request("Only one of domain and domains may be given")
    if not isinstance(body["domain"], str):
        raise unmappable(_wrong_type("java.lang.String", body["domain"]))
    rest = {key: value for key, value in body.items() if key != "domain"}
    return {**rest, "domains": [body["domain"]]}


def check_property(schema: Schema, name: str, value: Any) -> None:
    """400 if `value` is not what the schema says of its property `name`."""
    part = schema.part({"properties": {name: schema.properties[name]}}, name)
    if not part.validator.is_valid({name: value}):
        raise refusal(part, list(part.validator.iter_errors({name: value})))


def refusal(
    schema: Schema, errors: list[ValidationError], renamed: Mapping[str, str] = MappingProxyType({})
) -> ApiError:
    """The 400 that the server would give for these errors: mapping first, then all bean violations together."""
    for error in errors:
        if error.kind.name not in BEAN_KINDS:
            return unmappable(_mapping_text(schema, error))
    return violations([_violation(schema, error, renamed) for error in errors])


def unrecognized(key: str, java_class: str, known: Mapping[str, Any]) -> str:
    """Jackson's text for a key that a class does not have."""
    names = ", ".join(f'"{name}"' for name in known)
    ending = f"not marked as ignorable ({len(known)} known properties: {names}])"
    return f'Unrecognized field "{key}" (class {java_class}), {ending}'


def _mapping_text(schema: Schema, error: ValidationError) -> str:
    node = schema.at(error.schema_path[:-1])
    title = "".join(str(node.get("title", "Object")).split())
    match error.kind.name:
        case "additionalProperties":
            return unrecognized(
                error.kind.as_dict()["unexpected"][0],
                f"org.openmetadata.schema.type.{title}",
                node.get("properties", {}),
            )
        case "enum" | "const":
            return f"Cannot construct instance of `org.openmetadata.schema.type.{title}`, problem: {error.instance}"
        case "format":
            return f"Cannot deserialize value of type `{node.get('format')}`: {_place(error)} is malformed"
        case _:
            return (
                _wrong_type(str(node.get("type", title)), error.instance)
                + f" (through reference chain: {_place(error)})"
            )


def _violation(schema: Schema, error: ValidationError, renamed: Mapping[str, str]) -> str:
    node = schema.at(error.schema_path[:-1])
    name = next((step for step in reversed(error.instance_path) if isinstance(step, str)), "body")
    match error.kind.name:
        case "required":
            missing = error.kind.as_dict()["property"]
            return f"{renamed.get(missing, missing)} must not be null"
        case "pattern":
            return f'{name} must match "{node["pattern"]}"'
        case "minimum":
            return f"{name} must be greater than or equal to {node['minimum']}"
        case "maximum":
            return f"{name} must be less than or equal to {node['maximum']}"
        case "minItems" | "maxItems":
            return f"{name} size must be between {node.get('minItems', 0)} and {node.get('maxItems', 2147483647)}"
        case _:
            return f"{name} size must be between {node.get('minLength', 0)} and {node.get('maxLength', 2147483647)}"


def _wrong_type(expected: str, value: Any) -> str:
    return f"Cannot deserialize value of type `{expected}` from {TOKENS.get(type(value), 'Null')} value"


def _place(error: ValidationError) -> str:
    return "/".join(str(step) for step in error.instance_path)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"non-standard token {name}")


def _whole(text: str) -> int:
    value = int(text)
    if not -(2**63) <= value < 2**63:
        raise ValueError("a number out of range")
    return value


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("a number out of range")
    return value


def _short(problem: Exception) -> str:
    if isinstance(problem, json.JSONDecodeError):
        return f"{problem.msg} (line {problem.lineno}, column {problem.colno})"
    return type(problem).__name__ if not isinstance(problem, ValueError) or problem.args[1:] else str(problem)
