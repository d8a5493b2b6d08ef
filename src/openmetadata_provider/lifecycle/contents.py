"""What is inside an entity, and would go with it.

Source: reference/openmetadata-server.md, 6.2 (filters), 7.1 (what a deletion takes along).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from openmetadata_provider.client.answers import fetch, or_none_if_absent
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.fqn import escape
from openmetadata_provider.client.paging import query_from_values
from openmetadata_provider.errors import ApiError
from openmetadata_provider.lifecycle.catalogue import Key
from openmetadata_provider.lifecycle.changes import Observed

PAGE: Final = 1000
ABSENT: Final = (400, 404, 405)
"""Statuses of a server that has no such collection, or no such filter."""


class Inside(NamedTuple):
    """A collection of what may be inside an entity, and the filter that finds it by the FQN of what is around."""

    entity_type: str
    collection: str
    filter: str


INSIDE: Final[Mapping[str, tuple[Inside, ...]]] = {
    "dashboardService": (
        Inside("dashboard", "dashboards", "service"),
        Inside("chart", "charts", "service"),
        Inside("dashboardDataModel", "dashboard/datamodels", "service"),
        Inside("ingestionPipeline", "services/ingestionPipelines", "service"),
    ),
    "databaseService": (
        Inside("database", "databases", "service"),
        Inside("ingestionPipeline", "services/ingestionPipelines", "service"),
    ),
    "database": (Inside("databaseSchema", "databaseSchemas", "database"),),
    "classification": (Inside("tag", "tags", "parent"),),
    "tag": (Inside("tag", "tags", "parent"),),
    "glossary": (Inside("glossaryTerm", "glossaryTerms", "directChildrenOf"),),
    "glossaryTerm": (Inside("glossaryTerm", "glossaryTerms", "directChildrenOf"),),
    "domain": (Inside("dataProduct", "dataProducts", "domain"),),
}
"""By type of what is around. Deletions of other types take nothing along that stands by itself."""


def contents(fqn: str, entity_type: str) -> Steps[dict[Key, Observed]]:
    """Everything inside an entity, at any depth, soft-deleted or not. Raises ApiError, AnswerError."""
    found: dict[Key, Observed] = {}
    around = [(entity_type, fqn)]
    while around:
        kind, name = around.pop()
        for key, child in (yield from _children(kind, name)).items():
            if key not in found:
                found[key] = child
                around += [key] if key[0] in INSIDE else []
    return found


def _children(entity_type: str, fqn: str) -> Steps[dict[Key, Observed]]:
    found: dict[Key, Observed] = {}
    for inside in INSIDE.get(entity_type, ()):
        found |= {(inside.entity_type, child.fqn): child for child in (yield from listed(inside, fqn))}
    if entity_type == "domain":
        found |= {("domain", child.fqn): child for child in (yield from _subdomains(fqn))}
    return found


def _subdomains(fqn: str) -> Steps[list[Observed]]:
    """No list can be narrowed to them; the domain tells them itself."""
    request = Request(method="GET", path=f"/v1/domains/name/{escape(fqn)}", query=(("fields", "children"),), about=fqn)
    answer = yield from or_none_if_absent(fetch(request))
    held = answer.value if answer is not None and isinstance(answer.value, dict) else {}
    return [Observed(body=Payload(child)) for child in held.get("children") or ()]


def listed(inside: Inside, fqn: str, *, fields: str | None = None) -> Steps[list[Observed]]:
    """What is directly inside an entity, soft-deleted or not; nothing where the server has no such collection."""
    rows: list[Observed] = []
    after = None
    while True:
        query = query_from_values(
            {inside.filter: fqn, "fields": fields, "include": "all", "limit": PAGE, "after": after}
        )
        try:
            answer = yield from fetch(Request(method="GET", path=f"/v1/{inside.collection}", query=query, about=fqn))
        except ApiError as error:
            if error.status in ABSENT:
                return rows
            raise
        page = answer.value if isinstance(answer.value, dict) else {}
        rows += [Observed(body=Payload(row)) for row in page.get("data") or ()]
        after = (page.get("paging") or {}).get("after")
        if not after:
            return rows


def counted(keys: Collection[Key]) -> tuple[str, ...]:
    """How many of each kind: `("1 Chart", "3 Dashboards")`."""
    counts: dict[str, int] = {}
    for entity_type, _ in sorted(keys):
        counts[entity_type] = counts.get(entity_type, 0) + 1
    return tuple(f"{n} {t[:1].upper()}{t[1:]}{'' if n == 1 else 's'}" for t, n in counts.items())
