"""What a saved plan remembers of every entity, and whether that still holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from openmetadata_provider.lifecycle.changes import Change, Observed, PropertyChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """One entity of a plan: what would be done to it, and what was seen of it."""

    kind: str
    fqn: str
    action: str
    id: str | None = None
    """None if the server did not have it."""
    version: float | None = None
    updated_at: int | None = None
    """Milliseconds since 1970."""
    digest: str
    """Of the properties that would change, their values before and after, and of what would be lost."""

    @classmethod
    def of(cls, change: Change) -> Fingerprint:
        """The fingerprint of a change."""
        seen = change.observed
        return cls(
            kind=change.kind,
            fqn=change.fqn,
            action=change.action.value,
            id=None if seen is None else seen.id,
            version=None if seen is None else seen.version,
            updated_at=None if seen is None else _updated_at(seen),
            digest=_digest(change),
        )

    @property
    def name(self) -> str:
        """Kind and FQN."""
        return f"{self.kind} {self.fqn}"


def differences(planned: Iterable[Fingerprint], now: Iterable[Change]) -> list[str]:
    """One sentence for every entity that is not as it was when the plan was saved.

    An entity that there was nothing to do to may have changed, as long as there still is nothing to do to it. What is
    refused now is passed over: it is not applied either way.
    """
    changes = {(change.kind, change.fqn): change for change in now}
    found = []
    for one in planned:
        change = changes.pop((one.kind, one.fqn), None)
        if change is None or not change.refusal:
            found += [f"{one.name}: {what}" for what in _news(one, change)]
    return found + [f"{change.name}: it was not in the plan." for change in changes.values()]


def _news(planned: Fingerprint, change: Change | None) -> Iterator[str]:
    """What is new about one entity, the most telling thing alone."""
    if change is None:
        yield "it is in the plan, and not in what the plan declares."
        return
    now = Fingerprint.of(change)
    is_idle = planned.action == now.action == "none"
    if is_idle or planned == now:
        return
    if planned.id is None and now.id is not None:
        yield "it exists now, and did not then."
    elif now.id is None and planned.id is not None:
        yield "it is gone."
    elif planned.id != now.id:
        yield "it was deleted and made anew."
    elif (planned.version, planned.updated_at) != (now.version, now.updated_at):
        yield f"it was changed{_by_whom(change.observed)}."
    elif planned.action != now.action:
        yield f"it would be another action: {now.action}, and not {planned.action}."
    else:
        yield "other properties would change than then."


def _by_whom(seen: Observed | None) -> str:
    if seen is None:
        return ""
    moment = _updated_at(seen)
    when = "" if moment is None else f" on {datetime.fromtimestamp(moment / 1000, UTC):%Y-%m-%d %H:%M} UTC"
    return f" by {seen.properties.get('updatedBy', 'somebody')}{when}"


def _updated_at(seen: Observed) -> int | None:
    moment = seen.properties.get("updatedAt")
    return moment if isinstance(moment, int) else None


def _digest(change: Change) -> str:
    facts = [[_field(field) for field in change.fields], change.lost]
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()


def _field(field: PropertyChange) -> list[Any]:
    values = [field.before, field.after]
    if field.is_set:
        values = [sorted(value, key=str) if isinstance(value, list) else value for value in values]
    return [field.path, *values, field.is_secret, field.forces_replacement]
