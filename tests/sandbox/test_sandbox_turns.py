"""One handler at a time: short work in the event loop if nobody is at work, everything else in a worker thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from openmetadata_provider.sandbox.turns import Turns


@pytest.fixture
def turns() -> Iterator[Turns]:
    made = Turns()
    yield made
    made.close()


def test_short_work_runs_in_the_event_loop_and_long_work_beside_it(turns: Turns) -> None:
    async def main() -> tuple[int, int]:
        return await turns.run(threading.get_ident, short=True), await turns.run(threading.get_ident, short=False)

    short, long = asyncio.run(main())
    assert short == threading.get_ident()
    assert long != threading.get_ident()


def test_short_work_waits_for_long_work_without_stopping_the_event_loop(turns: Turns) -> None:
    started, may_end, order = threading.Event(), threading.Event(), []

    def long() -> None:
        started.set()
        may_end.wait()
        order.append("long")

    async def main() -> None:
        first = asyncio.create_task(turns.run(long, short=False))
        await asyncio.to_thread(started.wait)
        second = asyncio.create_task(turns.run(lambda: order.append("short"), short=True))
        await asyncio.sleep(0)
        assert order == []
        may_end.set()
        await asyncio.gather(first, second)

    asyncio.run(main())
    assert order == ["long", "short"]


def test_a_caller_that_is_gone_does_not_let_the_next_one_in(turns: Turns) -> None:
    started, may_end, running = threading.Event(), threading.Event(), []

    def long() -> None:
        running.append("long")
        started.set()
        may_end.wait()
        running.remove("long")

    async def main() -> list[str]:
        first = asyncio.create_task(turns.run(long, short=False))
        await asyncio.to_thread(started.wait)
        first.cancel()
        second = asyncio.create_task(turns.run(lambda: list(running), short=True))
        await asyncio.sleep(0)
        may_end.set()
        return await second

    assert asyncio.run(main()) == []


def test_work_that_fails_leaves_the_turn_to_the_next(turns: Turns) -> None:
    def fail() -> None:
        raise ValueError("no")

    async def main() -> str:
        for short in (True, False):
            with pytest.raises(ValueError, match="no"):
                await turns.run(fail, short=short)
        return await turns.run(lambda: "yes", short=True)

    assert asyncio.run(main()) == "yes"
