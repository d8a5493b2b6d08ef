"""Changes to an entity that exists: JSON Patch, against lost updates where the server can tell.

Source: reference/openmetadata-server.md, 5 and 14.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import EntityT, Id, Operations, RequestT
from openmetadata_provider.client.server_version import server_version
from openmetadata_provider.client.wire import model_from_wire
from openmetadata_provider.errors import ApiError, InvalidRequest, Problem

Patch: TypeAlias = Iterable[Mapping[str, Any]]
"""Operations of RFC 6902: `{"op": "add", "path": "/description", "value": "..."}`."""
CONTENT_TYPE: Final = ("Content-Type", "application/json-patch+json")
IF_MATCH_SINCE: Final = (1, 10)
NO_PATCH_BY_NAME: Final = (404, 405)
"""Statuses of a server (before about 1.6) that patches by id alone; 404 also of one that lacks the entity."""
VALUED: Final = frozenset({"add", "replace", "test"})
MOVING: Final = frozenset({"move", "copy"})


def patched(
    operations: Operations[RequestT, EntityT], id: Id, patch: Payload, version: float | None, known: Known
) -> Steps[EntityT]:
    """The entity after the patch. With `version`, PreconditionFailed if the entity has another one by now."""
    body = checked(patch, f"{operations.spec.kind} {operations.about(id)}")
    return (yield from _sent(operations, operations.path_of(id), operations.about(id), body, version, known))


def patched_unread(
    operations: Operations[RequestT, EntityT], id: Id, patch: Payload, version: float | None, known: Known
) -> Steps[Payload]:
    """As `patched`, with the answer as it came: for callers to whom it does not matter whether it fits the models."""
    body = checked(patch, f"{operations.spec.kind} {operations.about(id)}")
    request = yield from _request(operations.path_of(id), operations.about(id), body, version, known)
    return (yield from _answered(request, body, known))


def patched_by_name(
    operations: Operations[RequestT, EntityT], fqn: str, patch: Payload, version: float | None, known: Known
) -> Steps[EntityT]:
    """As `patched`, by FQN."""
    body = checked(patch, f"{operations.spec.kind} {fqn}")
    try:
        return (yield from _sent(operations, operations.path_of_name(fqn), fqn, body, version, known))
    except ApiError as error:
        if error.status not in NO_PATCH_BY_NAME:
            raise
    entity: Any = yield from operations.get_by_name(fqn, None, None, known)  # raises NotFound for the entity's sake
    return (yield from _sent(operations, operations.path_of(entity), fqn, body, version, known))


def _sent(
    operations: Operations[RequestT, EntityT],
    path: str,
    about: str,
    body: Payload,
    version: float | None,
    known: Known,
) -> Steps[EntityT]:
    request = yield from _request(path, about, body, version, known)
    answer = yield from _answered(request, body, known)
    return model_from_wire(operations.entity_model, answer, request=request)


def _request(path: str, about: str, body: Payload, version: float | None, known: Known) -> Steps[Request]:
    headers: tuple[tuple[str, str], ...] = (CONTENT_TYPE,)
    if version is not None and (yield from server_version(known)) >= IF_MATCH_SINCE:
        headers += (("If-Match", f'W/"{float(version)}"'),)
    return Request(method="PATCH", path=path, body=body.value, about=about, headers=headers)


def _answered(request: Request, body: Payload, known: Known) -> Steps[Payload]:
    answer = yield from fetch(request)
    if any(operation["path"] == "/name" for operation in body.value):
        known.forget_references()
    return answer


def checked(patch: Payload, subject: str) -> Payload:
    """The operations, ready to send. Raises InvalidRequest for what is no JSON Patch: servers answer 500 to that."""
    body = Payload([dict(operation) if isinstance(operation, Mapping) else {} for operation in patch.value])
    mistakes = [_mistake(operation) for operation in body.value]
    problems = [Problem(pointer=f"/{index}", reason=reason) for index, reason in enumerate(mistakes) if reason]
    if problems:
        raise InvalidRequest(f"Patch of {subject}", problems)
    return body


def _mistake(operation: Mapping[str, Any]) -> str:
    op, path = operation.get("op"), operation.get("path")
    if op not in VALUED | MOVING | {"remove"}:
        return "op must be one of add, remove, replace, move, copy, test"
    if not isinstance(path, str) or not path.startswith("/"):
        return "path must be a JSON pointer that begins with /"
    if op in VALUED and "value" not in operation:
        return f"{op} needs a value"
    if op in MOVING and not str(operation.get("from", "")).startswith("/"):
        return f"{op} needs a JSON pointer in from"
    return ""
