"""Tag labels: classification tags and glossary terms on an entity."""

from __future__ import annotations

import json
from typing import Any

from .catalogue import Document
from .errors import bad_request, not_found
from .fqn import parts, quoted, spellings
from .storage import Row, Store

SOURCES = {"tag": "Classification", "glossaryTerm": "Glossary"}
_KEPT = ("labelType", "state", "reason", "metadata")
"""What a label says of itself; the rest is filled from the tag."""


def labels(store: Store, row: Row) -> list[Document]:
    """The labels of an entity, sorted by `tagFQN`; the tags of its glossary terms show as `Derived`."""
    found = _own_labels(store, row)
    present = {label["tagFQN"] for label in found}
    for label in [label for label in found if label["source"] == "Glossary"]:
        term = store.by_fqn("glossaryTerm", label["tagFQN"])
        for extra in _own_labels(store, term) if term else []:
            if extra["tagFQN"] not in present:
                present.add(extra["tagFQN"])
                found.append({**extra, "labelType": "Derived"})
    return sorted(found, key=lambda label: str(label["tagFQN"]))


def _own_labels(store: Store, row: Row) -> list[Document]:
    found = store.query(
        "SELECT e.type, e.id, e.name, e.fqn, e.document, l.label FROM link l"
        " JOIN entity e ON e.type = l.to_type AND e.id = l.to_id"
        " WHERE l.from_id = ? AND l.relation = 'tags' ORDER BY e.fqn",
        row.id,
    )
    return [
        _label(entity_type, entity_id, name, fqn, json.loads(document), json.loads(label))
        for entity_type, entity_id, name, fqn, document, label in found
    ]


def _label(entity_type: str, entity_id: str, name: str, fqn: str, plain: Document, label: Document) -> Document:
    shown: Document = {key: plain[key] for key in ("displayName", "description", "style") if key in plain}
    where: Document = {"tagFQN": fqn, "name": name, **shown, "source": SOURCES[entity_type]}
    return {**where, **label, "href": {"type": entity_type, "id": entity_id}}


def labels_from_request(store: Store, items: list[Any]) -> list[Document]:
    """Full labels for those of a request, without repeats and derived ones.

    404 for an unknown tag, 400 for a disabled one.
    """
    found: dict[str, Document] = {}
    for item in items:
        if item.get("labelType") != "Derived":
            label = _label_from_request(store, item)
            found.setdefault(label["tagFQN"], label)
    return sorted(found.values(), key=lambda label: str(label["tagFQN"]))


def _label_from_request(store: Store, item: Document) -> Document:
    row = _tag(store, str(item.get("tagFQN", "")), item.get("source"))
    kept = {"labelType": "Manual", "state": "Confirmed"} | {key: item[key] for key in _KEPT if key in item}
    plain = row.plain
    if plain.get("disabled") or is_disabled_above(store, row.fqn):
        raise bad_request(f"Tag label {row.fqn} is disabled and can't be assigned to a data asset.")
    return _label(row.type, row.id, row.name, row.fqn, plain, kept)


def _tag(store: Store, fqn: str, source: str | None) -> Row:
    types = [name for name, value in SOURCES.items() if source in (None, value)]
    for entity_type in types:
        for spelling in spellings(fqn, root=False):
            row = store.by_fqn(entity_type, spelling)
            if row and not row.deleted:
                return row
    raise not_found(types[0], fqn)


def _above(store: Store, fqn: str) -> Row | None:
    """The tag, classification, term or glossary that holds the tag or term `fqn`."""
    names = parts(fqn) or []
    above = ".".join(quoted(name) for name in names[:-1])
    types = ("classification", "glossary") if len(names) == 2 else ("tag", "glossaryTerm")
    return next((row for name in types if (row := store.by_fqn(name, above))), None)


def _disabled(store: Store, row: Row) -> bool:
    if row.plain.get("disabled"):
        return True
    return is_disabled_above(store, row.fqn)


def is_disabled_above(store: Store, fqn: str) -> bool:
    """True if the classification of a tag, or a tag above it, is disabled."""
    above = _above(store, fqn)
    return above is not None and above.type in ("tag", "classification") and _disabled(store, above)


def check_exclusive(store: Store, found: list[Document]) -> None:
    """400 if two labels come from one mutually exclusive classification, tag, glossary or term."""
    first: dict[tuple[str, str], str] = {}
    for label in found:
        above = _above(store, label["tagFQN"]) if len(found) > 1 else None
        if above is None or not above.plain.get("mutuallyExclusive"):
            continue
        other = first.setdefault((above.type, above.fqn), label["tagFQN"])
        if other != label["tagFQN"]:
            raise bad_request(
                f"Tag labels {other} and {label['tagFQN']} are mutually exclusive and can't be assigned together"
            )


def stored_labels(found: Any) -> dict[str, Document]:
    """The labels that are kept as rows: all but derived ones, by `tagFQN`."""
    return {label["tagFQN"]: label for label in found or () if label.get("labelType") != "Derived"}


def store_labels(store: Store, row: Row, before: Any, after: Any) -> None:
    """Write the difference between two lists of labels to the relationship table."""
    old, new = stored_labels(before), stored_labels(after)
    for fqn in old.keys() - new.keys():
        store.unlink(row.id, "tags", old[fqn]["href"]["id"])
    for label in new.values():
        where = label["href"]
        kept = {key: label[key] for key in _KEPT if key in label}
        store.link((row.type, row.id), "tags", (where["type"], where["id"]), json.dumps(kept))
