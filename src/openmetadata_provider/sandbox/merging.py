"""PUT on an existing entity: which of the sent values count, field by field (server reference, 3.2 and 3.3)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from .catalogue import Document
from .facts import EntityFacts
from .linking import own
from .releases import SECOND, Release
from .tags import stored_labels

KEPT = frozenset({"style", "extension", "lifeCycle", "connection"})
"""Plain properties that a PUT without them leaves alone; all others are cleared."""

NEVER_BY_BOTS = frozenset({"extension", "displayName", "dataProducts"})
FILLED_BY_BOTS = frozenset({"description", "domains"})
"""What a bot may set while it is empty."""


def guarded_fields(release: Release) -> frozenset[str]:
    """What a PUT of a bot leaves to people."""
    return NEVER_BY_BOTS | FILLED_BY_BOTS if release >= SECOND else frozenset({"extension"}) | FILLED_BY_BOTS


def merged(
    facts: EntityFacts, stored: Document, draft: Document, settable: Collection[str], guarded: Collection[str] = ()
) -> Document:
    """The document that a PUT of `draft` makes of `stored`; `settable` names what a create request may hold.

    `guarded` fields stay as they are; a PUT that guards none drops the certification.
    """
    document = dict(stored)
    for name in settable:
        if name in stored or name in draft:
            document[name] = _value(facts, name, stored.get(name), draft.get(name), guarded)
    if not guarded:
        document.pop("certification", None)
    if facts.soft_delete:
        document["deleted"] = False
    return {name: value for name, value in document.items() if value is not None}


def _value(facts: EntityFacts, name: str, old: Any, given: Any, guarded: Collection[str]) -> Any:
    if _is_kept(facts, name, old, given, guarded):
        return old
    if name == "tags" and facts.tagged:
        return _all_labels(old, given)
    if name == "lifeCycle" and isinstance(old, dict):
        return _later(old, given)
    reference = facts.reference(name)
    return [] if given is None and reference is not None and reference.many else given


def _is_kept(facts: EntityFacts, name: str, old: Any, given: Any, guarded: Collection[str]) -> bool:
    reference = facts.reference(name)
    if name == "provider" or name in facts.fixed or (reference is not None and reference.fixed):
        return old is not None
    present = old if reference is None else own(old)  # what is inherited is not there to be kept
    if name in guarded and (name in NEVER_BY_BOTS or present):
        return True
    keeps = name in KEPT or name == "tags" or (reference is not None and reference.kept_on_put)
    return keeps and given in (None, [])


def _all_labels(old: Any, given: Any) -> list[Document]:
    union = stored_labels(given) | stored_labels(old)
    return sorted(union.values(), key=lambda label: str(label["tagFQN"]))


def _later(old: Document, given: Document) -> Document:
    """Two life cycles as one: of each event the later, by `timestamp`."""
    newer = {key: value for key, value in given.items() if _time(value) >= _time(old.get(key))}
    return {**old, **newer}


def _time(event: Any) -> float:
    return float(event.get("timestamp", 0)) if isinstance(event, dict) else 0.0
