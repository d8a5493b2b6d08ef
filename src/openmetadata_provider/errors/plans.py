# ruff: noqa: N818 (see the package)
"""What goes wrong between what is declared and what a server holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openmetadata_provider.errors.base import OpenMetadataError, listed

SHOWN = 20
"""Problems that a message lists; the error's attribute has them all."""


def _counted(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {many}"


def _first(problems: Sequence[object]) -> str:
    rest = len(problems) - SHOWN
    return listed(problems[:SHOWN]) + (f"\n  ... and {rest} more" if rest > 0 else "")


class InvalidManifests(OpenMetadataError):
    """What is declared is wrong. Nothing was sent."""

    def __init__(self, problems: Iterable[object]) -> None:
        self.problems = tuple(problems)
        """Diagnostics, each with file, line, column, what is wrong and what to do."""
        count = _counted(len(self.problems), "mistake", "mistakes")
        super().__init__(f"{count} in what is declared, nothing was sent{_first(self.problems)}")


class PlanRefused(OpenMetadataError):
    """A plan that cannot be applied as it stands. Nothing was changed."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        """One sentence an entity: which, why not, and what would allow it."""
        count = _counted(len(self.problems), "reason", "reasons")
        super().__init__(f"the plan cannot be applied, for {count}; nothing was changed{_first(self.problems)}")


class PlanOutdated(OpenMetadataError):
    """A saved plan is not what would be planned now: the server changed since. Nothing was changed."""

    def __init__(self, differences: Iterable[str]) -> None:
        self.differences = tuple(differences)
        """One sentence an entity."""
        what = "the server has changed since the plan was made; nothing was done. Plan again."
        super().__init__(f"{what}{_first(self.differences)}")


class ApplyFailed(OpenMetadataError):
    """Entities that could not be brought to what is declared. The others were; a new plan tells what is left."""

    def __init__(self, failures: Iterable[str], *, done: int) -> None:
        self.failures = tuple(failures)
        """One sentence an entity: which, and what happened."""
        self.done = done
        """Entities that were changed as planned."""
        count = _counted(len(self.failures), "entity", "entities")
        super().__init__(f"{count} failed, {done} changed as planned{_first(self.failures)}")
