"""Drift as JSON, stable and documented.

    {
      "format_version": "1.0",
      "drift": [
        {
          "kind": "Dashboard", "fqn": "looker.sales",
          "state": "changed",                  changed, missing, deleted (which is soft-deleted)
          "declared_at": "catalog/bi.yaml:8",
          "changed": null,                     who soft-deleted it, in the form below
          "properties": [
            {
              "path": "displayName",
              "declared": "Sales", "on_server": "Sales!",       as a manifest spells them; null for nothing
              "changed": {"by": "jane", "at": "2026-11-21T10:07:00.123000+00:00", "version": 0.3, "is_exact": true}
            },
            {"path": "connection.config.clientSecret", "secret": true, "changed": null}
          ]
        }
      ],
      "summary": {"checked": 28, "unchanged": 27, "changed": 1, "missing": 0, "deleted": 0}
    }

`is_exact` is false where the history names no version that changed the property: then it is the last change of the
entity. The minor number of `format_version` grows with new keys, the major one with everything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from openmetadata_provider.lifecycle.drifting.findings import DriftedEntity, DriftedProperty, LastChange, State

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.drifting.findings import Drift

FORMAT_VERSION: Final = "1.0"


def drift_json(drift: Drift) -> dict[str, Any]:
    """The drift; entities that are as declared count, and are not listed."""
    counts = {state.value: drift.counts.get(state, 0) for state in State}
    return {
        "format_version": FORMAT_VERSION,
        "drift": [_entity(entity) for entity in drift.entities],
        "summary": {"checked": drift.checked, "unchanged": drift.checked - len(drift.entities), **counts},
    }


def _entity(entity: DriftedEntity) -> dict[str, Any]:
    return {
        "kind": entity.kind,
        "fqn": entity.fqn,
        "state": entity.state.value,
        "declared_at": entity.origin,
        "changed": _change(entity.changed),
        "properties": [_property(found) for found in entity.properties],
    }


def _property(found: DriftedProperty) -> dict[str, Any]:
    values = {"secret": True} if found.is_secret else {"declared": found.declared, "on_server": found.on_server}
    return {"path": found.path, **values, "changed": _change(found.changed)}


def _change(change: LastChange | None) -> dict[str, Any] | None:
    if change is None:
        return None
    at = change.at.isoformat() if change.at is not None else None
    return {"by": change.by, "at": at, "version": change.version, "is_exact": change.is_exact}
