"""Asynchronous deletion (server reference, 7.2; point 24) and other work behind an answer."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sandbox_callers import Api
from sandbox_releases import Sandbox, sandbox

SERVICES = "services/dashboardServices"


@pytest.fixture
def slow() -> Iterator[Sandbox]:
    """A sandbox whose background work takes a minute of its clock."""
    with sandbox(background_delay_ms=60_000) as made:
        made.admin.make("DashboardService", "bi")
        yield made


def delete_async(api: Api, collection: str, entity_id: str, **params: Any) -> Any:
    return api.call("DELETE", f"{collection}/async/{entity_id}", params=params)


def test_an_async_delete_answers_202_with_a_job(world: Api) -> None:
    service = world.read("DashboardService", "name/bi")
    answer = delete_async(world, SERVICES, service["id"], hardDelete="true", recursive="true")
    body = answer.json()
    assert answer.status_code == 202
    assert str(uuid.UUID(body.pop("jobId")))
    assert body == {
        "message": "Delete operation initiated for bi",
        "entityName": "bi",
        "hardDelete": True,
        "recursive": True,
    }
    assert world.get(f"{SERVICES}/{service['id']}", include="all").status_code == 404


def test_an_async_delete_is_soft_unless_told_otherwise(world: Api) -> None:
    service = world.read("DashboardService", "name/bi")
    assert delete_async(world, SERVICES, service["id"]).json()["hardDelete"] is False
    gone = world.read("DashboardService", service["id"], include="deleted")
    assert (gone["deleted"], gone["version"]) == (True, 0.2)


def test_until_the_job_is_done_the_entity_is_there(slow: Sandbox) -> None:
    service = slow.admin.read("DashboardService", "name/bi")
    delete_async(slow.admin, SERVICES, service["id"], hardDelete="true", recursive="true")
    assert slow.admin.read("DashboardService", service["id"])["deleted"] is False
    slow.clock.move(minutes=0.9)
    assert slow.admin.get(f"{SERVICES}/{service['id']}").status_code == 200
    slow.clock.move(minutes=0.1)
    assert slow.admin.get(f"{SERVICES}/{service['id']}", include="all").status_code == 404


def test_meanwhile_nothing_is_created_or_changed_below_it(slow: Sandbox) -> None:
    service, made = slow.admin.read("DashboardService", "name/bi"), slow.admin.make("Dashboard", "d")
    delete_async(slow.admin, SERVICES, service["id"], hardDelete="true", recursive="true")
    created = slow.admin.post("Dashboard", {"name": "new", "service": "bi"})
    changed = slow.admin.put("Dashboard", {"name": "d", "service": "bi", "description": "x"})
    patched = slow.admin.patch("Dashboard", made["id"], [{"op": "add", "path": "/description", "value": "x"}])
    for answer, fqn in ((created, "bi.new"), (changed, "bi.d"), (patched, "bi.d")):
        text = f"Cannot create or modify entity '{fqn}' because parent 'bi' is being deleted"
        assert (answer.status_code, answer.json()) == (409, {"code": 409, "message": text})
        assert answer.headers["WWW-Authenticate"] == "om-auth"


def test_meanwhile_the_entity_itself_does_not_change(slow: Sandbox) -> None:
    service = slow.admin.read("DashboardService", "name/bi")
    delete_async(slow.admin, SERVICES, service["id"])
    answer = slow.admin.patch("DashboardService", service["id"], [{"op": "add", "path": "/description", "value": "x"}])
    assert (answer.status_code, answer.json()["message"]) == (
        409, "Cannot modify dashboardService 'bi': it is being deleted",
    )  # fmt: skip


def test_a_namesake_of_another_kind_is_not_locked(slow: Sandbox) -> None:
    slow.admin.make("DatabaseService", "bi")
    delete_async(slow.admin, SERVICES, slow.admin.read("DashboardService", "name/bi")["id"])
    assert slow.admin.make("Database", "d", service="bi")["fullyQualifiedName"] == "bi.d"


def test_what_lies_deep_below_is_locked_too(slow: Sandbox) -> None:
    slow.admin.make("Glossary", "words")
    slow.admin.make("GlossaryTerm", "a")
    glossary = slow.admin.read("Glossary", "name/words")
    delete_async(slow.admin, "glossaries", glossary["id"], recursive="true")
    answer = slow.admin.post(
        "GlossaryTerm", {"name": "b", "description": "d", "glossary": "words", "parent": "words.a"}
    )
    assert answer.status_code == 409


def test_after_the_job_the_name_is_free(slow: Sandbox) -> None:
    service = slow.admin.read("DashboardService", "name/bi")
    delete_async(slow.admin, SERVICES, service["id"], hardDelete="true")
    assert slow.admin.post("DashboardService", {"name": "bi", "serviceType": "Metabase"}).status_code == 409
    slow.clock.move(minutes=1)
    assert slow.admin.make("DashboardService", "bi")["id"] != service["id"]


def test_a_job_that_fails_is_told_to_nobody_and_frees_the_entity(world: Api) -> None:
    service = world.read("DashboardService", "name/bi")
    world.make("Dashboard", "d")
    assert delete_async(world, SERVICES, service["id"], hardDelete="true").status_code == 202
    assert world.change("DashboardService", "bi", description="still here")["version"] == 0.2


def test_an_async_delete_of_nothing_is_404_and_of_a_reader_403(world: Api, reader: Api) -> None:
    service = world.read("DashboardService", "name/bi")
    assert delete_async(world, SERVICES, "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11").status_code == 404
    assert delete_async(reader, SERVICES, service["id"]).status_code == 403


def test_an_async_bulk_is_accepted_and_done_later(slow: Sandbox) -> None:
    answer = slow.admin.bulk("Dashboard", [{"name": "d", "service": "bi"}], **{"async": "true"})
    assert (answer.status_code, answer.json()["numberOfRowsPassed"]) == (202, 0)
    assert slow.admin.get("dashboards/name/bi.d").status_code == 404
    slow.clock.move(minutes=1)
    assert slow.admin.read("Dashboard", "name/bi.d")["version"] == 0.1


def test_an_async_bulk_that_does_not_map_is_400_at_once(slow: Sandbox) -> None:
    answer = slow.admin.bulk("Dashboard", [{"name": "d", "service": "bi", "foo": 1}], **{"async": "true"})
    assert answer.status_code == 400


def test_more_than_a_hundred_waiting_jobs_are_429(slow: Sandbox) -> None:
    for _ in range(100):
        assert slow.admin.bulk("Dashboard", [], **{"async": "true"}).status_code == 202
    answer = slow.admin.bulk("Dashboard", [], **{"async": "true"})
    text = "Too many concurrent bulk jobs (max 100). Retry later."
    assert (answer.status_code, answer.json()["message"]) == (429, text)


def test_a_sandbox_that_stops_finishes_what_waits(tmp_path: Path) -> None:
    database = str(tmp_path / "catalogue.db")
    with sandbox(database=database, background_delay_ms=60_000) as first:
        service = first.admin.make("DashboardService", "bi")
        delete_async(first.admin, SERVICES, service["id"], hardDelete="true")
    with sandbox(database=database) as second:
        assert second.admin.get(f"{SERVICES}/{service['id']}", include="all").status_code == 404


def test_tagging_an_asset_that_is_gone_meanwhile_leaves_nothing(slow: Sandbox) -> None:
    slow.admin.make("Classification", "Colour")
    tag, made = slow.admin.make("Tag", "Red"), slow.admin.make("Dashboard", "d")
    body = {"assets": [{"id": made["id"], "type": "dashboard"}], "dryRun": False}
    assert slow.admin.call("PUT", f"tags/{tag['id']}/assets/add", json=body).status_code == 200
    slow.admin.delete("Dashboard", made["id"], hardDelete="true")
    slow.clock.move(minutes=1)
    assert slow.admin.read("Tag", tag["id"], fields="usageCount")["usageCount"] == 0


def test_old_releases_have_no_async_delete() -> None:
    with sandbox(version="1.5") as old:
        old.admin.make("DashboardService", "bi")
        service = old.admin.read("DashboardService", "name/bi")
        assert delete_async(old.admin, SERVICES, service["id"]).status_code in (404, 405)
