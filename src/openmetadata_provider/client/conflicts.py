"""A create that meets an entity of the same name: is it alive, or soft-deleted?

The server answers 409 for both. Source: reference/openmetadata-server.md, 2.7 and 7.4.
"""

from __future__ import annotations

from openmetadata_provider.client.exchange import Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import EntityT, Operations, RequestT, id_text
from openmetadata_provider.errors import Conflict, OpenMetadataError


def told_apart(creating: Steps[EntityT], operations: Operations[RequestT, EntityT], known: Known) -> Steps[EntityT]:
    """What the steps create. Raises Conflict that says whether the twin is soft-deleted, and how to revive it."""
    try:
        return (yield from creating)
    except Conflict as error:
        conflict = error
    twin = yield from _deleted_twin(conflict, operations, known)
    raise conflict if twin is None else _of_deleted(conflict, id_text(twin))


def _deleted_twin(conflict: Conflict, operations: Operations[RequestT, EntityT], known: Known) -> Steps[EntityT | None]:
    """The soft-deleted entity of the same FQN; None if there is none or it cannot be looked up."""
    if not conflict.fqn or conflict.error == "ENTITY_LOCKED":
        return None
    try:
        return (yield from operations.found(operations.get_by_name(conflict.fqn, None, "deleted", known)))
    except OpenMetadataError:
        return None  # the conflict is what the caller has to hear of


def _of_deleted(conflict: Conflict, twin: str) -> Conflict:
    error = Conflict(
        status=conflict.status,
        error=conflict.error,
        message=conflict.message,
        method=conflict.method,
        path=conflict.path,
        fqn=conflict.fqn,
        advice=(
            f"It is soft-deleted: bring it back with restore({twin!r}), "
            f"or purge it with delete({twin!r}, hard=True, recursive=True) and create it anew."
        ),
    )
    error.deleted_id = twin
    return error
