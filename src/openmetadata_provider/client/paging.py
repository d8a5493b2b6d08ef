"""Lists: the query that asks for a page, and the page that comes back.

Cursors are opaque and only followed. Source: reference/openmetadata-server.md, 6.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeAlias

from openmetadata_provider.client.bindings import suggestion
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.plurals import fetch_fields
from openmetadata_provider.client.progress import OnProgress, Progress
from openmetadata_provider.client.wire import ModelT, model_from_wire
from openmetadata_provider.errors import AnswerMismatch, Problem, UsageError
from openmetadata_spec import EntitySpec

Fields: TypeAlias = str | Iterable[str]
"""Properties the server leaves out unless asked: `"owners,tags"` or `["owners", "tags"]`; `"*"` for all."""
Include: TypeAlias = Literal["non-deleted", "deleted", "all"]
QueryValue: TypeAlias = str | int | bool | Iterable[str] | None
Query: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[ModelT]):
    """One page of a list."""

    entities: tuple[ModelT, ...]
    after: str | None
    """Cursor of the next page, None on the last."""
    total: int | None = None
    """How many entities the whole list has, None where the server does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[ModelT]):
    """A list that is being read: what is asked for, and how far it has come."""

    spec: EntitySpec
    model: type[ModelT]
    query: Query
    after: str | None = None
    done: int = 0
    """Entities on the pages before."""

    @classmethod
    def begun(
        cls,
        spec: EntitySpec,
        model: type[ModelT],
        filters: Mapping[str, QueryValue],
        *,
        unchecked: Mapping[str, QueryValue] | None,
        **shape: QueryValue,
    ) -> Reading[ModelT]:
        """A list of which nothing was read. Raises UsageError for a filter that the collection does not have."""
        for name in filters:
            if spec.filters and name not in spec.filters:
                hint = suggestion(name, dict.fromkeys(spec.filters))
                raise UsageError(
                    f"{spec.kind} lists have no filter {name!r}; there are {', '.join(spec.filters)}.{hint} "
                    "A newer server's go into query=."
                )
        query = query_from_values({**shape, **filters, **(unchecked or {})})
        return cls(spec=spec, model=model, query=query)

    def page(self, known: Known, on_progress: OnProgress | None) -> Steps[Page[ModelT]]:
        """The next page. Raises ApiError, AnswerError."""
        cursor = (("after", self.after),) if self.after else ()
        request = Request(method="GET", path=f"/v1/{self.spec.collection}", query=self.query + cursor)
        page = _page(self.model, (yield from fetch_fields(request, known)), request)
        if page.after and page.after == self.after:
            raise _mismatch(request, "the cursor of the next page is the one of this page")
        if on_progress is not None:
            done = self.done + len(page.entities)
            on_progress(Progress(verb="list", kind=self.spec.kind, done=done, total=page.total))
        return page

    def following(self, page: Page[ModelT]) -> Reading[ModelT] | None:
        """The list after that page, None after the last one."""
        return None if page.after is None else replace(self, after=page.after, done=self.done + len(page.entities))


def query_from_values(values: Mapping[str, QueryValue]) -> Query:
    """Query parameters as text: `true`/`false`, sequences joined with commas, None left out."""
    return tuple((name, _text(value)) for name, value in values.items() if value is not None)


def _text(value: QueryValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int) or value is None:
        return str(value)
    return ",".join(value)


def _page(model: type[ModelT], answer: Payload, request: Request) -> Page[ModelT]:
    data = answer.value.get("data") if isinstance(answer.value, dict) else None
    paging = (answer.value.get("paging") or {}) if isinstance(data, list) else None
    if not isinstance(data, list) or not isinstance(paging, dict):
        raise _mismatch(request, '"data" must be a list and "paging" an object')
    entities = tuple(model_from_wire(model, row, request=request) for row in map(Payload, data))
    total, after = paging.get("total"), paging.get("after")
    return Page(entities=entities, after=str(after) if after else None, total=total if isinstance(total, int) else None)


def _mismatch(request: Request, reason: str) -> AnswerMismatch:
    problems = [Problem(pointer="", reason=reason)]
    return AnswerMismatch(subject="list", problems=problems, method=request.method, path=request.path)
