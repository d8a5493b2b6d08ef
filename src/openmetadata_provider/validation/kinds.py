"""The kinds of entity that can be checked, and the compiled schemas of each, made when they are first needed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final

from jsonschema_rs import Draft7Validator, Draft201909Validator

from openmetadata_provider.client.bindings import load_class, registry
from openmetadata_provider.validation.rules import with_rules
from openmetadata_provider.validation.secrets import (
    bare_references,
    literals_refused,
    references_allowed,
    secret_names,
)
from openmetadata_spec import EntitySpec

DEFAULT_BINDINGS: Final = "openmetadata_bindings"
Node = Mapping[str, Any]


class Shape:
    """One create request: its schema, and validators for payloads as people write them."""

    def __init__(self, kind: str, document: Node) -> None:
        self.document = references_allowed(document)
        self.secrets = secret_names(document)
        """Names of properties that hold passwords."""
        self._kind = kind
        self._plain = document

    @cached_property
    def validator(self) -> Draft7Validator:
        """Takes a password, or a reference to one. Formats (dates, links) are not checked: they stay texts."""
        return Draft7Validator(self.document, validate_formats=False)

    @cached_property
    def faultless(self) -> Draft201909Validator:
        """Takes only payloads that there is nothing to say about."""
        return _strict(self._kind, literals_refused(self._plain))

    @cached_property
    def faultless_with_literals(self) -> Draft201909Validator:
        """As `faultless`, and takes passwords that are written out."""
        return _strict(self._kind, self.document)

    def node(self, path: list[str | int]) -> Node:
        """The part of the schema at the path that an error names."""
        node: Any = self.document
        for step in path:
            node = node[step]
        return node if isinstance(node, Mapping) else {}

    @cached_property
    def connector_requires(self) -> tuple[str, ...]:
        """What the connection of the service type cannot do without."""
        config = self._property(self._property(self.document, "connection"), "config")
        return tuple(name for branch in config.get("anyOf", ()) for name in self._resolved(branch).get("required", ()))

    def _property(self, node: Node, name: str) -> Node:
        return self._resolved(node.get("properties", {}).get(name, {}))

    def _resolved(self, node: Node) -> Node:
        while "$ref" in node:
            node = self.document["definitions"][node["$ref"].removeprefix("#/definitions/")]
        return node


def _strict(kind: str, document: Node) -> Draft201909Validator:
    return Draft201909Validator(with_rules(kind, bare_references(document)), validate_formats=False)


class Kind:
    """One kind of entity: `Dashboard`."""

    def __init__(self, name: str, attribute: str, spec_path: str, package: str) -> None:
        self.name = name
        self.collection = attribute.replace("_", "")
        """Name of its collection in one word: `dashboardservices`."""
        self._spec_path = spec_path
        self._package = package
        self._shapes: dict[str | None, Shape] = {}
        self._verdicts: dict[tuple[str | None, bool], Callable[[Any], bool]] = {}

    @cached_property
    def spec(self) -> EntitySpec:
        """What the kind is: parents, references, service types."""
        spec: EntitySpec = load_class(self._spec_path)
        return spec

    @cached_property
    def service_types(self) -> Mapping[str, str]:
        """Service types by their spelling in lower case, aliases included; empty for a kind that is no service."""
        service = self.spec.service
        if service is None:
            return {}
        own = {name.casefold(): name for name in service.service_types}
        return own | {alias.casefold(): name for alias, name in service.aliases}

    @cached_property
    def own_service_types(self) -> frozenset[str]:
        """Service types in the server's spelling."""
        return frozenset(self.service_types.values())

    @property
    def secrets(self) -> frozenset[str]:
        """Names of properties that hold passwords, in every connection that was looked at so far."""
        return frozenset().union(*(shape.secrets for shape in self._shapes.values()))

    def shape(self, service_type: str | None = None) -> Shape:
        """The create request, its connection that of a service type of the kind (any, if that has no schema)."""
        if service_type not in self._shapes:
            self._shapes[service_type] = self._loaded(service_type)
        return self._shapes[service_type]

    def verdict(self, service_type: Any, *, literal_secrets: bool) -> Callable[[Any], bool] | None:
        """What says whether a payload of this service type is without fault; None for a service type there is not."""
        if not self.service_types:
            service_type = None
        elif not isinstance(service_type, str) or service_type not in self.own_service_types:
            return None
        if (found := self._verdicts.get((service_type, literal_secrets))) is None:
            shape = self.shape(service_type)
            validator = shape.faultless_with_literals if literal_secrets else shape.faultless
            found = self._verdicts[service_type, literal_secrets] = validator.is_valid
        return found

    def _loaded(self, service_type: str | None) -> Shape:
        folder = files(self._package).joinpath("schemas", "create")
        if service_type is not None:
            file = folder.joinpath(f"{self.name}.{service_type}.json")
            if not file.is_file():
                return self.shape()
            return Shape(self.name, json.loads(file.read_text(encoding="utf-8")))
        return Shape(self.name, json.loads(folder.joinpath(f"{self.name}.json").read_text(encoding="utf-8")))


@cache
def kinds(package: str = DEFAULT_BINDINGS) -> Mapping[str, Kind]:
    """Every kind of a bindings package by name. Raises ConfigurationError if there is no such package."""
    return {name: Kind(name, entry.attribute, entry.spec, package) for name, entry in registry(package).items()}
