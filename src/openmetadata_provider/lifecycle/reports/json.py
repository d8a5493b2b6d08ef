"""A plan as JSON, stable and documented."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from openmetadata_provider.lifecycle.changes import Action, Change, PropertyChange

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.outcomes import Applied
    from openmetadata_provider.lifecycle.plan import Plan

FORMAT_VERSION: Final = "1.0"


def plan_json(plan: Plan) -> dict[str, Any]:
    """The plan; entities that stay as they are count, and are not listed."""
    return {
        "format_version": FORMAT_VERSION,
        "changes": [_change(change) for change in plan.changes if not change.is_noop],
        "summary": {action.value: plan.counts[action] for action in Action},
    }


def applied_json(applied: Applied) -> dict[str, Any]:
    """What became of every change."""
    return {
        "format_version": FORMAT_VERSION,
        "outcomes": [
            {"kind": o.change.kind, "fqn": o.change.fqn, "status": o.status.value, "reason": o.reason}
            for o in applied.outcomes
        ],
        "is_stopped": applied.is_stopped,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "fqn": change.fqn,
        "action": change.action.value,
        "fields": [_field(field) for field in change.fields],
        "lost": list(change.lost),
        "notes": list(change.notes),
        "refusal": change.refusal,
    }


def _field(field: PropertyChange) -> dict[str, Any]:
    if field.is_secret:
        return {"path": field.path, "secret": True}
    return {"path": field.path, "before": field.before, "after": field.after}
