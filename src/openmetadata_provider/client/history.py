"""Earlier versions of an entity. Source: reference/openmetadata-server.md, 6.3."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.operations import EntityT, Id, Operations, RequestT
from openmetadata_provider.client.wire import model_from_wire
from openmetadata_provider.errors import AnswerMismatch, Problem


def versions(operations: Operations[RequestT, EntityT], id: Id) -> Steps[tuple[EntityT, ...]]:
    """All versions, newest first. The server sends each one as a text that holds JSON. Raises NotFound."""
    request = versions_request(operations.path_of(id), operations.about(id))
    rows = yield from version_rows(request)
    return tuple(model_from_wire(operations.entity_model, row, request=request) for row in rows)


def versions_request(path: str, about: str | None) -> Request:
    """What asks for the versions of the entity at a path."""
    return Request(method="GET", path=f"{path}/versions", about=about)


def version_rows(request: Request) -> Steps[list[Payload]]:
    """As `versions`, as JSON: no model is loaded."""
    return _rows((yield from fetch(request)), request)


def version(operations: Operations[RequestT, EntityT], id: Id, number: float | str) -> Steps[EntityT]:
    """One version. Raises NotFound."""
    path = f"{operations.path_of(id)}/versions/{quote(str(number), safe='')}"
    request = Request(method="GET", path=path, about=operations.about(id))
    return model_from_wire(operations.entity_model, (yield from fetch(request)), request=request)


def _rows(answer: Payload, request: Request) -> list[Payload]:
    rows = answer.value.get("versions") if isinstance(answer.value, dict) else None
    try:
        if isinstance(rows, list):
            return [Payload(_row(row)) for row in rows]
    except ValueError:
        pass  # chained, it would show the text
    problem = Problem(pointer="/versions", reason="must be a list of versions, each an object or JSON in a text")
    raise AnswerMismatch(subject="history", problems=[problem], method=request.method, path=request.path)


def _row(row: object) -> Any:
    return json.loads(row) if isinstance(row, str) else row
