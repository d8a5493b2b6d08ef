"""The hierarchy of teams (server reference, 10.8; point 27)."""

from __future__ import annotations

from typing import Any

import pytest
from sandbox_callers import Api

RANKS = ["BusinessUnit", "Division", "Department", "Group"]
ALLOWED = {
    (above, below) for n, above in enumerate(RANKS[:-1]) for below in RANKS[n:]
} | {("Organization", below) for below in RANKS}  # fmt: skip


def move(api: Api, team: dict[str, Any], *parents: dict[str, Any]) -> Any:
    value = [{"id": parent["id"], "type": "team"} for parent in parents]
    return api.patch("Team", team["id"], [{"op": "add", "path": "/parents", "value": value}])


def retype(api: Api, team: dict[str, Any], team_type: str) -> Any:
    return api.patch("Team", team["id"], [{"op": "add", "path": "/teamType", "value": team_type}])


def parents(api: Api, team: dict[str, Any]) -> list[str]:
    return [ref["name"] for ref in api.read("Team", team["id"], fields="parents")["parents"]]


@pytest.mark.parametrize("above", ["Organization", *RANKS])
@pytest.mark.parametrize("below", RANKS)
def test_a_team_holds_its_own_rank_and_those_below(admin: Api, above: str, below: str) -> None:
    parent = (
        admin.read("Team", "name/Organization") if above == "Organization" else admin.make("Team", "p", teamType=above)
    )
    answer = admin.post("Team", {"name": "c", "teamType": below, "parents": [parent["id"]]})
    assert answer.status_code == (201 if (above, below) in ALLOWED else 400)


@pytest.mark.parametrize("above", RANKS)
@pytest.mark.parametrize("below", RANKS)
def test_children_are_held_to_the_same_order(admin: Api, above: str, below: str) -> None:
    child = admin.make("Team", "c", teamType=below)
    answer = admin.post("Team", {"name": "p", "teamType": above, "children": [child["id"]]})
    assert answer.status_code == (201 if (above, below) in ALLOWED else 400)


@pytest.mark.parametrize("team_type", RANKS)
def test_only_business_units_and_divisions_have_exactly_one_parent(admin: Api, team_type: str) -> None:
    one, two = (admin.make("Team", name, teamType="BusinessUnit") for name in ("one", "two"))
    body = {"name": "c", "teamType": team_type, "parents": [one["id"], two["id"]]}
    answer = admin.post("Team", body)
    assert answer.status_code == (400 if team_type in ("BusinessUnit", "Division") else 201)
    assert answer.status_code == 201 or answer.json()["message"].endswith("must have exactly one parent")


def test_patch_is_held_to_the_order_too(admin: Api) -> None:
    department, division = (
        admin.make("Team", "dep", teamType="Department"),
        admin.make("Team", "div", teamType="Division"),
    )
    assert move(admin, division, department).status_code == 400
    assert move(admin, department, division).status_code == 200
    assert parents(admin, department) == ["div"]


def test_put_is_held_to_the_order_too(admin: Api) -> None:
    department = admin.make("Team", "dep", teamType="Department")
    admin.make("Team", "div", teamType="Division")
    answer = admin.put("Team", {"name": "div", "teamType": "Division", "parents": [department["id"]]})
    assert answer.status_code == 400


def test_a_group_stays_a_group(admin: Api) -> None:
    team = admin.make("Team", "data")
    answer = retype(admin, team, "Department")
    assert (answer.status_code, answer.json()["message"]) == (400, "Team of type Group cannot be updated")
    assert admin.put("Team", {"name": "data", "teamType": "Department"}).status_code == 400


def test_a_team_with_children_does_not_become_a_group(admin: Api) -> None:
    team = admin.make("Team", "dep", teamType="Department")
    admin.make("Team", "data", parents=[team["id"]])
    answer = retype(admin, team, "Group")
    assert (answer.status_code, answer.json()["message"]) == (
        400,
        "A team with children cannot be updated to type Group",
    )


def test_a_team_without_children_may_change_its_type(admin: Api) -> None:
    team = admin.make("Team", "dep", teamType="Department")
    assert retype(admin, team, "Group").json()["teamType"] == "Group"


def test_a_team_is_never_without_a_type(admin: Api) -> None:
    team = admin.make("Team", "dep", teamType="Department")
    answer = admin.patch("Team", team["id"], [{"op": "remove", "path": "/teamType"}])
    assert (answer.status_code, answer.json()["teamType"]) == (200, "Group")


def test_a_team_is_never_without_parents(admin: Api) -> None:
    unit = admin.make("Team", "unit", teamType="BusinessUnit")
    team = admin.make("Team", "data", parents=[unit["id"]])
    assert move(admin, team).status_code == 200
    assert parents(admin, team) == ["Organization"]


def test_a_user_is_never_without_teams(admin: Api) -> None:
    team = admin.make("Team", "data")
    jane = admin.make("User", "jane", email="jane@acme.io", teams=[team["id"]])
    admin.patch("User", jane["id"], [{"op": "add", "path": "/teams", "value": []}])
    assert [ref["name"] for ref in admin.read("User", jane["id"], fields="teams")["teams"]] == ["Organization"]


def test_no_team_becomes_a_second_organization(admin: Api) -> None:
    team = admin.make("Team", "unit", teamType="BusinessUnit")
    assert retype(admin, team, "Organization").status_code == 400


def test_a_team_without_email_shows_an_empty_one(admin: Api) -> None:
    assert admin.make("Team", "data")["email"] == ""
    assert admin.make("Team", "mail", email="mail@acme.io")["email"] == "mail@acme.io"
    assert admin.change("Team", "mail")["email"] == ""


def test_other_changes_of_a_team_do_not_look_at_its_place(admin: Api) -> None:
    unit = admin.make("Team", "unit", teamType="BusinessUnit")
    admin.make("Team", "above", teamType="BusinessUnit", children=[unit["id"]])
    answer = admin.patch("Team", unit["id"], [{"op": "add", "path": "/description", "value": "x"}])
    assert answer.status_code == 200
