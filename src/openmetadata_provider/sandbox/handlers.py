"""The verbs of a collection, each a function from a call to an answer. `handlers(facts)` binds them to one kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from .bodies import json_from_bytes
from .bulk import accepted, bulk_put, mapped
from .calls import Answer, Call
from .catalogue import Document
from .consolidating import MANUAL
from .deleting import RESTORED, delete, restore
from .entities import USER
from .errors import bad_request, not_found, routing, version_not_found
from .facts import EntityFacts
from .linking import found_by_name, is_uuid
from .listing import include_condition, page
from .loading import load, load_page, load_whole
from .patching import patch
from .presenting import etag, fields_asked
from .releases import ETAG, SECOND
from .storage import Row
from .writing import CREATED, Outcome, create, put

CHANGE = "X-OpenMetadata-Change"


def found(call: Call, facts: EntityFacts) -> Row:
    """The entity of the path, by id or FQN, deleted or not; 404 if there is none."""
    if "id" not in call.path:
        row = found_by_name(call.catalogue.store, facts, call.path["fqn"])
    elif is_uuid(call.path["id"]):
        row = call.catalogue.store.by_id(facts.entity_type, call.path["id"].lower())
    else:
        raise routing(404, "Not Found")
    if row is None:
        raise missing(call, facts)
    return row


def missing(call: Call, facts: EntityFacts) -> Exception:
    """The 404 for the id or FQN of the path."""
    return not_found(facts.entity_type, call.path.get("id") or call.path["fqn"])


def get_list(call: Call, facts: EntityFacts) -> Answer:
    """GET of a collection: one page."""
    fields = fields_asked(call.catalogue, facts, call.query.get("fields", ""))
    found_page = page(call.catalogue, facts, call.query)
    documents = load_page(call.catalogue.store, found_page.rows, fields)
    data = [call.presenter.entity(facts, document) for document in documents]
    return Answer(body={"data": data, "paging": found_page.paging})


def get_one(call: Call, facts: EntityFacts) -> Answer:
    """GET of one entity, with its `ETag`."""
    fields = fields_asked(call.catalogue, facts, call.query.get("fields", ""))
    row = found(call, facts)
    wanted = include_condition(facts, call.query).sql
    if wanted != "TRUE" and row.deleted != (wanted == "deleted"):
        raise missing(call, facts)
    body = call.presenter.entity(facts, load(call.catalogue.store, row, fields))
    headers = _tag(call, row, body)
    if call.catalogue.options.release >= SECOND and call.headers.get("if-none-match") == headers["ETag"]:
        return Answer(body=None, status=304, headers=headers)
    return Answer(body=body, headers=headers)


def get_logged_in(call: Call, _: EntityFacts) -> Answer:
    """GET of the user behind the token."""
    fields = fields_asked(call.catalogue, USER, call.query.get("fields", ""))
    row = call.catalogue.store.by_fqn("user", call.principal.name)
    if row is None:
        raise not_found("user", call.principal.name)
    return Answer(body=call.presenter.entity(USER, load(call.catalogue.store, row, fields)))


def _written(call: Call, facts: EntityFacts, outcome: Outcome) -> Answer:
    body = call.presenter.written(facts, load_whole(call.catalogue.store, outcome.row))
    headers = {CHANGE: outcome.change}
    if outcome.change == CREATED:
        return Answer(body=body, status=201, headers={**headers, "Location": body["href"]})
    return Answer(body=body, headers=headers)


def post(call: Call, facts: EntityFacts) -> Answer:
    """POST: 201 and the new entity."""
    with call.catalogue.store.transaction():
        outcome = create(call.catalogue, facts, json_from_bytes(call.body), call.principal)
    return _written(call, facts, outcome)


def put_one(call: Call, facts: EntityFacts) -> Answer:
    """PUT: 201 if created, 200 otherwise."""
    with call.catalogue.store.transaction():
        outcome = put(call.catalogue, facts, json_from_bytes(call.body), call.principal)
    return _written(call, facts, outcome)


def started(call: Call, work: Callable[[], object], deletes: Row | None = None) -> str:
    """The id of a job that does `work` after the answer."""
    options = call.catalogue.options
    return call.catalogue.background.start(work, options.clock() + options.background_delay_ms, deletes)


def put_bulk(call: Call, facts: EntityFacts) -> Answer:
    """PUT of an array: 200 with a result per row, or 202 if `async`."""
    items = json_from_bytes(call.body)
    override = call.flag("overrideMetadata") and call.catalogue.options.release >= SECOND

    def work() -> Document:
        with call.catalogue.store.transaction():
            return bulk_put(call.catalogue, facts, items, call.principal, call.presenter, override=override)

    if not call.flag("async"):
        return Answer(body=work())
    mapped(call.catalogue, facts, items)
    started(call, work)
    return Answer(body=accepted(items), status=202)


def patch_one(call: Call, facts: EntityFacts) -> Answer:
    """PATCH: 200, also when nothing changed. Soft-deleted entities are 404."""
    operations = json_from_bytes(call.body)
    row = found(call, facts)
    if row.deleted:
        raise missing(call, facts)
    with call.catalogue.store.transaction():
        outcome = patch(
            call.catalogue, row, operations, call.principal, call.headers.get("if-match"),
            call.query.get("changeSource", MANUAL),
        )  # fmt: skip
    answer = _written(call, facts, outcome)
    return Answer(body=answer.body, headers={**answer.headers, **_tag(call, outcome.row, answer.body)})


def _tag(call: Call, row: Row, body: Document) -> dict[str, str]:
    """The `ETag` header, in releases that have it."""
    release = call.catalogue.options.release
    return {"ETag": etag(release, row, body)} if release >= ETAG else {}


def delete_one(call: Call, facts: EntityFacts) -> Answer:
    """DELETE: 200 and the entity, soft-deleted or gone."""
    row = found(call, facts)
    call.principal.require("Delete")
    with call.catalogue.store.transaction():
        document, change = delete(
            call.catalogue, row, call.principal, hard=call.flag("hardDelete"), recursive=call.flag("recursive")
        )
    return Answer(body=call.presenter.entity(facts, document), headers={CHANGE: change})


def put_restore(call: Call, facts: EntityFacts) -> Answer:
    """PUT of `{"id": …}`: the soft-deleted entity is back."""
    body = json_from_bytes(call.body)
    entity_id = body.get("id") if isinstance(body, dict) else None
    if not isinstance(entity_id, str):
        raise bad_request("[query param id must not be null]")
    row = call.catalogue.store.by_id(facts.entity_type, entity_id.lower())
    if row is None:
        raise not_found(facts.entity_type, entity_id)
    call.principal.require("EditAll")
    with call.catalogue.store.transaction():
        row = restore(call.catalogue, row, call.principal)
    body = call.presenter.written(facts, load_whole(call.catalogue.store, row))
    return Answer(body=body, headers={CHANGE: RESTORED})


def _history(call: Call, facts: EntityFacts) -> tuple[Row, Mapping[str, Document]]:
    row = found(call, facts)
    past = {str(version): json.loads(document) for version, document in call.catalogue.store.versions(row.id)}
    return row, {str(row.version): load_whole(call.catalogue.store, row), **past}


def get_versions(call: Call, facts: EntityFacts) -> Answer:
    """GET of all versions, newest first, each a JSON string."""
    _, history = _history(call, facts)
    shown = [json.dumps(call.presenter.entity(facts, document), ensure_ascii=False) for document in history.values()]
    return Answer(body={"entityType": facts.entity_type, "versions": shown})


def get_version(call: Call, facts: EntityFacts) -> Answer:
    """GET of one version."""
    row, history = _history(call, facts)
    document = history.get(call.path["version"])
    if document is None:
        raise version_not_found(facts.entity_type, row.id, call.path["version"])
    return Answer(body=call.presenter.entity(facts, document))
