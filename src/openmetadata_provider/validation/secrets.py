"""Passwords in payload files: written out, or as a reference to where they are.

A reference is `{env: NAME}`, `{file: PATH}` or a text that begins with `secret:`. The bundled schemas know passwords
only; here they are made to take references, or nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from openmetadata_provider.validation.diagnostics import Path

REFERENCE: Final = "secret.reference"
"""Name of the definition that is added to schemas."""
_REFERENCE_SCHEMA: Final = {
    "title": "Secret reference",
    "description": "Where a password is: `env` names a variable of the environment, `file` a file.",
    "type": "object",
    "properties": {
        "env": {"type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"},
        "file": {"type": "string", "minLength": 1},
    },
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": False,
}
_NO_LITERAL: Final = {"type": "string", "pattern": r"^(secret:.*|\*{9}|)$"}
"""A text that is no password: a reference, the server's mask, or nothing."""
Node = Mapping[str, Any]


def references_allowed(document: Node) -> dict[str, Any]:
    """The schema with every password also taking a reference."""
    return _rewritten(document, lambda node: {"anyOf": [node, _ref()]})


def literals_refused(document: Node) -> dict[str, Any]:
    """The schema with every password taking a reference only."""
    return _rewritten(document, lambda node: {"anyOf": [_NO_LITERAL, _ref()]})


def _ref() -> dict[str, str]:
    return {"$ref": f"#/definitions/{REFERENCE}"}


def _rewritten(document: Node, password: Callable[[Node], dict[str, Any]]) -> dict[str, Any]:
    body: dict[str, Any] = _walked(document, password)
    return {**body, "definitions": {**body.get("definitions", {}), REFERENCE: _REFERENCE_SCHEMA}}


def _walked(node: Any, password: Callable[[Node], dict[str, Any]]) -> Any:
    if isinstance(node, list):
        return [_walked(item, password) for item in node]
    if not isinstance(node, dict):
        return node
    if is_password(node):
        return password(node)
    return {key: _walked(value, password) for key, value in node.items()}


def bare_references(node: Any) -> Any:
    """The schema without what stands beside a `$ref`, which draft-07 passes over and newer drafts do not."""
    if isinstance(node, list):
        return [bare_references(item) for item in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return {"$ref": node["$ref"]}
    return {key: bare_references(value) for key, value in node.items() if key != "$schema"}


def is_password(node: Node) -> bool:
    """Whether a schema is that of a password."""
    return node.get("format") == "password" and node.get("type") == "string"


def secret_names(document: Node) -> frozenset[str]:
    """Names of the properties that hold passwords, wherever in the schema."""
    definitions: Node = document.get("definitions", {})
    return frozenset(
        name
        for properties in _property_tables(document)
        for name, node in properties.items()
        if isinstance(node, dict) and _leads_to_password(node, definitions)
    )


def _leads_to_password(node: Node, definitions: Node) -> bool:
    while "$ref" in node:
        node = definitions.get(node["$ref"].removeprefix("#/definitions/"), {})
    inner = node.get("items")
    return is_password(node) or (isinstance(inner, dict) and _leads_to_password(inner, definitions))


def _property_tables(node: Any) -> Iterator[Node]:
    if isinstance(node, list):
        for item in node:
            yield from _property_tables(item)
    elif isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield node["properties"]
        for value in node.values():
            yield from _property_tables(value)


def literal_secrets(value: Any, names: frozenset[str], path: Path = ()) -> Iterator[Path]:
    """Where a payload that fits its schema has passwords written out."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key in names and _is_literal(item):
                yield (*path, key)
            else:
                yield from literal_secrets(item, names, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from literal_secrets(item, names, (*path, index))


def _is_literal(value: Any) -> bool:
    return isinstance(value, str) and value != "" and not value.startswith("secret:") and value != "*" * 9
