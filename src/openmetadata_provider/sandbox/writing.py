"""Writing entities: create, update, PUT and bulk.

The caller opens the transaction; everything here either happens as a whole or raises `ApiError`.
"""

from __future__ import annotations

import json
import time
import uuid
from dataclasses import dataclass, replace
from typing import Any

from .catalogue import Catalogue, Document, Principal
from .changes import VOLATILE, Changes, next_version
from .drafting import checked, drafted, with_connection
from .facts import EntityFacts
from .kinds import check_unique
from .linking import store_links
from .loading import effective, facts_of, load_whole
from .merging import merged
from .preparing import prepared, settle
from .rules import check_rules
from .storage import Row
from .tags import store_labels

CREATED, UPDATED, UNCHANGED = "entityCreated", "entityUpdated", "entityNoChange"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a write did: the entity now, and the value of `X-OpenMetadata-Change`."""

    row: Row
    change: str


def now_ms() -> int:
    """Milliseconds since the epoch."""
    return time.time_ns() // 1_000_000


def create(catalogue: Catalogue, facts: EntityFacts, body: Any, principal: Principal) -> Outcome:
    """POST: a new entity. 409 if its FQN is taken, by a soft-deleted one as well."""
    request = checked(catalogue, facts, body)
    draft = drafted(catalogue, facts, request)
    principal.require("Create")
    return _created(catalogue, facts, draft, principal)


def put(catalogue: Catalogue, facts: EntityFacts, body: Any, principal: Principal) -> Outcome:
    """PUT: create the entity, or update (and revive) the one that has its FQN."""
    return put_draft(catalogue, facts, drafted(catalogue, facts, checked(catalogue, facts, body)), principal)


def put_draft(catalogue: Catalogue, facts: EntityFacts, draft: Document, principal: Principal) -> Outcome:
    """The second half of PUT: store a draft."""
    row = catalogue.store.by_fqn(facts.entity_type, draft["fullyQualifiedName"])
    principal.require("Create" if row is None else "EditAll")
    if row is None:
        return _created(catalogue, facts, draft, principal)
    stored = load_whole(catalogue.store, row)
    draft = with_connection(catalogue, facts, draft, stored)
    settable = catalogue.schemas.create(facts.kind).properties.keys() & (
        catalogue.schemas.entity(facts.kind).properties.keys() - VOLATILE - {"name"}
    )
    after = merged(facts, stored, draft, settable, bot=principal.is_bot)
    if row.deleted:
        restore_children(catalogue, row, principal)
    return update(catalogue, row, stored, after, principal)


def _created(catalogue: Catalogue, facts: EntityFacts, draft: Document, principal: Principal) -> Outcome:
    document = prepared(catalogue, facts, {}, {**facts.initial, **with_connection(catalogue, facts, draft, None)})
    _check_new(catalogue, facts, document)
    return Outcome(store_new(catalogue, facts, document, principal), CREATED)


def store_new(catalogue: Catalogue, facts: EntityFacts, document: Document, principal: Principal) -> Row:
    """A checked document as a new entity at version 0.1. 409 if its FQN is taken."""
    row = Row(
        facts.entity_type, str(uuid.uuid4()), document["name"], document["fullyQualifiedName"], False,
        0.1, now_ms(), principal.name, _plain_text(facts, document),
    )  # fmt: skip
    catalogue.store.insert(row)
    _store_relations(catalogue, facts, row, {}, document)
    settle(catalogue, row, {}, document)
    return row


def _check_new(catalogue: Catalogue, facts: EntityFacts, document: Document) -> None:
    check_unique(catalogue.store, facts, document)
    if document.get("dataProducts") and not document.get("domains") and document.get("service"):
        service = catalogue.store.by_id(document["service"]["type"], document["service"]["id"])
        domains = effective(catalogue.store, service, "domains") if service else []
        document = {**document, "domains": [{**ref, "inherited": True} for ref in domains]}
    check_rules(catalogue, facts, document)


def update(catalogue: Catalogue, row: Row, before: Document, after: Document, principal: Principal) -> Outcome:
    """Store `after` over `before` as the next version; without a difference nothing is written."""
    facts = facts_of(row)
    after = prepared(catalogue, facts, before, after)
    changes = Changes(facts, before, after)
    if not changes.names:
        return Outcome(row, UNCHANGED)
    check_rules(catalogue, facts, after, changes.names)
    after = {**after, "changeDescription": changes.description(row.version)}
    changed = replace(
        row,
        name=after["name"],
        fqn=after["fullyQualifiedName"],
        deleted=after.get("deleted", False),
        version=next_version(row.version, breaking=changes.breaking),
        updated_at=now_ms(),
        updated_by=principal.name,
        document=_plain_text(facts, after),
    )
    catalogue.store.add_version(row.id, row.version, json.dumps(before))
    catalogue.store.update(changed)
    _store_relations(catalogue, facts, changed, before, after)
    settle(catalogue, changed, before, after)
    return Outcome(changed, UPDATED)


def _store_relations(catalogue: Catalogue, facts: EntityFacts, row: Row, before: Document, after: Document) -> None:
    for reference in facts.references:
        if reference.property in before or reference.property in after:
            name = reference.property
            store_links(catalogue.store, row, reference, before.get(name), after.get(name))
    if facts.tagged:
        store_labels(catalogue.store, row, before.get("tags"), after.get("tags"))


def _plain_text(facts: EntityFacts, document: Document) -> str:
    apart = {reference.property for reference in facts.references} | (VOLATILE - {"changeDescription"})
    apart |= {"name", "deleted"} | ({"tags"} if facts.tagged else set())
    return json.dumps({name: value for name, value in document.items() if name not in apart and value is not None})


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
