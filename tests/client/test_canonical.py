"""What the client changes in a request body before it is sent: domains, owners, tags."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_server import Server, error_answer, json_answer

from openmetadata_provider import Forbidden, InvalidRequest

ID = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
OTHER = "6f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c22"


@pytest.fixture(autouse=True)
def _dashboards_are_taken(server: Server) -> None:
    for method in ("POST", "PUT"):
        server.on(method, "/v1/dashboards", json_answer(201, {"id": ID, "name": "1"}))


def _sent(om: Any, server: Server, **properties: Any) -> Any:
    om.dashboards.create(name="1", service="s", **properties)
    body = server.last_json
    return {name: body[name] for name in body if name not in ("name", "service")}


# Domains


def _version(server: Server, version: object) -> None:
    server.on("GET", "/v1/system/version", json_answer(200, {"version": version}))


@pytest.mark.parametrize("version", ["1.9.0", "1.13.3", "2.0.0-SNAPSHOT", "unknown", None])
def test_one_domain_becomes_a_list_for_servers_since_1_9(om: Any, server: Server, version: object) -> None:
    _version(server, version)
    assert _sent(om, server, domain="Sales") == {"domains": ["Sales"]}


@pytest.mark.parametrize("given", [{"domain": "Sales"}, {"domains": ["Sales"]}])
def test_servers_before_1_9_get_one_domain(om: Any, server: Server, given: dict[str, Any]) -> None:
    _version(server, "1.8.4")
    assert _sent(om, server, **given) == {"domain": "Sales"}


def test_several_domains_on_an_old_server_are_refused(om: Any, server: Server) -> None:
    _version(server, "1.8.4")
    with pytest.raises(InvalidRequest, match=r"/domains: this server \(1\.8\) takes one domain per entity, 2"):
        om.dashboards.create(name="1", service="s", domains=["A", "B"])


def test_domain_and_domains_together_are_refused(om: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest, match=r"Dashboard s\.1: .*\n  /domain: give either domain or domains"):
        om.dashboards.create(name="1", service="s", domain="A", domains=["A"])
    assert server.requests == []


def test_the_version_is_read_once_and_only_for_domains(om: Any, server: Server) -> None:
    _version(server, "1.13.0")
    _sent(om, server)
    assert server.calls() == ["POST /v1/dashboards"]
    _sent(om, server, domain="A")
    _sent(om, server, domains=["A"])
    assert server.calls().count("GET /v1/system/version") == 1


# Owners and reviewers


def _people(server: Server) -> None:
    server.on("GET", "/v1/users/name/jane", json_answer(200, {"id": ID, "name": "jane", "email": "j@x.test"}))
    server.on("GET", "/v1/users/name/%22jane.doe%22", json_answer(200, {"id": ID, "name": "jane.doe"}))
    server.on("GET", "/v1/teams/name/data", json_answer(200, {"id": OTHER, "name": "data"}))
    server.on("GET", f"/v1/users/{ID}", json_answer(200, {"id": ID, "name": "jane"}))
    server.on("GET", f"/v1/teams/{OTHER}", json_answer(200, {"id": OTHER, "name": "data"}))


USER = {"id": ID, "type": "user"}
TEAM = {"id": OTHER, "type": "team"}


@pytest.mark.parametrize("property_", ["owners", "reviewers"])
@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("user:jane", USER),
        ("team:data", TEAM),
        ("jane", USER),
        ("data", TEAM),
        ("user:jane.doe", USER),
        ('user:"jane.doe"', USER),
        (ID, USER),
        (f"team:{OTHER}", TEAM),
        ({"id": ID}, USER),
        ({"id": OTHER}, TEAM),
        ({"name": "jane"}, USER),
        ({"type": "team", "name": "data"}, TEAM),
        ({"type": "user", "fullyQualifiedName": '"jane.doe"'}, USER),
    ],
)
def test_owners_become_id_and_type(om: Any, server: Server, property_: str, written: Any, sent: dict[str, str]) -> None:
    _people(server)
    assert _sent(om, server, **{property_: [written]}) == {property_: [sent]}


def test_an_owner_with_id_and_type_passes_unchanged_and_unasked(om: Any, server: Server) -> None:
    owner = {"id": ID, "type": "user", "name": "jane"}
    assert _sent(om, server, owners=[owner]) == {"owners": [owner]}
    assert [call for call in server.calls() if "version" not in call] == ["POST /v1/dashboards"]


def test_an_owner_is_looked_up_once_per_client(om: Any, server: Server) -> None:
    _people(server)
    _sent(om, server, owners=["user:jane"], reviewers=["user:jane"])
    om.dashboards.upsert(name="2", service="s", owners=["user:jane"])
    assert server.calls().count("GET /v1/users/name/jane") == 1


def test_an_owner_that_was_missing_is_looked_for_again(om: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest):
        _sent(om, server, owners=["user:jane"])
    _people(server)
    assert _sent(om, server, owners=["user:jane"]) == {"owners": [USER]}


def test_after_a_deletion_owners_are_looked_up_again(om: Any, server: Server) -> None:
    _people(server)
    _sent(om, server, owners=["user:jane"])
    server.on("DELETE", f"/v1/dashboards/{ID}", json_answer(200, {}))
    om.dashboards.delete(ID, hard=True)
    _sent(om, server, owners=["user:jane"])
    assert server.calls().count("GET /v1/users/name/jane") == 2


def test_every_owner_that_does_not_exist_is_named_and_nothing_is_sent(om: Any, server: Server) -> None:
    _people(server)
    with pytest.raises(InvalidRequest) as caught:
        _sent(om, server, owners=["user:nobody", "user:jane", "ghosts", {"id": OTHER, "type": None}], reviewers=[" "])
    assert str(caught.value) == (
        "Dashboard s.1: 3 problems, nothing was sent\n"
        "  /owners/0: no user has the name 'nobody'; create it first or correct the name\n"
        "  /owners/2: no user or team has the name 'ghosts'; create it first or correct the name\n"
        "  /reviewers/0: a user or team is written user:NAME, team:NAME, a name, an id, or an object with id or name"
    )
    assert "POST /v1/dashboards" not in server.calls()


def test_only_users_and_teams_own(om: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest, match="/owners/0: a bot cannot stand here; only a user or team can"):
        _sent(om, server, owners=[{"type": "bot", "name": "ingestion"}])


def test_an_owner_name_the_server_would_refuse_is_a_problem_of_the_request(om: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest, match=r"/owners/0: name .* double quote"):
        _sent(om, server, owners=['user:ja"ne'])


def test_a_look_up_that_is_forbidden_is_an_error_of_its_own(om: Any, server: Server) -> None:
    server.on("GET", "/v1/users/name/jane", error_answer(403, "not allowed"))
    with pytest.raises(Forbidden, match="GET /v1/users/name/jane"):
        _sent(om, server, owners=["user:jane"])


# Tags


def test_a_tag_of_a_classification_gets_its_source_and_defaults(om: Any, server: Server) -> None:
    server.on("GET", "/v1/tags/name/PII.Sensitive", json_answer(200, {"id": ID}))
    label = {"tagFQN": "PII.Sensitive", "source": "Classification", "labelType": "Manual", "state": "Confirmed"}
    assert _sent(om, server, tags=[{"tagFQN": "PII.Sensitive"}]) == {"tags": [label]}


def test_a_glossary_term_gets_glossary_as_source(om: Any, server: Server) -> None:
    server.on("GET", "/v1/glossaryTerms/name/Business.Revenue", json_answer(200, {"id": ID}))
    assert _sent(om, server, tags=[{"tagFQN": "Business.Revenue"}])["tags"][0]["source"] == "Glossary"


def test_a_tag_that_is_neither_is_left_to_the_server_as_a_classification(om: Any, server: Server) -> None:
    assert _sent(om, server, tags=[{"tagFQN": "No.Such"}])["tags"][0]["source"] == "Classification"


def test_what_a_label_says_itself_is_kept_and_not_looked_up(om: Any, server: Server) -> None:
    label = {"tagFQN": "A.B", "source": "Glossary", "labelType": "Derived", "state": "Suggested"}
    assert _sent(om, server, tags=[label]) == {"tags": [label]}
    assert server.calls() == ["POST /v1/dashboards"]


def test_labels_of_columns_are_completed_and_a_tag_is_looked_up_once(om: Any, server: Server) -> None:
    server.on("GET", "/v1/tags/name/PII.Sensitive", json_answer(200, {"id": ID}))
    tags = [{"tagFQN": "PII.Sensitive"}]
    sent = _sent(om, server, tags=tags, columns=[{"name": "c", "tags": tags}])
    assert sent["columns"][0]["tags"][0]["source"] == "Classification"
    assert server.calls().count("GET /v1/tags/name/PII.Sensitive") == 1


def test_custom_properties_are_left_alone(om: Any, server: Server) -> None:
    extension = {"tags": [{"tagFQN": "mine"}], "domain": "mine", "owners": ["mine"], "none": None}
    assert _sent(om, server, extension=extension) == {"extension": extension}
