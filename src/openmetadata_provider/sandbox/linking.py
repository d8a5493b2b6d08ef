"""References: read from the relationship table, resolved from requests, written back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from .catalogue import Ref
from .entities import BY_TYPE
from .errors import ApiError, bad_request, not_found
from .facts import EntityFacts, ReferenceFacts
from .fqn import spellings
from .schemas import UUID
from .storage import Row, Store

_COLUMNS = "e.type, e.id, e.name, e.fqn, json_extract(e.document, '$.displayName'), e.deleted"

IDS_OF_A_QUERY = 500


def is_uuid(text: str) -> bool:
    """True for a UUID in its 36-character form."""
    return UUID.fullmatch(text) is not None


def found_by_name(store: Store, facts: EntityFacts, text: str) -> Row | None:
    """The entity that an FQN as users write it means, deleted or not."""
    name = text.lower() if "name" in facts.lowercased else text
    if (exact := store.by_fqn(facts.entity_type, name)) is not None:
        return exact
    rows = (store.by_fqn(facts.entity_type, spelling) for spelling in spellings(name, root=facts.root))
    return next((row for row in rows if row), None)


def linked(store: Store, row: Row, reference: ReferenceFacts) -> list[Ref]:
    """The entity's own references under one property, sorted by name."""
    return linked_together(store, [row], reference).get(row.id, [])


def linked_together(store: Store, rows: Sequence[Row], reference: ReferenceFacts) -> dict[str, list[Ref]]:
    """The same of many entities, by their ids; those without references are left out."""
    found: dict[str, list[Ref]] = {}
    for first in range(0, len(rows), IDS_OF_A_QUERY):
        ids = [row.id for row in rows[first : first + IDS_OF_A_QUERY]]
        for incoming in (True, False) if reference.symmetric else (reference.incoming,):
            for entity_id, ref in _ends(store, ids, reference, incoming=incoming):
                found.setdefault(entity_id, []).append(ref)
    if not reference.symmetric:
        return found
    return {key: by_name({ref["id"]: ref for ref in refs}.values()) for key, refs in found.items()}


def by_name(refs: Any) -> list[Ref]:
    """References in the server's order."""
    return sorted(refs, key=lambda ref: (ref["name"], ref["id"]))


def _ends(store: Store, ids: list[str], reference: ReferenceFacts, *, incoming: bool) -> Iterator[tuple[str, Ref]]:
    here, there = ("to", "from") if incoming else ("from", "to")
    types = ", ".join(f"'{entity_type}'" for entity_type in reference.targets)
    # CROSS JOIN: the links come first. Left to choose, SQLite may go through all entities of a single target type.
    found = store.query(
        f"SELECT l.{here}_id, {_COLUMNS} FROM link l CROSS JOIN entity e"
        f" ON e.type = l.{there}_type AND e.id = l.{there}_id"
        f" WHERE l.{here}_id IN ({', '.join('?' * len(ids))}) AND l.relation = ? AND l.{there}_type IN ({types})"
        " ORDER BY e.name, e.id",
        *ids,
        reference.relation,
    )
    return ((columns[0], _ref(*columns[1:])) for columns in found)


def reference_to(row: Row) -> Ref:
    """A reference to the entity of `row`."""
    return _ref(row.type, row.id, row.name, row.fqn, _display_name(row.document), row.deleted)


@lru_cache(maxsize=1024)
def _display_name(document: str) -> str | None:
    name: str | None = json.loads(document).get("displayName")
    return name


def _ref(entity_type: str, entity_id: str, name: str, fqn: str, display_name: str | None, deleted: int) -> Ref:
    ref = {"id": entity_id, "type": entity_type, "name": name, "fullyQualifiedName": fqn}
    return {**ref, **({"displayName": display_name} if display_name else {}), "deleted": bool(deleted)}


def resolved(store: Store, reference: ReferenceFacts, value: Any, known: list[Ref] | None = None) -> list[Ref]:
    """The references that a request means, without repeats, sorted by name.

    `known` are references the entity has already: they are taken as they are, even if deleted since.
    404 for what does not exist, 400 for an owner of the wrong type.
    """
    before = {ref["id"]: ref for ref in known or ()}
    items = value if isinstance(value, list) else [value]
    found = [_resolved_item(store, reference, item, before) for item in items]
    return by_name({ref["id"]: ref for ref in found}.values())


def _resolved_item(store: Store, reference: ReferenceFacts, item: Any, before: dict[str, Ref]) -> Ref:
    if isinstance(item, dict):
        inner = item.get(reference.envelope, item) if reference.envelope else item
        types, key = _types_of(reference, inner.get("type")), inner.get("id")
        if key in before:
            return before[key]
        name = inner.get("fullyQualifiedName") or inner.get("name")
        if key is None and name is None:
            raise bad_request("[query param id must not be null]")
        return reference_to(_by_id(store, types, key) if key is not None else _by_name(store, types, str(name)))
    text = str(item)
    if reference.spelling == "ref" and ":" in text:
        entity_type, _, text = text.partition(":")
        return reference_to(_by_name(store, _types_of(reference, entity_type), text))
    if reference.spelling == "id" or (reference.spelling == "ref" and is_uuid(text)):
        return reference_to(_by_id(store, reference.targets, text))
    return reference_to(_by_name(store, reference.targets, text))


def _types_of(reference: ReferenceFacts, entity_type: str | None) -> tuple[str, ...]:
    if entity_type is None:
        return reference.targets
    if entity_type not in reference.targets:
        raise _wrong_target(reference, entity_type)
    return (entity_type,)


def _wrong_target(reference: ReferenceFacts, entity_type: str) -> ApiError:
    if reference.property == "owners":
        return bad_request(
            f"Entity of type {entity_type} can't be the owner. Only Team of type Group or a User can own entities."
        )
    return bad_request(f"Entity type {entity_type} is not valid for {reference.property}")


def _by_id(store: Store, types: tuple[str, ...], entity_id: Any) -> Row:
    rows = (store.by_id(entity_type, str(entity_id).lower()) for entity_type in types)
    row = next((row for row in rows if row and not row.deleted), None)
    if row is None:
        raise not_found(types[0], str(entity_id))
    return row


def _by_name(store: Store, types: tuple[str, ...], text: str) -> Row:
    rows = (found_by_name(store, BY_TYPE[name], text) for name in types if name in BY_TYPE)
    row = next((row for row in rows if row and not row.deleted), None)
    if row is None:
        raise not_found(types[0], text)
    return row


def own(refs: Any) -> dict[str, Ref]:
    """References that are not inherited, by id."""
    items = refs if isinstance(refs, list) else [refs] if refs else []
    return {ref["id"]: ref for ref in items if not ref.get("inherited")}


def store_links(store: Store, row: Row, reference: ReferenceFacts, before: Any, after: Any) -> None:
    """Write the difference between two values of a property to the relationship table."""
    old, new = own(before), own(after)
    for entity_id in old.keys() - new.keys():
        if reference.incoming or reference.symmetric:
            store.unlink(entity_id, reference.relation, row.id)
        if not reference.incoming:
            store.unlink(row.id, reference.relation, entity_id)
    for entity_id, ref in new.items():
        if entity_id not in old:
            here, there = (row.type, row.id), (ref["type"], entity_id)
            source, target = (there, here) if reference.incoming else (here, there)
            store.link(source, reference.relation, target)
