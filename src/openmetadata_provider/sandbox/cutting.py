"""Ending a connection for real: the HTTP protocol tells the application its transport, the application closes it.

ASGI has no message for this, so the transport travels as an extension of the scope.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

TRANSPORT = "openmetadata.sandbox.transport"


class CuttableProtocol(H11Protocol):
    """HTTP as uvicorn speaks it, with the transport in the scope of every request."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn itself
        """Called once per connection."""
        super().connection_made(transport)
        self.app = _with_transport(self.app, transport)


def _with_transport(app: ASGIApp, transport: asyncio.Transport) -> ASGIApp:
    async def run(scope: Scope, receive: Receive, send: Send) -> None:
        extensions: Mapping[str, Any] = scope.get("extensions") or {}
        await app({**scope, "extensions": {**extensions, TRANSPORT: transport}}, receive, send)

    return run


async def cut(scope: Scope, receive: Receive) -> None:
    """End the connection, after what was sent until now has left.

    Raises `ConnectionResetError` where there is no connection, as with an application called in the same process.
    """
    transport = (scope.get("extensions") or {}).get(TRANSPORT)
    if transport is None:
        raise ConnectionResetError("a fault cut the connection")
    transport.close()
    while (await receive())["type"] != "http.disconnect":
        pass
