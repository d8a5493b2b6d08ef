"""Reading entities: from rows to documents, with references, tags, counts and what is inherited."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from .catalogue import Document, Ref
from .entities import BY_TYPE
from .facts import EntityFacts, Inheritance
from .inherited_roles import inherited_roles
from .linking import by_name, linked, linked_together
from .storage import Row, Store
from .tags import labels
from .voting import votes

_NONE: Mapping[str, list[Ref]] = MappingProxyType({})


def facts_of(row: Row) -> EntityFacts:
    """The facts of a row's kind."""
    return BY_TYPE[row.type]


def all_fields(facts: EntityFacts) -> frozenset[str]:
    """Every property that is left out unless asked for, but for the computed counts."""
    names = {reference.property for reference in facts.references} | facts.hidden
    return frozenset(names | {"tags"} if facts.tagged else names)


def load_page(store: Store, rows: Sequence[Row], fields: Collection[str]) -> list[Document]:
    """The documents of rows of one type, as `load` gives them: their references are read together."""
    facts = facts_of(rows[0]) if rows else None
    shown = [r for r in facts.references if r.always_shown or r.property in fields] if facts else []
    ahead = {reference.property: linked_together(store, rows, reference) for reference in shown}
    return [load(store, row, fields, {name: own.get(row.id, []) for name, own in ahead.items()}) for row in rows]


def load(store: Store, row: Row, fields: Collection[str], ahead: Mapping[str, list[Ref]] = _NONE) -> Document:
    """The document of `row` with the `fields` asked for and those always shown; inherited references are marked.

    `ahead`: own references that are read already, by property.
    """
    facts = facts_of(row)
    document = _columns(row)
    document |= {name: value for name, value in row.plain.items() if name not in facts.hidden or name in fields}
    for reference in facts.references:
        if reference.always_shown or reference.property in fields:
            found = effective(store, row, reference.property, ahead=ahead)
            if reference.many or found:
                document[reference.property] = found if reference.many else found[0]
    if facts.tagged and "tags" in fields:
        document["tags"] = labels(store, row)
    if facts.votable and "votes" in fields:
        document["votes"] = votes(store, row)
    for name, (relation, incoming) in facts.counts.items():
        if name in fields:
            document[name] = _count(store, row, relation, incoming=incoming)
    if facts.roles_from and "inheritedRoles" in fields:
        document["inheritedRoles"] = inherited_roles(store, row)
    return document


def load_whole(store: Store, row: Row) -> Document:
    """The document of `row` with every property."""
    return load(store, row, all_fields(facts_of(row)))


def _columns(row: Row) -> Document:
    document: Document = {
        "id": row.id,
        "name": row.name,
        "fullyQualifiedName": row.fqn,
        "version": row.version,
        "updatedAt": row.updated_at,
        "updatedBy": row.updated_by,
    }
    return document | {"deleted": row.deleted} if facts_of(row).soft_delete else document


def effective(
    store: Store, row: Row, name: str, seen: frozenset[str] = frozenset(), ahead: Mapping[str, list[Ref]] = _NONE
) -> list[Ref]:
    """The references that property `name` has: its own, and inherited ones marked as such."""
    facts = facts_of(row)
    own = ahead[name] if name in ahead else _own(store, row, name)
    rule = next((rule for rule in facts.inherits if rule.property == name), None)
    if rule is None or (own and not rule.merged) or row.id in seen:
        return own
    ids = {ref["id"] for ref in own}
    above = _inherited(store, row, rule, seen | {row.id})
    return by_name([*own, *(ref for ref in above if ref["id"] not in ids)])


def _own(store: Store, row: Row, name: str) -> list[Ref]:
    reference = facts_of(row).reference(name)
    return linked(store, row, reference) if reference else []


def _inherited(store: Store, row: Row, rule: Inheritance, seen: frozenset[str]) -> list[Ref]:
    for via in rule.via:
        for ref in _own(store, row, via):
            above = store.by_id(ref["type"], ref["id"])
            found = effective(store, above, rule.property, seen) if above else []
            if found:
                return [{**item, "inherited": True} for item in found]
    return []


def _count(store: Store, row: Row, relation: str, *, incoming: bool) -> int:
    here = "to_id" if incoming else "from_id"
    [(count,)] = store.query(f"SELECT count(*) FROM link WHERE {here} = ? AND relation = ?", row.id, relation)
    return int(count)
