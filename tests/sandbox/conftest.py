"""A sandbox per test, and callers of it: an admin, a bot, a reader and nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from sandbox_callers import Api, Wire
from starlette.applications import Starlette

from openmetadata_provider.sandbox import SandboxOptions, create_app


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("filterwarnings", "error")


@pytest.fixture
def options() -> SandboxOptions:
    return SandboxOptions(admin_token="admin-token", bot_token="bot-token", reader_token="reader-token")


@pytest.fixture
def wire(options: SandboxOptions) -> Iterator[Wire]:
    app = create_app(options)
    with asyncio.Runner() as runner:
        yield Wire(app, runner)
        runner.run(_stop(app))


async def _stop(app: Starlette) -> None:
    async with app.router.lifespan_context(app):
        pass


@pytest.fixture
def admin(wire: Wire, options: SandboxOptions) -> Api:
    return Api(wire, options.admin_token)


@pytest.fixture
def bot(wire: Wire, options: SandboxOptions) -> Api:
    return Api(wire, options.bot_token)


@pytest.fixture
def reader(wire: Wire, options: SandboxOptions) -> Api:
    return Api(wire, options.reader_token)


@pytest.fixture
def nobody(wire: Wire) -> Api:
    return Api(wire, None)


@pytest.fixture
def world(admin: Api) -> Api:
    """The admin of a catalogue that has one parent for every kind of entity."""
    admin.make("DashboardService", "bi")
    admin.make("DatabaseService", "db")
    admin.make("Domain", "sales")
    admin.make("Domain", "finance")
    admin.make("Classification", "Colour")
    admin.make("Glossary", "words")
    admin.make("User", "robot", email="robot@acme.io", isBot=True)
    return admin
