"""References by name: whatever a request wants as ids, users may name."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_server import Server, error_answer, json_answer

from openmetadata_provider import InvalidRequest, NotFound
from openmetadata_provider.client.bindings import load_class, registry
from openmetadata_provider.client.differences import references_of
from openmetadata_provider.client.entity_types import ENTITY_TYPES

A = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
B = "6f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c22"


@pytest.fixture(autouse=True)
def _answers(server: Server) -> None:
    for path in ("users/name/jane", "teams/name/data", "teams/name/%22data.eu%22", "roles/name/Steward"):
        server.on("GET", f"/v1/{path}", json_answer(200, {"id": A}))
    for path in ("policies/name/Open", "personas/name/analyst"):
        server.on("GET", f"/v1/{path}", json_answer(200, {"id": B}))
    server.on("GET", "/v1/system/version", json_answer(200, {"version": "1.13.0"}))
    created = {"id": A, "name": "x", "email": "x@y.test", "description": "d", "domainType": "Aggregate"}
    for collection in ("teams", "users", "domains"):
        server.on("POST", f"/v1/{collection}", json_answer(201, created))
        server.on("DELETE", f"/v1/{collection}/{A}", json_answer(200, {}))


def _created_team(catalogue: Any, server: Server, **properties: Any) -> Any:
    catalogue.teams.create(name="x", teamType="Group", **properties)
    return {name: value for name, value in server.last_json.items() if name not in ("name", "teamType")}


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ({"users": ["jane", "user:jane", B]}, {"users": [A, A, B]}),
        ({"parents": ["data"], "children": ["data.eu"]}, {"parents": [A], "children": [A]}),
        ({"defaultRoles": ["Steward"]}, {"defaultRoles": [A]}),
        ({"policies": ["policy:Open"]}, {"policies": [B]}),
        ({"defaultPersona": "analyst"}, {"defaultPersona": B}),
    ],
)
def test_everything_a_team_wants_as_ids_may_be_named(
    catalogue: Any, server: Server, written: dict[str, Any], sent: dict[str, Any]
) -> None:
    assert _created_team(catalogue, server, **written) == sent


def test_a_user_names_teams_and_roles(catalogue: Any, server: Server) -> None:
    catalogue.users.create(name="x", email="x@y.test", teams=["data"], roles=["Steward", B])
    assert server.last_json == {"name": "x", "email": "x@y.test", "teams": [A], "roles": [A, B]}


def test_personas_are_named_and_go_as_references(catalogue: Any, server: Server) -> None:
    catalogue.users.create(
        name="x", email="x@y.test", personas=["analyst", {"id": A}], defaultPersona={"name": "analyst"}
    )
    analyst = {"id": B, "type": "persona"}
    assert server.last_json["personas"] == [analyst, {"id": A, "type": "persona"}]
    assert server.last_json["defaultPersona"] == analyst


def test_ids_pass_unchanged_and_unasked(catalogue: Any, server: Server) -> None:
    assert _created_team(catalogue, server, users=[A, B]) == {"users": [A, B]}
    assert [r.method for r in server.requests] == ["POST"]


def test_a_name_is_looked_up_once_per_client_and_again_after_a_deletion(catalogue: Any, server: Server) -> None:
    _created_team(catalogue, server, users=["jane"])
    _created_team(catalogue, server, users=["jane"])
    assert server.calls().count("GET /v1/users/name/jane") == 1
    catalogue.teams.delete(A)
    _created_team(catalogue, server, users=["jane"])
    assert server.calls().count("GET /v1/users/name/jane") == 2


def test_every_name_that_does_not_exist_is_told_with_its_place(catalogue: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest) as caught:
        catalogue.teams.create(name="x", teamType="Group", users=["jane", "ghost"], policies=["None"], parents=[" "])
    assert sorted(map(str, caught.value.problems)) == [
        "/parents/0: a team is written team:NAME, a name, an id, or an object with id or name",
        "/policies/0: no policy has the name 'None'; create it first or correct the name",
        "/users/1: no user has the name 'ghost'; create it first or correct the name",
    ]
    assert all(request.method == "GET" for request in server.requests)


def test_an_id_that_is_none_and_a_server_without_the_collection_are_told_apart(catalogue: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest, match="/owners/0: 'abc' is no id"):
        catalogue.teams.create(name="x", teamType="Group", owners=[{"id": "abc"}])
    server.on("GET", "/v1/roles/name/Steward", error_answer(404, "HTTP 404 Not Found"))
    with pytest.raises(NotFound, match="no such path"):
        catalogue.teams.create(name="x", teamType="Group", defaultRoles=["Steward"])


def test_names_that_a_request_spells_as_names_go_as_they_are(catalogue: Any, server: Server) -> None:
    catalogue.domains.create(name="x", description="d", domainType="Aggregate", experts=["jane"])
    assert server.last_json["experts"] == ["jane"]
    assert [r.method for r in server.requests] == ["POST"]


def test_every_kind_of_the_bindings_lives_where_references_look_for_it() -> None:
    specs = [load_class(entry.resource).spec for entry in registry("openmetadata_bindings").values()]
    looked_for = {s.entity_type: ENTITY_TYPES[s.entity_type].collection for s in specs}
    assert {s.entity_type: s.collection for s in specs} == looked_for
    assert not any(ENTITY_TYPES[s.entity_type].is_root for s in specs if s.parents)


def test_every_type_the_bindings_refer_to_can_be_looked_up() -> None:
    specs = [load_class(entry.resource).spec for entry in registry("openmetadata_bindings").values()]
    pointed_at = {kind for spec in specs for r in references_of(spec).values() for kind in r.entities}
    assert pointed_at - ENTITY_TYPES.keys() == {"ingestionRunner"}
