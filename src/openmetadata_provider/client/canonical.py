"""A request body as users write it, into the one the server takes.

References become `{id, type}` or ids, owners and domains get the name the server's version knows, tag labels get their
source. All problems found on the way are raised together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from openmetadata_provider.client.exchange import Payload, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.plurals import placed
from openmetadata_provider.client.references import reference_from
from openmetadata_provider.client.tags import completed_label, labels_in
from openmetadata_provider.errors import InvalidRequest, Problem
from openmetadata_spec import EntitySpec, Reference

LOOKED_UP: Final = ("ref", "id")
"""Spellings for which a create request needs the id of the entity; the others are names and go as they are."""
Shape = Callable[[object, dict[str, Any]], Any]
"""From what was written and the reference found for it, to what its place wants."""


def canonicalised(payload: Payload, spec: EntitySpec, known: Known, *, subject: str) -> Steps[None]:
    """Rewrites a create request in place. `subject` names it in errors: `Dashboard sample.10`.

    Raises InvalidRequest for references that do not exist and domains the server cannot take, ApiError if a look-up
    fails.
    """
    problems: list[Problem] = []
    for reference in spec.references:
        if reference.spelling in LOOKED_UP:
            problems += yield from replaced(payload, reference, known, _shape(reference))
    problems += yield from placed(payload, known)
    if problems:
        raise InvalidRequest(subject, problems)
    yield from labels_completed(payload, known)


def labels_completed(payload: Payload, known: Known) -> Steps[None]:
    """Gives every tag label in a body its source, in place. Raises ApiError."""
    for label in labels_in(payload.value):
        yield from completed_label(label, known)


def replaced(payload: Payload, reference: Reference, known: Known, shape: Shape) -> Steps[list[Problem]]:
    """Puts found references in the place of the written ones; returns what is wrong with them."""
    name, value = reference.property, payload.value.get(reference.property)
    if value is None:
        return []
    if not reference.many:
        problem, payload.value[name] = yield from _replacement(value, f"/{name}", reference, known, shape)
        return problem
    problems: list[Problem] = []
    items = payload.value[name] = list(value) if isinstance(value, list | tuple) else [value]
    for index, item in enumerate(items):
        problem, items[index] = yield from _replacement(item, f"/{name}/{index}", reference, known, shape)
        problems += problem
    return problems


def _replacement(
    item: object, pointer: str, reference: Reference, known: Known, shape: Shape
) -> Steps[tuple[list[Problem], Any]]:
    held = item.get(reference.inside, item) if isinstance(item, Mapping) and reference.inside else item
    found = yield from reference_from(held, reference.entities, known)
    if isinstance(found, str):
        return [Problem(pointer=pointer, reason=found)], item
    return [], shape(item, found)


def _shape(reference: Reference) -> Shape:
    return _id_of if reference.spelling == "id" else _as_found


def _id_of(_: object, found: Mapping[str, Any]) -> Any:
    return found["id"]


def _as_found(_: object, found: dict[str, Any]) -> Any:
    return found
