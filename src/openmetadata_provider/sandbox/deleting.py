"""Deleting and restoring, alone or with everything below."""

from __future__ import annotations

from .catalogue import Catalogue, Document, Principal
from .entities import TEAM
from .errors import bad_request, unhandled
from .linking import reference_to, store_links
from .loading import facts_of, load_whole
from .storage import Row
from .teams import ORGANIZATION
from .writing import children, restore_children, set_deleted

SOFT, HARD, RESTORED = "entitySoftDeleted", "entityDeleted", "entityRestored"


def delete(
    catalogue: Catalogue, row: Row, principal: Principal, *, hard: bool, recursive: bool
) -> tuple[Document, str]:
    """The entity as it was (or is, soft-deleted) and the kind of change. 400 for system and non-empty ones."""
    _refuse_system(row)
    below = children(catalogue, row)
    if below and not (recursive or facts_of(row).cascades):
        raise bad_request(f"{row.type} is not empty")
    hard = hard or not facts_of(row).soft_delete
    if hard and row.type == "team":
        _move_to_organization(catalogue, below)
        below = []
    for child in below:
        _delete_if_there(catalogue, child, principal, hard=hard)
    for chart in _lonely_charts(catalogue, row):
        _delete_if_there(catalogue, chart, principal, hard=hard)
    return _remove(catalogue, row) if hard else _mark(catalogue, row, principal)


def _refuse_system(row: Row) -> None:
    if row.type == "team" and row.name == ORGANIZATION:
        raise bad_request("Organization team type can't be deleted")
    plain = row.plain
    if plain.get("provider") == "system" or plain.get("allowDelete") is False:
        raise bad_request(f"System entity [{row.name}] of type {row.type} can not be deleted.")


def _remove(catalogue: Catalogue, row: Row) -> tuple[Document, str]:
    document = load_whole(catalogue.store, row)
    catalogue.store.remove(row)
    return document, HARD


def _mark(catalogue: Catalogue, row: Row, principal: Principal) -> tuple[Document, str]:
    return load_whole(catalogue.store, set_deleted(catalogue, row, True, principal)), SOFT


def _delete_if_there(catalogue: Catalogue, row: Row, principal: Principal, *, hard: bool) -> None:
    """A child may be gone already: it was below another child too."""
    current = catalogue.store.by_id(row.type, row.id)
    if current is not None:
        delete(catalogue, current, principal, hard=hard, recursive=True)


def _lonely_charts(catalogue: Catalogue, row: Row) -> list[Row]:
    """The charts of a dashboard that no other live dashboard shows."""
    if row.type != "dashboard":
        return []
    found = catalogue.store.query(
        "SELECT mine.to_id FROM link mine WHERE mine.from_id = ?1 AND mine.relation = 'has' AND mine.to_type = 'chart'"
        " AND NOT EXISTS (SELECT 1 FROM link other JOIN entity e ON e.type = other.from_type AND e.id = other.from_id"
        " WHERE other.to_id = mine.to_id AND other.relation = 'has' AND other.from_type = 'dashboard'"
        " AND other.from_id <> ?1 AND NOT e.deleted)",
        row.id,
    )
    rows = (catalogue.store.by_id("chart", chart_id) for (chart_id,) in found)
    return [chart for chart in rows if chart is not None]


def _move_to_organization(catalogue: Catalogue, teams: list[Row]) -> None:
    """The teams below a deleted team come to the Organization."""
    parents = TEAM.reference("parents")
    organization = catalogue.store.by_fqn("team", ORGANIZATION)
    if parents is not None and organization is not None:
        for team in teams:
            store_links(catalogue.store, team, parents, [], [reference_to(organization)])


def restore(catalogue: Catalogue, row: Row, principal: Principal) -> Row:
    """The entity alive again, and what was soft-deleted below it. 500 if it is not deleted, as the server has it."""
    if not row.deleted:
        raise unhandled("null")
    restore_children(catalogue, row, principal)
    return set_deleted(catalogue, row, False, principal)
