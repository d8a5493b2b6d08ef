"""Sandboxes of other releases and with other switches than the usual one, and a clock that a test moves."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sandbox_callers import Api, Wire

from openmetadata_provider.sandbox import SandboxOptions, create_app

MINUTE_MS = 60_000


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now_ms: int = 1_760_000_000_000

    def __call__(self) -> int:
        return self.now_ms

    def move(self, *, minutes: float) -> None:
        self.now_ms += int(minutes * MINUTE_MS)


@dataclass
class Sandbox:
    """Callers of one sandbox, with its clock."""

    admin: Api
    bot: Api
    reader: Api
    clock: Clock = field(default_factory=Clock)


@contextmanager
def sandbox(**switches: Any) -> Iterator[Sandbox]:
    """A sandbox with these options, in this process."""
    clock = switches.pop("clock", None) or Clock()
    options = SandboxOptions(clock=clock, **switches)
    app = create_app(options)
    with asyncio.Runner() as runner:
        wire = Wire(app, runner)
        tokens = (options.admin_token, options.bot_token, options.reader_token)
        yield Sandbox(*(Api(wire, token) for token in tokens), clock)
        runner.run(_stop(app))


async def _stop(app: Any) -> None:
    async with app.router.lifespan_context(app):
        pass
