"""PATCH sessions: what one user changes within ten minutes becomes one version (server reference, 3.4)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from .catalogue import Catalogue, Document, Principal
from .changes import Changes
from .facts import EntityFacts
from .storage import Row

WINDOW_MS = 10 * 60 * 1000
"""How long after a change a PATCH of the same user still belongs to it."""
MANUAL = "Manual"
"""The source of a change that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The version that the changes of a session are counted from."""

    version: float
    document: Document
    touched: frozenset[str]
    """Properties that the session has changed so far."""

    def changes(self, facts: EntityFacts, after: Document, step: Changes) -> Changes:
        """Everything that differs between the start of the session and `after`, its next `step` included.

        Only what the session touched counts: a follower or a child may have come from elsewhere meanwhile.
        """
        names = self.touched | step.names
        before = {name: value for name, value in after.items() if name not in names}
        return Changes(facts, before | {name: self.document[name] for name in names & self.document.keys()}, after)


def session_of(catalogue: Catalogue, row: Row, principal: Principal, source: str) -> Session | None:
    """The session that a PATCH of `row` continues, or None if it starts a version of its own."""
    age_ms = catalogue.options.clock() - row.updated_at
    same_hand = row.updated_by == principal.name and catalogue.sources.get(row.id, MANUAL) == source
    if row.deleted or row.version <= 0.1 or not same_hand or age_ms > WINDOW_MS:
        return None
    change = row.plain.get("changeDescription") or {}
    start = float(change.get("previousVersion", 0))
    past = dict(catalogue.store.versions(row.id)).get(start)
    return None if past is None else Session(version=start, document=json.loads(past), touched=_names(change))


def _names(change: Document) -> frozenset[str]:
    lists = (change.get(key) or [] for key in ("fieldsAdded", "fieldsUpdated", "fieldsDeleted"))
    return frozenset(item["name"] for items in lists for item in items)
