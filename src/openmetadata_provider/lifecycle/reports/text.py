"""A plan as people read it, in the form of Terraform's: every change, why it cannot be applied, and how many there are.

    Server http://localhost:8585/api, user ingestion-bot (a bot).

      ~ Dashboard looker.sales will be updated in place
          ~ displayName  "Sales" → "Sales overview"
          ~ owners
              + team:data
              - user:jane

    Plan: 0 to create, 1 to update, 0 to replace, 0 to delete, 41 unchanged (3 requests).

The lines hold no secret, and nothing that moves the cursor of a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from openmetadata_provider.lifecycle.changes import Action
from openmetadata_provider.lifecycle.reports.blocks import change_lines
from openmetadata_provider.lifecycle.reports.results import outcome_lines
from openmetadata_provider.lifecycle.reports.sheet import Sheet
from openmetadata_provider.validation.reports.layout import folded, safe
from openmetadata_provider.validation.reports.outcome import counted
from openmetadata_provider.validation.reports.terminal import Look

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.outcomes import Applied
    from openmetadata_provider.lifecycle.plan import Plan

__all__ = ["change_lines", "outcome_lines", "outcome_text", "plan_lines", "plan_text", "summary"]

PLAIN: Final = Look(width=80)
"""No colours, 80 columns."""
_COUNTED: Final = (Action.create, Action.update, Action.replace, Action.restore, Action.delete)


def plan_text(plan: Plan) -> str:
    """The whole plan without colours, in 80 columns."""
    return "\n".join(plan_lines(plan, PLAIN))


def outcome_text(applied: Applied) -> str:
    """What became of a plan, without colours, in 80 columns."""
    return "\n".join(outcome_lines(applied, PLAIN))


def plan_lines(plan: Plan, look: Look) -> Iterator[str]:
    """Every change, refusals once more, then one line that counts them all."""
    yield from folded(safe(_asked(plan)), look.room)
    for note in plan.notes:
        yield from Sheet(look=look, indent=0).block("!", safe(str(note)))
    yield ""
    yield from _blocks(plan, look)
    if plan.is_empty:
        yield from folded(_nothing(plan), look.room)
    else:
        yield ""
    yield from _refusals(plan, look)
    yield look.paint("error" if plan.refusals else "place", summary(plan))


def _blocks(plan: Plan, look: Look) -> Iterator[str]:
    """The entities, an empty line between them; deletions that need one line each stand together."""
    last = 0
    for change in plan.changes:
        lines = list(change_lines(change, look))
        if lines and last and not (plan.is_destroying and last == len(lines) == 1):
            yield ""
        yield from lines
        last = len(lines) or last


def _asked(plan: Plan) -> str:
    """Whom the plan was made for: who asks decides what may be done."""
    words = [word for word, is_so in (("a bot", plan.user.is_bot), ("an admin", plan.user.is_admin)) if is_so]
    kind = f" ({' and '.join(words)})" if words else ""
    who = f"user {plan.user.name}{kind}" if plan.user.name else "whose token this is it does not tell"
    return f"Server {plan.server.url}, {who}."


def _nothing(plan: Plan) -> str:
    if plan.is_destroying:
        return "There is nothing to delete: the server holds nothing of what is declared."
    return "Nothing differs: the server holds what is declared."


def _refusals(plan: Plan, look: Look) -> Iterator[str]:
    refused = [change for change in plan.changes if change.refusal]
    if not refused:
        return
    yield look.paint("error", "This plan cannot be applied:")
    for change in refused:
        where = f" ({change.declaration.manifest.origin})" if change.declaration is not None else ""
        yield from Sheet(look=look, indent=2).block("x", safe(f"{change.name}{where}: {change.refusal}"))
    yield ""


def summary(plan: Plan) -> str:
    """`Plan: 2 to create, 1 to update, 0 to replace, 0 to delete, 41 unchanged (3 requests).`"""
    counts, asked = plan.counts, f"({counted(plan.requests, 'request')})."
    if plan.is_destroying:
        return f"Plan: {counts[Action.delete]:,} to delete, {counts[Action.none]:,} already gone {asked}"
    shown = [action for action in _COUNTED if action is not Action.restore or counts[action]]
    parts = [f"{counts[action]:,} to {action.value}" for action in shown]
    return f"Plan: {', '.join(parts)}, {counts[Action.none]:,} unchanged {asked}"
