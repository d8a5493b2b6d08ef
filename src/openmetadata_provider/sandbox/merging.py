"""PUT on an existing entity: which of the sent values count, field by field (server reference, 3.2 and 3.3)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from .catalogue import Document
from .facts import EntityFacts
from .linking import own
from .tags import stored_labels

KEPT = frozenset({"style", "extension", "lifeCycle", "connection"})
"""Plain properties that a PUT without them leaves alone; all others are cleared."""


def merged(facts: EntityFacts, stored: Document, draft: Document, settable: Collection[str], *, bot: bool) -> Document:
    """The document that a PUT of `draft` makes of `stored`; `settable` names what a create request may hold."""
    document = dict(stored)
    for name in settable:
        if name in stored or name in draft:
            document[name] = _value(facts, name, stored.get(name), draft.get(name), bot=bot)
    if not bot:
        document.pop("certification", None)
    if facts.soft_delete:
        document["deleted"] = False
    return {name: value for name, value in document.items() if value is not None}


def _value(facts: EntityFacts, name: str, old: Any, given: Any, *, bot: bool) -> Any:
    if _is_kept(facts, name, old, given, bot=bot):
        return old
    if name == "tags" and facts.tagged:
        return _all_labels(old, given)
    if name == "lifeCycle" and isinstance(old, dict):
        return _later(old, given)
    reference = facts.reference(name)
    return [] if given is None and reference is not None and reference.many else given


def _is_kept(facts: EntityFacts, name: str, old: Any, given: Any, *, bot: bool) -> bool:
    reference = facts.reference(name)
    if name in facts.fixed or (reference is not None and reference.fixed):
        return old is not None
    present = old if reference is None else own(old)  # what is inherited is not there to be kept
    if bot and (name == "extension" or (name in ("description", "domains") and present)):
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
