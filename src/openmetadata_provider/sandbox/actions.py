"""What can be done to an entity beside writing it: follow, vote, give it assets, delete it in the background."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from .assets import CHANGES, IN_BACKGROUND, assets_of, assigned, only_users
from .bodies import check_property, json_from_bytes
from .calls import Answer, Call
from .deleting import delete
from .facts import EntityFacts
from .handlers import CHANGE, found, missing, started
from .loading import load_whole
from .releases import ASYNC_DELETE, Release
from .storage import Row
from .voting import FIELDS_CHANGED, follow, unfollow, vote
from .writing import UPDATED

Action = Callable[[Call, EntityFacts], Answer]


def actions(facts: EntityFacts, release: Release) -> Iterator[tuple[str, str, Action]]:
    """Path below the collection, method and handler of everything that a kind takes beside its verbs."""
    if release >= ASYNC_DELETE:
        yield "/async/{id}", "DELETE", delete_async
    if facts.reference("followers") is not None:
        yield "/{id}/followers", "PUT", put_follower
        yield "/{id}/followers/{user}", "DELETE", delete_follower
    if facts.votable:
        yield "/{id}/vote", "PUT", put_vote
    if facts.entity_type in CHANGES:
        key = "{id}" if facts.entity_type in IN_BACKGROUND else "{fqn}"
        yield f"/{key}/assets/add", "PUT", add_assets
        yield f"/{key}/assets/remove", "PUT", remove_assets
    if facts.connected:
        yield "/{id}/testConnectionResult", "PUT", put_test_connection_result


def _alive(call: Call, facts: EntityFacts) -> Row:
    row = found(call, facts)
    if row.deleted:
        raise missing(call, facts)
    return row


def delete_async(call: Call, facts: EntityFacts) -> Answer:
    """DELETE in the background: 202 and a job id at once; what goes wrong later is told to nobody."""
    row = found(call, facts)
    call.principal.require("Delete")
    hard, recursive = call.flag("hardDelete"), call.flag("recursive")

    def work() -> None:
        current = call.catalogue.store.by_id(row.type, row.id)
        if current is not None:
            with call.catalogue.store.transaction():
                delete(call.catalogue, current, call.principal, hard=hard, recursive=recursive)

    job_id = started(call, work, deletes=row)
    body = {"jobId": job_id, "message": f"Delete operation initiated for {row.name}", "entityName": row.name}
    return Answer(body={**body, "hardDelete": hard, "recursive": recursive}, status=202)


def _event(body: Any) -> Answer:
    return Answer(body=body, headers={CHANGE: FIELDS_CHANGED})


def put_follower(call: Call, facts: EntityFacts) -> Answer:
    """PUT of a user's id as a JSON string: the user follows."""
    row = _alive(call, facts)
    call.principal.require("EditAll")
    with call.catalogue.store.transaction():
        return _event(follow(call.catalogue, row, json_from_bytes(call.body), call.principal))


def delete_follower(call: Call, facts: EntityFacts) -> Answer:
    """DELETE of one follower."""
    row = _alive(call, facts)
    call.principal.require("EditAll")
    with call.catalogue.store.transaction():
        return _event(unfollow(call.catalogue, row, call.path["user"], call.principal))


def put_vote(call: Call, facts: EntityFacts) -> Answer:
    """PUT of the caller's vote."""
    row = _alive(call, facts)
    call.principal.require("EditAll")
    with call.catalogue.store.transaction():
        return _event(vote(call.catalogue, row, json_from_bytes(call.body), call.principal))


def add_assets(call: Call, facts: EntityFacts) -> Answer:
    """PUT of assets to come in: the result of each, or a job id from kinds that do it in the background."""
    return _put_assets(call, facts, adds=True)


def remove_assets(call: Call, facts: EntityFacts) -> Answer:
    """PUT of assets to go: the result of each, or a job id from kinds that do it in the background."""
    return _put_assets(call, facts, adds=False)


def _put_assets(call: Call, facts: EntityFacts, *, adds: bool) -> Answer:
    row = _alive(call, facts)
    call.principal.require("EditAll")
    in_background = facts.entity_type in IN_BACKGROUND
    body = json_from_bytes(call.body)
    assets = assets_of(call.catalogue, body, ("assets", "dryRun") if in_background else ("assets",))
    if facts.entity_type == "team":
        only_users(assets)

    def work() -> Any:
        change = CHANGES[facts.entity_type][0 if adds else 1]
        with call.catalogue.store.transaction():
            if call.catalogue.store.by_id(row.type, row.id) is None:
                raise missing(call, facts)
            return assigned(call.catalogue, row, assets, change)

    if not in_background:
        return Answer(body=work())
    job_id = started(call, work if body.get("dryRun", True) is False else lambda: None)
    done = "Add" if adds else "Remove"
    return Answer(body={"jobId": job_id, "message": f"Bulk {done} tags to Asset operation initiated successfully."})


def put_test_connection_result(call: Call, facts: EntityFacts) -> Answer:
    """PUT of what a test of a service's connection came to: kept with the service, which keeps its version."""
    row = _alive(call, facts)
    call.principal.require("EditAll")
    body = json_from_bytes(call.body)
    check_property(call.catalogue.schemas.entity(facts.kind), "testConnectionResult", body)
    document = json.dumps({**row.plain, "testConnectionResult": body})
    with call.catalogue.store.transaction():
        call.catalogue.store.update(replace(row, document=document))
    whole = load_whole(call.catalogue.store, replace(row, document=document))
    return Answer(body=call.presenter.written(facts, whole), headers={CHANGE: UPDATED})
