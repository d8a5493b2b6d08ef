"""Schemas of whole documents: `kind` and `spec`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from openmetadata_provider.validation.documents import LIFECYCLE
from openmetadata_provider.validation.editors.merging import merged
from openmetadata_provider.validation.editors.payload import connected_types, payload_schema, spelled
from openmetadata_provider.validation.kinds import Kind

Schema = dict[str, Any]
DIALECT: Final = "http://json-schema.org/draft-07/schema#"
_REF: Final = "#/definitions/"


def bare_schema(kind: Kind, service_type: str | None = None) -> Schema:
    """The schema of a payload alone. `service_type` None: whichever the payload names."""
    body, definitions = _spec(kind, service_type)
    return {"$schema": DIALECT, "title": kind.name, **body, "definitions": definitions}


def document_schema(kind: Kind, service_type: str | None = None) -> Schema:
    """The schema of one document of a kind."""
    body, definitions = _spec(kind, service_type)
    return {"$schema": DIALECT, "title": kind.name, **_envelope({"const": kind.name}, body), "definitions": definitions}


def combined_schema(kinds: Mapping[str, Kind]) -> Schema:
    """The schema of a document of any kind: `kind` decides what `spec` has to be."""
    parts = {name: bare_schema(kind) for name, kind in kinds.items()}
    bodies, definitions = merged(parts)
    targets = {name: f"kind.{name}" for name in bodies}
    choices = [
        {
            "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
            "then": {"properties": {"spec": {"$ref": _REF + target}}},
        }
        for name, target in targets.items()
    ]
    return {
        "$schema": DIALECT,
        "title": "OpenMetadata document",
        **_envelope({"enum": sorted(kinds)}, {"type": "object"}),
        "allOf": choices,
        "definitions": definitions | {targets[name]: body for name, body in bodies.items()},
    }


def _envelope(kind: Schema, spec: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {
            "kind": {"description": "What is declared.", "type": "string", **kind},
            "spec": spec,
            "lifecycle": {"description": "How the entity is to be treated when it changes or goes.", **LIFECYCLE},
            "renamed_from": {
                "description": "The name, or the fully qualified name, that the entity had before.",
                "type": "string",
                "minLength": 1,
            },
        },
        "required": ["kind", "spec"],
        "additionalProperties": False,
    }


def _spec(kind: Kind, service_type: str | None) -> tuple[Schema, Schema]:
    """Body and definitions of a payload's schema."""
    types = connected_types(kind) if service_type is None else []
    if not types:
        bodies, definitions = merged({"one": payload_schema(kind, service_type)})
        return bodies["one"], definitions
    parts = {name: payload_schema(kind, name) for name in types}
    bodies, definitions = merged({"": payload_schema(kind, None), **parts})
    named = {f"{kind.name}.{name}" if name else kind.name: body for name, body in bodies.items()}
    return _by_service_type(kind, types), definitions | named


def _by_service_type(kind: Kind, types: list[str]) -> Schema:
    """A chain of ifs: the first service type that is named decides, and no schema of its own is the general one."""
    chosen: Schema = {"$ref": f"{_REF}{kind.name}"}
    for name in reversed(types):
        condition = {"properties": {"serviceType": spelled(kind, name)}, "required": ["serviceType"]}
        chosen = {"if": condition, "then": {"$ref": f"{_REF}{kind.name}.{name}"}, "else": chosen}
    return {"type": "object", **chosen}
