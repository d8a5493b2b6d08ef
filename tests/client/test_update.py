"""Updates: whole properties by JSON Patch, against lost updates, and nothing that was not named."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from scripted_server import Server, error_answer, json_answer

from openmetadata_bindings.models import Dashboard, DashboardService, EntityReference, GlossaryTerm, Style, Team
from openmetadata_provider import InvalidRequest, NotFound, PreconditionFailed, UsageError

ID = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
JANE = "6f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c22"
DATA = "7f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c33"
SERVICE = {"id": "8f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c44", "type": "dashboardService", "name": "s"}
JANE_OWNS = {"id": JANE, "type": "user", "name": "jane", "deleted": False}
ENTITY: dict[str, Any] = {
    "id": ID,
    "name": "10",
    "fullyQualifiedName": "s.10",
    "version": 0.3,
    "displayName": "Ten",
    "service": SERVICE,
    "owners": [JANE_OWNS],
    "tags": [{"tagFQN": "A.B", "name": "B", "source": "Classification", "labelType": "Manual", "state": "Confirmed"}],
    "domains": [],
    "charts": [],
}


@pytest.fixture(autouse=True)
def _answers(server: Server) -> None:
    server.on("PATCH", f"/v1/dashboards/{ID}", json_answer(200, {**ENTITY, "version": 0.4}))
    server.on("PATCH", "/v1/dashboards/name/s.10", json_answer(200, {**ENTITY, "version": 0.4}))
    server.on("GET", "/v1/dashboards/name/s.10", json_answer(200, ENTITY))
    server.on("GET", "/v1/system/version", json_answer(200, {"version": "1.13.0"}))
    server.on("GET", "/v1/teams/name/data", json_answer(200, {"id": DATA, "name": "data"}))
    server.on("GET", "/v1/users/name/jane", json_answer(200, {"id": JANE, "name": "jane"}))


def _dashboard(**more: Any) -> Dashboard:
    return Dashboard.model_validate({**ENTITY, **more})


def _sent(server: Server) -> list[Any]:
    return [operation for body in server.bodies("PATCH") for operation in body]


def _patches(server: Server) -> list[httpx.Request]:
    return [request for request in server.requests if request.method == "PATCH"]


def test_a_change_is_sent_as_a_json_patch_of_that_property_alone(catalogue: Any, server: Server) -> None:
    after = catalogue.dashboards.update(_dashboard(), displayName="Dix")
    assert after.version == 0.4
    assert _sent(server) == [{"op": "add", "path": "/displayName", "value": "Dix"}]
    assert server.last.headers["Content-Type"] == "application/json-patch+json"


def test_none_removes_a_property(catalogue: Any, server: Server) -> None:
    catalogue.dashboards.update(_dashboard(), displayName=None, owners=None)
    assert _sent(server) == [{"op": "remove", "path": "/displayName"}, {"op": "remove", "path": "/owners"}]


def test_an_empty_list_replaces_the_whole_list(catalogue: Any, server: Server) -> None:
    catalogue.dashboards.update(_dashboard(), tags=[])
    assert _sent(server) == [{"op": "add", "path": "/tags", "value": []}]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"displayName": "Ten"},
        {"owners": ["user:jane"]},
        {"owners": [{"id": JANE, "type": "user"}]},
        {"tags": [{"tagFQN": "A.B", "source": "Classification"}]},
        {"domains": []},
        {"domains": None, "charts": None, "description": None},
        {"service": SERVICE},
    ],
)
def test_nothing_is_sent_when_nothing_changes(catalogue: Any, server: Server, changes: dict[str, Any]) -> None:
    before = _dashboard()
    assert catalogue.dashboards.update(before, changes) is before
    assert _patches(server) == []


def test_the_order_of_references_and_what_the_server_adds_to_them_is_no_change(catalogue: Any, server: Server) -> None:
    both = [JANE_OWNS, {"id": DATA, "type": "team", "name": "data"}]
    inherited = [*both, {"id": ID, "type": "user", "inherited": True}]
    assert catalogue.dashboards.update(_dashboard(owners=inherited), owners=["team:data", "jane"]) is not None
    assert _patches(server) == []


def test_an_inherited_reference_is_not_made_the_entitys_own(catalogue: Any, server: Server) -> None:
    inherited = {"id": DATA, "type": "team", "inherited": True}
    before = _dashboard(owners=[inherited])
    owners = [*(before.owners or []), "user:jane"]
    catalogue.dashboards.update(before, owners=owners)
    assert _sent(server) == [{"op": "add", "path": "/owners", "value": [{"id": JANE, "type": "user"}]}]


def test_a_derived_label_is_no_change(catalogue: Any, server: Server) -> None:
    derived = {"tagFQN": "C.D", "source": "Classification", "labelType": "Derived", "state": "Confirmed"}
    before = _dashboard(tags=[*ENTITY["tags"], derived])
    catalogue.dashboards.update(before, tags=[{"tagFQN": "A.B", "source": "Classification"}])
    assert _patches(server) == []


def test_two_models_are_compared_property_by_property(catalogue: Any, server: Server) -> None:
    before = _dashboard()
    after = before.model_copy(update={"displayName": "Dix", "project": "p", "version": 9.9, "updatedBy": "me"})
    catalogue.dashboards.update(before, after)
    assert _sent(server) == [
        {"op": "add", "path": "/displayName", "value": "Dix"},
        {"op": "add", "path": "/project", "value": "p"},
    ]


def test_what_a_changed_model_does_not_set_is_left_alone(catalogue: Any, server: Server) -> None:
    wanted = Dashboard(id=ID, name="10", service=EntityReference(id=SERVICE["id"], type="dashboardService"))
    wanted.displayName = None
    catalogue.dashboards.update(_dashboard(), wanted)
    assert _sent(server) == [{"op": "remove", "path": "/displayName"}]


def test_changes_may_hold_models(catalogue: Any, server: Server) -> None:
    term = {"id": ID, "name": "t", "description": "d", "glossary": {"id": ID, "type": "glossary"}}
    server.on("PATCH", f"/v1/glossaryTerms/{ID}", json_answer(200, term))
    before = GlossaryTerm.model_validate(term)
    catalogue.glossary_terms.update(before, style=Style(color="#fff000"))
    assert _sent(server) == [{"op": "add", "path": "/style", "value": {"color": "#fff000"}}]


# References and tags


def test_references_are_looked_up_and_take_the_entitys_shape(catalogue: Any, server: Server) -> None:
    server.on("GET", "/v1/charts/name/s.c%2F1", json_answer(200, {"id": DATA, "name": "c/1"}))
    server.on("GET", "/v1/domains/name/Sales", json_answer(200, {"id": JANE, "name": "Sales"}))
    catalogue.dashboards.update(_dashboard(), owners=["team:data"], charts=["s.c/1"], domain="Sales")
    assert _sent(server) == [
        {"op": "add", "path": "/owners", "value": [{"id": DATA, "type": "team"}]},
        {"op": "add", "path": "/charts", "value": [{"id": DATA, "type": "chart"}]},
        {"op": "add", "path": "/domains", "value": [{"id": JANE, "type": "domain"}]},
    ]


def test_a_reference_that_a_request_spells_as_a_uuid_is_an_object_in_a_patch(catalogue: Any, server: Server) -> None:
    server.on("PATCH", f"/v1/teams/{ID}", json_answer(200, {"id": ID, "name": "t"}))
    team = Team.model_validate({"id": ID, "name": "t", "version": 0.1, "users": []})
    catalogue.teams.update(team, users=["jane", DATA])
    users = [{"id": JANE, "type": "user"}, {"id": DATA, "type": "user"}]
    assert _sent(server) == [{"op": "add", "path": "/users", "value": users}]


def test_a_related_term_is_wrapped_as_the_entity_holds_it(catalogue: Any, server: Server) -> None:
    server.on("GET", "/v1/glossaryTerms/name/G.Revenue", json_answer(200, {"id": DATA, "name": "Revenue"}))
    term = {"id": ID, "name": "t", "description": "d", "glossary": {"id": ID, "type": "glossary"}, "relatedTerms": []}
    server.on("PATCH", f"/v1/glossaryTerms/{ID}", json_answer(200, term))
    before = GlossaryTerm.model_validate(term)
    broader = {"term": {"id": JANE, "type": "glossaryTerm"}, "relationType": "broader"}
    catalogue.glossary_terms.update(before, relatedTerms=["G.Revenue", broader])
    assert _sent(server)[0]["value"] == [{"term": {"id": DATA, "type": "glossaryTerm"}}, broader]


def test_tags_get_their_source(catalogue: Any, server: Server) -> None:
    server.on("GET", "/v1/tags/name/PII.None", error_answer(404, "tag instance for PII.None not found"))
    server.on("GET", "/v1/glossaryTerms/name/PII.None", json_answer(200, {"id": ID}))
    catalogue.dashboards.update(_dashboard(), tags=[{"tagFQN": "PII.None"}])
    label = {"tagFQN": "PII.None", "source": "Glossary", "labelType": "Manual", "state": "Confirmed"}
    assert _sent(server) == [{"op": "add", "path": "/tags", "value": [label]}]


def test_everything_wrong_with_changes_is_told_at_once_and_nothing_is_sent(catalogue: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest) as caught:
        catalogue.dashboards.update(_dashboard(), owners=["user:ghost", "team:data"], charts=["s.none"])
    assert [p.pointer for p in caught.value.problems] == ["/owners/0", "/charts/0"]
    assert _patches(server) == []


def test_properties_that_do_not_exist_or_do_not_fit_are_refused(catalogue: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest) as caught:
        catalogue.dashboards.update(_dashboard(), displayname="Dix", project=7)
    assert [p.pointer for p in caught.value.problems] == ["/project", "/displayname"]
    assert server.requests == []


def test_what_the_server_owns_is_refused_with_what_to_do_instead(catalogue: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest) as caught:
        catalogue.dashboards.update(_dashboard(), deleted=False, version=1.0, votes={})
    assert [str(p) for p in caught.value.problems] == [
        "/deleted: only the server sets it; use delete or restore",
        "/version: only the server sets it",
        "/votes: only the server sets it; use vote",
    ]
    assert server.requests == []


def test_a_model_and_keywords_together_or_another_model_are_refused(catalogue: Any, server: Server) -> None:
    with pytest.raises(UsageError, match="not both"):
        catalogue.dashboards.update(_dashboard(), _dashboard(), displayName="x")
    with pytest.raises(UsageError, match="Dashboard takes a Dashboard or properties, not a Team"):
        catalogue.dashboards.update(_dashboard(), Team(name="t", id=ID))


def test_a_masked_secret_is_never_written_back(catalogue: Any, server: Server) -> None:
    config = {"clientId": "omp", "clientSecret": "*********", "hostPort": "https://looker.example.com"}
    before = DashboardService.model_validate(
        {"id": ID, "name": "l", "serviceType": "Looker", "connection": {"config": config}}
    )
    connection = {"config": {**config, "clientId": "other"}}
    changed = DashboardService.model_validate(
        {"id": ID, "name": "l", "serviceType": "Looker", "connection": connection}
    )
    for changes in (changed, {"connection": connection}):
        with pytest.raises(InvalidRequest, match="/connection/config/clientSecret: this is what the server shows"):
            catalogue.dashboard_services.update(before, changes)
    server.on("PATCH", f"/v1/services/dashboardServices/{ID}", json_answer(200, {"id": ID, "name": "l"}))
    assert server.requests == []


# What was read, and what was not


def test_a_property_that_was_not_read_is_read_before_it_is_removed(catalogue: Any, server: Server) -> None:
    bare = {name: value for name, value in ENTITY.items() if name not in ("owners", "tags", "domains", "charts")}
    server.on("GET", f"/v1/dashboards/{ID}", json_answer(200, {**bare, "owners": [JANE_OWNS]}))
    catalogue.dashboards.update(Dashboard.model_validate(bare), owners=None, tags=[])
    read = server.requests[0]
    assert (read.method, dict(read.url.params)) == ("GET", {"fields": "owners,tags"})
    assert _sent(server) == [{"op": "remove", "path": "/owners"}]


# If-Match


@pytest.mark.parametrize(("version", "header"), [("1.13.0", 'W/"0.3"'), ("1.10.0", 'W/"0.3"'), ("1.9.4", None)])
def test_servers_since_1_10_are_told_the_version_that_was_read(
    catalogue: Any, server: Server, version: str, header: str | None
) -> None:
    server.on("GET", "/v1/system/version", json_answer(200, {"version": version}))
    catalogue.dashboards.update(_dashboard(), displayName="Dix")
    assert server.last.headers.get("If-Match") == header


def test_a_change_by_somebody_else_meanwhile_is_an_error_of_its_own(catalogue: Any, server: Server) -> None:
    server.on("PATCH", f"/v1/dashboards/{ID}", error_answer(412, "The entity has been modified."))
    with pytest.raises(PreconditionFailed, match="Read the entity again"):
        catalogue.dashboards.update(_dashboard(), displayName="Dix")


def test_an_entity_that_was_not_read_has_no_version_to_be_told(catalogue: Any, server: Server) -> None:
    made = Dashboard(id=ID, name="10", service=EntityReference(id=SERVICE["id"], type="dashboardService"))
    catalogue.dashboards.update(made, displayName="Dix")
    assert "If-Match" not in server.last.headers


# By name


def test_update_by_name_reads_what_it_changes_and_patches_by_id(catalogue: Any, server: Server) -> None:
    catalogue.dashboards.update_by_name("s.10", displayName="Dix", owners=["team:data"])
    assert dict(server.requests[0].url.params) == {"fields": "owners"}
    assert _patches(server)[0].url.path.endswith(ID)
    assert [operation["path"] for operation in _sent(server)] == ["/displayName", "/owners"]


def test_update_by_name_starts_again_when_somebody_else_was_faster(catalogue: Any, server: Server) -> None:
    newer = json_answer(200, {**ENTITY, "version": 0.4, "displayName": "Theirs"})
    server.on("GET", "/v1/dashboards/name/s.10", json_answer(200, ENTITY), newer)
    taken = json_answer(200, {**ENTITY, "version": 0.5})
    server.on("PATCH", f"/v1/dashboards/{ID}", error_answer(412, "The entity has been modified."), taken)
    assert catalogue.dashboards.update_by_name("s.10", displayName="Dix").version == 0.5
    assert [request.headers["If-Match"] for request in _patches(server)] == ['W/"0.3"', 'W/"0.4"']


def test_update_by_name_gives_up_after_three_attempts(catalogue: Any, server: Server) -> None:
    server.on("PATCH", f"/v1/dashboards/{ID}", error_answer(412, "The entity has been modified."))
    with pytest.raises(PreconditionFailed):
        catalogue.dashboards.update_by_name("s.10", displayName="Dix")
    assert len(_patches(server)) == 3


# Patches as they are


PATCH = [{"op": "test", "path": "/name", "value": "10"}, {"op": "remove", "path": "/displayName"}]


def test_a_patch_is_sent_as_it_is(catalogue: Any, server: Server) -> None:
    assert catalogue.dashboards.patch(ID, PATCH).version == 0.4
    assert server.last_json == PATCH
    assert "If-Match" not in server.last.headers
    catalogue.dashboards.patch_by_name("s.10", PATCH, version=1)
    assert server.last.url.path == "/api/v1/dashboards/name/s.10"
    assert server.last.headers["If-Match"] == 'W/"1.0"'


def test_a_patch_by_name_goes_by_id_where_the_server_knows_no_other(catalogue: Any, server: Server) -> None:
    server.on("PATCH", "/v1/dashboards/name/s.10", error_answer(405, "HTTP 405 Method Not Allowed"))
    assert catalogue.dashboards.patch_by_name("s.10", PATCH).version == 0.4
    assert server.last.url.path.endswith(ID)


def test_a_patch_of_what_does_not_exist_is_not_found(catalogue: Any, server: Server) -> None:
    with pytest.raises(NotFound, match=r"GET /v1/dashboards/name/s\.none"):
        catalogue.dashboards.patch_by_name("s.none", PATCH)


def test_what_is_no_json_patch_is_refused_before_it_is_sent(catalogue: Any, server: Server) -> None:
    wrong = [{"op": "ad"}, {"op": "add", "path": "name", "value": 1}, {"op": "add", "path": "/a"}, 7]
    wrong.append({"op": "move", "path": "/a"})
    with pytest.raises(InvalidRequest) as caught:
        catalogue.dashboards.patch(ID, wrong)
    assert [p.pointer for p in caught.value.problems] == ["/0", "/1", "/2", "/3", "/4"]
    assert server.requests == []


def test_after_a_rename_names_are_looked_up_again(catalogue: Any, server: Server) -> None:
    catalogue.dashboards.update(_dashboard(), owners=["team:data"])
    catalogue.dashboards.patch(ID, [{"op": "replace", "path": "/name", "value": "11"}])
    catalogue.dashboards.update(_dashboard(), owners=["team:data"])
    assert server.calls().count("GET /v1/teams/name/data") == 2


# Old servers


def test_an_old_server_gets_one_owner_and_one_domain_by_their_old_names(catalogue: Any, server: Server) -> None:
    server.on("GET", "/v1/system/version", json_answer(200, {"version": "1.4.2"}))
    server.on("GET", "/v1/domains/name/Sales", json_answer(200, {"id": JANE, "name": "Sales"}))
    catalogue.dashboards.update(_dashboard(), owners=["team:data"], domains=["Sales"])
    assert _sent(server) == [
        {"op": "add", "path": "/owner", "value": {"id": DATA, "type": "team"}},
        {"op": "add", "path": "/domain", "value": {"id": JANE, "type": "domain"}},
    ]
    with pytest.raises(InvalidRequest, match=r"/owners: this server \(1\.4\) takes one owner per entity, 2 were given"):
        catalogue.dashboards.update(_dashboard(), owners=["team:data", "user:jane"])
