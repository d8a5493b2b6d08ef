"""Self-contained schemas: one file a kind (and service type) with every reference inside it.

These are what payloads are judged by, offline and in the sandbox. A definition is called after where it comes from:
`type/basic.json#/definitions/entityName` becomes `#/definitions/type.basic.entityName`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from openmetadata_codegen.build import ServiceFamily, service_family
from openmetadata_codegen.jsonschema import Schema, rewritten
from openmetadata_codegen.load import SchemaSet, Target, unescaped
from openmetadata_codegen.manifest import Manifest

DRAFT = "http://json-schema.org/draft-07/schema#"
EMPTY_CONFIG: Schema = {
    "description": "Nothing yet: the service exists, its connection comes later.",
    "type": "object",
    "maxProperties": 0,
}
OPEN_CONFIG: Schema = {"description": "No schema is known for this connector; any object is taken.", "type": "object"}


@dataclass(slots=True)
class Bundler:
    """Makes bundles of one schema set; a schema that many bundles share is rewritten once."""

    schemas: SchemaSet
    _shared: dict[Target, tuple[Schema, tuple[Target, ...]]] = field(default_factory=dict)

    def bundle(self, root: Target, replaced: Mapping[Target, Schema] | None = None) -> Schema:
        """The schema at `root` with all it refers to, `replaced` standing in for some of it."""
        replaced = replaced or {}
        definitions: dict[str, Schema] = {}
        body, todo = self._localised(root)
        waiting = list(todo)
        while waiting:
            target = waiting.pop()
            name = definition_name(target)
            if name not in definitions:
                definitions[name], more = self._replaced(target, replaced)
                waiting += more
        bundled = {"$schema": DRAFT} | {k: v for k, v in body.items() if k not in ("$schema", "$id", "definitions")}
        return bundled | ({"definitions": dict(sorted(definitions.items()))} if definitions else {})

    def _replaced(self, target: Target, replaced: Mapping[Target, Schema]) -> tuple[Schema, tuple[Target, ...]]:
        if target in replaced:
            return self._local_copy(target.file, replaced[target])
        return self._localised(target)

    def _localised(self, target: Target) -> tuple[Schema, tuple[Target, ...]]:
        """The schema at `target`, its references made internal, and the places they lead to."""
        if target not in self._shared:
            self._shared[target] = self._local_copy(target.file, self.schemas.at(target))
        return self._shared[target]

    def _local_copy(self, file: str, schema: Schema) -> tuple[Schema, tuple[Target, ...]]:
        found: list[Target] = []

        def localise(node: Schema, _: str) -> Schema:
            if not isinstance(ref := node.get("$ref"), str):
                return node
            target = self.schemas.target(file, ref)
            found.append(target)
            return node | {"$ref": f"#/definitions/{definition_name(target)}"}

        own = {k: v for k, v in schema.items() if k not in ("$schema", "$id", "definitions")}
        return rewritten(own, localise), tuple(found)


def definition_name(target: Target) -> str:
    """`type/basic.json#/definitions/entityName` → `type.basic.entityName`: no slashes, so it needs no escape."""
    tokens = [unescaped(t) for t in target.pointer.split("/")[1:] if t != "definitions"]
    parts = [*target.file.removesuffix(".json").split("/"), *tokens]
    return ".".join(part.replace("/", "-").replace("%", "-") for part in parts)


def bundles(manifest: Manifest, schemas: SchemaSet) -> dict[str, Schema]:
    """Path below the bindings' `schemas` folder → schema, for every entity of the manifest."""
    bundler = Bundler(schemas)
    out: dict[str, Schema] = {}
    for entry in manifest.entries:
        out[f"create/{entry.kind}.json"] = bundler.bundle(Target(entry.create), _any_config(schemas, entry.create))
        for service_type, replaced in _configs(schemas, entry.create):
            out[f"create/{entry.kind}.{service_type}.json"] = bundler.bundle(Target(entry.create), replaced)
        if entry.entity is not None:
            out[f"entity/{entry.kind}.json"] = bundler.bundle(Target(entry.entity), _any_config(schemas, entry.create))
    return out


def _any_config(schemas: SchemaSet, create: str) -> dict[Target, Schema]:
    family = service_family(schemas, create)
    return {} if family is None else {family.connection: _with_config(schemas, family, OPEN_CONFIG)}


def _configs(schemas: SchemaSet, create: str) -> list[tuple[str, dict[Target, Schema]]]:
    """Service type → what stands in for the connection, for the service types that have a connector."""
    family = service_family(schemas, create)
    if family is None:
        return []
    return [
        (name, {family.connection: _with_config(schemas, family, _config(family, connector))})
        for name, connector in family.connectors
    ]


def _config(family: ServiceFamily, connector: Target) -> Schema:
    depth = family.connection.file.count("/")
    ref = "../" * depth + connector.file + (f"#{connector.pointer}" if connector.pointer else "")
    return {"anyOf": [EMPTY_CONFIG, {"$ref": ref}]}


def _with_config(schemas: SchemaSet, family: ServiceFamily, config: Schema) -> Schema:
    connection = schemas.at(family.connection)
    return connection | {"properties": connection["properties"] | {"config": config}}


def bundle_text(schema: Schema) -> str:
    """A bundle as it is written: compact, keys in schema order, one line a top-level key so that a diff is readable."""
    lines = [f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in schema.items() if k != "definitions"]
    if "definitions" in schema:
        inner = ",\n".join(
            f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in schema["definitions"].items()
        )
        lines.append(f'"definitions": {{\n{inner}\n}}')
    return "{\n" + ",\n".join(lines) + "\n}\n"
