"""Whether schema, model and sandbox agree about a payload: defined here, once, for property tests and fuzz runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import import_module
from importlib.resources import files
from typing import Any

import jsonschema_rs
from pydantic import BaseModel, ValidationError

from openmetadata_bindings.registry import ENTITIES
from openmetadata_provider.client.wire import wire_from_model
from openmetadata_provider.model.service import Connectors, ServiceModel
from openmetadata_provider.sandbox.linking import is_uuid
from properties.explained import (
    FORMAT,
    INCOMPLETE_CONNECTION,
    LAXNESSES,
    Payload,
    is_incomplete_connection,
    rule_of,
    without_nulls,
)
from properties.world import Answer, World

SCHEMAS = files("openmetadata_bindings").joinpath("schemas", "create")


@dataclass(frozen=True, eq=False, kw_only=True)
class Bundle:
    """The schema that payloads are made from: a kind, and for services each service type."""

    kind: str
    service_type: str | None
    schema: dict[str, Any] = field(repr=False)

    @property
    def name(self) -> str:
        return self.kind if self.service_type is None else f"{self.kind}.{self.service_type}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What came of one comparison: the reasons that explain a difference, or a fault."""

    accepted: bool
    """The verdict of the schema, which is the one of record."""
    explained: tuple[str, ...] = ()
    fault: str | None = None


@cache
def bundles() -> tuple[Bundle, ...]:
    """Every bundle; those of a connector make payloads of that service type only."""
    names = sorted(entry.name.removesuffix(".json") for entry in SCHEMAS.iterdir())
    return tuple(_bundle(name) for name in names)


def _bundle(name: str) -> Bundle:
    kind, _, service_type = name.partition(".")
    schema = json.loads(SCHEMAS.joinpath(f"{name}.json").read_text("utf-8"))
    if service_type:
        schema["properties"]["serviceType"] = {"type": "string", "enum": [service_type]}
    return Bundle(kind=kind, service_type=service_type or None, schema=schema)


@cache
def _validator(kind: str, service_type: str | None, *, formats: bool) -> jsonschema_rs.Draft7Validator | None:
    file = SCHEMAS.joinpath(f"{kind}.{service_type}.json" if service_type else f"{kind}.json")
    if not file.is_file():
        return None
    # draft-07 has no `uuid`; the server does, as it has links and dates.
    return jsonschema_rs.Draft7Validator(
        json.loads(file.read_text("utf-8")), validate_formats=formats, formats={"uuid": is_uuid} if formats else None
    )


def validator_for(kind: str, payload: Payload, *, formats: bool = False) -> jsonschema_rs.Draft7Validator:
    """The schema that judges a payload: the connector's where `serviceType` names one, else the kind's."""
    service_type = payload.get("serviceType") if isinstance(payload, dict) else None
    chosen = None
    if isinstance(service_type, str) and service_type.isalnum():
        chosen = _validator(kind, service_type, formats=formats)
    validator = chosen or _validator(kind, None, formats=formats)
    assert validator is not None
    return validator


@cache
def model_of(kind: str) -> type[BaseModel]:
    """The model of a create request."""
    module, _, name = ENTITIES[kind].request.partition(":")
    model: type[BaseModel] = getattr(import_module(module), name)
    return model


def same_json(one: Payload, other: Payload) -> bool:
    """Equality of JSON values: 1 is 1.0, but neither is true. Where one number is a double, both are read as doubles."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_json(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_json, one, other))
    if isinstance(one, bool) is not isinstance(other, bool):
        return False
    return bool(one == other) or (
        isinstance(one, float | int) and type(one) is not type(other) and _same_double(one, other)
    )


def _same_double(one: float, other: object) -> bool:
    try:
        return isinstance(other, float | int) and float(one) == float(other)
    except OverflowError:
        return False


def first_difference(one: Payload, other: Payload, pointer: str = "") -> str | None:
    """Where two JSON values differ first, and how."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        parts = [(key, one[key], other[key]) for key in one]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        parts = [(str(at), *pair) for at, pair in enumerate(zip(one, other, strict=True))]
    else:
        return None if same_json(one, other) else f"{pointer or '/'}: {one!r:.300} for {other!r:.300}"
    found = (first_difference(mine, yours, f"{pointer}/{key}") for key, mine, yours in parts)
    return next((place for place in found if place), None)


def _spelled(kind: str, service_type: str) -> str:
    model = model_of(kind)
    connectors: Connectors | None = model.connectors if issubclass(model, ServiceModel) else None
    return connectors.service_type(service_type) if connectors else service_type


def readings(kind: str, payload: Payload, sent: Payload = None) -> Iterator[tuple[tuple[str, ...], Payload]]:
    """The payload as it is, then as each laxness reads it, with the names of the laxnesses used."""
    yield (), payload
    used: tuple[str, ...] = ()
    for laxness in LAXNESSES:
        meant = laxness.meant(payload, partial(_spelled, kind), sent)
        if not same_json(meant, payload):
            used, payload = (*used, laxness.name), meant
            yield used, payload


def wire(kind: str, payload: Payload) -> tuple[Payload, str | None]:
    """What the client sends for a payload, and None; or None, and why the model refuses it."""
    try:
        return wire_from_model(model_of(kind).model_validate(payload)).value, None
    except ValidationError as error:
        return None, str(error)


def model_finding(kind: str, payload: Payload) -> Finding:
    """Schema against model: the same verdict, and what is sent is what was given."""
    accepted = validator_for(kind, payload).is_valid(payload)
    sent, refusal = wire(kind, payload)
    if refusal is not None:
        return Finding(accepted=accepted, fault=f"only the model refuses: {refusal}" if accepted else None)
    for used, meant in readings(kind, payload, sent):
        if same_json(sent, meant) and validator_for(kind, meant).is_valid(meant):
            return Finding(accepted=accepted, explained=used)
    fault = "does not come back as it was given" if accepted else "only the model accepts"
    place = first_difference(sent, without_nulls(payload, sent))
    return Finding(accepted=accepted, fault=f"{fault}; sent with another {place or 'shape'}")


def sandbox_finding(world: World, kind: str, payload: Payload) -> Finding:
    """Schema against sandbox, for a payload whose references exist there (`World.placed`)."""
    accepted = validator_for(kind, payload).is_valid(payload)
    answer = world.post(kind, payload)
    if answer.status >= 500:
        return Finding(accepted=accepted, fault=f"the sandbox failed: {answer.message}")
    if answer.status == 400:
        well_formed = validator_for(kind, payload, formats=True).is_valid(payload)
        return _refused(accepted, answer, well_formed=well_formed)
    fault = f"only the sandbox accepts: {answer.status} {answer.message}"
    for used, meant in readings(kind, payload):
        errors = list(validator_for(kind, meant).iter_errors(meant))
        if is_incomplete_connection(errors):
            used = (*used, INCOMPLETE_CONNECTION) if errors else used
            if answer.body is None:
                return Finding(accepted=accepted, explained=(*used, _NO_SUCCESS[answer.status]))
            lost = world.difference(kind, meant, answer.body)
            if lost is None:
                return Finding(accepted=accepted, explained=used)
            fault = f"does not read back from the sandbox: {lost}"
    return Finding(accepted=accepted, fault=fault)


_NO_SUCCESS = {404: "rule: reference to nothing", 409: "rule: name taken"}


def _refused(accepted: bool, answer: Answer, *, well_formed: bool) -> Finding:
    if not accepted:
        return Finding(accepted=False)
    if not well_formed:
        return Finding(accepted=True, explained=(FORMAT,))
    if rule := rule_of(answer.message):
        return Finding(accepted=True, explained=(f"rule: {rule}",))
    return Finding(accepted=True, fault=f"only the sandbox refuses: {answer.message}")
