"""How many requests at a time, and how many a second; for threads and for tasks."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from clients import StillClock, client
from scripted_server import HOST, TOKEN, Server, error_answer, json_answer

from openmetadata_provider import AsyncOpenMetadata, ConfigurationError, Limits, OpenMetadata
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request
from openmetadata_provider.client.transport import AsyncConnection, Connection

PATH = "/v1/dashboards/name/s.10"
REQUEST = Request(method="GET", path=PATH)


def _get(om: Any) -> Any:
    return om.connection.run(fetch(REQUEST)).value


class _Crowd:
    """Counts who is inside at the same time. Nobody leaves before as many as allowed are in."""

    def __init__(self, allowed: int) -> None:
        self.inside, self.most = 0, 0
        self._lock, self._allowed = threading.Lock(), allowed

    def enter(self) -> bool:
        """True if the place is full now."""
        with self._lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
            return self.inside >= self._allowed

    def leave(self) -> None:
        with self._lock:
            self.inside -= 1


def test_no_more_threads_than_allowed_are_on_their_way() -> None:
    crowd, full = _Crowd(3), threading.Event()

    def answer(_: httpx.Request) -> httpx.Response:
        if crowd.enter():
            full.set()
        assert full.wait(timeout=10)
        crowd.leave()
        return json_answer(200, {})

    with OpenMetadata(host=HOST, jwt_token=TOKEN, limits=Limits(concurrency=3)) as om:
        om.connection = Connection(om.connection.settings, httpx.MockTransport(answer))
        with ThreadPoolExecutor(10) as pool:
            list(pool.map(lambda _: _get(om), range(30)))
    assert crowd.most == 3


def test_no_more_tasks_than_allowed_are_on_their_way() -> None:
    crowd = _Crowd(3)

    async def run() -> None:
        full = asyncio.Event()

        async def answer(_: httpx.Request) -> httpx.Response:
            if crowd.enter():
                full.set()
            await full.wait()
            crowd.leave()
            return json_answer(200, {})

        async with AsyncOpenMetadata(host=HOST, jwt_token=TOKEN, limits=Limits(concurrency=3)) as om:
            await om.connection.aclose()
            om.connection = AsyncConnection(om.connection.settings, httpx.MockTransport(answer))
            calls = (om.connection.run(fetch(REQUEST)) for _ in range(30))
            await asyncio.wait_for(asyncio.gather(*calls), timeout=10)

    asyncio.run(run())
    assert crowd.most == 3


def test_requests_are_spread_over_a_second(flavour: str, server: Server, time: StillClock) -> None:
    server.on("GET", PATH, json_answer(200, {}))
    with client(flavour, server, time, limits=Limits(per_second=4)) as om:
        for _ in range(3):
            _get(om)
        time.now += 1
        _get(om)
    assert time.slept == [0.25, 0.25]


def test_a_place_is_free_again_after_a_failure_and_while_a_retry_waits(flavour: str, server: Server) -> None:
    server.on(
        "GET", PATH, error_answer(503, "no"), httpx.ReadError("broken"), RuntimeError("bug"), json_answer(200, {})
    )
    with client(flavour, server, limits=Limits(concurrency=1)) as om:
        with pytest.raises(RuntimeError, match="bug"):
            _get(om)
        assert _get(om) == {}


def test_a_task_that_is_cancelled_while_it_waits_takes_no_place() -> None:
    async def run() -> None:
        begun, go_on = asyncio.Event(), asyncio.Event()

        async def answer(_: httpx.Request) -> httpx.Response:
            begun.set()
            await go_on.wait()
            return json_answer(200, {})

        async with AsyncOpenMetadata(host=HOST, jwt_token=TOKEN, limits=Limits(concurrency=1)) as om:
            await om.connection.aclose()
            om.connection = AsyncConnection(om.connection.settings, httpx.MockTransport(answer))
            first = asyncio.create_task(om.connection.run(fetch(REQUEST)))
            await begun.wait()
            second = asyncio.create_task(om.connection.run(fetch(REQUEST)))
            await asyncio.sleep(0)
            second.cancel()
            go_on.set()
            await first
            await asyncio.wait_for(om.connection.run(fetch(REQUEST)), timeout=10)

    asyncio.run(run())


@pytest.mark.parametrize("wrong", [{"concurrency": 0}, {"per_second": 0}, {"per_second": float("nan")}])
def test_limits_that_make_no_sense_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(wrong))):
        Limits(**wrong)


def test_a_place_is_free_again_when_the_wait_for_the_pace_is_broken_off(
    flavour: str, server: Server, time: StillClock
) -> None:
    server.on("GET", PATH, json_answer(200, {}))
    with client(flavour, server, time, limits=Limits(concurrency=1, per_second=1)) as om:
        _get(om)
        time.broken_off_by = RuntimeError("broken off")
        with pytest.raises(RuntimeError, match="broken off"):
            _get(om)
        assert _get(om) == {}
