"""Entities of a server, whole collections in pages: not one request each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from openmetadata_provider.client.differences import ORGANIZATION
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.paging import query_from_values
from openmetadata_provider.client.plurals import fetch_fields, renamed_back
from openmetadata_provider.errors import AnswerMismatch, Problem
from openmetadata_provider.lifecycle.changes import Observed
from openmetadata_provider.lifecycle.exporting.properties import fields_to_read
from openmetadata_provider.lifecycle.observing import PAGE
from openmetadata_spec import EntitySpec

CAME_WITH_SERVER: Final = {
    "team": frozenset({ORGANIZATION["name"]}),
    "user": frozenset({"admin"}),
    "role": frozenset({"DomainOnlyAccessRole"}),
    "policy": frozenset({"DomainOnlyAccessPolicy"}),
}
"""Seeds that do not say so: their `provider` is absent, or `user`. Source: reference/openmetadata-server.md, 12.4."""


def whole_collection(spec: EntitySpec, known: Known) -> Steps[list[Observed]]:
    """Every entity of a kind that is not deleted. Raises ApiError, AnswerMismatch."""
    found: list[Observed] = []
    after = ""
    while True:
        shape = {"fields": fields_to_read(spec) or None, "limit": PAGE, "after": after or None}
        request = Request(method="GET", path=f"/v1/{spec.collection}", query=query_from_values(shape))
        page = (yield from fetch_fields(request, known)).value
        found += _entities(page, request)
        cursor = str((page.get("paging") or {}).get("after") or "")
        if not cursor or cursor == after:
            return found
        after = cursor


def _entities(page: Any, request: Request) -> Iterator[Observed]:
    rows = page.get("data") if isinstance(page, Mapping) else None
    if not isinstance(rows, list):
        problem = Problem(pointer="", reason='"data" must be a list')
        raise AnswerMismatch(subject="list", problems=[problem], method="GET", path=request.path)
    for row in rows:
        body = Payload(row)
        renamed_back(body)
        yield Observed(body=body)


def came_with_server(spec: EntitySpec, entity: Observed, robots: frozenset[str]) -> bool:
    """Whether the server came with it. `robots` are the users of bots that it came with."""
    is_seed = entity.properties.get("name") in CAME_WITH_SERVER.get(spec.entity_type, ())
    is_robot = spec.entity_type == "user" and entity.properties.get("name") in robots
    return entity.is_system or is_seed or is_robot


def robots_of(bots: list[Observed]) -> frozenset[str]:
    """Names of the users of those bots that the server came with."""
    users = [bot.properties.get("botUser") for bot in bots if bot.is_system]
    return frozenset(str(user.get("name")) for user in users if isinstance(user, Mapping))
