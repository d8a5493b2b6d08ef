"""DELETE and restore (server reference, 7)."""

from __future__ import annotations

import pytest
from sandbox_callers import COLLECTIONS, Api

TREES = [
    ("DashboardService", "bi", "Dashboard", {"service": "bi"}),
    ("DashboardService", "bi", "Chart", {"service": "bi"}),
    ("DatabaseService", "db", "Database", {"service": "db"}),
    ("Classification", "Colour", "Tag", {"classification": "Colour"}),
    ("Glossary", "words", "GlossaryTerm", {"glossary": "words"}),
    ("Domain", "sales", "Domain", {"parent": "sales"}),
]


@pytest.mark.parametrize(("kind", "name", "child_kind", "body"), TREES)
def test_what_is_not_empty_is_deleted_only_recursively(
    world: Api, kind: str, name: str, child_kind: str, body: dict[str, str]
) -> None:
    parent = world.read(kind, f"name/{name}")
    child = world.make(child_kind, "child", **body)
    for params in ({}, {"hardDelete": "true"}):
        answer = world.delete(kind, parent["id"], **params)
        assert answer.status_code == 400
        assert answer.json() == {"code": 400, "message": f"{kind[0].lower()}{kind[1:]} is not empty"}
    assert world.delete(kind, parent["id"], hardDelete="true", recursive="true").status_code == 200
    assert world.get(f"{COLLECTIONS[child_kind]}/{child['id']}", include="all").status_code == 404


def test_a_soft_deleted_child_counts(world: Api) -> None:
    child = world.make("Dashboard", "d")
    world.delete("Dashboard", child["id"])
    service = world.read("DashboardService", "name/bi")
    assert world.delete("DashboardService", service["id"]).status_code == 400


def test_a_recursive_soft_delete_and_a_restore_take_the_children_along(world: Api) -> None:
    child = world.make("Dashboard", "d")
    service = world.read("DashboardService", "name/bi")
    world.delete("DashboardService", service["id"], recursive="true")
    gone = world.read("Dashboard", child["id"], include="deleted")
    assert gone["version"] == 0.2
    change = {"name": "deleted", "oldValue": False, "newValue": True}
    assert gone["changeDescription"]["fieldsUpdated"] == [change]
    world.call("PUT", "services/dashboardServices/restore", json={"id": service["id"]})
    assert world.read("Dashboard", child["id"])["version"] == 0.3


def test_a_second_soft_delete_changes_nothing(world: Api) -> None:
    made = world.make("Dashboard", "d")
    world.delete("Dashboard", made["id"])
    again = world.delete("Dashboard", made["id"])
    assert (again.status_code, again.json()["version"]) == (200, 0.2)


def test_a_soft_deleted_entity_can_be_purged(world: Api) -> None:
    made = world.make("Dashboard", "d")
    world.delete("Dashboard", made["id"])
    assert world.delete("Dashboard", made["id"], hardDelete="true").status_code == 200
    assert world.make("Dashboard", "d")["version"] == 0.1


def test_restoring_what_is_alive_is_the_servers_500(world: Api) -> None:
    made = world.make("Dashboard", "d")
    answer = world.call("PUT", "dashboards/restore", json={"id": made["id"]})
    assert answer.status_code == 500
    assert answer.json()["code"] == 500


def test_restoring_nothing_is_404_and_without_id_400(world: Api) -> None:
    nowhere = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
    assert world.call("PUT", "dashboards/restore", json={"id": nowhere}).status_code == 404
    assert world.call("PUT", "dashboards/restore", json={}).status_code == 400


@pytest.mark.parametrize(("kind", "fqn"), [("Classification", "Tier"), ("Tag", "Tier.Tier1")])
def test_system_entities_stay(admin: Api, kind: str, fqn: str) -> None:
    made = admin.read(kind, f"name/{fqn}")
    answer = admin.delete(kind, made["id"], hardDelete="true", recursive="true")
    text = f"System entity [{made['name']}] of type {kind.lower()} can not be deleted."
    assert (answer.status_code, answer.json()["message"]) == (400, text)
    assert admin.read(kind, f"name/{fqn}")["version"] == 0.1


def test_the_organization_stays(admin: Api) -> None:
    answer = admin.delete("Team", "name/Organization", hardDelete="true", recursive="true")
    assert (answer.status_code, answer.json()["message"]) == (400, "Organization team type can't be deleted")


def test_a_dashboard_takes_its_lonely_charts_along(world: Api) -> None:
    lonely, shared = world.make("Chart", "lonely"), world.make("Chart", "shared")
    made = world.make("Dashboard", "d", charts=["bi.lonely", "bi.shared"])
    world.make("Dashboard", "other", charts=["bi.shared"])
    world.delete("Dashboard", made["id"], hardDelete="true")
    assert world.get(f"charts/{lonely['id']}", include="all").status_code == 404
    assert world.read("Chart", shared["id"])["name"] == "shared"


def test_the_teams_below_a_deleted_team_come_to_the_organization(world: Api) -> None:
    unit = world.make("Team", "unit", teamType="BusinessUnit")
    team = world.make("Team", "data", parents=[unit["id"]])
    world.delete("Team", unit["id"], hardDelete="true", recursive="true")
    assert [ref["name"] for ref in world.read("Team", team["id"], fields="parents")["parents"]] == ["Organization"]


def test_a_hard_delete_takes_the_relationships_along(world: Api) -> None:
    jane = world.make("User", "jane", email="jane@acme.io")
    made = world.make("Dashboard", "d", owners=["user:jane"])
    world.delete("User", jane["id"], hardDelete="true")
    assert world.read("Dashboard", made["id"], fields="owners")["owners"] == []
