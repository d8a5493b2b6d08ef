"""What each verb sends and gives back, in both flavours."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import httpx
import pytest
from fake_bindings.models import (
    CreateDashboardRequest,
    CreateDashboardServiceRequest,
    Dashboard,
    DashboardConnection,
    LookerConnection,
)
from scripted_server import HOST, PASSWORD, TOKEN, Server, error_answer, json_answer

from openmetadata_provider import AnswerMismatch, BadRequest, InvalidName, InvalidRequest, OpenMetadata, UsageError

ID = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
DASHBOARD = {"id": ID, "name": "10", "fullyQualifiedName": "s.10", "version": 0.1}


def test_create_posts_the_request_and_gives_the_entity(om: Any, server: Server) -> None:
    server.on("POST", "/v1/dashboards", json_answer(201, DASHBOARD))
    created = om.dashboards.create(CreateDashboardRequest(name="10", service="s", displayName="Ten"))
    assert created == Dashboard(id=ID, name="10", fullyQualifiedName="s.10", version=0.1)
    assert server.last_json == {"name": "10", "service": "s", "displayName": "Ten"}
    assert server.last.headers["Content-Type"] == "application/json"
    assert server.last.headers["Accept"] == "application/json"
    assert server.last.headers["User-Agent"].startswith("openmetadata-provider/")


def test_keyword_arguments_make_the_same_request(om: Any, server: Server) -> None:
    server.on("POST", "/v1/dashboards", json_answer(201, DASHBOARD))
    om.dashboards.create(name="10", service="s", schema="by alias")
    om.dashboards.create(name="10", service="s", schema_="by name")
    assert list(server.bodies("POST")) == [
        {"name": "10", "service": "s", "schema": "by alias"},
        {"name": "10", "service": "s", "schema": "by name"},
    ]


def test_what_was_not_set_and_what_is_null_is_not_sent(om: Any, server: Server) -> None:
    server.on("POST", "/v1/dashboards", json_answer(201, DASHBOARD))
    om.dashboards.create(CreateDashboardRequest(name="10", service="s", description=None, displayName=""))
    assert server.last_json == {"name": "10", "service": "s", "displayName": ""}
    om.dashboards.create(CreateDashboardRequest(name="10", service="s", dashboardType="Dashboard"))
    assert server.last_json == {"name": "10", "service": "s", "dashboardType": "Dashboard"}


def test_a_secret_reaches_the_server_in_plain(om: Any, server: Server) -> None:
    server.on("POST", "/v1/services/dashboardServices", json_answer(201, {"id": ID, "name": "looker"}))
    config = LookerConnection(clientId="id", clientSecret=PASSWORD)
    om.dashboard_services.create(
        CreateDashboardServiceRequest(
            name="looker", serviceType="Looker", connection=DashboardConnection(config=config)
        )
    )
    assert server.last_json["connection"]["config"] == {"clientId": "id", "clientSecret": PASSWORD}


def test_a_request_and_keyword_arguments_together_are_refused(om: Any, server: Server) -> None:
    with pytest.raises(UsageError, match="either a CreateDashboardRequest or keyword arguments, not both") as caught:
        om.dashboards.create(CreateDashboardRequest(name="10", service="s"), displayName="Ten")
    assert isinstance(caught.value, TypeError)
    assert server.requests == []


@pytest.mark.parametrize("request_", [{"name": "10"}, "10", Dashboard(id="1", name="10")])
def test_another_thing_than_the_request_is_refused(om: Any, server: Server, request_: object) -> None:
    with pytest.raises(UsageError, match="Dashboard takes a CreateDashboardRequest or keyword arguments, not a"):
        om.dashboards.upsert(request_)
    assert server.requests == []


def test_a_wrong_request_names_every_problem_by_pointer_and_is_not_sent(om: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest) as caught:
        om.dashboards.create(name="n" * 257, tags=[{"tagFQN": 7}], displayname="Ten")
    assert str(caught.value) == (
        "CreateDashboardRequest: 4 problems, nothing was sent\n"
        "  /name: String should have at most 256 characters\n"
        "  /service: Field required\n"
        "  /tags/0/tagFQN: Input should be a valid string\n"
        "  /displayname: Extra inputs are not permitted"
    )
    assert caught.value.problems[1].pointer == "/service"
    assert server.requests == []


def test_a_model_changed_to_something_wrong_after_it_was_made_is_not_sent(om: Any, server: Server) -> None:
    request = CreateDashboardRequest(name="10", service="s")
    request.service = 7  # type: ignore[assignment]
    with pytest.raises(InvalidRequest, match="/service: Input should be a valid string"):
        om.dashboards.create(request)
    assert server.requests == []


def test_a_password_assigned_as_plain_text_is_sent_or_refused_and_never_shown(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/services/dashboardServices", json_answer(200, {"id": ID, "name": "looker"}))
    config = LookerConnection(clientId="id", clientSecret="old")
    config.clientSecret = PASSWORD
    refused = ""
    try:
        om.dashboard_services.upsert(name="looker", serviceType="Looker", connection={"config": config})
    except InvalidRequest as error:
        refused = str(error)
    assert PASSWORD not in refused
    if not refused:
        assert server.last_json["connection"]["config"]["clientSecret"] == PASSWORD


def test_upsert_puts(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/dashboards", json_answer(200, DASHBOARD))
    assert om.dashboards.upsert(name="10", service="s").fullyQualifiedName == "s.10"
    assert server.calls() == ["PUT /v1/dashboards"]


@pytest.mark.parametrize("identifier", [ID, ID.upper(), UUID(ID)])
def test_get_asks_by_id(om: Any, server: Server, identifier: str | UUID) -> None:
    server.on("GET", f"/v1/dashboards/{ID}", json_answer(200, DASHBOARD))
    assert om.dashboards.get(identifier).name == "10"


@pytest.mark.parametrize("verb", ["get", "delete"])
def test_an_fqn_given_as_id_is_refused_with_the_verb_to_use(om: Any, server: Server, verb: str) -> None:
    with pytest.raises(UsageError, match=r"'s\.10' is no id .*get_by_name"):
        getattr(om.dashboards, verb)("s.10")
    assert server.requests == []


@pytest.mark.parametrize(
    ("fqn", "segment"),
    [
        ("s.10", "s.10"),
        ('"my.svc"."d.1"', "%22my.svc%22.%22d.1%22"),
        ("s.a/b", "s.a%2Fb"),
        ("s.a b?#%41", "s.a%20b%3F%23%2541"),
        ("s.漢", "s.%E6%BC%A2"),
    ],
)
def test_an_fqn_is_one_segment_of_the_path(om: Any, server: Server, fqn: str, segment: str) -> None:
    server.on("GET", f"/v1/dashboards/name/{segment}", json_answer(200, DASHBOARD))
    server.on("DELETE", f"/v1/dashboards/name/{segment}", json_answer(200, DASHBOARD))
    assert om.dashboards.get_by_name(fqn).name == "10"
    om.dashboards.delete_by_name(fqn)


def test_an_empty_fqn_is_refused(om: Any) -> None:
    with pytest.raises(InvalidName, match="empty"):
        om.dashboards.get_by_name("")


@pytest.mark.parametrize("fields", ["owners,tags", ["owners", "tags"], ("owners", "tags"), iter(["owners", "tags"])])
def test_fields_are_a_sequence_or_a_comma_text(server: Server, fields: Any) -> None:
    server.on("GET", "/v1/dashboards/name/s.10", json_answer(200, DASHBOARD))
    with OpenMetadata(host=HOST, jwt_token=TOKEN, bindings="fake_bindings", transport=server.transport) as om:
        om.dashboards.get_by_name("s.10", fields=fields, include="all")
    assert dict(server.last.url.params) == {"fields": "owners,tags", "include": "all"}


def test_nothing_is_asked_for_that_was_not_given(om: Any, server: Server) -> None:
    server.on("GET", "/v1/dashboards/name/s.10", json_answer(200, DASHBOARD))
    om.dashboards.get_by_name("s.10")
    assert server.last.url.query == b""


def test_properties_a_newer_server_sends_are_dropped_at_every_depth(om: Any, server: Server) -> None:
    newer = {**DASHBOARD, "novelty": 1, "service": {"id": ID, "type": "dashboardService", "novelty": 2}}
    server.on("GET", "/v1/dashboards/name/s.10", json_answer(200, newer))
    dashboard = om.dashboards.get_by_name("s.10")
    assert dashboard.service.type == "dashboardService"
    assert not hasattr(dashboard, "novelty")


def test_an_answer_that_does_not_fit_names_the_places_and_not_the_values(om: Any, server: Server) -> None:
    server.on("GET", "/v1/dashboards/name/s.10", json_answer(200, {"id": ID, "name": 77, "service": {"id": 88}}))
    with pytest.raises(AnswerMismatch) as caught:
        om.dashboards.get_by_name("s.10")
    assert str(caught.value) == (
        "GET /v1/dashboards/name/s.10: the answer is no Dashboard as the bindings know it. "
        "Generate bindings from the schemas of the server's version.\n"
        "  /name: Input should be a valid string\n"
        "  /service/id: Input should be a valid string"
    )


def test_an_empty_text_where_the_model_wants_a_longer_one_reads_as_absent(om: Any, server: Server) -> None:
    answer = {**DASHBOARD, "email": "", "displayName": "", "columns": [{"name": "c", "label": ""}]}
    server.on("GET", "/v1/dashboards/name/s.10", json_answer(200, answer))
    dashboard = om.dashboards.get_by_name("s.10")
    assert (dashboard.email, dashboard.displayName, dashboard.columns[0].label) == (None, "", None)


def test_an_empty_text_that_has_to_be_there_does_not_fit(om: Any, server: Server) -> None:
    server.on("GET", "/v1/dashboards/name/s.10", json_answer(200, {**DASHBOARD, "columns": [{"name": ""}]}))
    with pytest.raises(AnswerMismatch, match="/columns/0/name: Field required"):
        om.dashboards.get_by_name("s.10")


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b'"text"'])
def test_an_answer_that_is_no_object_does_not_fit(om: Any, server: Server, content: bytes) -> None:
    answer = httpx.Response(200, content=content, headers={"Content-Type": "application/json"})
    server.on("GET", "/v1/dashboards/name/s.10", answer)
    with pytest.raises(AnswerMismatch):
        om.dashboards.get_by_name("s.10")


def test_delete_is_soft_and_not_recursive_by_itself(om: Any, server: Server) -> None:
    server.on("DELETE", f"/v1/dashboards/{ID}", json_answer(200, DASHBOARD))
    assert om.dashboards.delete(ID) is None
    assert dict(server.last.url.params) == {"hardDelete": "false", "recursive": "false"}


@pytest.mark.parametrize(("hard", "recursive"), [(True, False), (False, True), (True, True)])
def test_delete_can_be_hard_and_recursive(om: Any, server: Server, hard: bool, recursive: bool) -> None:
    server.on("DELETE", "/v1/dashboards/name/s.10", json_answer(200, DASHBOARD))
    om.dashboards.delete_by_name("s.10", hard=hard, recursive=recursive)
    assert dict(server.last.url.params) == {"hardDelete": str(hard).lower(), "recursive": str(recursive).lower()}


def test_deleting_what_is_not_empty_is_a_bad_request(om: Any, server: Server) -> None:
    server.on("DELETE", "/v1/services/dashboardServices/name/s", error_answer(400, "dashboardService is not empty"))
    with pytest.raises(BadRequest, match="dashboardService is not empty"):
        om.dashboard_services.delete_by_name("s")


def test_a_closed_client_says_so(server: Server) -> None:
    om = OpenMetadata(host=HOST, jwt_token=TOKEN, bindings="fake_bindings", transport=server.transport)
    om.close()
    om.close()
    with pytest.raises(UsageError, match="closed"):
        om.dashboards.get_by_name("s.10")


def test_a_collection_is_made_once_and_listed(om: Any) -> None:
    client = getattr(om, "_wrapped", om)
    assert client.dashboards is client.dashboards
    assert {"dashboards", "dashboard_services"} <= set(dir(client))


def test_a_misspelled_collection_is_an_attribute_error_with_the_nearest_name(om: Any) -> None:
    with pytest.raises(AttributeError, match=r"no collection 'dashbords'\. Did you mean dashboards\?"):
        _ = om.dashbords
