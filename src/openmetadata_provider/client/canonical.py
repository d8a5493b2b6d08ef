"""A request body as users write it, into the one the server takes.

Domains get the name the server's version knows, owners and reviewers become `{id, type}`, tag labels get their
source. All problems found on the way are raised together.
"""

from __future__ import annotations

from typing import Final

from openmetadata_provider.client.domains import domains_placed
from openmetadata_provider.client.exchange import Payload, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.owners import COLLECTIONS, owner_query, resolved_owner
from openmetadata_provider.client.tags import completed_label, labels_in
from openmetadata_provider.errors import InvalidName, InvalidRequest, Problem

OWNER_PROPERTIES: Final = ("owners", "reviewers")


def canonicalised(payload: Payload, known: Known, *, subject: str) -> Steps[None]:
    """Rewrites the body in place. `subject` names the request in errors: `Dashboard sample.10`.

    Raises InvalidRequest for owners that do not exist and domains the server cannot take, ApiError if a look-up fails.
    """
    problems = yield from domains_placed(payload, known)
    for name in OWNER_PROPERTIES:
        problems += yield from _owners_resolved(payload, name, known)
    if problems:
        raise InvalidRequest(subject, problems)
    for label in labels_in(payload.value):
        yield from completed_label(label, known)


def _owners_resolved(payload: Payload, name: str, known: Known) -> Steps[list[Problem]]:
    problems: list[Problem] = []
    items: list[object] = payload.value.get(name) or []
    for index, item in enumerate(items):
        if isinstance(item, dict) and item.get("id") and item.get("type"):
            continue
        reason = yield from _owner_replaced(items, index, known)
        if reason:
            problems.append(Problem(pointer=f"/{name}/{index}", reason=reason))
    return problems


def _owner_replaced(items: list[object], index: int, known: Known) -> Steps[str]:
    """Puts `{id, type}` in the place of an owner; returns what is wrong with it, or nothing."""
    query = owner_query(items[index])
    if query is None:
        return "an owner is written user:NAME, team:NAME, a name, an id, or an object with id or name"
    if query.type and query.type not in COLLECTIONS:
        return f"a {query.type} cannot own; only users and teams can"
    try:
        owner = yield from resolved_owner(query, known)
    except InvalidName as error:
        return str(error)
    if owner is None:
        return f"{query}; create it first or correct the name"
    items[index] = owner
    return ""
