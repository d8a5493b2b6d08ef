"""What became of the entities of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from openmetadata_provider.errors import ApplyFailed
from openmetadata_provider.lifecycle.changes import Change


class Status(Enum):
    """What became of one change."""

    done = "done"
    failed = "failed"
    skipped = "skipped"
    """It needs something that failed."""
    not_started = "not started"
    """The run was stopped before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one change."""

    change: Change
    status: Status
    reason: str = ""
    """Why it was not done; empty if it was."""

    def __str__(self) -> str:
        return f"{self.change.name}: {self.status.value}{f': {self.reason}' if self.reason else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What became of a whole plan. A new plan shows what is left to do."""

    outcomes: tuple[Outcome, ...]
    """One for every change there was something to do for, in the order of the plan."""
    requests: int
    is_stopped: bool = False
    """Whether it ended early, on demand or because the server could not be reached."""

    def __str__(self) -> str:
        from openmetadata_provider.lifecycle.reports.text import outcome_text

        return outcome_text(self)

    def to_json(self) -> dict[str, Any]:
        """As JSON, in the documented, stable form of `omp apply --json`. Holds no secret."""
        from openmetadata_provider.lifecycle.reports.json import applied_json

        return applied_json(self)

    def of(self, *statuses: Status) -> list[Outcome]:
        """The outcomes with one of the statuses."""
        return [outcome for outcome in self.outcomes if outcome.status in statuses]

    @property
    def is_complete(self) -> bool:
        """Whether everything was done."""
        return len(self.of(Status.done)) == len(self.outcomes)

    def raise_for_failures(self) -> Applied:
        """This result again. Raises ApplyFailed, which names every entity that was not done, if there is one."""
        if not self.is_complete:
            raise ApplyFailed(map(str, self.undone), done=len(self.of(Status.done)))
        return self

    @property
    def undone(self) -> Iterable[Outcome]:
        """Everything that was not done, failures first."""
        return self.of(Status.failed) + self.of(Status.skipped, Status.not_started)
