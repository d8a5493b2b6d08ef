"""Two properties that held one value and now hold a list: `owner` became `owners`, `domain` became `domains`.

Users see the list, whatever the server: requests are renamed for an old one, answers of an old one are renamed back.
Source: reference/openmetadata-server.md, 11.2.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import Any, Final

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.server_version import server_version
from openmetadata_provider.errors import BadRequest, InvalidRequest, Problem

SINCE: Final = {"owners": (1, 5), "domains": (1, 9)}
"""List property → first version that has it; before, it went by `SINGULAR`."""
SINGULAR: Final = {"owners": "owner", "domains": "domain"}


def with_lists(properties: dict[str, Any]) -> list[Problem]:
    """Renames the one value to the list, in place. Returns what is wrong with them."""
    problems = []
    for many, one in SINGULAR.items():
        if one not in properties:
            continue
        if many in properties:
            problems.append(Problem(pointer=f"/{one}", reason=f"give either {one} or {many}, not both"))
        else:
            value = properties.pop(one)
            properties[many] = value if value is None else [value]
    return problems


def placed(payload: Payload, known: Known) -> Steps[list[Problem]]:
    """Gives owners and domains of a request body the names the server knows, in place.

    Returns what is wrong with them. Asks for the server's version only if there are any.
    """
    problems = with_lists(payload.value)
    for many in SINGULAR:
        if payload.value.get(many) is not None and not problems:
            problems += yield from _placed(payload, many, known)
    return problems


def _placed(payload: Payload, many: str, known: Known) -> Steps[list[Problem]]:
    version = yield from server_version(known)
    if version >= SINCE[many]:
        return []
    values = payload.value.pop(many)
    if len(values) > 1:
        return [_too_many(many, len(values), version)]
    if values:
        payload.value[SINGULAR[many]] = values[0]
    return []


def _too_many(many: str, count: int, version: tuple[int, int]) -> Problem:
    reason = f"this server ({version[0]}.{version[1]}) takes one {SINGULAR[many]} per entity, {count} were given"
    return Problem(pointer=f"/{many}", reason=reason)


def old_name(name: str, version: tuple[int, int]) -> str:
    """What a server of that version calls a property."""
    return SINGULAR[name] if name in SINGULAR and version < SINCE[name] else name


def renamed_back(payload: Payload, names: Container[str] = SINCE) -> None:
    """Gives an entity of an old server the list properties of today, in place. `names` are those that are known."""
    if not isinstance(payload.value, dict):
        return
    for many, one in SINGULAR.items():
        if one in payload.value and many in names and one not in names:
            value = payload.value.pop(one)
            if value is not None:
                payload.value.setdefault(many, [value])


def fetch_fields(request: Request, known: Known) -> Steps[Payload]:
    """As `fetch`, for a read whose `fields` an old server may know by another name. Raises ApiError, AnswerNotJson."""
    try:
        return (yield from fetch(request))
    except BadRequest as error:
        if "invalid field name" not in error.message.lower():
            raise
        refusal = error
    version = yield from server_version(known)
    query = tuple((name, _old_fields(value, version) if name == "fields" else value) for name, value in request.query)
    if query == request.query:
        raise refusal
    return (yield from fetch(replace(request, query=query)))


def _old_fields(fields: str, version: tuple[int, int]) -> str:
    return ",".join(old_name(name, version) for name in fields.split(","))


def operations_placed(patch: Payload, known: Known, *, subject: str) -> Steps[None]:
    """Gives the operations of a patch the names the server knows, in place. Raises InvalidRequest, ApiError."""
    for operation in patch.value:
        many = operation["path"].removeprefix("/")
        if many not in SINGULAR or (yield from server_version(known)) >= SINCE[many]:
            continue
        values = operation.pop("value", [])
        if len(values) > 1:
            raise InvalidRequest(subject, [_too_many(many, len(values), (yield from server_version(known)))])
        operation["path"] = f"/{SINGULAR[many]}"
        operation |= {"op": "add", "value": values[0]} if values else {"op": "remove"}
