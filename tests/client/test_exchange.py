"""The two loops that run steps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from openmetadata_provider import ConnectionFailed
from openmetadata_provider.client.exchange import Pause, Request, Response, Steps, run_steps, run_steps_async

REQUEST = Request(method="GET", path="/v1/x")
BROKEN = ConnectionFailed(method="GET", path="/v1/x", host="http://x/api", reason="refused")


def _in_async(
    steps: Steps[object], send: Callable[[Request], Response], pause: Callable[[float], object] | None = None
) -> object:
    async def awaited(request: Request) -> Response:
        return send(request)

    async def slept(seconds: float) -> None:
        if pause is not None:
            pause(seconds)

    return asyncio.run(run_steps_async(steps, awaited, slept))


flavours = pytest.mark.parametrize("run", [run_steps, _in_async])


@flavours
def test_steps_get_each_response_and_return_their_result(run: Callable[..., object]) -> None:
    def steps() -> Steps[list[int]]:
        return [(yield REQUEST).status, (yield REQUEST).status]

    statuses = iter([200, 201])
    assert run(steps(), lambda _: Response(status=next(statuses), headers={}, content=b"")) == [200, 201]


@flavours
def test_steps_without_a_request_just_return(run: Callable[..., object]) -> None:
    def steps() -> Steps[int]:
        return 1
        yield REQUEST

    assert run(steps(), None) == 1


@flavours
def test_a_pause_is_slept_by_the_driver_and_nothing_is_sent_for_it(run: Callable[..., object]) -> None:
    def steps() -> Steps[object]:
        return (yield Pause(seconds=1.5)), (yield Pause(seconds=0))

    slept: list[float] = []
    assert run(steps(), None, slept.append) == (None, None)
    assert slept == [1.5, 0]


@flavours
def test_a_failure_to_send_can_be_handled_where_the_request_was_made(run: Callable[..., object]) -> None:
    def steps() -> Steps[str]:
        try:
            yield REQUEST
        except ConnectionFailed as error:
            return f"handled {error.reason}"
        return "sent"

    def send(_: Request) -> Response:
        raise BROKEN

    assert run(steps(), send) == "handled refused"


@flavours
def test_a_failure_to_send_that_is_not_handled_comes_out(run: Callable[..., object]) -> None:
    def steps() -> Steps[None]:
        yield REQUEST

    def send(_: Request) -> Response:
        raise BROKEN

    with pytest.raises(ConnectionFailed):
        run(steps(), send)
