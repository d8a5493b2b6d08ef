"""Gathering what each page shows, in the thread that owns the database."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request

from ..catalogue import Catalogue, Document
from ..connections import MASK
from ..entities import BY_TYPE, ENTITIES
from ..errors import ApiError
from ..facts import EntityFacts
from ..listing import page
from ..loading import load_whole
from ..presenting import Presenter
from ..storage import Row
from .values import entity_address, moment, properties, value_of
from .views import Change, Collection, Count, Entity, Icon, Line, Overview, Problem, Step, Style, View

PAGE = 50
GROUPS = {
    "services": "Services", "data": "Data", "domains": "Domains and products", "classification": "Governance",
    "glossary": "Governance", "glossaryTerm": "Governance", "teams": "People", "policies": "People", "bot": "People",
}  # fmt: skip
"""Entity type, or the package of many, → heading of the overview."""


def _style(catalogue: Catalogue, _: Request) -> View:
    return Style(release=catalogue.options.version, title="")


def _icon(catalogue: Catalogue, _: Request) -> View:
    return Icon(release=catalogue.options.version, title="")


def _overview(catalogue: Catalogue, _: Request) -> View:
    found = catalogue.store.query("SELECT type, deleted, count(*) FROM entity GROUP BY type, deleted")
    counts = {(entity_type, bool(deleted)): count for entity_type, deleted, count in found}
    groups: dict[str, list[Count]] = {}
    for facts in ENTITIES:
        groups.setdefault(group_of(facts), []).append(_count(facts, counts))
    database = "kept in a file" if catalogue.options.database else "in memory, gone when the sandbox stops"
    return Overview(release=catalogue.options.version, title="Overview", database=database, groups=groups)


def group_of(facts: EntityFacts) -> str:
    """What the overview puts a kind under."""
    return GROUPS.get(facts.entity_type) or GROUPS.get(facts.java_package, facts.java_package.capitalize())


def _count(facts: EntityFacts, counts: Mapping[tuple[str, bool], int]) -> Count:
    alive, deleted = (counts.get((facts.entity_type, deleted), 0) for deleted in (False, True))
    return Count(
        kind=facts.kind,
        address=f"/entities/{facts.entity_type}",
        collection=facts.collection,
        alive=alive,
        deleted=deleted,
    )


def _collection(catalogue: Catalogue, request: Request) -> View:
    facts = BY_TYPE.get(request.path_params["type"])
    if facts is None:
        return _problem(catalogue, 404, f"There is no kind of entity called {request.path_params['type']}.")
    place = {name: request.query_params[name] for name in ("before", "after") if name in request.query_params}
    try:
        found = page(catalogue, facts, {"include": "all", "limit": str(PAGE), **place})
    except ApiError as problem:
        return _problem(catalogue, problem.status, problem.message)
    return Collection(
        release=catalogue.options.version,
        title=facts.kind,
        path=f"/api/v1/{facts.collection}",
        lines=[_line(row) for row in found.rows],
        total=int(found.paging["total"]),
        before=str(found.paging.get("before", "")),
        after=str(found.paging.get("after", "")),
    )


def _line(row: Row) -> Line:
    return Line(
        fqn=row.fqn,
        display_name=str(row.plain.get("displayName") or ""),
        address=entity_address(row.type, row.id),
        version=row.version,
        updated_at=moment(row.updated_at),
        updated_by=row.updated_by,
        deleted=row.deleted,
    )


def _entity(catalogue: Catalogue, request: Request) -> View:
    facts = BY_TYPE.get(request.path_params["type"])
    row = catalogue.store.by_id(facts.entity_type, request.path_params["id"].lower()) if facts else None
    if facts is None or row is None:
        return _problem(catalogue, 404, "There is no such entity here. It may have been deleted for good.")
    past = {str(version): json.loads(document) for version, document in catalogue.store.versions(row.id)}
    history = {str(row.version): load_whole(catalogue.store, row), **past}
    version = request.path_params.get("version", str(row.version))
    if version not in history:
        return _problem(catalogue, 404, f"{row.fqn} never had a version {version}.")
    return _entity_view(catalogue, facts, row, history, version)


def _entity_view(
    catalogue: Catalogue, facts: EntityFacts, row: Row, history: Mapping[str, Document], version: str
) -> Entity:
    document = _presented(catalogue, facts, history[version])
    address = entity_address(facts.entity_type, row.id)
    return Entity(
        release=catalogue.options.version,
        title=document["fullyQualifiedName"],
        kind=facts.kind,
        kind_address=f"/entities/{facts.entity_type}",
        address=address,
        api=f"/api/v1/{facts.collection}/{row.id}",
        document=document,
        updated_at=moment(document["updatedAt"]),
        properties=properties(document),
        steps=[_step(address, each, number) for number, each in history.items()],
        shown=version,
        current=str(row.version),
    )


def _presented(catalogue: Catalogue, facts: EntityFacts, document: Document) -> Document:
    """The entity as a person sees it. Where no connector says what is secret, everything in a config is."""
    shown = Presenter(catalogue=catalogue, base_url="", reveals=False).entity(facts, document)
    connection = shown.get("connection")
    known = catalogue.connectors.find(facts.kind, str(shown.get("serviceType"))) if facts.connected else None
    if known is None and isinstance(connection, dict):
        shown["connection"] = _all_masked(connection)
    return shown


def _all_masked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _all_masked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_all_masked(item) for item in value]
    return value if value is None or isinstance(value, bool) else MASK


def _step(address: str, document: Document, version: str) -> Step:
    return Step(
        version=version,
        address=f"{address}/versions/{version}",
        updated_at=moment(document["updatedAt"]),
        updated_by=str(document["updatedBy"]),
        changes=_changes(document.get("changeDescription") or {}),
    )


def _changes(description: Mapping[str, Any]) -> list[Change]:
    kinds = {"fieldsAdded": "added", "fieldsUpdated": "changed", "fieldsDeleted": "removed"}
    return [
        Change(
            what=what,
            name=str(change["name"]),
            before=value_of(_parsed(change.get("oldValue"))),
            after=value_of(_parsed(change.get("newValue"))),
        )
        for key, what in kinds.items()
        for change in description.get(key) or ()
    ]


def _parsed(value: Any) -> Any:
    """Lists and objects stand in a change description as JSON text."""
    if not isinstance(value, str) or value[:1] not in ("[", "{"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _problem(catalogue: Catalogue, status: int, message: str) -> Problem:
    return Problem(release=catalogue.options.version, title="Not shown", status=status, message=message)


LOOKS: Mapping[str, Callable[[Catalogue, Request], View]] = {
    "overview": _overview,
    "style": _style,
    "icon": _icon,
    "collection": _collection,
    "entity": _entity,
    "version": _entity,
}
