"""One change carried out, as steps.

Creation is a POST (or a row of a bulk call, see `together`), an update a JSON Patch of the properties that change with
`If-Match`, a new connection a PUT whose masks keep the secrets that stay. Whoever changed the entity since the plan is
not overwritten: it is read and compared again. Source: reference/openmetadata-server.md, 3, 5, 7 and 9.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.conflicts import told_apart
from openmetadata_provider.client.differences import CONNECTION, references_of
from openmetadata_provider.client.exchange import Payload, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import Operations
from openmetadata_provider.client.patching import patched_unread
from openmetadata_provider.client.plurals import operations_placed
from openmetadata_provider.client.removal import restored
from openmetadata_provider.client.updating import in_entity_shape
from openmetadata_provider.client.wire import model_from_properties
from openmetadata_provider.errors import (
    AnswerMismatch,
    Conflict,
    InvalidRequest,
    NotFound,
    OpenMetadataError,
    PreconditionFailed,
)
from openmetadata_provider.lifecycle.catalogue import Declaration, parent_fqn
from openmetadata_provider.lifecycle.changes import Action, Change
from openmetadata_provider.lifecycle.connecting import connected
from openmetadata_provider.lifecycle.connections import secret_names
from openmetadata_provider.lifecycle.deciding import PARENT, compared
from openmetadata_provider.lifecycle.detaching import charts_detached
from openmetadata_provider.lifecycle.freshness import is_version_unsure, still_as_planned
from openmetadata_provider.lifecycle.observing import entity_by_id, fields_of
from openmetadata_provider.lifecycle.secrets import SecretsPolicy, secret_paths, with_resolved

ATTEMPTS: Final = 3
Agree = Callable[[Change], bool]
"""Asked when an entity turns out to be another than the one that was planned for: is this change wanted, too?"""


def nobody_agrees(_: Change) -> bool:
    """What is not as planned fails."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """What carrying out needs beside the change."""

    known: Known
    secrets: SecretsPolicy
    agrees: Agree = nobody_agrees


def carried_out(change: Change, operations: Operations[Any, Any], execution: Execution) -> Steps[None]:
    """Does what the change says. Raises ApiError, TransportError, InvalidRequest, ConfigurationError."""
    if change.action is Action.delete:
        yield from _deleted(change, operations, execution.known)
        return
    if change.action in (Action.replace, Action.create):
        yield from _created(change, operations, execution)
    else:
        yield from _made_equal(change, operations, execution)


def request_of(declaration: Declaration, operations: Operations[Any, Any]) -> Any:
    """The create request of a declaration, its secrets in it. Raises ConfigurationError, InvalidRequest."""
    payload = with_resolved(
        declaration.payload, secret_names(declaration), f"{declaration.spec.kind} {declaration.fqn}"
    )
    return model_from_properties(operations.request_model, {k: v for k, v in payload.items() if v is not None})


def remember_secrets(declaration: Declaration, secrets: SecretsPolicy) -> None:
    """Notes the secrets of an entity that was created."""
    for path, written in secret_paths(declaration.payload, secret_names(declaration)):
        secrets.remember(declaration.key, path, written)


def _created(change: Change, operations: Operations[Any, Any], execution: Execution) -> Steps[None]:
    if change.declaration is None:
        return
    request = request_of(change.declaration, operations)
    if change.action is Action.replace and change.observed is not None:
        if change.spec.entity_type == "dashboardService":
            yield from charts_detached(change.observed)
        yield from operations.delete(change.observed.id, execution.known, hard=True, recursive=True, missing_ok=True)
    try:
        yield from told_apart(_posted(request, operations, execution.known), operations, execution.known)
    except Conflict as error:
        if error.error != "ENTITY_LOCKED":
            error.add_note("It was not there when the plan was made; plan again.")
        raise
    except OpenMetadataError as error:
        if change.action is Action.replace:
            error.add_note("The old one is deleted, the new one not there yet: a new plan creates it.")
        raise
    remember_secrets(change.declaration, execution.secrets)


def _posted(request: Any, operations: Operations[Any, Any], known: Known) -> Steps[Payload]:
    """POST. The answer is not looked into: whether the entity is as declared is for the next plan to say."""
    fqn, payload = operations.payload_from(request)
    yield from operations.canonicalised(fqn, payload, known)
    return (yield from fetch(operations.create_request(fqn, payload)))


def _deleted(change: Change, operations: Operations[Any, Any], known: Known) -> Steps[None]:
    if change.observed is None:
        return
    is_hard = change.lifecycle.delete == "hard"
    is_recursive = change.lifecycle.recursive or not is_hard  # what is soft-deleted inside keeps an entity from going
    yield from operations.delete(change.observed.id, known, hard=is_hard, recursive=is_recursive, missing_ok=True)


def _made_equal(change: Change, operations: Operations[Any, Any], execution: Execution) -> Steps[None]:
    """Updates; again on what the entity is by then if somebody else changes it meanwhile."""
    if change.action is Action.restore and change.observed is not None:
        yield from _restored(change.observed.id, operations, execution.known)
        change = yield from _replanned(change, execution)
    for left in reversed(range(ATTEMPTS)):
        try:
            return (yield from _updated(change, operations, execution))
        except PreconditionFailed:
            if not left:
                raise
            change = yield from _agreed(change, execution)


def _restored(id: str, operations: Operations[Any, Any], known: Known) -> Steps[None]:
    with suppress(AnswerMismatch):  # it is alive, whether the answer fits the models or not
        yield from restored(operations, id, known)


def _updated(change: Change, operations: Operations[Any, Any], execution: Execution) -> Steps[None]:
    if change.observed is None or not change.wanted.value:
        return
    version = change.observed.version
    is_connected = change.wanted.value.get(CONNECTION) is not None
    rest = Payload({name: v for name, v in change.wanted.value.items() if name != CONNECTION or not is_connected})
    if is_connected:
        version = yield from connected(change, operations, execution.known, execution.secrets)
    elif is_version_unsure(change.observed):
        yield from still_as_planned(change, (), "PATCH", execution.known)
    if not rest.value:
        return
    problems = yield from in_entity_shape(rest, references_of(change.spec), execution.known)
    if problems:
        raise InvalidRequest(change.name, problems)
    patch = Payload([_operation(name, value) for name, value in rest.value.items()])
    yield from operations_placed(patch, execution.known, subject=change.name)
    yield from patched_unread(operations, change.observed.id, patch, version, execution.known)


def _operation(name: str, value: Any) -> dict[str, Any]:
    path = "/" + name.replace("~", "~0").replace("/", "~1")
    return {"op": "remove", "path": path} if value is None else {"op": "add", "path": path, "value": value}


def _replanned(change: Change, execution: Execution) -> Steps[Change]:
    """The change as it would be planned now. Raises NotFound if the entity is gone."""
    declaration = change.declaration
    if declaration is None or change.observed is None or execution.known.current_user is None:
        return change
    fields = fields_of([declaration])
    entity = yield from entity_by_id(change.spec, change.observed.id, fields, execution.known)
    if entity is None or entity.is_deleted:
        raise NotFound(
            status=404, error="NOT_FOUND", message="it was deleted since the plan was made", method="GET",
            path=change.spec.collection, fqn=change.fqn, advice="Plan again.",
        )  # fmt: skip
    old_parent = parent_fqn(change.fqn if PARENT in change.wanted.value else entity.fqn)  # one that moves stays so
    return compared(declaration, entity, execution.secrets, execution.known.current_user, old_parent)


def _agreed(change: Change, execution: Execution) -> Steps[Change]:
    """The change on what the entity is now. Raises PreconditionFailed if that is another change, and not wanted."""
    now = yield from _replanned(change, execution)
    if set(map(repr, now.fields)) <= set(map(repr, change.fields)) or execution.agrees(now):
        return now
    raise PreconditionFailed(
        status=412,
        error="PRECONDITION_FAILED",
        message=f"{_who(now)} changed {', '.join(_news(change, now))} since the plan was made",
        method="PATCH",
        path=change.spec.collection,
        fqn=change.fqn,
        advice="Plan again.",
    )


def _news(planned: Change, now: Change) -> list[str]:
    known = set(map(repr, planned.fields))
    return [change.path for change in now.fields if repr(change) not in known]


def _who(change: Change) -> str:
    return str(change.observed.properties.get("updatedBy", "somebody")) if change.observed else "somebody"
