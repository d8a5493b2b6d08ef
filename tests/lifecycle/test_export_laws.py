"""Laws of export, over generated payloads of every kind: it is valid, plans as no changes, and is a fixpoint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lifecycle.lifecycle_export_world import Pair, fault_of, pair_of_servers
from properties.agreement import Bundle, bundles, validator_for
from strategies import payloads

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
