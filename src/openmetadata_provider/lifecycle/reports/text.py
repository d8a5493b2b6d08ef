"""A plan as people read it, in the form of Terraform's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from openmetadata_provider.lifecycle.changes import SYMBOLS, Action, Change, PropertyChange
from openmetadata_provider.validation.reports.terminal import Look

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.outcomes import Applied
    from openmetadata_provider.lifecycle.plan import Plan


def plan_text(plan: Plan) -> str:
    """The whole plan: every change, then one line that counts them."""
    return "\n".join(plan_lines(plan, Look()))


def plan_lines(plan: Plan, look: Look) -> Iterator[str]:
    """Every change, then one line that counts them."""
    for change in plan.changes:
        yield from change_lines(change, look)
    yield summary(plan)


def summary(plan: Plan) -> str:
    """`Plan: 2 to create, 1 to update, 0 to replace, 0 to delete, 41 unchanged (3 requests).`"""
    counts = plan.counts
    parts = [f"{counts[action]} to {action.value}" for action in Action if action is not Action.none]
    return f"Plan: {', '.join(parts)}, {counts[Action.none]} unchanged ({plan.requests} requests)."


def change_lines(change: Change, look: Look) -> Iterator[str]:
    """What is done to one entity, property by property."""
    if change.is_noop:
        return
    yield f"{SYMBOLS[change.action]:>3} {change.kind} {change.fqn}"
    yield from (f"      {_field(field)}" for field in change.fields)
    yield from (f"      # {note}" for note in (*change.notes, *filter(None, (change.refusal,))))


def _field(field: PropertyChange) -> str:
    return (
        f"{field.path}: (secret, changed)" if field.is_secret else f"{field.path}: {field.before!r} → {field.after!r}"
    )


def outcome_lines(applied: Applied, look: Look) -> Iterator[str]:
    """What was not done, then one line that counts everything."""
    yield from map(str, applied.undone)
    yield f"{len(applied.outcomes) - len(list(applied.undone))} of {len(applied.outcomes)} changes done."
