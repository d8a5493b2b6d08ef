"""Requests and responses as values, and work on them without I/O.

`Steps[T]` yields each Request it needs sent, is resumed with its Response, and returns a T. A failure to send is
thrown in at the `yield`, so steps can handle it like an error of their own. Steps that wait yield a Pause: the driver
sleeps, so that steps are tried without a clock.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from openmetadata_provider.errors import OpenMetadataError

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One HTTP request to the API. The body is kept out of the repr: it may hold secrets."""

    method: str
    path: str
    """Escaped path below `/api`: `/v1/dashboards/name/s.10`."""
    query: tuple[tuple[str, str], ...] = ()
    body: object = field(default=None, repr=False)
    """What to send as JSON; None sends no body."""
    about: str | None = None
    """FQN or id of the entity the request is about, for errors."""
    headers: tuple[tuple[str, str], ...] = ()
    """Headers of this request alone; they win over those every request has."""
    settled: Callable[[], Steps[Response | None]] | None = field(default=None, repr=False, compare=False)
    """Finds out what became of the request when an answer was lost: the answer to go on with, or None for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Yielded by steps that have to wait before they go on."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One HTTP answer. Header names are in lower case; the content is kept out of the repr: bots see plain secrets."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    request_id: str = ""
    notes: tuple[str, ...] = ()
    """What an error made of this answer tells besides: the attempts before it."""


class Payload:
    """JSON of a request or an answer, with secrets in plain text: its repr tells the property names alone.

    Code that may raise keeps a Payload in its variables, not the JSON, so that no traceback shows a secret.
    """

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        shown = ", ".join(self.value) if isinstance(self.value, dict) else type(self.value).__name__
        return f"Payload({shown})"


Steps: TypeAlias = Generator[Request | Pause, Response | None, T]
"""A Request is resumed with its Response, a Pause with None."""


def sent(request: Request) -> Steps[Response]:
    """The answer to a request, whatever its status. Raises TransportError."""
    response = yield request
    if response is None:
        raise RuntimeError("the driver answered a request with nothing")
    return response


def run_steps(
    steps: Steps[T], send: Callable[[Request], Response], pause: Callable[[float], object] | None = None
) -> T:
    """What the steps return: each request is sent by `send`, each pause (in seconds) slept by `pause`."""
    sleep = pause or time.sleep
    try:
        step = next(steps)
        while True:
            try:
                response = _sleep_or_send(step, sleep, send)
            except OpenMetadataError as error:
                step = steps.throw(error)
            else:
                step = steps.send(response)
    except StopIteration as end:
        result: T = end.value
        return result


def _sleep_or_send(
    step: Request | Pause, sleep: Callable[[float], object], send: Callable[[Request], Response]
) -> Response | None:
    """The answer to a step that is a request; None after a pause."""
    if isinstance(step, Pause):
        sleep(step.seconds)
        return None
    return send(step)


async def run_steps_async(
    steps: Steps[T],
    send: Callable[[Request], Awaitable[Response]],
    pause: Callable[[float], Awaitable[object]] | None = None,
) -> T:
    """As `run_steps`, `send` and `pause` being awaited."""
    import asyncio  # not before it is needed: the sync client does without

    sleep = pause or asyncio.sleep
    try:
        step = next(steps)
        while True:
            try:
                response = await _slept_or_sent(step, sleep, send)
            except OpenMetadataError as error:
                step = steps.throw(error)
            else:
                step = steps.send(response)
    except StopIteration as end:
        result: T = end.value
        return result


async def _slept_or_sent(
    step: Request | Pause,
    sleep: Callable[[float], Awaitable[object]],
    send: Callable[[Request], Awaitable[Response]],
) -> Response | None:
    if isinstance(step, Pause):
        await sleep(step.seconds)
        return None
    return await send(step)
