"""Clients on a scripted server. Whatever a verb does, it does in both flavours: most tests run twice."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # fake_bindings, blocking, scripted_server

from blocking import Blocking
from scripted_server import HOST, TOKEN, Server

from openmetadata_provider import AsyncOpenMetadata, OpenMetadata
from openmetadata_provider.client.default import forget_default_client


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("error"))


@pytest.fixture(autouse=True)
def _no_configuration_from_outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("OPENMETADATA_HOST", raising=False)
    monkeypatch.delenv("OPENMETADATA_JWT_TOKEN", raising=False)
    yield
    forget_default_client()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture(params=["sync", "async"])
def om(request: pytest.FixtureRequest, server: Server) -> Iterator[Any]:
    """A client on the scripted server, once in each flavour."""
    yield from _client(request.param, server, "fake_bindings")


@pytest.fixture(params=["sync", "async"])
def catalogue(request: pytest.FixtureRequest, server: Server) -> Iterator[Any]:
    """As `om`, with the generated bindings."""
    yield from _client(request.param, server, "openmetadata_bindings")


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that clients wanted to sleep; none of them is slept."""
    slept: list[float] = []

    async def awaited(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr("asyncio.sleep", awaited)
    return slept


def _client(flavour: str, server: Server, bindings: str) -> Iterator[Any]:
    if flavour == "sync":
        with OpenMetadata(host=HOST, jwt_token=TOKEN, bindings=bindings, transport=server.transport) as client:
            yield client
        return
    loop = asyncio.new_event_loop()
    awaited = AsyncOpenMetadata(host=HOST, jwt_token=TOKEN, bindings=bindings, transport=server.transport)
    try:
        yield Blocking(awaited, loop)
    finally:
        loop.run_until_complete(awaited.aclose())
        loop.close()
