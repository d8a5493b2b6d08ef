"""Plans and what became of them as JSON, of a stable shape: `plan.schema.json` beside this module describes it.

    {
      "format_version": "1.0",
      "type": "plan",
      "server": "http://localhost:8585/api",
      "user": {"name": "ingestion-bot", "bot": true, "admin": false},
      "destroy": false,
      "can_be_applied": true,
      "requests": 3,
      "summary": {"create": 0, "update": 1, "replace": 0, "restore": 0, "delete": 0, "unchanged": 41},
      "notes": [{"message": "...", "entities": ["Dashboard looker.sales"]}],
      "changes": [
        {
          "kind": "Dashboard", "fqn": "looker.sales", "action": "update", "declared_in": "catalog/looker.yaml:8",
          "fields": [
            {"path": "displayName", "action": "change", "secret": false, "unordered": false,
             "forces_replacement": false, "before": "Sales", "after": "Sales overview"}
          ],
          "lost": [], "notes": [], "refusal": null
        }
      ]
    }

`action` of an entity is create, update, replace, restore or delete; of a field add, change or remove. Values are
spelled as in manifests; a secret has none, and inside a list it is nine asterisks. `unordered` lists are sets. Entities
that stay as they are count in `summary` and are not listed. `lost` is what goes with the entity though it is declared
nowhere; `refusal` why the entity's change cannot be applied, and what would allow it.

    {
      "format_version": "1.0",
      "type": "applied",
      "complete": false, "stopped": false, "requests": 9,
      "summary": {"done": 2, "failed": 1, "skipped": 0, "not_started": 0},
      "outcomes": [
        {"kind": "Dashboard", "fqn": "looker.sales", "action": "update", "status": "failed", "reason": "409 ..."}
      ]
    }

Keys may be added within format 1, never renamed or removed. Texts are as they are: whoever shows them on a terminal
escapes control characters, as `json.dumps` does with those of ASCII, and with all unless told otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from openmetadata_provider.lifecycle.changes import Action, Change, PropertyChange
from openmetadata_provider.lifecycle.outcomes import Applied, Outcome, Status
from openmetadata_provider.lifecycle.reports.fields import sign_of

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.plan import Plan

FORMAT_VERSION: Final = "1.0"
_ACTIONS: Final = {"+": "add", "~": "change", "-": "remove"}


def plan_json(plan: Plan) -> dict[str, Any]:
    """The plan; keys in the order of the table above."""
    return {
        "format_version": FORMAT_VERSION,
        "type": "plan",
        "server": plan.server.url,
        "user": {"name": plan.user.name, "bot": plan.user.is_bot, "admin": plan.user.is_admin},
        "destroy": plan.is_destroying,
        "can_be_applied": not plan.refusals,
        "requests": plan.requests,
        "summary": {_counted(action): plan.counts[action] for action in Action},
        "notes": [{"message": note.message, "entities": list(note.entities)} for note in plan.notes],
        "changes": [change_json(change) for change in plan.changes if not change.is_noop],
    }


def change_json(change: Change) -> dict[str, Any]:
    """One entity of a plan."""
    return {
        "kind": change.kind,
        "fqn": change.fqn,
        "action": change.action.value,
        "declared_in": None if change.declaration is None else str(change.declaration.manifest.origin),
        "fields": [_field(field) for field in change.fields],
        "lost": list(change.lost),
        "notes": list(change.notes),
        "refusal": change.refusal or None,
    }


def applied_json(applied: Applied) -> dict[str, Any]:
    """What became of a plan."""
    return {
        "format_version": FORMAT_VERSION,
        "type": "applied",
        "complete": applied.is_complete,
        "stopped": applied.is_stopped,
        "requests": applied.requests,
        "summary": {status.name: len(applied.of(status)) for status in Status},
        "outcomes": [outcome_json(outcome) for outcome in applied.outcomes],
    }


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """What became of one entity."""
    return {
        "kind": outcome.change.kind,
        "fqn": outcome.change.fqn,
        "action": outcome.change.action.value,
        "status": outcome.status.name,
        "reason": outcome.reason or None,
    }


def _counted(action: Action) -> str:
    return "unchanged" if action is Action.none else action.value


def _field(field: PropertyChange) -> dict[str, Any]:
    told = {
        "path": field.path,
        "action": _ACTIONS[sign_of(field)],
        "secret": field.is_secret,
        "unordered": field.is_set,
        "forces_replacement": field.forces_replacement,
    }
    return told if field.is_secret else {**told, "before": field.before, "after": field.after}
