"""One call and its answer, free of the web framework; and the adapter that makes an ASGI endpoint of a handler.

Handlers take turns, because they share one database connection: see `turns`.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from .authentication import authenticated
from .catalogue import Catalogue, Principal
from .errors import ApiError, bad_request, routing, unhandled
from .limits import check_path
from .presenting import Presenter
from .turns import Turns

log = logging.getLogger(__name__)
JSON, JSON_PATCH = "application/json", "application/json-patch+json"
SHORT_BODY_BYTES = 64 * 1024
"""A call with a longer body is never short."""
_ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a handler needs to know of a request."""

    catalogue: Catalogue
    principal: Principal
    presenter: Presenter
    path: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    def flag(self, name: str) -> bool:
        """A query parameter that is `true` or not."""
        return self.query.get(name, "").lower() == "true"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a handler gives back."""

    body: Any
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


T = TypeVar("T")
Handler = Callable[[Call], Answer]


class Endpoints:
    """Makes Starlette endpoints of handlers."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._turns = Turns()

    def close(self) -> None:
        """Finish what is running and what waits in the background, then close the database."""
        self._turns.close()
        self._catalogue.background.run_due()
        self._catalogue.store.close()

    async def on_worker(self, work: Callable[[], T]) -> T:
        """What `work` gives back, done while no call touches the database."""
        return await self._turns.run(work, short=False)

    def endpoint(self, handler: Handler, content_type: str = JSON, *, short: bool = False) -> Callable[[Request], Any]:
        """An endpoint that takes bodies of one content type; `short` if its calls touch few entities."""

        async def run(request: Request) -> Response:
            try:
                check_path(request.scope.get("raw_path", b""))
                _check_content_type(request, content_type)
                principal = authenticated(self._catalogue.options, request.headers.get("authorization"))
                body = await whole_body(request, self._catalogue.options.max_body_bytes)
                work = partial(self._answered, handler, request, principal, body)
                response = await self._turns.run(work, short=short and len(body) <= SHORT_BODY_BYTES)
                if self._catalogue.background.waiting:
                    self._turns.later(self._run_jobs)
                return response
            except ApiError as problem:
                return error_response(problem)

        return run

    def _run_jobs(self) -> None:
        try:
            self._catalogue.background.run_due(self._catalogue.options.clock())
        except Exception:
            log.exception("the sandbox failed in the background")

    def _answered(self, handler: Handler, request: Request, principal: Principal, body: bytes) -> Response:
        try:
            self._catalogue.background.run_due(self._catalogue.options.clock())
            answer = handler(self._call(request, principal, body))
            if answer.status == 304:
                return Response(None, 304, dict(answer.headers))
            return json_response(answer.body, answer.status, answer.headers)
        except ApiError as problem:
            hidden = problem.mapping and self._catalogue.options.hides_json_errors
            return error_response(bad_request("Invalid request format") if hidden else problem)
        except RecursionError:
            return error_response(bad_request("Unable to process JSON: nested too deeply"))
        except Exception as problem:
            log.exception("the sandbox failed on %s %s", request.method, request.url.path)
            return error_response(unhandled(type(problem).__name__))

    def _call(self, request: Request, principal: Principal, body: bytes) -> Call:
        base_url = str(request.base_url).rstrip("/")
        presenter = Presenter(catalogue=self._catalogue, base_url=base_url, reveals=principal.is_bot)
        return Call(
            catalogue=self._catalogue,
            principal=principal,
            presenter=presenter,
            path=request.path_params,
            query=request.query_params,
            headers=request.headers,
            body=body,
        )


def json_response(body: Any, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON answer."""
    return Response(_ENCODED(body).encode(), status, dict(headers or {}), media_type=JSON)


def error_response(problem: ApiError) -> Response:
    """The answer for a failure."""
    return json_response(problem.body, problem.status, problem.headers)


def _check_content_type(request: Request, expected: str) -> None:
    if request.method in ("POST", "PUT", "PATCH"):
        given = request.headers.get("content-type", JSON).partition(";")[0].strip().lower()
        if given != expected:
            raise routing(415, "Unsupported Media Type")


async def whole_body(request: Request, highest: int) -> bytes:
    """The body of a request; 413 if it has more than `highest` bytes."""
    chunks: list[bytes] = []
    size = 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            if size > highest:
                raise routing(413, "Request Entity Too Large")
            chunks.append(chunk)
    except ClientDisconnect:
        raise routing(400, "Bad Request") from None
    return b"".join(chunks)
