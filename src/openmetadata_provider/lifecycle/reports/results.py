"""What became of a plan, as people read it: what was done in short, what was not with its reason, and the count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from openmetadata_provider.lifecycle.changes import Action
from openmetadata_provider.lifecycle.outcomes import Applied, Outcome, Status
from openmetadata_provider.lifecycle.reports.blocks import titled
from openmetadata_provider.lifecycle.reports.sheet import Sheet
from openmetadata_provider.validation.reports.layout import folded, safe
from openmetadata_provider.validation.reports.outcome import counted
from openmetadata_provider.validation.reports.terminal import Look

DONE: Final = {
    Action.create: "created",
    Action.update: "updated",
    Action.replace: "replaced",
    Action.restore: "brought back",
    Action.delete: "deleted",
}
DONE_SHOWN: Final = 50
"""How many entities that were done are named; those that were not are named all."""
_STOPPED: Final = "It ended early. What was begun was finished; plan again to see what is left."
_LEFT: Final = "Plan again to see what is left."


def outcome_lines(applied: Applied, look: Look) -> Iterator[str]:
    """Every entity with what became of it, then one line that counts them."""
    done = applied.of(Status.done)
    for outcome in done[:DONE_SHOWN]:
        yield from titled(outcome.change, DONE[outcome.change.action], look)
    if more := len(done[DONE_SHOWN:]):
        yield f"    and {more:,} more that were done"
    for outcome in applied.undone:
        yield from _undone(outcome, look)
    if applied.outcomes:
        yield ""
    yield from _summary(applied, look)


def _undone(outcome: Outcome, look: Look) -> Iterator[str]:
    is_failure = outcome.status is Status.failed
    style = "removed" if is_failure else ""
    yield from Sheet(look=look, indent=2).block("x" if is_failure else "!", safe(str(outcome)), style)


def _summary(applied: Applied, look: Look) -> Iterator[str]:
    style = "good" if applied.is_complete else "error"
    yield look.paint(style, result(applied))
    if not applied.is_complete:
        yield from folded(_STOPPED if applied.is_stopped else _LEFT, look.room)


def result(applied: Applied) -> str:
    """`Applied: 2 created, 1 updated, 1 failed, 3 skipped (9 requests).`"""
    done = Counter(outcome.change.action for outcome in applied.of(Status.done))
    parts = [f"{done[action]:,} {word}" for action, word in DONE.items() if done[action]]
    rest = Counter(outcome.status for outcome in applied.undone)
    parts += [f"{rest[status]:,} {status.value}" for status in Status if rest[status]]
    return f"Applied: {', '.join(parts) or 'nothing to do'} ({counted(applied.requests, 'request')})."
