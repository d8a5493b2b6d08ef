"""What differs between two documents of an entity, and which version that makes."""

from __future__ import annotations

import json
from typing import Any

from .catalogue import Document
from .facts import EntityFacts
from .linking import own
from .tags import stored_labels

DESCRIPTIONS = frozenset({"changeDescription", "incrementalChangeDescription"})
VOLATILE = DESCRIPTIONS | {"id", "version", "updatedAt", "updatedBy", "href", "fullyQualifiedName"}
_ENCRYPTED = ("old-encrypted-value", "new-encrypted-value")


def next_version(version: float, *, breaking: bool) -> float:
    """The version after a change: +0.1, or +1.0 after a backward-incompatible one; 0.9 goes to 1.0."""
    return round(version + (1.0 if breaking else 0.1), 1)


class Changes:
    """The `changeDescription` between two documents, in the making."""

    def __init__(self, facts: EntityFacts, before: Document, after: Document) -> None:
        self.names: set[str] = set()
        """Properties that differ."""
        self._facts = facts
        self._added: list[Document] = []
        self._updated: list[Document] = []
        self._deleted: list[Document] = []
        for name in sorted((before.keys() | after.keys()) - VOLATILE):
            self._compare(name, before.get(name), after.get(name))

    def description(self, previous: float) -> Document:
        """`{fieldsAdded, fieldsUpdated, fieldsDeleted, previousVersion}`; lists and objects are JSON strings."""
        return {
            "fieldsAdded": self._added,
            "fieldsUpdated": self._updated,
            "fieldsDeleted": self._deleted,
            "previousVersion": previous,
        }

    @property
    def breaking(self) -> bool:
        """True if a property of a backward-incompatible kind differs."""
        return bool(self.names & self._facts.breaking)

    def _compare(self, name: str, before: Any, after: Any) -> None:
        reference = self._facts.reference(name)
        if name == "tags" and self._facts.tagged:
            self._compare_sets(name, stored_labels(before), stored_labels(after))
        elif reference is not None:
            self._compare_sets(name, own(before), own(after))
        elif all(value is None or isinstance(value, list) for value in (before, after)):
            self._compare_sets(name, _keyed(before), _keyed(after))
        elif before != after:
            self._record(name, *(_ENCRYPTED if name == "connection" else (before, after)))

    def _compare_sets(self, name: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        if added := [item for key, item in after.items() if key not in before]:
            self._added.append({"name": name, "newValue": text_of(added)})
        if gone := [item for key, item in before.items() if key not in after]:
            self._deleted.append({"name": name, "oldValue": text_of(gone)})
        if added or gone:
            self.names.add(name)

    def _record(self, name: str, before: Any, after: Any) -> None:
        self.names.add(name)
        if before is None:
            self._added.append({"name": name, "newValue": text_of(after)})
        elif after is None:
            self._deleted.append({"name": name, "oldValue": text_of(before)})
        else:
            self._updated.append({"name": name, "oldValue": text_of(before), "newValue": text_of(after)})


def _keyed(items: Any) -> dict[str, Any]:
    return {json.dumps(item, sort_keys=True): item for item in items or ()}


def text_of(value: Any) -> Any:
    """A value as change descriptions hold it: lists and objects as JSON text."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
