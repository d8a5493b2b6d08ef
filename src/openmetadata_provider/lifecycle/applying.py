"""A plan carried out: level by level, several entities at a time, new ones together where the server takes them so.

A failure stops what needs the failed entity and nothing else. A stop that is asked for lets what is on its way finish
and starts nothing more. Either way every entity is accounted for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Final, TypeVar

from openmetadata_provider.client.bulk import chunks
from openmetadata_provider.errors import OpenMetadataError, TransportError, Unauthorized
from openmetadata_provider.lifecycle.catalogue import Key
from openmetadata_provider.lifecycle.changes import Action, Change
from openmetadata_provider.lifecycle.deciding import NAME, PARENT
from openmetadata_provider.lifecycle.executing import Execution, carried_out
from openmetadata_provider.lifecycle.outcomes import Applied, Outcome, Status
from openmetadata_provider.lifecycle.server import Server
from openmetadata_provider.lifecycle.together import Batch, Failures, appeared, created, divided, overtaken

CHUNK: Final = 100
"""Entities of one bulk call."""
T = TypeVar("T")
OnOutcome = Callable[[Outcome], object]
"""Called with what became of each entity, from several threads but one at a time. What was created, and turns out to
have been written by somebody else at the same time, comes a second time, as failed."""


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
    _together: set[Key] = field(default_factory=set)
    """What was created in bulk calls."""
    _lock: Lock = field(default_factory=Lock)
    _reason: str = "the run was stopped before"
    """Why what is not started is not."""
    _is_cut_off: bool = False

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
        alone, batches = divided(self._left(changes), self.server.known.without_bulk)
        self._each(self._look_before, batches)
        self._each(self._unit, [[c] for c in alone] + [u for b in batches for u in chunks(self._left(b), CHUNK)])
        self._each(self._unit, [[change] for change in self._left(changes)])  # what the server takes only one by one
        self._each(self._look_after, batches)

    def _left(self, changes: Iterable[Change]) -> list[Change]:
        return [change for change in changes if change.key not in self._outcomes]

    def _each(self, work: Callable[[T], None], items: Sequence[T]) -> None:
        """Works on all items, several at a time. What the work raises ends the run: nothing more is started."""
        if not items:
            return
        with ThreadPoolExecutor(max(1, min(self.server.parallelism, len(items))), "omp") as pool:
            try:
                for future in [pool.submit(self._stopping, work, item) for item in items]:
                    future.result()
            except BaseException:
                self.stop.set()
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _stopping(self, work: Callable[[T], None], item: T) -> None:
        try:
            work(item)
        except BaseException:
            self.stop.set()  # at once: the thread that waits for this takes its time
            raise

    def _look_before(self, batch: Batch) -> None:
        """Leaves alone what has come into being since the plan: a bulk call would write over it."""
        try:
            if not self.stop.is_set():
                self._note_failures(batch, appeared(self.server, batch))
        except OpenMetadataError as error:
            self._failed(batch, error)

    def _unit(self, changes: list[Change]) -> None:
        """One change, or several that are created in one call."""
        try:
            if self.stop.is_set():
                self._note_all(changes, Status.not_started, self._reason)
            elif len(changes) == 1:
                operations = self.server.operations(changes[0].spec)
                self.server.run(carried_out(changes[0], operations, self.execution))
                self._note(changes[0], Status.done)
            elif (failures := created(self.server, changes, self.execution)) is not None:
                self._together.update(change.key for change in changes)
                self._note_failures(changes, failures)
                self._note_all(self._left(changes), Status.done)
        except OpenMetadataError as error:
            self._failed(changes, error)

    def _look_after(self, batch: Batch) -> None:
        """Finds what somebody else wrote while it was created. If the look fails, what the server confirmed stands."""
        done = [c for c in batch if c.key in self._together and self._outcomes[c.key].status is Status.done]
        try:
            if done and not self._is_cut_off:
                self._note_failures(done, overtaken(self.server, done))
        except OpenMetadataError as error:
            self._stop_for(error)

    def _failed(self, changes: list[Change], error: OpenMetadataError) -> None:
        self._stop_for(error)
        self._note_all(self._left(changes), Status.failed, " ".join([str(error), *getattr(error, "__notes__", ())]))

    def _stop_for(self, error: OpenMetadataError) -> None:
        """Ends the run if the next request would fare no better."""
        if isinstance(error, Unauthorized | TransportError):
            what = "the token was refused" if isinstance(error, Unauthorized) else "the server could not be reached"
            self._reason, self._is_cut_off = f"the run had ended: {what}", True
            self.stop.set()

    def _note_failures(self, changes: list[Change], failures: Failures) -> None:
        for change in changes:
            if change.key in failures:
                self._note(change, Status.failed, failures[change.key])

    def _note_all(self, changes: list[Change], status: Status, reason: str = "") -> None:
        for change in changes:
            self._note(change, status, reason)

    def _note(self, change: Change, status: Status, reason: str = "") -> None:
        outcome = Outcome(change=change, status=status, reason=reason)
        with self._lock:
            self._outcomes[change.key] = outcome
            if status is Status.failed:
                self._block(change)
            if self.on_outcome is not None:
                self.on_outcome(outcome)

    def _block(self, cause: Change) -> None:
        """Everything that needs it, at any distance. What was only to be changed is there as it was."""
        pending = list(self.needed_by.get(cause.key, ())) if _is_needed(cause) else []
        while pending:
            key = pending.pop()
            if key not in self._blocked:
                self._blocked[key] = cause
                pending += self.needed_by.get(key, ())


def _is_needed(change: Change) -> bool:
    """Whether others cannot do without it. What an update leaves as it was is there, unless it gets another name."""
    return change.action is not Action.update or NAME in change.wanted.value or PARENT in change.wanted.value
