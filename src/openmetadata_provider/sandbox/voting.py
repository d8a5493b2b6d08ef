"""Followers and votes: what users do to an entity without changing its version (server reference, 10.6)."""

from __future__ import annotations

import json
import uuid
from typing import Any

from .catalogue import Catalogue, Document, Principal, Ref
from .changes import text_of
from .errors import bad_request, not_found, unmappable
from .linking import is_uuid, reference_to
from .storage import Row, Store

FIELDS_CHANGED = "entityFieldsChanged"
VOTES = ("votedUp", "votedDown", "unVoted")


def follow(catalogue: Catalogue, row: Row, user_id: Any, principal: Principal) -> Document:
    """The change event of a user who follows; following twice is following once. 404 for an unknown user."""
    user = _user(catalogue.store, user_id)
    catalogue.store.link(("user", user.id), "follows", (row.type, row.id))
    added = {"name": "followers", "newValue": text_of([reference_to(user)])}
    return _event(catalogue, row, principal, fieldsAdded=[added])


def unfollow(catalogue: Catalogue, row: Row, user_id: Any, principal: Principal) -> Document:
    """The change event of a user who follows no longer, or never did."""
    user = _user(catalogue.store, user_id)
    catalogue.store.unlink(user.id, "follows", row.id)
    gone = {"name": "followers", "oldValue": text_of([reference_to(user)])}
    return _event(catalogue, row, principal, fieldsDeleted=[gone])


def vote(catalogue: Catalogue, row: Row, request: Any, principal: Principal) -> Document:
    """The change event of the caller's vote, which replaces an earlier one; 400 for a vote of no known type."""
    kind = request.get("updatedVoteType") if isinstance(request, dict) else None
    if kind not in VOTES:
        raise unmappable(f"Cannot construct instance of `org.openmetadata.schema.type.VoteType`, problem: {kind}")
    user = catalogue.store.by_fqn("user", principal.name)
    if user is None:
        raise not_found("user", principal.name)
    before = votes(catalogue.store, row)
    if kind == "unVoted":
        catalogue.store.unlink(user.id, "voted", row.id)
    else:
        catalogue.store.link(("user", user.id), "voted", (row.type, row.id), json.dumps(kind))
    change = {"name": "votes", "oldValue": text_of(before), "newValue": text_of(votes(catalogue.store, row))}
    return _event(catalogue, row, principal, fieldsUpdated=[change])


def votes(store: Store, row: Row) -> Document:
    """`{upVotes, downVotes, upVoters, downVoters}` of an entity."""
    found = store.query("SELECT from_id, label FROM link WHERE to_id = ? AND relation = 'voted'", row.id)
    voters: dict[str, list[Ref]] = {kind: [] for kind in VOTES}
    for user_id, label in found:
        if user := store.by_id("user", user_id):
            voters[json.loads(label)].append(reference_to(user))
    up, down = (sorted(voters[kind], key=lambda ref: str(ref["name"])) for kind in VOTES[:2])
    return {"upVotes": len(up), "downVotes": len(down), "upVoters": up, "downVoters": down}


def _user(store: Store, user_id: Any) -> Row:
    if not isinstance(user_id, str) or not is_uuid(user_id):
        raise bad_request("The id of a user is a UUID")
    user = store.by_id("user", user_id.lower())
    if user is None or user.deleted:
        raise not_found("user", user_id)
    return user


def _event(catalogue: Catalogue, row: Row, principal: Principal, **changes: list[Document]) -> Document:
    """A `ChangeEvent` that leaves the version as it is."""
    empty: Document = {"fieldsAdded": [], "fieldsUpdated": [], "fieldsDeleted": []}
    return {
        "id": str(uuid.uuid4()),
        "eventType": "entityUpdated",
        "entityType": row.type,
        "entityId": row.id,
        "entityFullyQualifiedName": row.fqn,
        "previousVersion": row.version,
        "currentVersion": row.version,
        "userName": principal.name,
        "timestamp": catalogue.options.clock(),
        "changeDescription": {**empty, **changes, "previousVersion": row.version},
    }
