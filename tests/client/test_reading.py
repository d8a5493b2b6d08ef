"""Reading: what is not there, earlier versions, lists that are narrowed, servers older than the bindings."""

from __future__ import annotations

import json
from typing import Any

import pytest
from scripted_server import Server, error_answer, json_answer

from openmetadata_provider import AnswerMismatch, BadRequest, Forbidden, NotFound, Progress, UsageError

ID = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
USER = {"id": "6f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c22", "type": "user", "name": "jane"}
SERVICE = {"id": ID, "type": "dashboardService"}
DASHBOARD = {"id": ID, "name": "10", "service": SERVICE, "version": 0.2}
MISSING = error_answer(404, f"dashboard instance for {ID} not found")


# find


def test_find_gives_the_entity_and_none_for_one_that_is_not_there(om: Any, server: Server) -> None:
    server.on("GET", f"/v1/dashboards/{ID}", json_answer(200, {"id": ID, "name": "10"}), MISSING)
    server.on("GET", "/v1/dashboards/name/s.10", json_answer(200, {"id": ID, "name": "10"}), MISSING)
    assert om.dashboards.find(ID, fields="owners").name == "10"
    assert om.dashboards.find(ID) is None
    assert om.dashboards.find_by_name("s.10", include="all").name == "10"
    assert om.dashboards.find_by_name("s.10") is None
    assert [dict(r.url.params) for r in server.requests] == [{"fields": "owners"}, {}, {"include": "all"}, {}]


@pytest.mark.parametrize(
    "answer",
    [
        error_answer(404, "HTTP 404 Not Found"),
        json_answer(404, "<html>"),
    ],
)
def test_a_404_that_is_not_about_the_entity_is_no_absence(om: Any, server: Server, answer: Any) -> None:
    server.on("GET", "/v1/dashboards/name/s.10", answer)
    with pytest.raises(NotFound):
        om.dashboards.find_by_name("s.10")


def test_other_errors_come_out_of_find(om: Any, server: Server) -> None:
    server.on("GET", f"/v1/dashboards/{ID}", error_answer(403, "no"))
    with pytest.raises(Forbidden):
        om.dashboards.find(ID)


def test_an_entity_may_stand_where_its_id_does(om: Any, server: Server) -> None:
    server.on("GET", f"/v1/dashboards/{ID}", json_answer(200, {"id": ID, "name": "10"}))
    assert om.dashboards.get(om.dashboards.get(ID)).id == ID


# Versions


def test_versions_are_texts_that_hold_json_and_come_as_entities(catalogue: Any, server: Server) -> None:
    older = {**DASHBOARD, "version": 0.1}
    answer = json_answer(200, {"entityType": "dashboard", "versions": [json.dumps(DASHBOARD), json.dumps(older)]})
    server.on("GET", f"/v1/dashboards/{ID}/versions", answer)
    assert [d.version for d in catalogue.dashboards.versions(ID)] == [0.2, 0.1]


def test_one_version_is_read_by_its_number(catalogue: Any, server: Server) -> None:
    server.on("GET", f"/v1/dashboards/{ID}/versions/0.1", json_answer(200, {**DASHBOARD, "version": 0.1}))
    assert catalogue.dashboards.version(ID, 0.1).version == 0.1
    with pytest.raises(NotFound):
        catalogue.dashboards.version(ID, "9.9")


@pytest.mark.parametrize("body", [{}, {"versions": "x"}, {"versions": ["{"]}, []])
def test_an_answer_that_is_no_history_is_an_error(catalogue: Any, server: Server, body: object) -> None:
    server.on("GET", f"/v1/dashboards/{ID}/versions", json_answer(200, body))
    with pytest.raises(AnswerMismatch, match="/versions: must be a list"):
        catalogue.dashboards.versions(ID)


# Lists


def test_a_filter_the_collection_does_not_have_is_refused_because_the_server_ignores_it(
    catalogue: Any, server: Server
) -> None:
    server.on("GET", "/v1/dashboards", json_answer(200, {"data": [], "paging": {"total": 0}}))
    with pytest.raises(UsageError, match=r"no filter 'servce'; there are service, domain\. Did you mean service"):
        list(catalogue.dashboards.list(servce="s"))
    assert server.requests == []
    assert list(catalogue.dashboards.list(service="s", query={"newer": True})) == []
    assert dict(server.last.url.params) == {"limit": "100", "service": "s", "newer": "true"}


def test_a_list_reports_its_progress_page_by_page(catalogue: Any, server: Server) -> None:
    server.on(
        "GET",
        "/v1/dashboards",
        json_answer(200, {"data": [DASHBOARD, DASHBOARD], "paging": {"after": "c", "total": 3}}),
        json_answer(200, {"data": [DASHBOARD], "paging": {"total": 3}}),
    )
    reports: list[Progress] = []
    assert len(list(catalogue.dashboards.list(on_progress=reports.append))) == 3
    assert reports == [Progress(verb="list", kind="Dashboard", done=done, total=3) for done in (2, 3)]


# Servers older than the bindings


def test_owner_and_domain_of_an_old_server_are_read_as_lists(catalogue: Any, server: Server) -> None:
    domain = {"id": ID, "type": "domain", "name": "Sales"}
    old = {**DASHBOARD, "owner": USER, "domain": domain}
    server.on("GET", f"/v1/dashboards/{ID}", json_answer(200, old), json_answer(200, {**DASHBOARD, "owner": None}))
    dashboard = catalogue.dashboards.get(ID)
    assert [o.name for o in dashboard.owners] == ["jane"]
    assert [d.name for d in dashboard.domains] == ["Sales"]
    assert catalogue.dashboards.get(ID).owners is None


def test_fields_go_by_their_old_names_where_the_server_refuses_the_new_ones(catalogue: Any, server: Server) -> None:
    refusal = error_answer(400, "Invalid field name domains")
    server.on("GET", "/v1/system/version", json_answer(200, {"version": "1.8.1"}))
    server.on("GET", f"/v1/dashboards/{ID}", refusal, json_answer(200, DASHBOARD))
    server.on("GET", "/v1/dashboards", refusal, json_answer(200, {"data": []}))
    catalogue.dashboards.get(ID, fields="owners,domains,tags")
    assert dict(server.last.url.params) == {"fields": "owners,domain,tags"}
    assert list(catalogue.dashboards.list(fields=["domains"])) == []
    assert dict(server.last.url.params) == {"limit": "100", "fields": "domain"}


def test_a_field_that_does_not_exist_is_the_servers_error(catalogue: Any, server: Server) -> None:
    server.on("GET", "/v1/system/version", json_answer(200, {"version": "1.8.1"}))
    server.on("GET", f"/v1/dashboards/{ID}", error_answer(400, "Invalid field name nope"))
    with pytest.raises(BadRequest, match="Invalid field name nope"):
        catalogue.dashboards.get(ID, fields="nope")
    assert server.calls().count(f"GET /v1/dashboards/{ID}?fields=nope") == 1


def test_the_version_is_asked_for_where_it_used_to_be_on_servers_of_that_age(om: Any, server: Server) -> None:
    server.on("GET", "/v1/version", json_answer(200, {"version": "1.4.0"}))
    server.on("POST", "/v1/dashboards", json_answer(201, {"id": ID, "name": "10"}))
    om.dashboards.create(name="10", service="s", owners=[{"id": ID, "type": "user"}])
    assert server.last_json == {"name": "10", "service": "s", "owner": {"id": ID, "type": "user"}}


# Servers newer than the bindings


def test_a_value_of_an_enum_that_is_new_is_kept_as_text(catalogue: Any, server: Server) -> None:
    row = {"id": ID, "name": "a", "serviceType": "Brandnew", "connection": {"config": {"type": "Brandnew", "key": 1}}}
    plain = {"id": ID, "name": "b", "serviceType": "Looker"}
    server.on("GET", "/v1/services/dashboardServices", json_answer(200, {"data": [row, plain]}))
    new, known = catalogue.dashboard_services.list()
    assert (new.serviceType, str(new.serviceType), repr(new.serviceType)) == ("Brandnew", "Brandnew", "'Brandnew'")
    assert new.connection.config == {"type": "Brandnew", "key": 1}
    assert known.serviceType == "Looker"


def test_what_does_not_fit_otherwise_is_still_a_mismatch(catalogue: Any, server: Server) -> None:
    server.on("GET", f"/v1/dashboards/{ID}", json_answer(200, {**DASHBOARD, "dashboardType": 7, "version": "x"}))
    with pytest.raises(AnswerMismatch) as caught:
        catalogue.dashboards.get(ID)
    assert [p.pointer for p in caught.value.problems] == ["/version", "/dashboardType"]
