"""Lists: the query that asks for a page, and the page that comes back.

Cursors are opaque and only followed. Source: reference/openmetadata-server.md, 6.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.wire import ModelT, model_from_wire
from openmetadata_provider.errors import AnswerMismatch, Problem

EntityT = TypeVar("EntityT")
Fields: TypeAlias = str | Iterable[str]
"""Properties the server leaves out unless asked: `"owners,tags"` or `["owners", "tags"]`; `"*"` for all."""
Include: TypeAlias = Literal["non-deleted", "deleted", "all"]
QueryValue: TypeAlias = str | int | bool | Iterable[str] | None
Query: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[EntityT]):
    """One page of a list, and the cursor of the next (None on the last)."""

    entities: tuple[EntityT, ...]
    after: str | None


def query_from_values(values: Mapping[str, QueryValue]) -> Query:
    """Query parameters as text: `true`/`false`, sequences joined with commas, None left out."""
    return tuple((name, _text(value)) for name, value in values.items() if value is not None)


def _text(value: QueryValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int) or value is None:
        return str(value)
    return ",".join(value)


def page(collection: str, query: Query, after: str | None, model: type[ModelT]) -> Steps[Page[ModelT]]:
    """One page of a collection, beginning after the cursor. Raises ApiError, AnswerError."""
    request = Request(method="GET", path=f"/v1/{collection}", query=query + ((("after", after),) if after else ()))
    answer = yield from fetch(request)
    rows, following = _rows_and_cursor(answer)
    if rows is None:
        raise _mismatch(request, '"data" must be a list and "paging" an object')
    if following and following == after:
        raise _mismatch(request, "the cursor of the next page is the one of this page")
    return Page(entities=tuple(model_from_wire(model, row, request=request) for row in rows), after=following)


def _rows_and_cursor(answer: Payload) -> tuple[list[Payload] | None, str | None]:
    """The rows of a page, None for an answer that is none, and the cursor of the next page."""
    data = answer.value.get("data") if isinstance(answer.value, dict) else None
    paging = (answer.value.get("paging") or {}) if isinstance(data, list) else None
    if not isinstance(data, list) or not isinstance(paging, dict):
        return None, None
    after = paging.get("after")
    return [Payload(row) for row in data], str(after) if after else None


def _mismatch(request: Request, reason: str) -> AnswerMismatch:
    problems = [Problem(pointer="", reason=reason)]
    return AnswerMismatch(subject="list", problems=problems, method=request.method, path=request.path)
