"""Time and chance, in one place, so that tests neither sleep nor guess."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


async def _sleep_async(seconds: float) -> None:
    import asyncio  # loaded by whoever runs an event loop, and not before

    await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What a connection asks for the time, and how it waits. All figures are seconds."""

    monotonic_s: Callable[[], float] = time.monotonic
    unix_s: Callable[[], float] = time.time
    fraction: Callable[[], float] = random.random
    """A number from 0 to 1, for the jitter of waits."""
    sleep: Callable[[float], None] = time.sleep
    sleep_async: Callable[[float], Awaitable[None]] = _sleep_async
