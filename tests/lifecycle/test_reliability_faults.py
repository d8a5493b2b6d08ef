"""What goes wrong on the way ends in the right state, or in outcomes that name each entity that was not done, and why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lifecycle_crew import QUICK, Document, catalogue, client, document, finished, state, undisturbed

from openmetadata_provider import RetryPolicy, ServerError
from openmetadata_provider.lifecycle.deciding import PlanOptions
from openmetadata_provider.lifecycle.outcomes import Applied, Status
from openmetadata_provider.lifecycle.plan import plan
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

PASSING = {
    "429 with Retry-After": "* ** 429 retry-after=0 probability=0.2",
    "503": "* ** 503 probability=0.15",
    "cut before it was worked on": "* ** cut-before probability=0.15",
    "cut after it was received": "* ** cut-after probability=0.15",
    "an answer that breaks off": "* ** truncate probability=0.15",
    "an entity above that is being deleted": "* ** locked probability=0.15",
    "answers that come too late": "* /api/v1/c** answer-delay=5 times=3",
}
"""Faults that go by."""
PATIENT = RetryPolicy(attempts=8, backoff_s=0.01, backoff_cap_s=0.02)


@pytest.fixture(scope="module")
def expected() -> dict[str, Document]:
    return undisturbed()[0]


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


def service(description: str = "") -> Document:
    spec = {"description": description} if description else {}
    return document("DashboardService", name="bi", serviceType="Looker", **spec)


def charts(count: int) -> list[Document]:
    return [document("Chart", name=f"c{n}", service="bi") for n in range(count)]


def dashboard(*shown: str, name: str = "d") -> Document:
    return document("Dashboard", name=name, service="bi", charts=[f"bi.{chart}" for chart in shown])


def told(applied: Applied, *statuses: Status) -> dict[str, str]:
    return {outcome.change.name: outcome.reason for outcome in applied.of(*statuses)}


@pytest.mark.parametrize("fault", PASSING)
def test_what_passes_leaves_no_trace(server: SandboxServer, fault: str, expected: dict[str, Document]) -> None:
    with client(server, retries=PATIENT, timeout_s=0.5 if "late" in fault else 30) as om:
        server.faults.add(PASSING[fault])
        applied = plan(om, catalogue()).apply()
        fired = sum(rule.fired for rule in server.faults.counted())
    server.faults.clear()
    assert fired >= 3
    assert applied.is_complete, list(map(str, applied.undone))
    assert state(server) == expected


def test_a_412_race_is_planned_again_and_both_changes_stand(server: SandboxServer) -> None:
    with client(server) as om:
        plan(om, [service(description="before")]).apply().raise_for_failures()
        changed = plan(om, [service(description="after")])
        server.faults.add("PATCH ** race times=1")
        assert changed.apply().is_complete
        entity = om.dashboard_services.get_by_name("bi")
    assert (entity.description, entity.version) == ("after", 0.3)


def test_a_412_that_never_ends_fails_and_says_so(server: SandboxServer) -> None:
    with client(server) as om:
        plan(om, [service(description="before")]).apply().raise_for_failures()
        changed = plan(om, [service(description="after")])
        server.faults.add("PATCH ** race")
        applied = changed.apply()
    assert not applied.is_complete
    assert "412" in told(applied, Status.failed)["DashboardService bi"]


def test_rows_of_a_bulk_call_that_fail_are_named_and_the_others_stand(server: SandboxServer) -> None:
    with client(server) as om:
        plan(om, [service()]).apply().raise_for_failures()
        tag = {"tagFQN": "PII.Sensitive", "source": "Classification"}
        made = plan(
            om, [service(), *charts(20), *charts_with(tag, "x1", "x2"), dashboard("c1"), dashboard("x1", name="e")]
        )
        om.tags.update(om.tags.get_by_name("PII.Sensitive"), disabled=True)
        applied = made.apply()
        left = plan(om, [service(), *charts(20), dashboard("c1")])
    assert set(told(applied, Status.failed)) == {"Chart bi.x1", "Chart bi.x2"}
    assert told(applied, Status.skipped) == {"Dashboard bi.e": "it needs Chart bi.x1, which was not done"}
    assert left.is_empty


def charts_with(tag: Document, *names: str) -> list[Document]:
    return [document("Chart", name=name, service="bi", tags=[tag]) for name in names]


def test_a_500_names_every_entity_of_its_call_and_what_it_kept_from_being_done(server: SandboxServer) -> None:
    declared = [service(), *charts(6), dashboard("c1"), document("Team", name="data", teamType="Group")]
    with client(server) as om:
        made = plan(om, declared)
        server.faults.add("PUT /api/v1/charts/bulk 500")
        applied = made.apply()
    assert set(told(applied, Status.failed)) == {f"Chart bi.c{n}" for n in range(6)}
    assert all("500" in reason for reason in told(applied, Status.failed).values())
    assert set(told(applied, Status.skipped)) == {"Dashboard bi.d"}
    assert set(told(applied, Status.done)) == {"DashboardService bi", "Team data"}
    server.faults.clear()
    with client(server) as om:
        assert plan(om, declared).apply().is_complete
        assert plan(om, declared).is_empty


def test_a_401_in_the_middle_ends_the_run_and_accounts_for_everything(server: SandboxServer) -> None:
    with client(server) as om:
        made = plan(om, catalogue(), parallelism=2)
        server.faults.add("* ** 401 skip=20")
        applied = made.apply()
    server.faults.clear()
    _all_accounted_for(applied)
    assert applied.is_stopped
    assert all("401" in reason for reason in told(applied, Status.failed).values())
    assert set(told(applied, Status.not_started).values()) == {"the run had ended: the token was refused"}


def test_a_server_that_goes_away_ends_the_run_and_accounts_for_everything(expected: dict[str, Document]) -> None:
    with SandboxServer() as server, client(server, retries=RetryPolicy.never()) as om:
        made = plan(om, catalogue(), parallelism=2)
        server.faults.add("* ** cut-before skip=20")
        applied = made.apply()
        _all_accounted_for(applied)
        assert applied.is_stopped
        assert told(applied, Status.failed)
        assert set(told(applied, Status.not_started).values()) == {"the run had ended: the server could not be reached"}
        server.faults.clear()
        assert finished(server) == expected


def _all_accounted_for(applied: Applied) -> None:
    assert len(applied.outcomes) == 200
    assert not applied.is_complete
    assert all(outcome.reason for outcome in applied.undone)
    assert all(told(applied, status) for status in (Status.done, Status.failed, Status.skipped, Status.not_started))


def test_an_update_that_fails_holds_nothing_else_up(server: SandboxServer) -> None:
    with client(server) as om:
        plan(om, [service()]).apply().raise_for_failures()
        made = plan(om, [service(description="new"), *charts(2)])
        server.faults.add("PATCH /api/v1/services/** 500")
        applied = made.apply()
    assert set(told(applied, Status.failed)) == {"DashboardService bi"}
    assert set(told(applied, Status.done)) == {"Chart bi.c0", "Chart bi.c1"}


def test_a_replacement_that_stops_half_way_says_so(server: SandboxServer) -> None:
    with client(server) as om:
        plan(om, [service()]).apply().raise_for_failures()
        declared = [document("DashboardService", name="bi", serviceType="Superset")]
        made = plan(om, declared, options=PlanOptions(allow_replace=True))
        server.faults.add("POST /api/v1/services/** 500")
        applied = made.apply()
        assert (
            "The old one is deleted, the new one not there yet" in told(applied, Status.failed)["DashboardService bi"]
        )
        server.faults.clear()
        assert plan(om, declared).apply().is_complete


def test_a_server_without_bulk_calls_gets_single_ones(expected: dict[str, Document]) -> None:
    with SandboxServer(SandboxOptions(bulk=False)) as server, client(server) as om:
        assert plan(om, catalogue()).apply().is_complete
        assert state(server) == expected


def test_a_plan_that_cannot_read_raises_one_error(server: SandboxServer) -> None:
    server.faults.add("GET /api/v1/teams 500")
    with client(server, retries=QUICK) as om, pytest.raises(ServerError):
        plan(om, catalogue())
