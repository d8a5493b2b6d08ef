"""Clients on a scripted server, in both flavours, with a clock that only moves when somebody waits."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from blocking import Blocking
from scripted_server import HOST, TOKEN, Server

from openmetadata_provider import AsyncOpenMetadata, OpenMetadata
from openmetadata_provider.client.clock import Clock
from openmetadata_provider.client.transport import AsyncConnection, Connection


class StillClock:
    """Waits at once, and remembers for how long."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.slept: list[float] = []
        self.broken_off_by: Exception | None = None
        """Ends the next wait."""

    def sleep(self, seconds: float) -> None:
        error, self.broken_off_by = self.broken_off_by, None
        if error is not None:
            raise error
        self.slept.append(seconds)
        self.now += seconds

    async def _sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)

    @property
    def clock(self) -> Clock:
        """The clock as connections want it. Chance is always 1: waits are the longest that can be."""
        return Clock(
            monotonic_s=lambda: self.now,
            unix_s=lambda: self.now,
            fraction=lambda: 1.0,
            sleep=self.sleep,
            sleep_async=self._sleep_async,
        )


@contextmanager
def client(flavour: str, server: Server, time: StillClock | None = None, **options: Any) -> Iterator[Any]:
    """A client of the flavour (`sync`, or `async` with verbs that wait for their result)."""
    arguments = {"host": HOST, "jwt_token": TOKEN, "bindings": "fake_bindings", **options}
    clock = (time or StillClock()).clock
    if flavour == "sync":
        with OpenMetadata(**arguments) as om:
            om.connection = Connection(om.connection.settings, server.transport, clock)
            yield om
        return
    loop = asyncio.new_event_loop()
    awaited = AsyncOpenMetadata(**arguments)
    try:
        loop.run_until_complete(awaited.aclose())
        awaited.connection = AsyncConnection(awaited.connection.settings, server.transport, clock)
        yield Blocking(awaited, loop)
    finally:
        loop.run_until_complete(awaited.aclose())
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
