"""The connection of a service, as a manifest writes it: without what the server fills in, and without a secret.

The schema of the service type says what is a password and what the server takes where nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, NamedTuple

from jsonschema_rs import Draft7Validator

from openmetadata_provider.client.differences import CONNECTION
from openmetadata_provider.client.secret import SECRET_LIKE
from openmetadata_provider.client.settling import SERVER_MASK
from openmetadata_provider.lifecycle.secrets import PathTo
from openmetadata_provider.validation.kinds import Node, Shape
from openmetadata_provider.validation.secrets import is_password

NameOf = Callable[[PathTo], str]
"""The variable that stands for the secret at a path."""
_MISSING: Final = object()


class Written(NamedTuple):
    """A value as it may be written."""

    value: Any
    variables: tuple[str, ...]
    """Variables that stand for secrets in it."""
    left_out: tuple[PathTo, ...]
    """Where something was that looks like a secret, and where no placeholder may stand."""


def without_secrets(value: Any, shape: Shape, name_of: NameOf) -> Written:
    """The connection with a placeholder in the place of every secret, whether the server masked it or not."""
    writer = _SecretWriter(schema_of(shape), name_of)
    written = writer.written(value, [schema_of(shape).connection], (CONNECTION,))
    return Written(written, tuple(writer.variables), tuple(writer.left_out))


def without_defaults(value: Any, shape: Shape) -> Any:
    """The connection without what the server fills in: empty values, and those that are the schema's default."""
    schema = schema_of(shape)
    return schema.without_defaults(value, schema.connection)


class ConnectionSchema:
    """The schema of the connections of one service type."""

    def __init__(self, shape: Shape) -> None:
        self._definitions: Node = shape.document.get("definitions", {})
        self.connection: Node = shape.document.get("properties", {}).get(CONNECTION, {})
        self._validators: dict[int, Draft7Validator] = {}

    def branches(self, node: Node) -> Iterator[Node]:
        """The plain schemas that a node stands for, references and alternatives resolved."""
        node = self._resolved(node)
        options = [*node.get("oneOf", ()), *node.get("anyOf", ()), *node.get("allOf", ())]
        yield node
        for option in options:
            yield from self.branches(option)

    def without_defaults(self, value: Any, node: Node) -> Any:
        """The value without what the server fills in. One of several shapes loses nothing that tells which it is."""
        fitting = self._fitting(value, node)
        if fitting is None:
            return {} if self._is_nothing(value, node) else value
        if isinstance(value, list):
            return [self.without_defaults(item, fitting.get("items", {})) for item in value]
        if not isinstance(value, Mapping) or "properties" not in fitting:
            return value
        return self._shortened(value, fitting["properties"], lambda rest: self._fitting(rest, node) is fitting)

    def _is_nothing(self, value: Any, node: Node) -> bool:
        """Whether all of an object was filled in by the server, into one that may be empty."""
        known = {k: v for branch in self.branches(node) for k, v in branch.get("properties", {}).items()}
        is_object = isinstance(value, Mapping) and self._is_valid({}, node)
        return is_object and not self._shortened(value, known, lambda _: True)

    def _shortened(self, value: Mapping[str, Any], known: Node, is_enough: Callable[[Any], bool]) -> dict[str, Any]:
        """The object without each key that is filled in, as long as the rest is enough."""
        rest = dict(value)
        for key, item in value.items():
            inner = self.without_defaults(item, known[key]) if key in known else item
            without = {name: held for name, held in rest.items() if name != key}
            is_filled_in = _is_empty(inner) or (key in known and self._is_default(item, inner, known[key]))
            for candidate in [without] * is_filled_in + [{**rest, key: inner}]:
                if is_enough(candidate):
                    rest = candidate
                    break
        return rest

    def _is_default(self, item: Any, inner: Any, node: Node) -> bool:
        default = self._default(node)
        return bool(item == default or inner == _without_empty(default))

    def _fitting(self, value: Any, node: Node) -> Node | None:
        """The one shape that the value has; None if it has several or none."""
        node = self._resolved(node)
        options = node.get("oneOf") or node.get("anyOf")
        if not options:
            return node
        fitting = [option for option in options if self._is_valid(value, option)]
        return self._fitting(value, fitting[0]) if len(fitting) == 1 else None

    def _is_valid(self, value: Any, node: Node) -> bool:
        if id(node) not in self._validators:
            self._validators[id(node)] = Draft7Validator(
                {"allOf": [node], "definitions": self._definitions}, validate_formats=False
            )
        return self._validators[id(node)].is_valid(value)

    def _default(self, node: Node) -> Any:
        """The value that the server takes; an object of its own if that is none."""
        while "default" not in node and "$ref" in node:
            node = self._followed(node)
        return node.get("default", _MISSING)

    def _resolved(self, node: Node) -> Node:
        while "$ref" in node:
            node = self._followed(node)
        return node

    def _followed(self, node: Node) -> Node:
        found: Node = self._definitions[node["$ref"].removeprefix("#/definitions/")]
        return found


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _without_empty(value: Any) -> Any:
    return {k: item for k, item in value.items() if not _is_empty(item)} if isinstance(value, Mapping) else value


@cache
def schema_of(shape: Shape) -> ConnectionSchema:
    """The schema, read once for each service type."""
    return ConnectionSchema(shape)


@dataclass(slots=True)
class _SecretWriter:
    """One connection being written."""

    schema: ConnectionSchema
    name_of: NameOf
    variables: list[str] = field(default_factory=list)
    left_out: list[PathTo] = field(default_factory=list)

    def written(self, value: Any, nodes: list[Node], path: PathTo) -> Any:
        """The value; `_MISSING` for what must not be written."""
        known = [branch for node in nodes for branch in self.schema.branches(node)]
        if isinstance(value, Mapping):
            items = ((key, self._member(item, key, known, path)) for key, item in value.items())
            return {key: item for key, item in items if item is not _MISSING}
        if isinstance(value, list):
            inside = [branch["items"] for branch in known if isinstance(branch.get("items"), Mapping)]
            items_written = [self.written(item, inside, (*path, at)) for at, item in enumerate(value)]
            return [item for item in items_written if item is not _MISSING]
        return self._leaf(value, known, path)

    def _member(self, value: Any, key: str, known: list[Node], path: PathTo) -> Any:
        declared = [branch["properties"][key] for branch in known if key in branch.get("properties", {})]
        if declared:
            return self.written(value, declared, (*path, key))
        if SECRET_LIKE.search(key) and not _is_empty(value) and not isinstance(value, bool):
            self.left_out.append((*path, key))
            return _MISSING
        free = [b["additionalProperties"] for b in known if isinstance(b.get("additionalProperties"), Mapping)]
        return self.written(value, free, (*path, key))

    def _leaf(self, value: Any, known: list[Node], path: PathTo) -> Any:
        if not isinstance(value, str) or not value:
            return value
        if any(is_password(branch) for branch in known):
            self.variables.append(self.name_of(path))
            return {"env": self.variables[-1]}
        if value == SERVER_MASK:
            self.left_out.append(path)
            return _MISSING
        return value
