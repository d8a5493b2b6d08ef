"""A plan carried out: level by level, several entities at a time, new ones together where the server takes them so.

A failure stops what needs the failed entity and nothing else. A stop that is asked for lets what is on its way finish
and starts nothing more. Either way every entity is accounted for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any, Final

from openmetadata_provider.client.bulk import Bulk, chunks
from openmetadata_provider.errors import OpenMetadataError, TransportError, Unauthorized
from openmetadata_provider.lifecycle.catalogue import Key
from openmetadata_provider.lifecycle.changes import Action, Change
from openmetadata_provider.lifecycle.executing import Execution, carried_out, remember_secrets, request_of
from openmetadata_provider.lifecycle.observing import Wanted, observed
from openmetadata_provider.lifecycle.outcomes import Applied, Outcome, Status
from openmetadata_provider.lifecycle.server import Server

CHUNK: Final = 100
"""Entities of one bulk call."""
BULK_FROM: Final = 5
"""New entities of one collection and level from which on a bulk call pays."""
OnOutcome = Callable[[Outcome], object]
"""Called with what became of each entity, from several threads but one at a time."""


@dataclass(slots=True, kw_only=True)
class Run:
    """Changes being carried out."""

    server: Server
    execution: Execution
    levels: Sequence[Sequence[Change]]
    """Changes in the order of doing: each level needs levels before it only."""
    needed_by: Mapping[Key, Iterable[Key]]
    """What cannot be done when a change fails."""
    stop: Event = field(default_factory=Event)
    """Set it from anywhere: nothing more is started."""
    on_outcome: OnOutcome | None = None
    _outcomes: dict[Key, Outcome] = field(default_factory=dict)
    _blocked: dict[Key, Change] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def applied(self) -> Applied:
        """What became of everything. Raises nothing for what a server says: that is part of the outcomes."""
        before = self.server.requests
        for level in self.levels:
            self._level([change for change in level if not change.is_noop])
        outcomes = tuple(self._outcomes[c.key] for level in self.levels for c in level if not c.is_noop)
        return Applied(outcomes=outcomes, requests=self.server.requests - before, is_stopped=self.stop.is_set())

    def _level(self, changes: list[Change]) -> None:
        for change in changes:
            if (cause := self._blocked.get(change.key)) is not None:
                self._note(change, Status.skipped, f"it needs {cause.name}, which was not done")
        ready = [change for change in changes if change.key not in self._outcomes]
        units = list(self._units(ready))
        try:
            with ThreadPoolExecutor(max(1, min(self.server.parallelism, len(units))), "omp") as pool:
                for future in [pool.submit(self._unit, unit) for unit in units]:
                    future.result()
        except BaseException:
            self.stop.set()
            raise

    def _units(self, changes: list[Change]) -> Iterator[list[Change]]:
        """What is sent together: new entities of one kind in chunks, everything else one by one."""
        new: dict[str, list[Change]] = defaultdict(list)
        for change in changes:
            new[change.kind if change.action is Action.create else ""].append(change)
        yield from ([change] for change in new.pop("", []))
        for group in new.values():
            is_bulk = len(group) >= BULK_FROM and group[0].spec.collection not in self.server.known.without_bulk
            yield from chunks(group, CHUNK if is_bulk else 1)

    def _unit(self, changes: list[Change]) -> None:
        if self.stop.is_set():
            for change in changes:
                self._note(change, Status.not_started)
            return
        try:
            if len(changes) > 1:
                self._create_together(changes)
            else:
                operations = self.server.operations(changes[0].spec)
                self.server.run(carried_out(changes[0], operations, self.execution))
                self._note(changes[0], Status.done)
        except OpenMetadataError as error:
            self._failed(changes, error)

    def _create_together(self, changes: list[Change]) -> None:
        """One bulk call. It would write over what has come into being since the plan, so that is looked for first."""
        left = self._still_absent(changes)
        operations = self.server.operations(changes[0].spec)
        requests = dict(self._requests(left, operations))
        bulk = Bulk(operations=operations, known=self.server.known, is_creating=True)
        result = self.server.run(bulk.upsert(list(requests.values()), CHUNK))
        failed = {failure.fqn: failure for failure in result.failed}
        for change in left:
            if change.fqn in failed:
                failure = failed[change.fqn]
                self._note(
                    change, Status.failed, f"{failure.status} {failure.message}" if failure.status else failure.message
                )
            elif change.key in requests and change.declaration is not None:
                remember_secrets(change.declaration, self.execution.secrets)
                self._note(change, Status.done)

    def _still_absent(self, changes: list[Change]) -> list[Change]:
        spec = changes[0].spec
        services = {c.declaration.parent for c in changes if c.declaration and "service" in spec.filters}
        service = next(iter(services)) if len(services) == 1 else None
        wanted = Wanted(
            spec=spec, fqns=frozenset(c.fqn for c in changes), fields=(), service=service[1] if service else ""
        )
        found = observed(self.server, [wanted])
        for change in changes:
            if change.key in found and not change.is_created_again:
                self._note(change, Status.failed, "it exists now, and did not when the plan was made. Plan again.")
        return [change for change in changes if change.key not in self._outcomes]

    def _requests(self, changes: list[Change], operations: Any) -> Iterator[tuple[Key, Any]]:
        for change in changes:
            try:
                if change.declaration is not None:
                    yield change.key, request_of(change.declaration, operations)
            except OpenMetadataError as error:
                self._note(change, Status.failed, str(error))

    def _failed(self, changes: list[Change], error: OpenMetadataError) -> None:
        if isinstance(error, Unauthorized | TransportError):
            self.stop.set()  # the next one would fare no better
        for change in changes:
            if change.key not in self._outcomes:
                self._note(change, Status.failed, " ".join([str(error), *getattr(error, "__notes__", ())]))

    def _note(self, change: Change, status: Status, reason: str = "") -> None:
        outcome = Outcome(change=change, status=status, reason=reason)
        with self._lock:
            self._outcomes[change.key] = outcome
            if status is Status.failed:
                self._block(change)
            if self.on_outcome is not None:
                self.on_outcome(outcome)

    def _block(self, cause: Change) -> None:
        """Everything that needs it, at any distance."""
        pending = list(self.needed_by.get(cause.key, ()))
        while pending:
            key = pending.pop()
            if key not in self._blocked:
                self._blocked[key] = cause
                pending += self.needed_by.get(key, ())
