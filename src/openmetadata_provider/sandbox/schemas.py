"""The JSON Schemas that the generator bundled, loaded once each and compiled once each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Any

from jsonschema_rs import Draft7Validator

from .type_facts import TYPE_SCHEMA

Node = Mapping[str, Any]
"""One schema inside a bundle."""


class Schema:
    """One self-contained schema: its document, its validator, and validators of its parts."""

    def __init__(self, document: Node) -> None:
        self.document = document
        self.properties: Mapping[str, Node] = document.get("properties", {})
        self._definitions: Node = document.get("definitions", {})
        self._parts: dict[str, Draft7Validator] = {}
        self._schemas: dict[str, Schema] = {}
        self.validator = _validator(document)

    def resolved(self, node: Node) -> Node:
        """`node`, or what its `$ref` points at."""
        while "$ref" in node:
            node = self._definitions[node["$ref"].removeprefix("#/definitions/")]
        return node

    def branches(self, node: Node) -> Iterator[Node]:
        """`node` and every alternative below it, references resolved."""
        node = self.resolved(node)
        yield node
        for keyword in ("allOf", "oneOf", "anyOf"):
            for branch in node.get(keyword, ()):
                yield from self.branches(branch)

    def at(self, path: list[str | int]) -> Node:
        """The schema that a validation error's `schema_path` stands in."""
        node: Any = self.document
        for step in path:
            node = node[step]
        return node if isinstance(node, Mapping) else {}

    def default(self, node: Node) -> Any:
        """The default of a property, its own or that of the type it refers to; None without one."""
        value = node.get("default", self.resolved(node).get("default"))
        if isinstance(value, str) and self.resolved(node).get("type") == "boolean":
            return value == "true"
        return value

    @cached_property
    def defaults(self) -> Mapping[str, Any]:
        """The defaults of the properties that have one; an empty list counts as none."""
        defaults = {name: self.default(node) for name, node in self.properties.items()}
        return {name: value for name, value in defaults.items() if value not in (None, [])}

    def validator_of(self, node: Node, key: str) -> Draft7Validator:
        """A validator of one part, compiled once under `key`."""
        if key not in self._parts:
            part = {"definitions": self._definitions, "allOf": [node]}
            self._parts[key] = _validator(part)
        return self._parts[key]

    def part(self, node: Node, key: str) -> Schema:
        """A schema of its own for one part, with the same definitions, made once under `key`."""
        if key not in self._schemas:
            self._schemas[key] = Schema({**node, "definitions": self._definitions})
        return self._schemas[key]


UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
"""A UUID in its 36-character form."""


def _validator(document: Node) -> Draft7Validator:
    """A validator that knows the one format of ours that draft-07 does not: `uuid`, which the server parses."""
    return Draft7Validator(dict(document), mask="value", formats={"uuid": lambda text: bool(UUID.fullmatch(text))})


_LOADED: dict[str, dict[str, Schema | None]] = {}
"""Folder → path → schema: read and compiled once per process, however many sandboxes run."""


_OWN: Mapping[str, Node] = {"entity/Type.json": TYPE_SCHEMA}
"""What no create request makes is not among the generated schemas."""


class Schemas:
    """The folder of schemas: `create/<Kind>.json`, `create/<Kind>.<ServiceType>.json`, `entity/<Kind>.json`."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self._loaded = _LOADED.setdefault(str(folder), {})

    def create(self, kind: str) -> Schema:
        """The schema of a create request."""
        return self._required(f"create/{kind}.json")

    def entity(self, kind: str) -> Schema:
        """The schema of the entity as the server answers it."""
        return self._required(f"entity/{kind}.json")

    def connected(self, kind: str, service_type: str) -> Schema | None:
        """The schema of a create request whose connector is that of `service_type`, if there is one."""
        return self._load(f"create/{kind}.{service_type}.json")

    def _required(self, path: str) -> Schema:
        schema = self._load(path)
        if schema is None:
            raise FileNotFoundError(f"{path} is missing below {self._folder}: run `make generate`")
        return schema

    def _load(self, path: str) -> Schema | None:
        if path not in self._loaded and path in _OWN:
            self._loaded[path] = Schema(_OWN[path])
        elif path not in self._loaded:
            file = self._folder.joinpath(*path.split("/"))
            self._loaded[path] = Schema(json.loads(file.read_text("utf-8"))) if file.is_file() else None
        return self._loaded[path]
