"""Laws of export, over generated payloads of every kind: it is valid, plans as no changes, and is a fixpoint."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lifecycle.lifecycle_export_world import Pair, fault_of, pair_of_servers
from properties.agreement import Bundle, bundles, validator_for
from strategies import payloads, sample

from openmetadata_provider import OpenMetadata, export, plan
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

FEW = settings(
    max_examples=8, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
CONNECTORS = ("Looker", "Superset", "Tableau", "Snowflake", "Postgres", "BigQuery")
SOME = [bundle for bundle in bundles() if bundle.service_type in (None, *CONNECTORS)]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    with pair_of_servers(tmp_path_factory.mktemp("servers")) as pair:
        yield pair


@pytest.mark.parametrize("bundle", SOME, ids=lambda bundle: bundle.name)
def test_what_is_exported_plans_as_empty_and_makes_the_same_on_an_empty_server(
    bundle: Bundle, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    @FEW
    @given(payloads(bundle.schema))
    def holds(payload: Any) -> None:
        if not validator_for(bundle.kind, payload).is_valid(payload):
            return
        fqn = pair.created(bundle.kind, payload)
        if fqn is not None:
            fault = fault_of(pair, bundle.kind, fqn, monkeypatch.setenv)
            assert fault is None, fault
            made.append(fqn)

    holds()
    assert made, "no payload got past the rules of the server: nothing was tested"


@pytest.mark.parametrize("seed", range(2))
def test_a_whole_server_is_exported_and_made_again_on_an_empty_one(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = random.Random(seed)
    with ExitStack() as stack:
        pair = stack.enter_context(pair_of_servers(tmp_path))
        empty = stack.enter_context(SandboxServer(SandboxOptions()))
        target = stack.enter_context(OpenMetadata(host=empty.url, jwt_token=empty.admin_token))
        for bundle in source.choices(bundles(), k=60):
            payload = sample(bundle.schema, source)
            payload.pop("extension", None)  # custom properties are defined nowhere on the empty server
            if validator_for(bundle.kind, payload).is_valid(payload):
                pair.created(bundle.kind, payload)
        found = export(pair.source)
        assert plan(pair.person, found).is_empty
        for name in found.variables:
            monkeypatch.setenv(name, "s")
        plan(target, found).apply().raise_for_failures()
        again = export(target)
    assert len(found) > 80
    assert {d.key: d.spec for d in again} == {d.key: d.spec for d in found}
