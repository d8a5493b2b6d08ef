"""Several who write at once: two applies, or an apply and a person at the web page. No update is lost unreported."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from lifecycle_crew import Document, client, document

from openmetadata_provider import OpenMetadata
from openmetadata_provider.lifecycle.changes import Change
from openmetadata_provider.lifecycle.outcomes import Applied, Status
from openmetadata_provider.lifecycle.plan import Plan, plan
from openmetadata_provider.sandbox import SandboxServer

LOOKER = {"type": "Looker", "hostPort": "https://looker.example.com", "clientId": "omp", "clientSecret": "s3cret"}
MANY = 24


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as server, client(server) as om:
        om.dashboard_services.create(name="bi", serviceType="Looker", connection={"config": LOOKER})
        yield server


@pytest.fixture
def om(server: SandboxServer) -> Iterator[OpenMetadata]:
    with client(server) as om:
        yield om


@pytest.fixture
def page(server: SandboxServer) -> Iterator[Page]:
    with Page(server) as page:
        yield page


class Page(httpx.Client):
    """Somebody else, who writes as the web page does: with patches that name no version."""

    def __init__(self, server: SandboxServer) -> None:
        headers = {"Authorization": f"Bearer {server.bot_token}"}
        super().__init__(base_url=f"{server.url}/api/v1", headers=headers)

    def get_by_name(self, collection: str, fqn: str) -> Document:
        found: Document = self.get(f"/{collection}/name/{fqn}", params={"fields": "*", "include": "all"}).json()
        return found

    def edits(self, collection: str, fqn: str, **values: Any) -> None:
        patch = [{"op": "add", "path": f"/{name}", "value": value} for name, value in values.items()]
        headers = {"Content-Type": "application/json-patch+json"}
        path = f"/{collection}/{self.get_by_name(collection, fqn)['id']}"
        self.patch(path, json=patch, headers=headers).raise_for_status()


class Meddling(httpx.HTTPTransport):
    """Lets somebody act just before the first request of a method to a path is sent."""

    def __init__(self, method: str, path: str, act: Callable[[], object]) -> None:
        super().__init__()
        self._method, self._path, self._act = method, path, act
        self._is_done = threading.Event()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if (request.method, self._path in request.url.path) == (self._method, True) and not self._is_done.is_set():
            self._is_done.set()
            self._act()
        return super().handle_request(request)


def dashboards(count: int = MANY, **spec: Any) -> list[Document]:
    return [document("Dashboard", name=f"d{n}", service="bi", **spec) for n in range(count)]


def service(**spec: Any) -> Document:
    return document("DashboardService", name="bi", serviceType="Looker", **spec)


def at_once(*plans: Plan) -> list[Applied]:
    """What becomes of plans that are applied at the same time."""
    barrier = threading.Barrier(len(plans))

    def run(one: Plan) -> Applied:
        barrier.wait()
        return one.apply()

    with ThreadPoolExecutor(len(plans)) as pool:
        return list(pool.map(run, plans))


def done(applied: Applied) -> set[str]:
    return {outcome.change.fqn for outcome in applied.of(Status.done)}


def reasons(applied: Applied) -> str:
    return "\n".join(map(str, applied.undone))


def test_of_two_applies_with_different_values_one_wins_each_entity_and_the_other_is_told(
    server: SandboxServer, page: Page
) -> None:
    with client(server) as first, client(server) as second:
        plan(first, dashboards(description="before")).apply().raise_for_failures()
        texts = ("of the first", "of the second")
        both = at_once(
            *(plan(om, dashboards(description=text)) for om, text in zip((first, second), texts, strict=True))
        )
    assert not done(both[0]) & done(both[1])
    assert done(both[0]) | done(both[1]) == {f"bi.d{n}" for n in range(MANY)}
    for applied, text in zip(both, texts, strict=True):
        assert all(page.get_by_name("dashboards", fqn)["description"] == text for fqn in done(applied))
        assert all("admin changed description since the plan was made" in o.reason for o in applied.of(Status.failed))


def test_two_applies_of_disjoint_properties_both_stand(server: SandboxServer, page: Page) -> None:
    with client(server) as first, client(server) as second:
        plan(first, dashboards()).apply().raise_for_failures()
        both = at_once(plan(first, dashboards(description="text")), plan(second, dashboards(displayName="Name")))
    assert all(applied.is_complete for applied in both), "\n".join(map(reasons, both))
    found = [page.get_by_name("dashboards", f"bi.d{n}") for n in range(MANY)]
    assert {(entity["description"], entity["displayName"]) for entity in found} == {("text", "Name")}


def test_of_two_applies_that_create_the_same_one_is_told_of_each_entity(server: SandboxServer) -> None:
    with client(server) as first, client(server) as second:
        both = at_once(plan(first, dashboards(150, description="a")), plan(second, dashboards(150, description="b")))
        assert plan(first, dashboards(150)).is_empty
    assert not done(both[0]) & done(both[1])
    for applied in both:
        words = ("it exists now", "somebody else wrote it", "409")
        assert all(any(word in outcome.reason for word in words) for outcome in applied.of(Status.failed))


def test_two_applies_that_create_the_same_alike_leave_one_of_each(server: SandboxServer, page: Page) -> None:
    with client(server) as first, client(server) as second:
        both = at_once(plan(first, dashboards(150, description="a")), plan(second, dashboards(150, description="a")))
        assert plan(first, dashboards(150, description="a")).is_empty
    assert done(both[0]) | done(both[1]) == {f"bi.d{n}" for n in range(150)}
    assert {page.get_by_name("dashboards", f"bi.d{n}")["version"] for n in range(150)} == {0.1}


@pytest.mark.parametrize("attempt", range(5))
def test_a_connection_and_a_description_set_at_once_both_stand_or_somebody_is_told(
    server: SandboxServer, page: Page, attempt: int
) -> None:
    with client(server) as first, client(server) as second:
        config = {**LOOKER, "clientId": f"new{attempt}"}
        both = at_once(
            plan(first, [service(connection={"config": config})]), plan(second, [service(description="new")])
        )
    found = page.get_by_name("services/dashboardServices", "bi")
    stands = (found["connection"]["config"]["clientId"] == f"new{attempt}", found.get("description") == "new")
    assert all(applied.is_complete for applied in both) <= all(stands), "\n".join(map(reasons, both))
    assert found["connection"]["config"]["clientSecret"] == "s3cret"


def test_an_edit_of_the_same_property_since_the_plan_is_not_overwritten(om: OpenMetadata, page: Page) -> None:
    plan(om, dashboards(1, description="before")).apply().raise_for_failures()
    planned = plan(om, dashboards(1, description="declared"))
    page.edits("dashboards", "bi.d0", description="of a person")
    applied = planned.apply()
    assert "ingestion-bot changed description since the plan was made" in reasons(applied)
    assert page.get_by_name("dashboards", "bi.d0")["description"] == "of a person"


def test_whoever_agrees_overwrites_what_was_edited_since_the_plan(om: OpenMetadata, page: Page) -> None:
    plan(om, dashboards(1, description="before")).apply().raise_for_failures()
    planned = plan(om, dashboards(1, description="declared"))
    page.edits("dashboards", "bi.d0", description="of a person")
    asked: list[Change] = []
    applied = planned.apply(agrees=lambda change: not asked.append(change))
    assert applied.is_complete
    assert [(f.before, f.after) for change in asked for f in change.fields] == [("of a person", "declared")]
    assert page.get_by_name("dashboards", "bi.d0")["description"] == "declared"


def test_an_edit_of_another_property_since_the_plan_stays_and_nobody_is_asked(om: OpenMetadata, page: Page) -> None:
    plan(om, dashboards(1, description="before")).apply().raise_for_failures()
    planned = plan(om, dashboards(1, description="declared"))
    page.edits("dashboards", "bi.d0", displayName="Of a person")
    assert planned.apply().is_complete
    found = page.get_by_name("dashboards", "bi.d0")
    assert (found["description"], found["displayName"]) == ("declared", "Of a person")


def test_an_edit_that_makes_no_new_version_is_noticed(om: OpenMetadata, page: Page) -> None:
    plan(om, dashboards(1, description="before")).apply().raise_for_failures()
    page.edits("dashboards", "bi.d0", description="first edit")
    planned = plan(om, dashboards(1, description="declared"))
    version = page.get_by_name("dashboards", "bi.d0")["version"]
    page.edits("dashboards", "bi.d0", description="second edit")
    assert page.get_by_name("dashboards", "bi.d0")["version"] == version
    assert "ingestion-bot changed description since the plan was made" in reasons(planned.apply())
    assert page.get_by_name("dashboards", "bi.d0")["description"] == "second edit"


def test_an_edit_between_the_last_look_and_the_patch_is_not_overwritten(server: SandboxServer, page: Page) -> None:
    meddling = Meddling("PATCH", "/dashboards/", lambda: page.edits("dashboards", "bi.d0", description="of a person"))
    with client(server, transport=meddling) as om:
        plan(om, dashboards(1, description="before")).apply().raise_for_failures()
        applied = plan(om, dashboards(1, description="declared")).apply()
    assert "ingestion-bot changed description since the plan was made" in reasons(applied)
    assert page.get_by_name("dashboards", "bi.d0")["description"] == "of a person"


def test_an_edit_of_a_service_before_its_connection_is_set_stays(om: OpenMetadata, page: Page) -> None:
    planned = plan(om, [service(connection={"config": {**LOOKER, "clientId": "new"}})])
    page.edits("services/dashboardServices", "bi", description="of a person")
    assert planned.apply().is_complete
    found = page.get_by_name("services/dashboardServices", "bi")
    assert (found["description"], found["connection"]["config"]["clientId"]) == ("of a person", "new")


def test_an_edit_of_a_service_while_its_connection_is_set_is_reported(server: SandboxServer, page: Page) -> None:
    act = lambda: page.edits("services/dashboardServices", "bi", description="of a person")  # noqa: E731
    with client(server, transport=Meddling("PUT", "/dashboardServices", act)) as om:
        applied = plan(om, [service(connection={"config": {**LOOKER, "clientId": "new"}})]).apply()
    assert "somebody else wrote it at the same time" in reasons(applied)
    assert "its history has what they wrote" in reasons(applied)


@pytest.mark.parametrize("count", [1, MANY])
def test_what_somebody_creates_after_the_plan_is_not_written_over(om: OpenMetadata, page: Page, count: int) -> None:
    planned = plan(om, dashboards(count, description="declared"))
    page.post("/dashboards", json={"name": "d0", "service": "bi", "description": "of a person"}).raise_for_status()
    applied = planned.apply()
    assert {outcome.change.fqn for outcome in applied.undone} == {"bi.d0"}
    assert "lan again." in reasons(applied)
    assert page.get_by_name("dashboards", "bi.d0")["description"] == "of a person"


def test_what_somebody_creates_in_the_moment_of_a_bulk_call_is_reported(server: SandboxServer, page: Page) -> None:
    body = {"name": "d0", "service": "bi", "description": "of a person"}
    meddling = Meddling("PUT", "/dashboards/bulk", lambda: page.post("/dashboards", json=body).raise_for_status())
    seen: list[tuple[str, Status]] = []
    with client(server, transport=meddling) as om:
        planned = plan(om, dashboards(description="declared"))
        applied = planned.apply(on_outcome=lambda o: seen.append((o.change.fqn, o.status)))
    assert {outcome.change.fqn for outcome in applied.undone} == {"bi.d0"}
    assert "somebody else wrote it at the same time: it is at version 0.2" in reasons(applied)
    assert [status for fqn, status in seen if fqn == "bi.d0"] == [Status.done, Status.failed]


def test_what_somebody_deleted_after_the_plan_is_reported(om: OpenMetadata, page: Page) -> None:
    plan(om, dashboards(2, description="before")).apply().raise_for_failures()
    planned = plan(om, dashboards(2, description="declared"))
    page.delete(f"/dashboards/{page.get_by_name('dashboards', 'bi.d0')['id']}").raise_for_status()
    page.delete("/dashboards/name/bi.d1", params={"hardDelete": True}).raise_for_status()
    applied = planned.apply()
    assert {outcome.change.fqn for outcome in applied.of(Status.failed)} == {"bi.d0", "bi.d1"}
