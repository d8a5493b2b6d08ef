"""PATCH (server reference, 5)."""

from __future__ import annotations

from typing import Any

import pytest
from sandbox_callers import COLLECTIONS, Api


def add(path: str, value: Any) -> dict[str, Any]:
    return {"op": "add", "path": path, "value": value}


@pytest.mark.parametrize(("path", "value"), [("/owners", []), ("/tags", []), ("/domains", []), ("/description", None)])
def test_patch_removes_what_put_cannot(world: Api, path: str, value: Any) -> None:
    body = {"owners": ["user:admin"], "tags": [{"tagFQN": "PII.None"}], "domains": ["sales"], "description": "d"}
    made = world.make("Dashboard", "d", **body)
    after = world.patch("Dashboard", made["id"], [add(path, value)]).json()
    assert not after.get(path[1:])
    assert not world.read("Dashboard", made["id"], fields="owners,tags,domains").get(path[1:])
    assert [change["name"] for change in after["changeDescription"]["fieldsDeleted"]] == [path[1:]]


def test_patch_replaces_tags_exactly(world: Api) -> None:
    made = world.make("Dashboard", "d", tags=[{"tagFQN": "PII.None"}, {"tagFQN": "Tier.Tier1"}])
    after = world.patch("Dashboard", made["id"], [add("/tags", [{"tagFQN": "Tier.Tier2"}])]).json()
    assert [tag["tagFQN"] for tag in after["tags"]] == ["Tier.Tier2"]


def test_patch_sees_lists_in_the_servers_order(world: Api) -> None:
    made = world.make("Dashboard", "d", owners=["user:reader", "user:admin"])
    after = world.patch("Dashboard", made["id"], [{"op": "remove", "path": "/owners/0"}]).json()
    assert [owner["name"] for owner in after["owners"]] == ["reader"]


def test_patch_takes_a_reference_by_id_and_type(world: Api) -> None:
    made, user = world.make("Dashboard", "d"), world.read("User", "name/admin")
    after = world.patch("Dashboard", made["id"], [add("/owners", [{"id": user["id"], "type": "user"}])]).json()
    assert after["owners"][0]["fullyQualifiedName"] == "admin"


def test_an_empty_patch_changes_nothing(world: Api) -> None:
    made = world.make("Dashboard", "d")
    answer = world.patch("Dashboard", made["id"], [])
    assert answer.status_code == 200
    assert answer.headers["X-OpenMetadata-Change"] == "entityNoChange"
    assert answer.json()["version"] == 0.1


@pytest.mark.parametrize(
    "path",
    ["/id", "/fullyQualifiedName", "/name", "/version", "/updatedBy", "/href", "/serviceType", "/changeDescription"],
)
def test_read_only_fields_are_put_back_silently(world: Api, path: str) -> None:
    made = world.make("Dashboard", "d")
    value: Any = {} if path == "/changeDescription" else 9.9 if path == "/version" else "x"
    answer = world.patch("Dashboard", made["id"], [add(path, value), add("/description", "y")])
    assert answer.status_code == 200
    after = answer.json()
    assert after["version"] == 0.2
    for name in ("id", "name", "fullyQualifiedName", "href", "serviceType"):
        assert after[name] == made[name]


def test_the_service_of_a_dashboard_is_put_back_silently(world: Api) -> None:
    made, other = world.make("Dashboard", "d"), world.make("DashboardService", "other")
    value = {"id": other["id"], "type": "dashboardService"}
    after = world.patch("Dashboard", made["id"], [add("/service", value)]).json()
    assert after["service"]["name"] == "bi"


def test_deleted_can_not_be_patched(world: Api) -> None:
    made = world.make("Dashboard", "d")
    answer = world.patch("Dashboard", made["id"], [add("/deleted", True)])
    assert answer.status_code == 400
    assert answer.json()["message"] == "dashboard attribute deleted can't be modified"


def test_patch_of_a_deleted_entity_is_404(world: Api) -> None:
    made = world.make("Dashboard", "d")
    world.delete("Dashboard", made["id"])
    answer = world.patch("Dashboard", made["id"], [add("/description", "x")])
    assert answer.status_code == 404
    assert answer.json()["message"] == f"dashboard instance for {made['id']} not found"


def test_patch_with_plain_json_is_415(world: Api) -> None:
    made = world.make("Dashboard", "d")
    answer = world.call("PATCH", f"dashboards/{made['id']}", json=[])
    assert (answer.status_code, answer.json()["message"]) == (415, "HTTP 415 Unsupported Media Type")


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "test", "path": "/name", "value": "x"},
        {"op": "remove", "path": "/description"},
        {"op": "replace", "path": "/description", "value": "x"},
        {"op": "add", "path": "/tags/7", "value": {"tagFQN": "PII.None"}},
    ],
)
def test_an_operation_that_fails_is_the_servers_500(world: Api, operation: dict[str, Any]) -> None:
    made = world.make("Dashboard", "d")
    answer = world.patch("Dashboard", made["id"], [operation])
    body = answer.json()
    assert answer.status_code == 500
    assert body["message"].startswith("An exception with message [")
    assert body["message"].endswith("] was thrown while processing request.")
    assert set(body) == {"code", "errorType", "message"}


def test_a_pointer_without_slash_is_400(world: Api) -> None:
    made = world.make("Dashboard", "d")
    assert world.patch("Dashboard", made["id"], [add("description", "x")]).status_code == 400


def test_a_patch_that_makes_no_entity_is_400(world: Api) -> None:
    made = world.make("Glossary", "g")
    unknown = world.patch("Glossary", made["id"], [add("/foo", 1)])
    assert unknown.status_code == 400
    assert unknown.json()["message"].startswith('Unrecognized field "foo"')
    emptied = world.patch("Glossary", made["id"], [{"op": "remove", "path": "/description"}])
    assert emptied.json()["message"] == "[query param description must not be null]"
    assert world.patch("Glossary", made["id"], [add("/displayName", 7)]).status_code == 400
    assert world.patch("Glossary", made["id"], [add("/tags", [7])]).status_code == 400
    assert world.patch("Glossary", made["id"], [add("", 7)]).status_code == 500


def test_patch_of_a_reference_to_nothing_is_404(world: Api) -> None:
    made = world.make("Dashboard", "d")
    nowhere = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
    answer = world.patch("Dashboard", made["id"], [add("/owners", [{"id": nowhere, "type": "user"}])])
    assert (answer.status_code, answer.json()["message"]) == (404, f"user instance for {nowhere} not found")


def test_renaming_moves_everything_below(world: Api) -> None:
    tag = world.make("Tag", "Red")
    world.make("Dashboard", "d", tags=[{"tagFQN": "Colour.Red"}])
    world.make("DashboardService", "Colour")
    world.make("Dashboard", "x", service="Colour")
    classification = world.read("Classification", "name/Colour")
    after = world.patch("Classification", classification["id"], [add("/name", "Hue")]).json()
    assert (after["name"], after["fullyQualifiedName"]) == ("Hue", "Hue")
    assert world.read("Tag", tag["id"])["fullyQualifiedName"] == "Hue.Red"
    assert world.read("Dashboard", "name/bi.d", fields="tags")["tags"][0]["tagFQN"] == "Hue.Red"
    assert world.read("Dashboard", "name/Colour.x")["name"] == "x"


def test_renaming_onto_a_taken_name_is_409_and_changes_nothing(world: Api) -> None:
    world.make("Tag", "Red")
    blue = world.make("Tag", "Blue")
    assert world.patch("Tag", blue["id"], [add("/name", "Red")]).status_code == 409
    assert world.read("Tag", blue["id"])["name"] == "Blue"


def test_a_system_entity_can_not_be_renamed(world: Api) -> None:
    tier = world.read("Classification", "name/Tier")
    answer = world.patch("Classification", tier["id"], [add("/name", "Level")])
    assert answer.status_code == 400
    assert answer.json()["message"] == "System entity [Tier] of type classification can not be renamed."


def test_a_term_moves_to_another_parent_with_its_children(world: Api) -> None:
    a, b = world.make("GlossaryTerm", "a"), world.make("GlossaryTerm", "b")
    child = world.make("GlossaryTerm", "child", parent="words.a")
    parent = {"id": b["id"], "type": "glossaryTerm"}
    world.patch("GlossaryTerm", a["id"], [add("/parent", parent)])
    assert world.read("GlossaryTerm", child["id"])["fullyQualifiedName"] == "words.b.a.child"
    below_itself = world.patch("GlossaryTerm", b["id"], [add("/parent", {"id": child["id"], "type": "glossaryTerm"})])
    assert below_itself.status_code == 400


def test_echoing_inherited_references_does_not_make_them_own(world: Api) -> None:
    world.change("DashboardService", "bi", domains=["sales"])
    made = world.make("Dashboard", "d")
    domains = world.read("Dashboard", made["id"], fields="domains")["domains"]
    assert domains[0]["inherited"] is True
    answer = world.patch("Dashboard", made["id"], [add("/domains", domains)])
    assert answer.headers["X-OpenMetadata-Change"] == "entityNoChange"


def test_if_match_takes_the_weak_version_the_tag_and_the_star(world: Api) -> None:
    made = world.make("Dashboard", "d")
    strong = world.get(f"{COLLECTIONS['Dashboard']}/{made['id']}").headers["ETag"]
    for n, tag in enumerate(['W/"0.1"', "*", 'W/"0.3"']):
        answer = world.patch("Dashboard", made["id"], [add("/description", str(n))], **{"If-Match": tag})
        assert answer.status_code == 200
    assert answer.headers["ETag"] != strong
    current = world.get(f"{COLLECTIONS['Dashboard']}/{made['id']}").headers["ETag"]
    assert answer.headers["ETag"] == current
    assert world.patch("Dashboard", made["id"], [], **{"If-Match": current}).status_code == 200


def test_if_match_of_an_older_version_is_412(world: Api) -> None:
    made = world.make("Dashboard", "d")
    world.change("Dashboard", "d", description="x")
    answer = world.patch("Dashboard", made["id"], [add("/description", "y")], **{"If-Match": 'W/"0.1"'})
    tag = world.get(f"dashboards/{made['id']}").headers["ETag"]
    text = f"The entity has been modified. Current ETag: {tag}. Please refresh and retry with the latest version."
    assert (answer.status_code, answer.json()) == (412, {"code": 412, "message": text})
    assert world.read("Dashboard", made["id"])["description"] == "x"
