"""Lists: filters, pages and cursors."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass

from .catalogue import Catalogue
from .entities import BY_TYPE
from .errors import bad_request, violations
from .facts import EntityFacts, Filter
from .fqn import spellings
from .linking import found_by_name, is_uuid
from .storage import COLUMNS, Row, Store

LIMIT, HIGHEST_LIMIT = 10, 1_000_000
INCLUDES = {"non-deleted": "NOT deleted", "deleted": "deleted", "all": "TRUE"}


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one page and its `paging` object."""

    rows: list[Row]
    paging: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a WHERE clause with its values."""

    sql: str
    values: tuple[object, ...] = ()


def include_condition(facts: EntityFacts, query: Mapping[str, str]) -> Condition:
    """The condition of the `include` parameter; 400 for an unknown value."""
    text = query.get("include", "non-deleted")
    if text not in INCLUDES:
        raise bad_request("query param include must be one of [all, deleted, non-deleted]")
    return Condition(INCLUDES[text] if facts.soft_delete else "TRUE")


def page(catalogue: Catalogue, facts: EntityFacts, query: Mapping[str, str]) -> Page:
    """One page of a collection, ordered by name and id. 400 for a bad limit, cursor or include."""
    limit = _limit(query)
    before, after = query.get("before"), query.get("after")
    if before and after:
        raise bad_request("Only one of before or after query parameter allowed")
    conditions = [Condition("type = ?", (facts.entity_type,)), include_condition(facts, query)]
    conditions += [_filter(catalogue.store, facts, rule, query[rule.parameter]) for rule in _asked(facts, query)]
    total = _count(catalogue.store, conditions)
    if limit == 0:
        return Page([], {"total": total})
    rows = _select(catalogue.store, conditions, limit + 1, before=before, after=after)
    return _backward(rows, limit, total) if before else _forward(rows, limit, total, first=not after)


def _asked(facts: EntityFacts, query: Mapping[str, str]) -> list[Filter]:
    return [rule for rule in facts.filters if query.get(rule.parameter)]


def _limit(query: Mapping[str, str]) -> int:
    try:
        limit = int(query.get("limit") or LIMIT)
    except ValueError:
        raise bad_request("query param limit is not a number.") from None
    if limit < 0:
        raise violations(["limit must be greater than or equal to 0"])
    if limit > HIGHEST_LIMIT:
        raise violations([f"limit must be less than or equal to {HIGHEST_LIMIT}"])
    return limit


def _where(conditions: list[Condition]) -> tuple[str, list[object]]:
    return " AND ".join(item.sql for item in conditions), [value for item in conditions for value in item.values]


def _count(store: Store, conditions: list[Condition]) -> int:
    where, values = _where(conditions)
    return store.count(where, *values)


def _select(
    store: Store, conditions: list[Condition], limit: int, *, before: str | None, after: str | None
) -> list[Row]:
    order = "DESC" if before else "ASC"
    if cursor := before or after:
        conditions = [*conditions, Condition(f"(name, id) {'<' if before else '>'} (?, ?)", _position(cursor))]
    where, values = _where(conditions)
    ordered = f"ORDER BY name {order}, id {order}"
    found = f"SELECT rowid FROM entity WHERE {where} {ordered} LIMIT ?"  # an index alone answers most of these
    sql = f"SELECT {COLUMNS} FROM entity WHERE rowid IN ({found}) {ordered}"
    return [Row.from_columns(columns) for columns in store.query(sql, *values, limit)]


def _forward(rows: list[Row], limit: int, total: int, *, first: bool) -> Page:
    shown = rows[:limit]
    paging: dict[str, str | int] = {"total": total}
    if shown and not first:
        paging["before"] = cursor_at(shown[0])
    if len(rows) > limit:
        paging["after"] = cursor_at(shown[-1])
    return Page(shown, paging)


def _backward(rows: list[Row], limit: int, total: int) -> Page:
    shown = rows[:limit][::-1]
    paging: dict[str, str | int] = {"total": total}
    if len(rows) > limit:
        paging["before"] = cursor_at(shown[0])
    if shown:
        paging["after"] = cursor_at(shown[-1])
    return Page(shown, paging)


def cursor_at(row: Row) -> str:
    """The opaque text that names a place in a list."""
    return base64.urlsafe_b64encode(json.dumps({"name": row.name, "id": row.id}).encode()).decode()


def _position(cursor: str) -> tuple[str, str]:
    try:
        place = json.loads(base64.urlsafe_b64decode(cursor))
        name, entity_id = str(place["name"]), str(place["id"])
        f"{name}{entity_id}".encode()
    except (ValueError, TypeError, KeyError):
        raise bad_request(f"Invalid cursor {cursor}") from None
    return name, entity_id


def _filter(store: Store, facts: EntityFacts, rule: Filter, value: str) -> Condition:
    match rule.means:
        case "flag":
            return Condition(
                f"coalesce(json_extract(document, '$.{rule.property}'), 0) = ?", (value.lower() == "true",)
            )
        case "equal":
            return Condition(f"json_extract(document, '$.{rule.property}') = ?", (value,))
        case "linked":
            return _linked(store, facts, rule, value)
        case _:
            fqn = _fqn(store, rule, value)
            below = Condition("fqn > ? AND fqn < ?", (f"{fqn}.", f"{fqn}/"))
            return below if rule.means == "below" else _child_of(store, rule, fqn, below)


def _fqn(store: Store, rule: Filter, value: str) -> str:
    if is_uuid(value):
        rows = (store.by_id(entity_type, value.lower()) for entity_type in rule.targets)
        return next((row.fqn for row in rows if row), value)
    return next(iter(spellings(value, root=False)), value)


def _child_of(store: Store, rule: Filter, fqn: str, below: Condition) -> Condition:
    """Only direct children: a glossary holds all its terms, but is parent of those without a parent term."""
    row = next((row for name in rule.targets if (row := store.by_fqn(name, fqn))), None)
    if row is None:
        return Condition("FALSE")
    linked = "SELECT to_id FROM link WHERE relation = 'parentOf'"
    if row.type == "glossary":
        return Condition(f"{below.sql} AND id NOT IN ({linked} AND from_type = 'glossaryTerm')", below.values)
    return Condition(f"id IN ({linked} AND from_id = ?)", (row.id,))


def _linked(store: Store, facts: EntityFacts, rule: Filter, value: str) -> Condition:
    reference = facts.reference(rule.property)
    targets = [BY_TYPE[name] for name in (reference.targets if reference else ())]
    rows = [row for target in targets if (row := found_by_name(store, target, value))]
    if reference is None or not rows:
        return Condition("FALSE")
    return Condition(
        "id IN (SELECT to_id FROM link WHERE relation = ? AND from_id = ?)", (reference.relation, rows[0].id)
    )
