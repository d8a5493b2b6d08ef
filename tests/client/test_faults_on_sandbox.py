"""The client's retries against every fault the sandbox can make, over a socket, with what the server saw counted.

Two laws: what was asked for happens once, and nothing that somebody else wrote is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from openmetadata_provider import (
    AnswerNotJson,
    ApiError,
    ConnectionFailed,
    OpenMetadata,
    PreconditionFailed,
    RetryPolicy,
    ServerError,
    TimedOut,
)
from openmetadata_provider.sandbox import SandboxServer

PASSING = {
    "429": "429 times=2 retry-after=0",
    "502": "502 times=2",
    "503": "503 times=2 retry-after=0",
    "504": "504 times=2",
    "locked": "locked times=2",
    "cut before the work": "cut-before times=2",
    "cut after the work": "cut-after times=1",
    "broken off in the answer": "truncate times=1",
    "late": "delay=0.05 times=1",
}
"""Faults that go by, and that a caller does not notice."""
QUICK = RetryPolicy(attempts=4, backoff_s=0.01, backoff_cap_s=0.02)
COLLECTION = "/api/v1/dashboards"

passing = pytest.mark.parametrize("fault", PASSING)


@pytest.fixture(scope="module")
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


@pytest.fixture
def om(server: SandboxServer) -> Iterator[OpenMetadata]:
    server.faults.clear()
    with OpenMetadata(host=server.url, jwt_token=server.admin_token, retries=QUICK) as om:
        om.dashboard_services.upsert(name="bi", serviceType="Looker")
        yield om
    server.faults.clear()


@pytest.fixture
def dashboard(om: OpenMetadata, request: pytest.FixtureRequest) -> Any:
    return om.dashboards.create(name=request.node.name.replace('"', ""), service="bi", displayName="before")


def written(server: SandboxServer, method: str, status: int) -> int:
    """How many requests below the collection the server answered, or would have, with `status`."""
    return sum(
        seen.method == method and seen.path.startswith(COLLECTION) and seen.status == status for seen in server.requests
    )


@passing
def test_a_creation_happens_once(om: OpenMetadata, server: SandboxServer, fault: str) -> None:
    server.requests.clear()
    server.faults.add(f"POST {COLLECTION} {PASSING[fault]}")
    made = om.dashboards.create(name=f"once {fault}", service="bi", displayName="Once")
    server.faults.clear()
    assert (made.displayName, made.version) == ("Once", 0.1)
    assert written(server, "POST", 201) == 1
    assert om.dashboards.get_by_name(f"bi.once {fault}").id == made.id


@passing
def test_an_update_happens_once_and_the_version_tells(
    om: OpenMetadata, server: SandboxServer, dashboard: Any, fault: str
) -> None:
    server.faults.add(f"PATCH ** {PASSING[fault]}")
    changed = om.dashboards.update(dashboard, displayName="after")
    server.faults.clear()
    assert (changed.displayName, changed.version) == ("after", 0.2)
    assert om.dashboards.get(dashboard.id).version == 0.2


@passing
def test_a_put_and_a_read_go_through(om: OpenMetadata, server: SandboxServer, dashboard: Any, fault: str) -> None:
    server.faults.add(f"PUT {COLLECTION} {PASSING[fault]}")
    stored = om.dashboards.upsert(name=dashboard.name, service="bi", displayName="put")
    server.faults.replace(f"GET ** {PASSING[fault]}")
    assert om.dashboards.get(stored.id).displayName == "put"
    assert stored.id == dashboard.id


@passing
def test_a_deletion_is_done_even_if_the_answer_is_lost(
    om: OpenMetadata, server: SandboxServer, dashboard: Any, fault: str
) -> None:
    server.faults.add(f"DELETE ** {PASSING[fault]}")
    om.dashboards.delete(dashboard.id, hard=True)
    server.faults.clear()
    assert om.dashboards.find(dashboard.id) is None


@passing
def test_every_row_of_a_bulk_call_is_stored_once(om: OpenMetadata, server: SandboxServer, fault: str) -> None:
    server.faults.add(f"PUT {COLLECTION}/bulk {PASSING[fault]}")
    rows = [om.dashboards.request_model(name=f"row {fault} {number}", service="bi") for number in range(5)]
    result = om.dashboards.bulk_upsert(rows)
    server.faults.clear()
    assert (len(result.passed), result.failed) == (5, ())
    assert all(om.dashboards.get_by_name(f"bi.row {fault} {number}").version == 0.1 for number in range(5))


def test_a_change_by_somebody_else_is_never_overwritten(
    om: OpenMetadata, server: SandboxServer, dashboard: Any
) -> None:
    server.faults.add("PATCH ** race times=1")
    with pytest.raises(PreconditionFailed):
        om.dashboards.update(dashboard, displayName="mine")
    now = om.dashboards.get(dashboard.id)
    assert now.displayName is not None
    assert now.displayName.startswith("Changed by somebody else")


def test_an_update_by_name_starts_again_on_what_somebody_else_wrote(
    om: OpenMetadata, server: SandboxServer, dashboard: Any
) -> None:
    server.faults.add("PATCH ** race times=1")
    now = om.dashboards.update_by_name(dashboard.fullyQualifiedName, description="mine")
    assert now.description == "mine"
    assert now.displayName is not None
    assert now.displayName.startswith("Changed by somebody else")


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("503", ServerError),
        ("429 retry-after=0", ApiError),
        ("cut-before", ConnectionFailed),
        ("html", AnswerNotJson),
        ("html status=502", ServerError),
    ],
)
def test_a_fault_that_stays_is_an_error_and_nothing_is_stored(
    om: OpenMetadata, server: SandboxServer, fault: str, error: type[Exception]
) -> None:
    server.faults.add(f"POST {COLLECTION} {fault}")
    with pytest.raises(error):
        om.dashboards.create(name=f"never {fault}", service="bi")
    server.faults.clear()
    assert om.dashboards.find_by_name(f"bi.never {fault}") is None


def test_a_server_that_is_too_slow_is_a_timeout(server: SandboxServer, om: OpenMetadata) -> None:
    server.faults.add(f"GET {COLLECTION} delay=5")
    hurried = OpenMetadata(host=server.url, jwt_token=server.admin_token, timeout_s=0.2, retries=RetryPolicy.never())
    with hurried, pytest.raises(TimedOut):
        list(hurried.dashboards.list())
