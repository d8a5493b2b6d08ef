"""Reading entities: from rows to documents, with references, tags, counts and what is inherited."""

from __future__ import annotations

from collections.abc import Collection

from .catalogue import Document, Ref
from .entities import BY_TYPE
from .facts import EntityFacts, Inheritance
from .inherited_roles import inherited_roles
from .linking import by_name, linked
from .storage import Row, Store
from .tags import labels
from .voting import votes


def facts_of(row: Row) -> EntityFacts:
    """The facts of a row's kind."""
    return BY_TYPE[row.type]


def all_fields(facts: EntityFacts) -> frozenset[str]:
    """Every property that is left out unless asked for, but for the computed counts."""
    names = {reference.property for reference in facts.references} | facts.hidden
    return frozenset(names | {"tags"} if facts.tagged else names)


def load(store: Store, row: Row, fields: Collection[str]) -> Document:
    """The document of `row` with the `fields` asked for and those always shown; inherited references are marked."""
    facts = facts_of(row)
    document = _columns(row)
    document |= {name: value for name, value in row.plain.items() if name not in facts.hidden or name in fields}
    for reference in facts.references:
        if reference.always_shown or reference.property in fields:
            found = effective(store, row, reference.property)
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


def effective(store: Store, row: Row, name: str, seen: frozenset[str] = frozenset()) -> list[Ref]:
    """The references that property `name` has: its own, and inherited ones marked as such."""
    facts = facts_of(row)
    reference = facts.reference(name)
    own = linked(store, row, reference) if reference else []
    rule = next((rule for rule in facts.inherits if rule.property == name), None)
    if rule is None or (own and not rule.merged) or row.id in seen:
        return own
    ids = {ref["id"] for ref in own}
    above = _inherited(store, row, rule, seen | {row.id})
    return by_name([*own, *(ref for ref in above if ref["id"] not in ids)])


def _inherited(store: Store, row: Row, rule: Inheritance, seen: frozenset[str]) -> list[Ref]:
    for via in rule.via:
        reference = facts_of(row).reference(via)
        for ref in linked(store, row, reference) if reference else []:
            above = store.by_id(ref["type"], ref["id"])
            found = effective(store, above, rule.property, seen) if above else []
            if found:
                return [{**item, "inherited": True} for item in found]
    return []


def _count(store: Store, row: Row, relation: str, *, incoming: bool) -> int:
    here = "to_id" if incoming else "from_id"
    [(count,)] = store.query(f"SELECT count(*) FROM link WHERE {here} = ? AND relation = ?", row.id, relation)
    return int(count)
