"""Clients on a scripted server. Whatever a verb does, it does in both flavours: most tests run twice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # fake_bindings, clients, scripted_server

from clients import StillClock, client
from scripted_server import Server

from openmetadata_provider.client.default import forget_default_client


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("error"))


@pytest.fixture(autouse=True)
def _no_configuration_from_outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("OPENMETADATA_HOST", raising=False)
    monkeypatch.delenv("OPENMETADATA_JWT_TOKEN", raising=False)
    monkeypatch.delenv("OPENMETADATA_JWT_TOKEN_FILE", raising=False)
    yield
    forget_default_client()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def time() -> StillClock:
    return StillClock()


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def om(flavour: str, server: Server, time: StillClock) -> Iterator[Any]:
    """A client on the scripted server, once in each flavour. Its waits take no time."""
    with client(flavour, server, time) as om:
        yield om


@pytest.fixture
def catalogue(flavour: str, server: Server, time: StillClock) -> Iterator[Any]:
    """As `om`, with the generated bindings."""
    with client(flavour, server, time, bindings="openmetadata_bindings") as om:
        yield om


@pytest.fixture
def pauses(time: StillClock) -> list[float]:
    """Seconds that clients wanted to sleep; none of them is slept."""
    return time.slept
