"""Ending a connection for real: the HTTP protocol tells the application its connection, the application closes it.

ASGI has no message for this, so the connection travels as an extension of the scope.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

CONNECTION = "openmetadata.sandbox.connection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """One connection of a client."""

    transport: asyncio.Transport
    ending: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the client is gone or the server stops."""


class CuttableProtocol(HttpToolsProtocol):
    """HTTP as uvicorn speaks it, with the connection in the scope of every request."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn itself
        """Called once per connection."""
        super().connection_made(transport)
        self._connection = Connection(transport=transport)
        self.app = _with_connection(self.app, self._connection)

    def connection_lost(self, exc: Exception | None) -> None:
        """Called when the connection is gone."""
        self._connection.ending.set()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """Called when the server stops: nobody waits for a delayed answer any more."""
        self._connection.ending.set()
        super().shutdown()


def _with_connection(app: ASGIApp, connection: Connection) -> ASGIApp:
    async def run(scope: Scope, receive: Receive, send: Send) -> None:
        extensions: Mapping[str, Any] = scope.get("extensions") or {}
        await app({**scope, "extensions": {**extensions, CONNECTION: connection}}, receive, send)

    return run


def _connection(scope: Scope) -> Connection | None:
    return (scope.get("extensions") or {}).get(CONNECTION)


async def cut(scope: Scope, receive: Receive) -> None:
    """End the connection, after what was sent until now has left.

    Raises `ConnectionResetError` where there is no connection, as with an application called in the same process.
    """
    connection = _connection(scope)
    if connection is None:
        raise ConnectionResetError("a fault cut the connection")
    connection.transport.close()
    while (await receive())["type"] != "http.disconnect":
        pass


async def pause(scope: Scope, seconds: float) -> bool:
    """Wait; True, and at once, if the connection ends meanwhile."""
    connection = _connection(scope)
    if connection is None or not seconds:
        await asyncio.sleep(seconds)
        return False
    try:
        await asyncio.wait_for(connection.ending.wait(), seconds)
    except TimeoutError:
        return False
    return True
