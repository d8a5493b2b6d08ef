"""Writing entities: create, update, PUT and bulk.

The caller opens the transaction; everything here either happens as a whole or raises `ApiError`.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from .catalogue import Catalogue, Document, Principal
from .changes import DESCRIPTIONS, VOLATILE, Changes, next_version
from .consolidating import Session
from .drafting import checked, drafted, with_connection
from .entities import BY_TYPE
from .facts import EntityFacts
from .kinds import check_kind, check_unique
from .linking import store_links
from .loading import effective, facts_of, load_whole
from .merging import guarded_fields, merged
from .moving import move_assets
from .preparing import prepared, settle
from .releases import INCREMENTAL_CHANGES
from .rules import check_rules, check_unlocked
from .storage import Row
from .tags import store_labels

STAMP = ("version", "updatedAt", "updatedBy", "changeDescription", "incrementalChangeDescription")
"""What says which version a document is."""
CREATED, UPDATED, UNCHANGED = "entityCreated", "entityUpdated", "entityNoChange"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a write did: the entity now, and the value of `X-OpenMetadata-Change`."""

    row: Row
    change: str


def create(catalogue: Catalogue, facts: EntityFacts, body: Any, principal: Principal) -> Outcome:
    """POST: a new entity. 409 if its FQN is taken, by a soft-deleted one as well."""
    request = checked(catalogue, facts, body)
    draft = drafted(catalogue, facts, request)
    principal.require("Create")
    return _created(catalogue, facts, draft, principal)


def put(catalogue: Catalogue, facts: EntityFacts, body: Any, principal: Principal) -> Outcome:
    """PUT: create the entity, or update (and revive) the one that has its FQN."""
    return put_draft(catalogue, facts, drafted(catalogue, facts, checked(catalogue, facts, body)), principal)


def put_draft(
    catalogue: Catalogue, facts: EntityFacts, draft: Document, principal: Principal, *, override: bool = False
) -> Outcome:
    """The second half of PUT: store a draft, or nothing of it. With `override` a bot writes over what people wrote."""
    row = catalogue.store.by_fqn(facts.entity_type, draft["fullyQualifiedName"])
    principal.require("Create" if row is None else "EditAll")
    if row is None:
        return _created(catalogue, facts, draft, principal)
    stored = load_whole(catalogue.store, row)
    draft = with_connection(catalogue, facts, draft, stored)
    settable = catalogue.schemas.create(facts.kind).properties.keys() & (
        catalogue.schemas.entity(facts.kind).properties.keys() - VOLATILE - {"name"}
    )
    guarded = guarded_fields(catalogue.options.release) if principal.is_bot and not override else ()
    after = merged(facts, stored, draft, settable, guarded)
    with catalogue.store.savepoint():
        if row.deleted:
            restore_children(catalogue, row, principal)
        return update(catalogue, row, stored, after, principal)


def _created(catalogue: Catalogue, facts: EntityFacts, draft: Document, principal: Principal) -> Outcome:
    """A draft as a new entity. Everything that can be refused is refused before the first write."""
    document = prepared(catalogue, facts, {}, {**facts.initial, **with_connection(catalogue, facts, draft, None)})
    _check_new(catalogue, facts, document)
    return Outcome(store_new(catalogue, facts, document, principal), CREATED)


def store_new(catalogue: Catalogue, facts: EntityFacts, document: Document, principal: Principal) -> Row:
    """A checked document as a new entity at version 0.1. 409 if its FQN is taken."""
    row = Row(
        facts.entity_type, str(uuid.uuid4()), document["name"], document["fullyQualifiedName"], False,
        0.1, catalogue.options.clock(), principal.name, _plain_text(facts, document),
    )  # fmt: skip
    catalogue.store.insert(row)
    _store_relations(catalogue, facts, row, {}, document)
    settle(catalogue, row, {}, document)
    return row


def _check_new(catalogue: Catalogue, facts: EntityFacts, document: Document) -> None:
    check_unique(catalogue.store, facts, document)
    check_kind(catalogue.store, facts, document)
    if document.get("dataProducts") and not document.get("domains") and document.get("service"):
        service = catalogue.store.by_id(document["service"]["type"], document["service"]["id"])
        domains = effective(catalogue.store, service, "domains") if service else []
        document = {**document, "domains": [{**ref, "inherited": True} for ref in domains]}
    check_rules(catalogue, facts, document)
    check_unlocked(catalogue, facts, document)


def update(
    catalogue: Catalogue, row: Row, before: Document, after: Document, principal: Principal,
    session: Session | None = None,
) -> Outcome:  # fmt: skip
    """Store `after` over `before` as the next version; without a difference nothing is written.

    In a `session` the version is counted from its start, and goes back to it if nothing of it is left.
    """
    facts = facts_of(row)
    after = prepared(catalogue, facts, before, after)
    step = Changes(facts, before, after)
    if not step.names:
        return Outcome(row, UNCHANGED)
    check_rules(catalogue, facts, after, step.names)
    check_kind(catalogue.store, facts, after, before)
    check_unlocked(catalogue, facts, after)
    stored = _next(catalogue, row, before, after, step, session, principal)
    changed = replace(
        row,
        name=after["name"],
        fqn=after["fullyQualifiedName"],
        deleted=after.get("deleted", False),
        version=stored["version"],
        updated_at=stored["updatedAt"],
        updated_by=stored["updatedBy"],
        document=_plain_text(facts, stored),
    )
    catalogue.store.update(changed)
    _store_relations(catalogue, facts, changed, before, after)
    settle(catalogue, changed, before, after)
    if row.type == "dataProduct":
        move_assets(catalogue.store, row, before.get("domains"), after.get("domains"))
    return Outcome(changed, UPDATED)


def _next(
    catalogue: Catalogue, row: Row, before: Document, after: Document, step: Changes, session: Session | None,
    principal: Principal,
) -> Document:  # fmt: skip
    """`after` with version, author and change descriptions; what was before goes into the history."""
    total = session.changes(facts_of(row), after, step) if session else step
    if session and not total.names:
        catalogue.store.forget_version(row.id, session.version)
        return {**after, **{name: session.document.get(name) for name in STAMP}}
    start, past = (session.version, session.document) if session else (row.version, before)
    catalogue.store.add_version(row.id, start, json.dumps(past))
    stamp: Document = {
        "version": next_version(start, breaking=total.breaking),
        "updatedAt": catalogue.options.clock(),
        "updatedBy": principal.name,
        "changeDescription": total.description(start),
    }
    if catalogue.options.release >= INCREMENTAL_CHANGES:
        stamp["incrementalChangeDescription"] = step.description(row.version)
    return {**after, **stamp}


def _store_relations(catalogue: Catalogue, facts: EntityFacts, row: Row, before: Document, after: Document) -> None:
    for reference in facts.references:
        old, new = before.get(reference.property), after.get(reference.property)
        if old or new:
            store_links(catalogue.store, row, reference, old, new)
    if facts.tagged and (before.get("tags") or after.get("tags")):
        store_labels(catalogue.store, row, before.get("tags"), after.get("tags"))


def _plain_text(facts: EntityFacts, document: Document) -> str:
    apart = _apart(facts.entity_type)
    return json.dumps({name: value for name, value in document.items() if name not in apart and value is not None})


@cache
def _apart(entity_type: str) -> frozenset[str]:
    """Properties that are kept in columns and relationships of their own."""
    facts = BY_TYPE[entity_type]
    names = {reference.property for reference in facts.references} | (VOLATILE - DESCRIPTIONS)
    return frozenset(names | {"name", "deleted", "votes"} | ({"tags"} if facts.tagged else set()))


def children(catalogue: Catalogue, row: Row) -> list[Row]:
    """The entities directly below `row`, deleted or not."""
    found = catalogue.store.query(
        "SELECT DISTINCT to_type, to_id FROM link WHERE from_id = ? AND relation IN ('contains', 'parentOf')", row.id
    )
    rows = (catalogue.store.by_id(entity_type, entity_id) for entity_type, entity_id in found)
    return [child for child in rows if child is not None]


def set_deleted(catalogue: Catalogue, row: Row, deleted: bool, principal: Principal) -> Row:
    """`row` with its flag set, as a new version."""
    before = load_whole(catalogue.store, row)
    return update(catalogue, row, before, {**before, "deleted": deleted}, principal).row


def restore_children(catalogue: Catalogue, row: Row, principal: Principal) -> None:
    """Revive everything soft-deleted below `row`."""
    for child in children(catalogue, row):
        restore_children(catalogue, child, principal)
        if child.deleted:
            set_deleted(catalogue, child, False, principal)
