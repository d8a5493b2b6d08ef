"""New entities created many at a time, without writing over what somebody else creates meanwhile.

`PUT …/bulk` creates what is not there and changes what is, and does not say which it did. So the list that holds a
batch is read twice: before, and what has come into being since the plan is left alone; afterwards, and what is no
longer at its first version was written by two. The second look tells what the first came too early for; it undoes
nothing, and the history of the entity has both states. Source: reference/openmetadata-server.md, 3.4 and 4.1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from openmetadata_provider.client.bulk import Bulk
from openmetadata_provider.client.creating import FIRST_VERSION
from openmetadata_provider.client.operations import Operations
from openmetadata_provider.errors import BulkFailure, OpenMetadataError
from openmetadata_provider.lifecycle.catalogue import Key
from openmetadata_provider.lifecycle.changes import Action, Change, Observed
from openmetadata_provider.lifecycle.executing import Execution, remember_secrets, request_of
from openmetadata_provider.lifecycle.observing import Wanted, observed, service_of
from openmetadata_provider.lifecycle.server import Server

BULK_FROM: Final = 5
"""New entities of one collection and level from which on a bulk call pays."""
Batch = list[Change]
"""New entities of one kind, below one service where the kind has those: one list shows them all."""
Failures = Mapping[Key, str]
"""Why entities were not created, or not as declared."""


def divided(changes: Iterable[Change], without_bulk: Collection[str]) -> tuple[list[Change], list[Batch]]:
    """What is carried out by itself, and what is created together."""
    alone: list[Change] = []
    groups: dict[tuple[str, str], Batch] = defaultdict(list)
    for change in changes:
        if change.action is Action.create and change.declaration is not None:
            groups[change.kind, service_of(change.declaration)].append(change)
        else:
            alone.append(change)
    batches = []
    for group in groups.values():
        is_bulk = len(group) >= BULK_FROM and group[0].spec.collection not in without_bulk
        batches += [group] if is_bulk else []
        alone += [] if is_bulk else group
    return alone, batches


def appeared(server: Server, batch: Batch) -> Failures:
    """What is there already, though it was not when the plan was made. Raises as `observed` does."""
    found = _found(server, batch)
    reason = "it exists now, and did not when the plan was made. Plan again."
    return {change.key: reason for change in batch if change.key in found and not change.is_created_again}


def created(server: Server, changes: Batch, execution: Execution) -> Failures | None:
    """One bulk call; the rows that failed. None, and nothing was done, if the server takes them only one by one.

    Raises OpenMetadataError for what is wrong with the call as a whole.
    """
    operations = server.operations(changes[0].spec)
    failures: dict[Key, str] = {}
    requests = list(_requests(changes, operations, failures))
    result = server.run(Bulk(operations=operations, known=server.known).together(requests))
    if result is None:
        return None
    refused = {failure.fqn: _told(failure) for failure in result.failed}
    failures |= {change.key: refused[change.fqn] for change in changes if change.fqn in refused}
    for change in changes:
        if change.key not in failures and change.declaration is not None:
            remember_secrets(change.declaration, execution.secrets)
    return failures


def overtaken(server: Server, changes: Batch) -> Failures:
    """Entities just created that somebody else wrote, too. Raises as `observed` does."""
    found = _found(server, changes)
    reasons = {change.key: _overtaken(found.get(change.key)) for change in changes}
    return {key: reason for key, reason in reasons.items() if reason}


def _overtaken(entity: Observed | None) -> str:
    if entity is None or entity.is_deleted:
        return "it was created, and somebody else deleted it at the same time. Plan again."
    if entity.version is None or abs(entity.version - FIRST_VERSION) < 0.01:
        return ""
    who = entity.properties.get("updatedBy", "somebody")
    return (
        f"somebody else wrote it at the same time: it is at version {entity.version}, last changed by {who}, and a new "
        f"one would be at {FIRST_VERSION}. Its history has what both wrote. Plan again."
    )


def _found(server: Server, batch: Batch) -> Mapping[Key, Observed]:
    first = batch[0]
    service = service_of(first.declaration) if first.declaration is not None else ""
    fqns = frozenset(change.fqn for change in batch)
    return observed(server, [Wanted(spec=first.spec, fqns=fqns, fields=(), service=service)])


def _requests(changes: Batch, operations: Operations[Any, Any], failures: dict[Key, str]) -> Iterator[Any]:
    """The create requests; what keeps one from being made is added to the failures."""
    for change in changes:
        try:
            if change.declaration is not None:
                yield request_of(change.declaration, operations)
        except OpenMetadataError as error:
            failures[change.key] = str(error)


def _told(failure: BulkFailure) -> str:
    return f"{failure.status} {failure.message}" if failure.status else failure.message
