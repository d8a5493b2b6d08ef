"""An update: what is wanted of an entity, looked up and checked, compared with what it is, and sent as a patch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from openmetadata_provider.client.canonical import Shape, labels_completed, replaced
from openmetadata_provider.client.differences import patch_between, references_of, stored_references, unchangeable
from openmetadata_provider.client.exchange import Payload, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import EntityT, Operations, RequestT, id_text
from openmetadata_provider.client.patching import patched
from openmetadata_provider.client.plurals import operations_placed
from openmetadata_provider.client.wanted import Changes, wanted_from
from openmetadata_provider.client.wire import fitting_problems, wire_from_model
from openmetadata_provider.errors import InvalidRequest, PreconditionFailed, Problem
from openmetadata_spec import Reference

ATTEMPTS: Final = 3
"""How often `update_by_name` reads and patches before it gives up against other writers."""


def updated(
    operations: Operations[RequestT, EntityT], entity: EntityT, changes: Changes[EntityT], known: Known
) -> Steps[EntityT]:
    """The entity as it is after the changes. Nothing is sent, and `entity` comes back, if it is so already."""
    wanted = wanted_from(operations.entity_model, operations.spec.kind, entity, changes)
    return (yield from _applied(operations, entity, wanted, known))


def updated_by_name(
    operations: Operations[RequestT, EntityT], fqn: str, changes: Changes[EntityT], known: Known
) -> Steps[EntityT]:
    """As `updated`, with what the entity is at the time; again if somebody else changes it meanwhile."""
    for left in reversed(range(ATTEMPTS)):
        wanted = wanted_from(operations.entity_model, operations.spec.kind, None, changes)
        fields = [name for name in operations.spec.fields if name in wanted.value]
        entity = yield from operations.get_by_name(fqn, fields or None, None, known)
        try:
            return (yield from _applied(operations, entity, wanted, known))
        except PreconditionFailed:
            if not left:
                raise
    raise AssertionError("the last attempt returns or raises")


def _applied(
    operations: Operations[RequestT, EntityT], entity: EntityT, wanted: Payload, known: Known
) -> Steps[EntityT]:
    spec, current = operations.spec, wire_from_model(entity)
    subject = f"{spec.kind} {current.value.get('fullyQualifiedName') or id_text(entity)}"
    yield from _filled(operations, entity, current, wanted, known)
    wanted = Payload({k: v for k, v in wanted.value.items() if k not in current.value or current.value[k] != v})
    problems = yield from in_entity_shape(wanted, references_of(spec), known)
    if not problems:
        problems += fitting_problems(operations.entity_model, current, wanted)
    if problems:
        raise InvalidRequest(subject, problems)
    patch = Payload(list(patch_between(current.value, wanted.value, spec)))
    if not patch.value:
        return entity
    if problems := unchangeable(patch.value, spec):
        raise InvalidRequest(subject, problems)
    yield from operations_placed(patch, known, subject=subject)
    version = getattr(entity, "version", None) if "version" in entity.model_fields_set else None
    return (yield from patched(operations, id_text(entity), patch, version, known))


def _filled(
    operations: Operations[RequestT, EntityT], entity: EntityT, current: Payload, wanted: Payload, known: Known
) -> Steps[None]:
    """Reads the wanted properties that the entity was read without: their absence does not mean that they are empty."""
    unread = [f for f in operations.spec.fields if f in wanted.value and f not in entity.model_fields_set]
    if unread:
        read = yield from operations.get(id_text(entity), unread, None, known)
        values = wire_from_model(read).value
        current.value.update({name: values[name] for name in unread if name in values})


def in_entity_shape(wanted: Payload, references: Mapping[str, Reference], known: Known) -> Steps[list[Problem]]:
    """Gives references their ids and labels their sources, in place. Returns what is wrong with them."""
    problems: list[Problem] = []
    for name, reference in references.items():
        if isinstance(wanted.value.get(name), list):
            wanted.value[name] = stored_references(wanted.value[name])
        problems += yield from replaced(wanted, reference, known, entity_shape(reference))
    if not problems:
        yield from labels_completed(wanted, known)
    return problems


def entity_shape(reference: Reference) -> Shape:
    """How the entity holds a reference: as `{id, type}`, for some properties inside an object."""

    def shape(item: object, found: Mapping[str, Any]) -> dict[str, Any]:
        bare = {"id": found["id"], "type": found["type"]}
        if not reference.inside:
            return bare
        rest = item if isinstance(item, Mapping) and reference.inside in item else {}
        return {**rest, reference.inside: bare}

    return shape
