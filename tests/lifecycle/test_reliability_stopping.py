"""A run that is stopped: what is on its way is finished, nothing more is started, everything is accounted for."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import httpx
import pytest
from lifecycle_crew import Killed, catalogue, client, finished, state, undisturbed

from openmetadata_provider.lifecycle.outcomes import Outcome, Status
from openmetadata_provider.lifecycle.plan import destroy, plan
from openmetadata_provider.sandbox import SandboxServer


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


def writes(server: SandboxServer) -> int:
    return sum(request.method in ("POST", "PUT", "PATCH", "DELETE") for request in server.requests)


@pytest.mark.parametrize("parallelism", [1, 4])
@pytest.mark.parametrize("after", [1, 3, 60])
def test_a_stop_starts_nothing_more_and_accounts_for_everything(
    server: SandboxServer, parallelism: int, after: int
) -> None:
    stop, seen, at_stop = threading.Event(), [], []

    def told(outcome: Outcome) -> None:
        seen.append(outcome)
        if len(seen) == after:
            stop.set()
            at_stop.append(writes(server))

    with client(server) as om:
        applied = plan(om, catalogue(), parallelism=parallelism).apply(on_outcome=told, stop=stop)
        assert writes(server) - at_stop[0] <= parallelism
        assert applied.is_stopped
        assert len(applied.outcomes) == len(seen) == 200
        assert not applied.of(Status.failed)
        assert {o.reason for o in applied.of(Status.not_started)} == {"the run was stopped before"}
        made = {f"{o.change.spec.collection} {o.change.fqn}" for o in applied.of(Status.done)}
        assert made == state(server).keys() & {f"{o.change.spec.collection} {o.change.fqn}" for o in seen}
        assert plan(om, catalogue()).counts.total() - len(made) == sum(
            not change.is_noop for change in plan(om, catalogue()).changes
        )


def test_a_stop_before_the_start_sends_nothing(server: SandboxServer) -> None:
    stop = threading.Event()
    stop.set()
    with client(server) as om:
        planned = plan(om, catalogue())
        before = server.requests.total
        applied = planned.apply(stop=stop)
    assert server.requests.total == before
    assert {outcome.status for outcome in applied.outcomes} == {Status.not_started}


def test_an_interrupt_starts_nothing_more(server: SandboxServer) -> None:
    """As Ctrl-C does in a program that does not handle it."""

    def interrupted(_: Outcome) -> None:
        at_interrupt.append(writes(server))
        raise KeyboardInterrupt

    at_interrupt: list[int] = []
    with client(server) as om:
        planned = plan(om, catalogue(), parallelism=2)
        with pytest.raises(KeyboardInterrupt):
            planned.apply(on_outcome=interrupted)
    assert writes(server) - at_interrupt[0] <= 2
    assert finished(server) == undisturbed()[0]


def test_a_destruction_that_is_stopped_is_finished_by_the_next_one(server: SandboxServer) -> None:
    before = state(server)
    stop = threading.Event()
    with client(server) as om:
        plan(om, catalogue()).apply().raise_for_failures()
        applied = destroy(om, catalogue()).apply(on_outcome=lambda _: stop.set(), stop=stop)
        assert applied.of(Status.done)
        assert not applied.is_complete
        destroy(om, catalogue()).apply().raise_for_failures()
        assert destroy(om, catalogue()).is_empty
    assert state(server) == before


class Dead(httpx.BaseTransport):
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise Killed


def test_an_interrupt_while_planning_ends_the_plan(server: SandboxServer) -> None:
    with client(server, transport=Dead()) as om, pytest.raises(Killed):
        plan(om, catalogue())
    assert server.requests.total == 0
