"""The only place that talks HTTP: two connections, sync and async, that run steps.

Errors of httpx are turned into ours outside the `except` block: chained, they would carry frames of the HTTP stack
along, and those hold the `Authorization` header.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Generator
from importlib.metadata import PackageNotFoundError, version
from typing import Any, TypeVar

import httpx

from openmetadata_provider.client.exchange import Request, Response, Steps, run_steps, run_steps_async
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.secret import Token
from openmetadata_provider.client.settings import Settings
from openmetadata_provider.errors import ConnectionFailed, TimedOut, TransportError, UsageError

T = TypeVar("T")
log = logging.getLogger("openmetadata_provider.client")


class BearerAuth(httpx.Auth):
    """Puts the token on each request at the last moment, so that nothing else holds it."""

    def __init__(self, token: Token) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Called by httpx for each request."""
        request.headers["Authorization"] = self._token.header
        yield request


class Connection:
    """A pool of connections to one server, and what is known about it."""

    def __init__(self, settings: Settings, transport: httpx.BaseTransport | None = None) -> None:
        self.settings = settings
        self.known = Known()
        self._http = httpx.Client(transport=transport, **_client_arguments(settings))

    def run(self, steps: Steps[T]) -> T:
        """What the steps return. Raises whatever they raise, and TransportError."""
        return run_steps(steps, self.send)

    def send(self, request: Request) -> Response:
        """The answer to one request. Raises TransportError; an error status is an answer like any other."""
        if self._http.is_closed:
            raise _closed()
        try:
            return _response(self._http.send(_http_request(self._http, self.settings, request)), request, self.settings)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            failure = _transport_error(error, request, self.settings)
        raise failure

    def close(self) -> None:
        """Closes the pool. Closing twice is fine."""
        self._http.close()


class AsyncConnection:
    """As `Connection`, for one event loop."""

    def __init__(self, settings: Settings, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.settings = settings
        self.known = Known()
        self._http = httpx.AsyncClient(transport=transport, **_client_arguments(settings))

    async def run(self, steps: Steps[T]) -> T:
        """What the steps return. Raises whatever they raise, and TransportError."""
        return await run_steps_async(steps, self.send)

    async def send(self, request: Request) -> Response:
        """The answer to one request. Raises TransportError; an error status is an answer like any other."""
        if self._http.is_closed:
            raise _closed()
        try:
            http_request = _http_request(self._http, self.settings, request)
            return _response(await self._http.send(http_request), request, self.settings)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            failure = _transport_error(error, request, self.settings)
        raise failure

    async def aclose(self) -> None:
        """Closes the pool. Closing twice is fine."""
        await self._http.aclose()


def _client_arguments(settings: Settings) -> dict[str, Any]:
    try:
        release = version("openmetadata-provider")
    except PackageNotFoundError:
        release = "unknown"
    headers = {"Accept": "application/json", "User-Agent": f"openmetadata-provider/{release}"}
    return {"auth": BearerAuth(settings.token), "timeout": settings.timeout_s, "headers": headers}


def _http_request(client: httpx.Client | httpx.AsyncClient, settings: Settings, request: Request) -> httpx.Request:
    content = None if request.body is None else json.dumps(request.body, separators=(",", ":")).encode()
    return client.build_request(
        request.method,
        f"{settings.api_url}{request.path}",
        params=list(request.query) or None,
        content=content,
        headers=({"Content-Type": "application/json"} if content else {}) | dict(request.headers),
    )


def _response(answer: httpx.Response, request: Request, settings: Settings) -> Response:
    log.debug("%s %s: %d", request.method, request.path, answer.status_code)
    headers = {name.lower(): settings.token.removed_from(value) for name, value in answer.headers.items()}
    echoes = not answer.is_success or "json" not in headers.get("content-type", "")
    content = settings.token.removed_from(answer.text).encode() if echoes else answer.content
    return Response(status=answer.status_code, headers=headers, content=content)


def _transport_error(error: httpx.HTTPError | httpx.InvalidURL, request: Request, settings: Settings) -> TransportError:
    kind: type[TransportError] = TransportError
    if isinstance(error, httpx.TimeoutException):
        kind = TimedOut
    elif isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError | httpx.ProxyError):
        kind = ConnectionFailed
    reason = settings.token.removed_from(f"{type(error).__name__}: {error}".removesuffix(": "))
    return kind(method=request.method, path=request.path, host=settings.api_url, reason=reason)


def _closed() -> UsageError:
    return UsageError("this client is closed; make a new one.")
