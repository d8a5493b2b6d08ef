"""A smaller set of payloads through the whole sandbox, HTTP included: what is read is what was sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import mutants, payloads

from openmetadata_provider.sandbox import SandboxOptions, create_app
from properties.agreement import Bundle, bundles, validator_for
from properties.explained import rule_of, without_nulls
from properties.world import FACTS, World

FEW = settings(max_examples=12, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
SOME = [
    bundle
    for bundle in bundles()
    if bundle.service_type in (None, "Looker", "Superset", "Snowflake", "Postgres")
    and bundle.name != "DashboardService"
]
SOME_BUNDLES = pytest.mark.parametrize("bundle", SOME, ids=lambda bundle: bundle.name)
Send = Callable[..., httpx.Response]
NUMBERS = count()


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    world = World()
    yield world
    world.catalogue.store.close()


@pytest.fixture(scope="module")
def database(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the world in a file: a sandbox shares its file with nobody."""
    path = tmp_path_factory.mktemp("world") / "sandbox.db"
    world.catalogue.store.query("VACUUM INTO ?", str(path))
    return path


@pytest.fixture(scope="module")
def send(database: Path) -> Iterator[Send]:
    """A request to a sandbox that serves the world, as the bot, who sees secrets."""
    options = SandboxOptions(database=str(database), multi_domain_rule=False)
    app = create_app(options)
    client = httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://sandbox.test/api/v1/",
        headers={"Authorization": f"Bearer {options.bot_token}"},
    )

    async def stop() -> None:
        await client.aclose()
        async with app.router.lifespan_context(app):
            pass

    with asyncio.Runner() as runner:
        yield lambda method, path, **rest: runner.run(client.request(method, path, **rest))
        runner.run(stop())


def _unique(payload: Any, number: int) -> Any:
    """`payload` under a name, and for users an e-mail address, that nothing else has."""
    email = {"email": f"{number}{payload['email']}"} if "email" in payload else {}
    return payload | {"name": f"{payload['name'][:240]}{number}"} | email


@SOME_BUNDLES
def test_a_valid_payload_is_created_and_reads_back(bundle: Bundle, world: World, send: Send) -> None:
    collection = FACTS[bundle.kind].collection
    made: list[str] = []

    @FEW
    @given(payloads(bundle.schema))
    def holds(payload: Any) -> None:
        placed = _unique(without_nulls(world.placed(bundle.kind, payload)), next(NUMBERS))
        if not validator_for(bundle.kind, placed).is_valid(placed):
            return
        created = send("POST", collection, json=placed)
        if created.status_code == 400 and rule_of(created.json()["message"]):
            return
        assert created.status_code == 201, created.text
        path = f"{collection}/{created.json()['id']}"
        read = send("GET", path, params={"fields": "*"})
        assert read.status_code == 200, read.text
        assert world.difference(bundle.kind, placed, read.json()) is None
        made.append(path)

    holds()
    assert made, "no payload got past the rules of the server: nothing was tested"


@SOME_BUNDLES
def test_a_broken_payload_is_a_400(bundle: Bundle, world: World, send: Send) -> None:
    @FEW
    @given(mutants(bundle.schema))
    def holds(mutation: Any) -> None:
        placed = world.placed(bundle.kind, mutation.payload)
        meant = without_nulls(placed)
        spelled = isinstance(meant, dict) and "serviceType" in meant and mutation.label == "enum-case"
        if validator_for(bundle.kind, meant).is_valid(meant) or spelled or mutation.label == "drop-required":
            return
        answer = send("POST", FACTS[bundle.kind].collection, json=placed)
        assert answer.status_code == 400, answer.text

    holds()
