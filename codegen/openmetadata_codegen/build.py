"""The middle of the generator: entries of the manifest and schemas become `EntitySpec` values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from openmetadata_codegen.jsonschema import Schema
from openmetadata_codegen.load import SchemaSet, Target
from openmetadata_codegen.manifest import Entry, Manifest, ReferenceEntry
from openmetadata_codegen.naming import snake
from openmetadata_spec import ConnectorSpec, EntitySpec, Parent, PropertySpec, Reference, ServiceSpec

REFERENCE = "entityReference"
"""Name of the schema of a reference to another entity."""
ClassName = Callable[[Target], str | None]
"""The class made of a schema, or None where it becomes a plain type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFamily:
    """A create request whose connection is chosen by `serviceType`, found by its shape."""

    service_types: Target
    connection: Target
    """The object that holds `config`."""
    connectors: tuple[tuple[str, Target], ...]
    """(service type, connection schema), in the order of the service types."""


def service_family(schemas: SchemaSet, create: str) -> ServiceFamily | None:
    """The family that `create` belongs to, or None where it has no `serviceType` and `connection`."""
    properties = schemas.documents[create].get("properties", {})
    if not {"serviceType", "connection"} <= set(properties):
        return None
    type_target, types = schemas.follow(create, properties["serviceType"])
    connection_target, connection = schemas.follow(create, properties["connection"])
    branches = connection.get("properties", {}).get("config", {}).get("oneOf")
    if type_target is None or connection_target is None or not isinstance(branches, list) or "enum" not in types:
        return None
    targets = [t for t in (schemas.follow(connection_target.file, b)[0] for b in branches) if t is not None]
    by_type = {name: t for t in targets for name in _service_types(schemas, t, types["enum"])}
    connectors = tuple((name, by_type[name]) for name in types["enum"] if name in by_type)
    return ServiceFamily(service_types=type_target, connection=connection_target, connectors=connectors)


def _service_types(schemas: SchemaSet, connector: Target, known: list[str]) -> list[str]:
    """Service types that a connection schema is for: the values of its `type`, else what its file is called."""
    _, kind = schemas.follow(connector.file, schemas.at(connector).get("properties", {}).get("type", {}))
    named = [value for value in kind.get("enum", [kind.get("const")]) if value in known]
    stem = connector.stem.removesuffix("Connection").lower()
    return named or [value for value in known if value.lower() == stem]


def entity_specs(manifest: Manifest, schemas: SchemaSet, class_name: ClassName) -> tuple[EntitySpec, ...]:
    """One spec an entry, in manifest order."""
    return tuple(_entity_spec(entry, schemas, class_name) for entry in manifest.entries)


def _entity_spec(entry: Entry, schemas: SchemaSet, class_name: ClassName) -> EntitySpec:
    schema = schemas.documents[entry.create]
    required = set(schema.get("required", ()))
    properties = tuple(
        PropertySpec(
            name=name,
            type=type_label(schemas, entry.create, child, class_name),
            required=name in required,
            immutable=name in entry.immutable or name in entry.parents,
            secret=child.get("format") == "password",
            write_only=_is_write_only(schemas, entry, name),
            default=_scalar(child.get("default", schemas.follow(entry.create, child)[1].get("default"))),
            description=_description(schemas, entry.create, child),
        )
        for name, child in schema["properties"].items()
    )
    return EntitySpec(
        kind=entry.kind,
        entity_type=entry.entity_type,
        collection=entry.collection,
        attribute=snake(entry.plural),
        create_schema=entry.create,
        entity_schema=entry.entity or "",
        properties=properties,
        fields=entry.fields,
        parents=tuple(Parent(property=p, entity=r.entities[0]) for p, r in entry.parents.items()),
        references=tuple(_reference(schemas, entry, p, r) for p, r in entry.references.items()),
        service=_service_spec(schemas, entry.create, class_name),
        lowercase_name=entry.lowercase_name,
        filters=entry.filters,
        assets_by=entry.assets_by,
        renamable=entry.renamable,
    )


def _is_write_only(schemas: SchemaSet, entry: Entry, name: str) -> bool:
    """Whether no answer shows the property: a password, or an instruction for the creation alone."""
    if entry.entity is None:
        return False
    shown = schemas.documents[entry.entity].get("properties", {})
    return not {name, f"{name}s"} & shown.keys()  # `domain` stands for `domains`


def _scalar(value: Any) -> Any:
    return value if isinstance(value, str | int | float) else None


def _reference(schemas: SchemaSet, entry: Entry, name: str, reference: ReferenceEntry) -> Reference:
    _, schema = schemas.follow(entry.create, schemas.documents[entry.create]["properties"][name])
    many = schema.get("type") == "array"
    return Reference(
        property=name,
        entities=reference.entities,
        spelling=reference.spelling,
        many=many,
        inside=_holder(schemas, entry, name),
    )


def _holder(schemas: SchemaSet, entry: Entry, name: str) -> str:
    """Property of the object around a reference on the entity: `term` in `relatedTerms`; "" for a bare reference."""
    if entry.entity is None or name not in schemas.documents[entry.entity].get("properties", {}):
        return ""
    file = entry.entity
    target, schema = schemas.follow(file, schemas.documents[file]["properties"][name])
    if schema.get("type") == "array":
        file = target.file if target is not None else file
        target, schema = schemas.follow(file, schema.get("items", {}))
    if target is None or target.stem == REFERENCE:
        return ""
    followed = {key: schemas.follow(target.file, child)[0] for key, child in schema.get("properties", {}).items()}
    return next((key for key, inner in followed.items() if inner is not None and inner.stem == REFERENCE), "")


def _service_spec(schemas: SchemaSet, create: str, class_name: ClassName) -> ServiceSpec | None:
    family = service_family(schemas, create)
    if family is None:
        return None
    types = schemas.at(family.service_types)
    connectors = tuple(
        ConnectorSpec(service_type=name, model=class_name(target) or "", schema=target.file)
        for name, target in family.connectors
    )
    return ServiceSpec(
        service_types=tuple(types["enum"]),
        aliases=tuple(types.get("x-aliases", {}).items()),
        connectors=connectors,
    )


def type_label(schemas: SchemaSet, file: str, schema: Schema, class_name: ClassName) -> str:
    """The shape of a schema in a few words: `string`, `list(TagLabel)`, `map(string)`, `one of …`."""
    target, meant = schemas.follow(file, schema)
    here = file if target is None else target.file
    if target is not None and (name := class_name(target)) is not None:
        return name
    for key in ("oneOf", "anyOf"):
        if key in meant and "properties" not in meant:
            return "one of " + ", ".join(type_label(schemas, here, branch, class_name) for branch in meant[key])
    return _plain_label(schemas, here, meant, class_name)


def _plain_label(schemas: SchemaSet, file: str, schema: Schema, class_name: ClassName) -> str:
    if "enum" in schema:
        return f"enum({', '.join(map(str, schema['enum']))})"
    match schema.get("type"):
        case "array":
            return f"list({type_label(schemas, file, schema.get('items', {}), class_name)})"
        case "object" if isinstance(schema.get("additionalProperties"), dict):
            return f"map({type_label(schemas, file, schema['additionalProperties'], class_name)})"
        case str(name):
            return name
        case _:
            return "any"


def _description(schemas: SchemaSet, file: str, schema: Schema) -> str:
    own = schema.get("description")
    return own if isinstance(own, str) and own else schemas.follow(file, schema)[1].get("description", "")
