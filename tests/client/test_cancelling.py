"""A call that is broken off leaves no half-read connection: the pool goes on with a fresh one."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from slow_server import slow_server

from openmetadata_provider import AsyncOpenMetadata, Limits, Network, OpenMetadata, RetryPolicy, TimedOut
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request

REQUEST = Request(method="GET", path="/v1/dashboards/name/s.10")
ONE_AT_A_TIME: Any = {"network": Network(max_connections=1), "limits": Limits(concurrency=1)}
NAMED = {"id": "1", "name": "10"}


def test_a_cancelled_call_leaves_the_pool_usable() -> None:
    async def run(url: str, half_sent: threading.Event) -> object:
        async with AsyncOpenMetadata(host=url, jwt_token="t", **ONE_AT_A_TIME) as om:
            task = asyncio.create_task(om.connection.run(fetch(REQUEST)))
            assert await asyncio.to_thread(half_sent.wait, 10)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return (await asyncio.wait_for(om.connection.run(fetch(REQUEST)), timeout=10)).value

    with slow_server() as server:
        assert asyncio.run(run(server.url, server.half_sent)) == NAMED
        assert server.broken.wait(timeout=10)
        assert (server.requests, server.connections) == (2, 2)


def test_a_call_that_runs_into_the_time_limit_of_its_caller_leaves_the_pool_usable() -> None:
    async def run(url: str) -> object:
        async with AsyncOpenMetadata(host=url, jwt_token="t", **ONE_AT_A_TIME) as om:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(om.connection.run(fetch(REQUEST)), timeout=0.05)
            return (await asyncio.wait_for(om.connection.run(fetch(REQUEST)), timeout=10)).value

    with slow_server() as server:
        assert asyncio.run(run(server.url)) == NAMED
        assert server.broken.wait(timeout=10)


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """SIGINT interrupts, also where a shell started the tests in the background, which has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_ctrl_c_during_a_call_leaves_the_pool_usable() -> None:
    with slow_server() as server, OpenMetadata(host=server.url, jwt_token="t", **ONE_AT_A_TIME) as om:

        def interrupt() -> None:
            assert server.half_sent.wait(timeout=10)
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

        presser = threading.Thread(target=interrupt)
        presser.start()
        with pytest.raises(KeyboardInterrupt):
            om.connection.run(fetch(REQUEST))
        presser.join(timeout=10)
        assert server.broken.wait(timeout=10)
        assert om.connection.run(fetch(REQUEST)).value == NAMED
        assert (server.requests, server.connections) == (2, 2)


def test_a_timeout_in_the_middle_of_an_answer_leaves_the_pool_usable() -> None:
    network = Network(max_connections=1, read_timeout_s=0.05)
    with (
        slow_server() as server,
        OpenMetadata(host=server.url, jwt_token="t", network=network, retries=RetryPolicy.never()) as om,
    ):
        with pytest.raises(TimedOut, match="ReadTimeout"):
            om.connection.run(fetch(REQUEST))
        assert server.broken.wait(timeout=10)
        assert om.connection.run(fetch(REQUEST)).value == NAMED


def test_an_answer_cut_off_in_the_middle_is_asked_for_again() -> None:
    network = Network(read_timeout_s=0.05)
    policy = RetryPolicy(backoff_s=0)
    with slow_server() as server, OpenMetadata(host=server.url, jwt_token="t", network=network, retries=policy) as om:
        assert om.connection.run(fetch(REQUEST)).value == NAMED
        assert server.requests == 2
