"""Connections of services: which connector, its defaults, and its secrets.

A connection is `{"config": {…}}`; the service type decides which schema the config follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from jsonschema_rs import ValidationError

from .errors import bad_request
from .schemas import Node, Schema, Schemas

MASK = "*********"
"""What everybody but a bot sees in place of a secret."""

Leaf = Callable[[Any, Any], Any]
"""New value of a secret, from its value now and the value stored before at the same path."""


class Connector:
    """The connector of one service type."""

    def __init__(self, service_type: str, schema: Schema, node: Node) -> None:
        self._service_type = service_type
        self._schema = schema
        self._node = node

    def check(self, config: Any) -> None:
        """400 if the server's typed class would not take `config`. A missing property is no offence."""
        validator = self._schema.validator_of(self._node, "config")
        if any(_offends(error) for error in validator.iter_errors(config)):
            raise bad_request(
                f"InvalidServiceConnectionException for service [{self._service_type}] due to "
                f"[Failed to encrypt connection instance of {self._service_type}]."
            )

    def with_defaults(self, config: Any) -> Any:
        """`config` with the defaults of its schema, in the schema's order."""
        return self._filled(config, self._node)

    def masked(self, config: Any) -> Any:
        """`config` with a mask over every secret."""
        return self._over_secrets(config, None, [self._node], lambda value, _: MASK)

    def unmasked(self, config: Any, stored: Any) -> Any:
        """`config` where each mask is replaced by the secret stored at the same path."""
        return self._over_secrets(config, stored, [self._node], _unmask)

    def _filled(self, value: Any, node: Node) -> Any:
        node = self._fitting(value, node)
        if isinstance(value, list):
            return [self._filled(item, node.get("items", {})) for item in value]
        if not isinstance(value, dict):
            return value
        known: Mapping[str, Node] = node.get("properties", {})
        filled = {key: self._property(value, key, child) for key, child in known.items()}
        rest = {key: item for key, item in value.items() if key not in known}
        return {key: item for key, item in filled.items() if item is not None} | rest

    def _property(self, value: dict[str, Any], key: str, node: Node) -> Any:
        if key in value:
            return self._filled(value[key], node)
        return deepcopy(self._schema.default(node))

    def _fitting(self, value: Any, node: Node) -> Node:
        """The alternative that `value` is: the first without an offence, better still with nothing missing."""
        node = self._schema.resolved(node)
        options = node.get("oneOf") or node.get("anyOf")
        return self._schema.resolved(min(options, key=lambda option: self._misfit(value, option))) if options else node

    def _misfit(self, value: Any, option: Node) -> tuple[bool, bool]:
        errors = list(self._schema.validator_of(option, str(id(option))).iter_errors(value))
        return any(_offends(error) for error in errors), any(error.kind.name == "required" for error in errors)

    def _over_secrets(self, value: Any, stored: Any, nodes: list[Node], leaf: Leaf) -> Any:
        known = [branch for node in nodes for branch in self._schema.branches(node)]
        if isinstance(value, dict):
            old = stored if isinstance(stored, dict) else {}
            return {
                key: self._over_secrets(item, old.get(key), list(_below(known, key)), leaf)
                for key, item in value.items()
            }
        if isinstance(value, list):
            before = stored if isinstance(stored, list) else []
            items = [branch["items"] for branch in known if isinstance(branch.get("items"), Mapping)]
            return [
                self._over_secrets(item, before[at] if at < len(before) else None, items, leaf)
                for at, item in enumerate(value)
            ]
        secret = isinstance(value, str) and any(branch.get("format") == "password" for branch in known)
        return leaf(value, stored) if secret else value


class Connectors:
    """The connectors of every service, found by kind and service type."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._found: dict[tuple[str, str], Connector | None] = {}

    def find(self, kind: str, service_type: str) -> Connector | None:
        """The connector of a service type, or None where any config is taken."""
        key = (kind, service_type)
        if key not in self._found:
            schema = self._schemas.connected(kind, service_type)
            self._found[key] = None if schema is None else _connector(service_type, schema)
        return self._found[key]

    def service_type(self, kind: str, text: Any) -> Any:
        """The server's spelling of a service type given in any case or by an alias; unknown text as it is."""
        if not isinstance(text, str):
            return text
        schema = self._schemas.create(kind)
        node = schema.resolved(schema.properties["serviceType"])
        names = {name.casefold(): name for name in node.get("enum", ())}
        aliases = {alias.casefold(): name for alias, name in node.get("x-aliases", {}).items()}
        return {**aliases, **names}.get(text.casefold(), text)


def _connector(service_type: str, schema: Schema) -> Connector | None:
    wrapper = schema.resolved(schema.properties["connection"])
    config = wrapper.get("properties", {}).get("config", {})
    typed = [branch for branch in schema.branches(config) if "properties" in branch]
    return Connector(service_type, schema, typed[0]) if typed else None


def _offends(error: ValidationError) -> bool:
    """False for a property that is missing: the server maps the config to a class and checks no more."""
    if error.kind.name in ("oneOf", "anyOf"):
        branches = getattr(error.kind, "context", [])
        return bool(branches) and all(any(_offends(item) for item in branch) for branch in branches)
    return error.kind.name != "required"


def _below(nodes: list[Node], key: str) -> Iterator[Node]:
    for node in nodes:
        properties = node.get("properties", {})
        if key in properties:
            yield properties[key]
        elif isinstance(node.get("additionalProperties"), Mapping):
            yield node["additionalProperties"]


def _unmask(value: Any, stored: Any) -> Any:
    return stored if value == MASK and isinstance(stored, str) else value
