"""A sandbox in this process, without a socket: made in a few milliseconds, so every example of a law has its own."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final

import httpx

from openmetadata_bindings.registry import ENTITIES
from openmetadata_provider import OpenMetadata, RetryPolicy
from openmetadata_provider.client.bindings import load_class
from openmetadata_provider.sandbox import SandboxOptions, create_app

VOLATILE: Final = frozenset(
    {"id", "href", "version", "updatedAt", "updatedBy", "impersonatedBy", "changeDescription"}
    | {"incrementalChangeDescription", "inheritedRoles", "appliedAt", "appliedBy", "metadata"}
)
"""What differs from server to server and from day to day."""
COLLECTIONS: Final = {load_class(e.spec).entity_type: load_class(e.spec).collection for e in ENTITIES.values()}
KINDS: Final = {kind: load_class(entry.spec) for kind, entry in ENTITIES.items()}
Snapshot = dict[tuple[str, str], dict[str, Any]]
"""Entity type and FQN → properties without what is volatile; references as `type:fqn`, sorted."""


class InProcess(httpx.BaseTransport):
    """A sandbox as the transport of clients in any thread; one request at a time."""

    def __init__(self, options: SandboxOptions) -> None:
        self.options = options
        self._app = create_app(options)
        self._loop = asyncio.new_event_loop()
        self._transport = httpx.ASGITransport(self._app)
        self._lock = Lock()

    @property
    def requests(self) -> Any:
        """The request log."""
        return self._app.state.requests

    @property
    def writes(self) -> int:
        """Requests so far that may change something."""
        return len(self.requests.matching()) - len(self.requests.matching("GET"))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            return self._loop.run_until_complete(self._answered(request))

    async def _answered(self, request: httpx.Request) -> httpx.Response:
        answer = await self._transport.handle_async_request(request)
        content = await answer.aread()
        return httpx.Response(answer.status_code, headers=answer.headers, content=content)

    def shut(self) -> None:
        """Closes the database."""
        self._loop.run_until_complete(self._stopped())
        self._loop.close()

    async def _stopped(self) -> None:
        async with self._app.router.lifespan_context(self._app):
            pass


class Place:
    """A sandbox, its two clients, and a look at all that is in it."""

    def __init__(self, **options: Any) -> None:
        self.options = SandboxOptions(requests_kept=100_000, page=False, **options)
        self.transport = InProcess(self.options)
        self.admin = self.client(self.options.admin_token)
        self.bot = self.client(self.options.bot_token)

    def client(self, token: str) -> OpenMetadata:
        """A client that never repeats a request: nothing goes wrong in passing here."""
        return OpenMetadata(
            host="http://sandbox.test", jwt_token=token, transport=self.transport, retries=RetryPolicy(attempts=1)
        )

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """The JSON of an answer to the admin, who insists on success."""
        answer = self.attempt(method, path, body, **headers)
        assert answer.status_code < 300, (method, path, answer.text)
        return answer.json()

    def attempt(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """The answer to the admin, whatever it is."""
        head = {"Authorization": f"Bearer {self.options.admin_token}", **headers}
        request = httpx.Request(method, f"http://sandbox.test/api/v1/{path}", json=body, headers=head)
        return self.transport.handle_request(request)

    def snapshot(self, *, reveals: bool = True) -> Snapshot:
        """All entities, as a bot sees them (with passwords) or as people do."""
        token = self.options.bot_token if reveals else self.options.admin_token
        found: Snapshot = {}
        for entity_type, collection in COLLECTIONS.items():
            for row in self._all(collection, token):
                found[entity_type, row["fullyQualifiedName"]] = shown(row)
        return found

    def _all(self, collection: str, token: str) -> list[dict[str, Any]]:
        url = f"http://sandbox.test/api/v1/{collection}?fields=*&include=all&limit=100000"
        answer = self.transport.handle_request(httpx.Request("GET", url, headers={"Authorization": f"Bearer {token}"}))
        rows: list[dict[str, Any]] = answer.json()["data"]
        return rows

    def close(self) -> None:
        """Closes everything."""
        self.admin.close()
        self.bot.close()
        self.transport.shut()


@contextmanager
def place(**options: Any) -> Iterator[Place]:
    """A sandbox for the time of a block."""
    made = Place(**options)
    try:
        yield made
    finally:
        made.close()


def shown(row: dict[str, Any]) -> dict[str, Any]:
    """An entity without what is volatile."""
    row = dict(row)
    for many, one in (("owners", "owner"), ("domains", "domain")):
        if one in row:
            row[many] = [row.pop(one)]
    return {
        name: _plain(value) for name, value in row.items() if name not in VOLATILE and value not in (None, [], {}, "")
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        if {"id", "type", "fullyQualifiedName"} <= value.keys():
            return f"{value['type']}:{value['fullyQualifiedName']}{'^' if value.get('inherited') else ''}"
        if "tagFQN" in value:  # the rest of a label is filled in from its tag
            return {key: value.get(key) for key in ("tagFQN", "source", "labelType", "state")}
        return {key: _plain(item) for key, item in value.items() if key not in VOLATILE}
    if isinstance(value, list):
        plain = [_plain(item) for item in value]
        return sorted(plain) if all(isinstance(item, str) for item in plain) else plain
    return value
