"""How many requests at a time, and how many a second."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openmetadata_provider.client.clock import Clock
from openmetadata_provider.errors import ConfigurationError

if TYPE_CHECKING:
    import asyncio


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on what one client sends, whatever the number of threads or tasks. Waits between retries do not count."""

    concurrency: int | None = None
    """Requests on their way at the same time; None for as many as `Network.max_connections`."""
    per_second: float | None = None
    """Requests begun in a second, evenly spread; None for any number."""

    def __post_init__(self) -> None:
        if self.concurrency is not None and self.concurrency < 1:
            raise ConfigurationError("Limits: concurrency must be 1 or more, or None.")
        if self.per_second is not None and not 0 < self.per_second < math.inf:
            raise ConfigurationError("Limits: per_second must be a number above 0, or None.")


class Pace:
    """Moments at which requests may begin."""

    def __init__(self, per_second: float | None, clock: Clock) -> None:
        self._interval_s = 1 / per_second if per_second else 0.0
        self._clock, self._lock, self._next = clock, threading.Lock(), -math.inf

    def wait_s(self) -> float:
        """Seconds until the next free moment, which is taken by this call."""
        with self._lock:
            now = self._clock.monotonic_s()
            moment = max(now, self._next)
            self._next = moment + self._interval_s
        return moment - now


class Gate:
    """Lets requests through within the limits: `with gate: send`."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._clock, self._pace = clock, Pace(limits.per_second, clock)
        self._places = threading.Semaphore(limits.concurrency) if limits.concurrency else None

    def __enter__(self) -> None:
        if self._places:
            self._places.acquire()
        try:
            if (wait := self._pace.wait_s()) > 0:
                self._clock.sleep(wait)
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_: object) -> None:
        if self._places:
            self._places.release()


class AsyncGate:
    """As `Gate`, for tasks of one event loop: `async with gate: send`."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._clock, self._pace = clock, Pace(limits.per_second, clock)
        self._places = _semaphore(limits.concurrency) if limits.concurrency else None

    async def __aenter__(self) -> None:
        if self._places:
            await self._places.acquire()
        try:
            if (wait := self._pace.wait_s()) > 0:
                await self._clock.sleep_async(wait)
        except BaseException:
            await self.__aexit__()
            raise

    async def __aexit__(self, *_: object) -> None:
        if self._places:
            self._places.release()


def _semaphore(places: int) -> asyncio.Semaphore:
    import asyncio  # not before a client needs it

    return asyncio.Semaphore(places)
