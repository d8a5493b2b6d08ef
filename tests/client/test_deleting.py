"""Deletion in the background, and the way back: restore, and a name that a soft-deleted entity still has."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from scripted_server import Server, error_answer, json_answer

from openmetadata_provider import Conflict, DeletionTimedOut, NotFound, ServerError, UsageError

ID = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
SERVICE = {"id": ID, "name": "looker", "fullyQualifiedName": "looker", "deleted": False}
GONE = error_answer(404, f"dashboardService instance for {ID} not found")
PATH = f"/v1/services/dashboardServices/{ID}"
ACCEPTED = {"jobId": "j1", "message": "begun", "entityName": "looker", "hardDelete": True, "recursive": True}


@pytest.fixture(autouse=True)
def _accepted(server: Server) -> None:
    server.on("DELETE", f"/v1/services/dashboardServices/async/{ID}", json_answer(202, ACCEPTED))


def test_a_deletion_in_the_background_is_waited_for_at_growing_distances(
    om: Any, server: Server, pauses: list[float]
) -> None:
    server.on("GET", PATH, *[json_answer(200, SERVICE)] * 12, GONE)
    job = om.dashboard_services.delete_async(ID, hard=True, recursive=True)
    assert dict(server.last.url.params) == {"hardDelete": "true", "recursive": "true"}
    assert pauses == []
    job.wait()
    assert dict(server.last.url.params) == {"include": "all"}
    assert len(pauses) == 12
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (0.2, 10.0)


def test_a_soft_deletion_has_ended_when_the_entity_is_marked(om: Any, server: Server, pauses: list[float]) -> None:
    server.on("GET", PATH, json_answer(200, SERVICE), json_answer(200, {**SERVICE, "deleted": True}))
    om.dashboard_services.delete_async(ID).wait()
    assert len(pauses) == 1


def test_a_hard_deletion_has_not_ended_while_the_entity_is_only_marked(
    om: Any, server: Server, pauses: list[float]
) -> None:
    server.on("GET", PATH, json_answer(200, {**SERVICE, "deleted": True}), GONE)
    om.dashboard_services.delete_async(ID, hard=True).wait()
    assert len(pauses) == 1


def test_a_wait_that_is_too_long_says_what_is_still_there(om: Any, server: Server, pauses: list[float]) -> None:
    server.on("GET", PATH, json_answer(200, SERVICE))
    job = om.dashboard_services.delete_async(ID, hard=True)
    with pytest.raises(DeletionTimedOut) as caught:
        job.wait(timeout_s=5)
    assert sum(pauses) == pytest.approx(5)
    assert str(caught.value).startswith(f"DashboardService looker ({ID}) is still there after 5 s.")
    assert isinstance(caught.value, TimeoutError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_wait_of_no_time_looks_once(om: Any, server: Server, pauses: list[float]) -> None:
    server.on("GET", PATH, GONE)
    job = om.dashboard_services.delete_async(ID, hard=True)
    job.wait(timeout_s=0)
    assert pauses == []
    with pytest.raises(UsageError, match="timeout_s"):
        job.wait(timeout_s=-1)


def test_a_proxys_404_does_not_end_the_wait(om: Any, server: Server, pauses: list[float]) -> None:
    server.on("GET", PATH, error_answer(404, "HTTP 404 Not Found"))
    with pytest.raises(NotFound):
        om.dashboard_services.delete_async(ID, hard=True).wait()


def test_a_server_without_background_deletion_says_so(om: Any, server: Server) -> None:
    server.on("DELETE", f"/v1/services/dashboardServices/async/{ID}", error_answer(404, "HTTP 404 Not Found"))
    with pytest.raises(NotFound, match="no such path"):
        om.dashboard_services.delete_async(ID)


def test_what_is_not_there_may_be_deleted_if_that_is_said(om: Any, server: Server) -> None:
    server.on("DELETE", PATH, GONE)
    server.on("DELETE", "/v1/services/dashboardServices/name/looker", GONE, error_answer(404, "HTTP 404 Not Found"))
    om.dashboard_services.delete(ID, missing_ok=True)
    om.dashboard_services.delete_by_name("looker", missing_ok=True)
    with pytest.raises(NotFound):
        om.dashboard_services.delete(ID)
    with pytest.raises(NotFound, match="no such path"):
        om.dashboard_services.delete_by_name("looker", missing_ok=True)


# Restore


def test_restore_brings_an_entity_back(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/services/dashboardServices/restore", json_answer(200, SERVICE))
    assert om.dashboard_services.restore(ID).name == "looker"
    assert server.last_json == {"id": ID}


def test_restore_of_a_live_entity_gives_it_as_it_is(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/services/dashboardServices/restore", error_answer(500, "An exception with message [null]"))
    server.on("GET", PATH, json_answer(200, SERVICE), GONE)
    assert om.dashboard_services.restore(ID).name == "looker"
    with pytest.raises(ServerError):
        om.dashboard_services.restore(ID)


def test_restore_by_name_finds_the_soft_deleted_one(om: Any, server: Server) -> None:
    server.on("GET", "/v1/services/dashboardServices/name/looker", json_answer(200, {**SERVICE, "deleted": True}))
    server.on("PUT", "/v1/services/dashboardServices/restore", json_answer(200, SERVICE))
    assert om.dashboard_services.restore_by_name("looker").id == ID
    assert [r.method for r in server.requests] == ["GET", "PUT"]
    assert dict(server.requests[0].url.params) == {"include": "all"}


# A name that is taken


def test_a_conflict_with_a_soft_deleted_twin_says_how_to_revive_or_purge_it(om: Any, server: Server) -> None:
    server.on("POST", "/v1/services/dashboardServices", error_answer(409, "Entity already exists"))
    server.on("GET", "/v1/services/dashboardServices/name/looker", json_answer(200, {**SERVICE, "deleted": True}))
    with pytest.raises(Conflict) as caught:
        om.dashboard_services.create(name="looker", serviceType="Looker")
    assert caught.value.deleted_id == ID
    assert f"bring it back with restore('{ID}'), or purge it with delete('{ID}', hard=True" in str(caught.value)
    assert dict(server.last.url.params) == {"include": "deleted"}


def test_a_conflict_with_a_live_twin_stays_as_it_is(om: Any, server: Server) -> None:
    server.on("POST", "/v1/services/dashboardServices", error_answer(409, "Entity already exists"))
    with pytest.raises(Conflict, match="Use upsert") as caught:
        om.dashboard_services.create(name="looker", serviceType="Looker")
    assert caught.value.deleted_id is None


def test_a_twin_that_cannot_be_looked_up_does_not_hide_the_conflict(om: Any, server: Server) -> None:
    server.on("POST", "/v1/services/dashboardServices", error_answer(409, "Entity already exists"))
    server.on("GET", "/v1/services/dashboardServices/name/looker", error_answer(403, "no"))
    with pytest.raises(Conflict, match="Use upsert"):
        om.dashboard_services.create(name="looker", serviceType="Looker")


def test_a_parent_that_is_being_deleted_is_not_looked_up(om: Any, server: Server) -> None:
    server.on("POST", "/v1/services/dashboardServices", error_answer(409, "looker is being deleted"))
    with pytest.raises(Conflict, match="Wait until the deletion has ended"):
        om.dashboard_services.create(name="looker", serviceType="Looker")
    assert {r.method for r in server.requests} == {"POST"}
