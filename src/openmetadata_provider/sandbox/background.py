"""Work that is done behind an answer: deletions and assignments that the caller does not wait for.

A job runs when it is due, before the next call is answered, so a call never sees half of one.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from .errors import ApiError, entity_locked, parent_locked, too_many_jobs
from .storage import Row

log = logging.getLogger(__name__)
HIGHEST_JOBS = 100
"""Jobs that may wait at a time; one more is a 429."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of work, when it is due, and the entity it deletes, if any."""

    work: Callable[[], object]
    due_ms: int
    deletes: Row | None = None


class Background:
    """The jobs that wait. Used by one thread at a time."""

    def __init__(self) -> None:
        self._jobs: list[Job] = []

    @property
    def waiting(self) -> int:
        """How many jobs have not run yet."""
        return len(self._jobs)

    def start(self, work: Callable[[], object], due_ms: int, deletes: Row | None = None) -> str:
        """The id of a new job; 429 if too many wait."""
        if self.waiting >= HIGHEST_JOBS:
            raise too_many_jobs(HIGHEST_JOBS)
        self._jobs.append(Job(work=work, due_ms=due_ms, deletes=deletes))
        return str(uuid.uuid4())

    def run_due(self, now_ms: int | None = None) -> None:
        """Run what is due, or everything; nobody is told of a job that fails, as nobody is by the server's REST API."""
        due = [job for job in self._jobs if now_ms is None or job.due_ms <= now_ms]
        for job in due:
            self._jobs.remove(job)
            try:
                job.work()
            except ApiError as problem:
                log.info("a job in the background failed: %s", problem.message)

    def check_unlocked(self, entity_type: str, fqn: str, above: Callable[[], set[str]]) -> None:
        """409 while the entity or one above it is being deleted; `above` gives the ids of all of them."""
        locks = {job.deletes.id: job.deletes for job in self._jobs if job.deletes is not None}
        for entity_id in locks.keys() & above() if locks else ():
            lock = locks[entity_id]
            if (lock.type, lock.fqn) == (entity_type, fqn):
                raise entity_locked(entity_type, fqn)
            raise parent_locked(fqn, lock.fqn)
