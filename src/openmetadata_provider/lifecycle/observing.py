"""What the server holds of what is declared, read in few requests: lists where many are wanted, else one by one.

Soft-deleted entities are read too: their names are taken. Source: reference/openmetadata-server.md, 6.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from openmetadata_provider.client.answers import or_none_if_absent
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.fqn import escape
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.paging import query_from_values
from openmetadata_provider.client.plurals import fetch_fields, renamed_back
from openmetadata_provider.errors import AnswerMismatch, NotFound, Problem
from openmetadata_provider.lifecycle.catalogue import Declaration, Key
from openmetadata_provider.lifecycle.changes import Observed
from openmetadata_provider.lifecycle.server import Server
from openmetadata_spec import EntitySpec

PAGE: Final = 200
"""Entities of one page of a list."""
PLAIN_PAGE: Final = 1000
"""The same where many entities are wanted and no fields are: such rows are small, and cost the server little."""
FEW: Final = 2
"""Up to how many entities of a collection are read one by one at once."""
OnRead = Callable[[int], object]
"""Called with the number of entities that were looked for, after each request that brought some."""
OnFound = Callable[[Mapping[Key, Observed]], object]
"""Called with what was found, part by part as it comes, from several threads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Entities of one kind to look for, below one service where the kind has those."""

    spec: EntitySpec
    fqns: frozenset[str]
    fields: tuple[str, ...]
    service: str = ""
    """FQN of the service that holds them all; empty if lists cannot be narrowed by it."""


def observed(
    server: Server, wanted: Iterable[Wanted], on_read: OnRead | None = None, on_found: OnFound | None = None
) -> dict[Key, Observed]:
    """What there is of what is wanted, by entity type and FQN. Raises ApiError, AnswerError, TransportError."""
    groups = list(wanted)
    found: dict[Key, Observed] = {}

    def take(group: Wanted, rows: list[Observed], count: int) -> None:
        part = {(group.spec.entity_type, row.fqn): row for row in rows}
        if on_found is not None:
            on_found(part)
        found.update(part)
        if on_read is not None:
            on_read(count)

    def listed(group: Wanted) -> list[tuple[Wanted, str]]:
        rows, missing = server.run(_listed(group, server.known))
        take(group, rows, len(group.fqns) - len(missing))
        return [(group, fqn) for fqn in sorted(missing)]

    def named(one: tuple[Wanted, str]) -> None:
        group, fqn = one
        row = server.run(entity_named(group.spec, fqn, group.fields, server.known))
        take(group, [] if row is None else [row], 1)

    server.map(named, [one for part in server.map(listed, groups) for one in part])
    return found


def wanted_from(declarations: Iterable[Declaration], fqns: Callable[[Declaration], Iterable[str]]) -> Iterator[Wanted]:
    """The declarations grouped so that a list serves each group. `fqns` tells under which names to look for one."""
    groups: dict[tuple[str, str], list[Declaration]] = defaultdict(list)
    for declaration in declarations:
        groups[declaration.spec.kind, service_of(declaration)].append(declaration)
    for (_, service), members in groups.items():
        names = frozenset(fqn for member in members for fqn in fqns(member))
        yield Wanted(spec=members[0].spec, fqns=names, fields=fields_of(members), service=service)


def service_of(declaration: Declaration) -> str:
    """FQN of the service whose list shows it; empty if lists of the kind cannot be narrowed by one."""
    parent = declaration.parent
    is_narrowed = parent is not None and "service" in declaration.spec.filters
    return parent[1] if parent is not None and is_narrowed else ""


def fields_of(members: Iterable[Declaration]) -> tuple[str, ...]:
    """What has to be asked for, of what any of them declares."""
    declared = {name for member in members for name in member.payload}
    declared |= {f"{name}s" for name in ("owner", "domain") if name in declared}
    spec = next(iter(members)).spec
    return tuple(name for name in spec.fields if name in declared)


def entity_named(spec: EntitySpec, fqn: str, fields: Iterable[str], known: Known) -> Steps[Observed | None]:
    """The entity, soft-deleted or not; None if there is none. Raises ApiError, AnswerError."""
    query = query_from_values({"fields": tuple(fields) or None, "include": "all"})
    request = Request(method="GET", path=f"/v1/{spec.collection}/name/{escape(fqn)}", query=query, about=fqn)
    answer = yield from or_none_if_absent(fetch_fields(request, known))
    return None if answer is None else _entity(answer)


def entity_by_id(spec: EntitySpec, id: str, fields: Iterable[str], known: Known) -> Steps[Observed | None]:
    """As `entity_named`, by id: names may have changed."""
    query = query_from_values({"fields": tuple(fields) or None, "include": "all"})
    request = Request(method="GET", path=f"/v1/{spec.collection}/{id}", query=query, about=id)
    answer = yield from or_none_if_absent(fetch_fields(request, known))
    return None if answer is None else _entity(answer)


def _listed(wanted: Wanted, known: Known) -> Steps[tuple[list[Observed], set[str]]]:
    """What a list shows of a group, page by page, and what is to be read one by one as that takes fewer requests."""
    is_plain = not wanted.fields and len(wanted.fqns) > PAGE
    reading = _Reading(limit=PLAIN_PAGE if is_plain else PAGE)
    missing, found = set(wanted.fqns), list[Observed]()
    while len(missing) > reading.pages_left and not reading.has_ended and len(wanted.fqns) > FEW:
        for entity in (yield from _page(wanted, reading, known)):
            if entity.fqn in missing:
                found.append(entity)
                missing.remove(entity.fqn)
    return found, set() if reading.has_ended else missing


@dataclass(slots=True)
class _Reading:
    """How far a list has been read."""

    limit: int
    after: str = ""
    done: int = 0
    total: int = 0
    has_ended: bool = False

    @property
    def pages_left(self) -> float:
        """At least; 0 before the first page."""
        return (self.total - self.done) / self.limit

    def advance(self, rows: int, paging: Mapping[str, Any]) -> None:
        """Counts a page."""
        self.done += rows
        self.total = paging.get("total") or self.done
        self.after = str(paging.get("after") or "")
        self.has_ended = not self.after


def _page(wanted: Wanted, reading: _Reading, known: Known) -> Steps[list[Observed]]:
    """The next page of the list, which `reading` is told of."""
    shape = {"fields": wanted.fields or None, "include": "all", "limit": reading.limit, "after": reading.after or None}
    query = query_from_values({**shape, "service": wanted.service or None})
    request = Request(method="GET", path=f"/v1/{wanted.spec.collection}", query=query, about=wanted.service or None)
    try:
        page = (yield from fetch_fields(request, known)).value
    except NotFound:
        if not wanted.service:
            raise
        page = {"data": []}  # there is no such service, and nothing in it
    if not isinstance(page, Mapping) or not isinstance(page.get("data"), list):
        problem = Problem(pointer="", reason='"data" must be a list')
        raise AnswerMismatch(subject="list", problems=[problem], method="GET", path=request.path)
    reading.advance(len(page["data"]), page.get("paging") or {})
    return [_entity(Payload(row)) for row in page["data"]]


def _entity(body: Payload) -> Observed:
    renamed_back(body)
    return Observed(body=body)
