"""Owners and reviewers as users write them, into the `{id, type}` that the server takes.

| written | looked up |
|---|---|
| `user:jane`, `team:data` | that user or team, by name or FQN |
| `jane` | a user, else a team, by name |
| a UUID, `{id}` | a user, else a team, by id |
| `{type, name}`, `{name}`, `{fullyQualifiedName}` | as above |
| `{id, type}` | nothing: passes unchanged |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple
from urllib.parse import quote

from openmetadata_provider.client.answers import fetch_or_none
from openmetadata_provider.client.exchange import Request, Steps
from openmetadata_provider.client.fqn import escape, quote_name
from openmetadata_provider.client.known import Known

COLLECTIONS: Final = {"user": "users", "team": "teams"}
"""Entity types that can own, in the order they are tried, and their collections."""
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")


class OwnerQuery(NamedTuple):
    """One owner to look for. A `type` of "" means: a user, else a team."""

    type: str
    by: Literal["id", "name"]
    value: str

    def __str__(self) -> str:
        kind = self.type or "user or team"
        return f"no {kind} has the {self.by} {self.value!r}"


def owner_query(item: object) -> OwnerQuery | None:
    """What to look up for one item of an owner list; None for an item that cannot name an owner."""
    if isinstance(item, str):
        return _query_from_text(item)
    if not isinstance(item, Mapping):
        return None
    kind = item.get("type") or ""
    if identifier := item.get("id"):
        return OwnerQuery(kind, "id", str(identifier))
    name = item.get("fullyQualifiedName") or item.get("name")
    return OwnerQuery(kind, "name", str(name)) if name else None


def _query_from_text(text: str) -> OwnerQuery | None:
    kind, colon, name = text.partition(":")
    if not (colon and kind in COLLECTIONS):
        kind, name = "", text
    name = name.strip()
    if not name:
        return None
    return OwnerQuery(kind, "id" if _UUID.match(name) else "name", name)


def resolved_owner(query: OwnerQuery, known: Known) -> Steps[dict[str, Any] | None]:
    """`{id, type}` of the owner, None if there is none. Asks the server once per client. Raises ApiError."""
    if (owner := known.owners.get(query)) is not None:
        return dict(owner)
    for kind in [query.type] if query.type else COLLECTIONS:
        found = yield from fetch_or_none(_look_up(COLLECTIONS[kind], query))
        if found is not None and isinstance(found.value, dict) and "id" in found.value:
            known.owners[query] = {"id": found.value["id"], "type": kind}
            return dict(known.owners[query])
    return None


def _look_up(collection: str, query: OwnerQuery) -> Request:
    if query.by == "id":
        return Request(method="GET", path=f"/v1/{collection}/{quote(query.value, safe='')}", about=query.value)
    fqn = quote_name(query.value)
    return Request(method="GET", path=f"/v1/{collection}/name/{escape(fqn)}", about=fqn)
