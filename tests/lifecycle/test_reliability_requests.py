"""How many requests a plan and an apply take: lists instead of single reads, bulk calls instead of single writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lifecycle_crew import Document, catalogue, client, document

from openmetadata_provider.lifecycle.plan import plan
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer(SandboxOptions(requests_kept=10_000)) as server:
        yield server


def charts(count: int) -> list[Document]:
    service = document("DashboardService", name="bi", serviceType="Looker")
    return [service, *(document("Chart", name=f"c{n:04}", service="bi", description="A chart.") for n in range(count))]


def test_a_plan_of_what_is_unchanged_takes_one_request_for_a_hundred_entities(server: SandboxServer) -> None:
    with client(server) as om:
        plan(om, charts(1000)).apply().raise_for_failures()
        server.requests.clear()
        again = plan(om, charts(1000))
    assert again.is_empty
    assert again.requests == server.requests.total <= 10


def test_an_apply_writes_a_hundred_entities_with_one_request(server: SandboxServer) -> None:
    with client(server) as om:
        made = plan(om, charts(1000))
        server.requests.clear()
        applied = made.apply()
    assert server.requests.count("PUT", "/api/v1/charts/bulk") == 10
    assert applied.requests == server.requests.total <= 14


def test_few_among_many_are_read_by_name(server: SandboxServer) -> None:
    with client(server) as om:
        plan(om, charts(1000)).apply().raise_for_failures()
        server.requests.clear()
        some = [charts(1000)[0], *charts(1000)[500:504]]
        assert plan(om, some).is_empty
    assert server.requests.count("GET", "/api/v1/charts") == 1
    assert len(server.requests.matching("GET", "/api/v1/charts/name/*")) == 4


def test_a_plan_of_everything_takes_few_requests_and_the_client_counts_them(server: SandboxServer) -> None:
    with client(server) as om:
        plan(om, catalogue()).apply().raise_for_failures()
        server.requests.clear()
        again = plan(om, catalogue())
    assert again.is_empty
    assert again.requests <= server.requests.total <= 20
