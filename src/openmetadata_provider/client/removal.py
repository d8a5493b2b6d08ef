"""Deletions that the server works on in the background, and the way back from a soft one.

Source: reference/openmetadata-server.md, 7.2 and 7.3.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from openmetadata_provider.client.answers import fetch, or_none_if_absent
from openmetadata_provider.client.exchange import Pause, Payload, Request, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import EntityT, Id, Operations, RequestT
from openmetadata_provider.client.paging import query_from_values
from openmetadata_provider.errors import DeletionTimedOut, ServerError, UsageError

FIRST_PAUSE_S: Final = 0.2
LONGEST_PAUSE_S: Final = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """A deletion that the server has accepted and works on."""

    kind: str
    id: str
    name: str
    """Name of the entity, as the server tells it; its id where it does not."""
    path: str
    """Path of the entity below `/api`."""
    hard: bool
    job_id: str | None
    """The server's own name for the job; it has no call that asks about it."""


def started(
    operations: Operations[RequestT, EntityT], id: Id, known: Known, *, hard: bool, recursive: bool
) -> Steps[Deletion]:
    """The deletion, begun. Raises NotFound, also from a server (before about 1.6) that has no such call."""
    identifier = operations.about(id)
    path = f"{operations.path}/async/{identifier}"
    query = query_from_values({"hardDelete": hard, "recursive": recursive})
    answer = yield from fetch(Request(method="DELETE", path=path, query=query, about=identifier))
    known.forget_references()
    told: dict[str, Any] = answer.value if isinstance(answer.value, dict) else {}
    return Deletion(
        kind=operations.spec.kind,
        id=identifier,
        name=str(told.get("entityName") or identifier),
        path=operations.path_of(id),
        hard=hard,
        job_id=str(told["jobId"]) if told.get("jobId") else None,
    )


def ended(deletion: Deletion, known: Known, timeout_s: float) -> Steps[None]:
    """Ends when the entity is gone (or marked as deleted). Raises DeletionTimedOut, ApiError."""
    if timeout_s < 0:
        raise UsageError("timeout_s must be 0 or more.")
    begun, paused = time.monotonic(), 0.0
    for pause in _pauses():
        left = yield from _left(deletion)
        if left is None:
            known.forget_references()
            return
        remaining = timeout_s - max(paused, time.monotonic() - begun)
        if remaining <= 0:
            raise DeletionTimedOut(kind=deletion.kind, name=_name(left, deletion), id=deletion.id, waited_s=timeout_s)
        step = min(pause, remaining)
        yield Pause(seconds=step)
        paused += step


def _pauses() -> Iterator[float]:
    """Seconds between looks, each half as long again as the one before."""
    pause = FIRST_PAUSE_S
    while True:
        yield pause
        pause = min(pause * 1.5, LONGEST_PAUSE_S)


def _left(deletion: Deletion) -> Steps[Payload | None]:
    """What is still there of the entity; None when the deletion has ended."""
    request = Request(method="GET", path=deletion.path, query=(("include", "all"),), about=deletion.id)
    entity = yield from or_none_if_absent(fetch(request))
    if entity is None or not isinstance(entity.value, dict):
        return None
    return None if entity.value.get("deleted") and not deletion.hard else entity


def _name(entity: Payload, deletion: Deletion) -> str:
    return str(entity.value.get("fullyQualifiedName") or deletion.name)


def restored(operations: Operations[RequestT, EntityT], id: Id, known: Known) -> Steps[EntityT]:
    """The entity, alive again with what was soft-deleted inside it. One that was never deleted comes back as it is.

    Raises NotFound, also for a hard-deleted one.
    """
    identifier = operations.about(id)
    request = Request(method="PUT", path=f"{operations.path}/restore", body={"id": identifier}, about=identifier)
    try:
        entity = yield from operations.entity(request)
    except ServerError:  # what a server says to the restoring of a live entity
        alive = yield from operations.found(operations.get(identifier, None, None, known))
        if alive is None:
            raise
        return alive
    return entity


def restored_by_name(operations: Operations[RequestT, EntityT], fqn: str, known: Known) -> Steps[EntityT]:
    """As `restored`. Raises NotFound."""
    entity = yield from operations.get_by_name(fqn, None, "all", known)
    if getattr(entity, "deleted", None) is False:
        return entity
    return (yield from restored(operations, entity, known))
