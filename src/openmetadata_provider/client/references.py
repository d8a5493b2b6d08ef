"""References as users write them, into the `{id, type}` or the UUID that the server takes.

| written | looked up |
|---|---|
| `team:data` | that team, by name or FQN |
| `data` | the first type that may stand there and has one of that name: for owners a user, else a team |
| a UUID, `{id}` | the same by id; nothing is asked where one type alone may stand there |
| `{type, name}`, `{name}`, `{fullyQualifiedName}` | as above |
| `{id, type}` | nothing: passes unchanged |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple
from urllib.parse import quote

from openmetadata_provider.client.answers import fetch, or_none_if_absent
from openmetadata_provider.client.entity_types import ENTITY_TYPES
from openmetadata_provider.client.exchange import Request, Steps
from openmetadata_provider.client.fqn import build, escape, quote_name, split
from openmetadata_provider.client.known import Known
from openmetadata_provider.errors import InvalidName

ANY_TYPE: Final = tuple(ENTITY_TYPES)
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")


class ReferenceQuery(NamedTuple):
    """One entity to look for, of the first of the types that has it."""

    types: tuple[str, ...]
    by: Literal["id", "name"]
    value: str

    def __str__(self) -> str:
        return f"no {' or '.join(self.types)} has the {self.by} {self.value!r}"


def is_uuid(text: str) -> bool:
    """Whether the text is a UUID as the server writes them."""
    return _UUID.match(text) is not None


def reference_query(item: object, types: tuple[str, ...]) -> ReferenceQuery | None:
    """What to look up for one reference to an entity of `types`; None for a value that cannot name one."""
    if isinstance(item, str):
        return _query_from_text(item, types)
    if not isinstance(item, Mapping):
        return None
    if kind := item.get("type"):
        types = (str(kind),)
    if identifier := item.get("id"):
        return ReferenceQuery(types, "id", str(identifier))
    name = item.get("fullyQualifiedName") or item.get("name")
    return ReferenceQuery(types, "name", str(name)) if name else None


def _query_from_text(text: str, types: tuple[str, ...]) -> ReferenceQuery | None:
    kind, colon, name = text.partition(":")
    if colon and kind in types:
        types = (kind,)
    else:
        name = text
    name = name.strip()
    if not name:
        return None
    return ReferenceQuery(types, "id" if is_uuid(name) else "name", name)


def reference_from(item: object, types: tuple[str, ...], known: Known) -> Steps[dict[str, Any] | str]:
    """The reference with its id and type, or, as text, what is wrong with it. Raises ApiError if a look-up fails."""
    if isinstance(item, Mapping) and item.get("id") and item.get("type"):
        return dict(item)
    query = reference_query(item, types)
    if query is None:
        return f"{_one_of(types)} is written {_spellings(types)}"
    if not set(query.types) <= set(types):
        return f"a {query.types[0]} cannot stand here; only {_one_of(types)} can"
    if query.by == "id" and not is_uuid(query.value):
        return f"{query.value!r} is no id (a UUID)"
    if query.by == "id" and len(query.types) == 1:
        return {"id": query.value, "type": query.types[0]}
    if not any(kind in ENTITY_TYPES for kind in query.types):
        return f"names of {query.types[0]} cannot be looked up; give its id"
    try:
        found = yield from resolved(query, known)
    except InvalidName as error:
        return str(error)
    return found or f"{query}; create it first or correct the name"


def resolved(query: ReferenceQuery, known: Known) -> Steps[dict[str, Any] | None]:
    """`{id, type}` of the entity, None if there is none. Asks the server once per client. Raises ApiError."""
    if (reference := known.references.get(query)) is not None:
        return dict(reference)
    for kind in query.types:
        if kind not in ENTITY_TYPES:
            continue
        found = yield from or_none_if_absent(fetch(_look_up(kind, query)))
        if found is not None and isinstance(found.value, dict) and "id" in found.value:
            known.references[query] = {"id": found.value["id"], "type": kind}
            return dict(known.references[query])
    return None


def reference_fqn(kind: str, name: str) -> str:
    """The FQN of the entity of that type that a user names: quoted where that is needed. Raises InvalidName."""
    if kind not in ENTITY_TYPES:
        return name
    if not ENTITY_TYPES[kind].is_root:
        return build(*split(name))
    return quote_name(name.lower() if kind == "user" else name)


def _look_up(kind: str, query: ReferenceQuery) -> Request:
    collection = ENTITY_TYPES[kind].collection
    if query.by == "id":
        return Request(method="GET", path=f"/v1/{collection}/{quote(query.value, safe='')}", about=query.value)
    fqn = reference_fqn(kind, query.value)
    return Request(method="GET", path=f"/v1/{collection}/name/{escape(fqn)}", about=fqn)


def _one_of(types: tuple[str, ...]) -> str:
    return "an asset" if types == ANY_TYPE else f"a {' or '.join(types)}"


def _spellings(types: tuple[str, ...]) -> str:
    prefixes = ["TYPE:FQN"] if types == ANY_TYPE else [f"{kind}:NAME" for kind in types]
    plain = ["an object with type and id or name"] if types == ANY_TYPE else ["a name", "an id"]
    return ", ".join([*prefixes, *plain]) + ("" if types == ANY_TYPE else ", or an object with id or name")
