"""Roles, policies, personas and bots, and the users and teams that have them (server reference, 3.3 and 10.8)."""

from __future__ import annotations

from typing import Any

import pytest
from sandbox_callers import Api

RULE = {"name": "r", "effect": "allow", "operations": ["ViewAll"], "resources": ["dashboard"]}


def named(refs: list[dict[str, Any]]) -> list[str]:
    return [ref["name"] for ref in refs]


def rule(**more: Any) -> dict[str, Any]:
    return {**RULE, **more}


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        (["ViewBasic", "EditTags", "Create", "ViewAll"], ["Create", "EditTags", "ViewAll"]),
        (["EditTags", "EditAll", "ViewBasic"], ["EditAll", "ViewBasic"]),
        (["Delete", "All", "ViewAll"], ["All"]),
        (["Delete", "Create"], ["Create", "Delete"]),
        (["EditOwners", "Deploy", "EditDescription"], ["Deploy", "EditDescription", "EditOwners"]),
    ],
)
def test_operations_are_sorted_and_the_redundant_go(world: Api, given: list[str], stored: list[str]) -> None:
    assert world.make("Policy", "p", rules=[rule(operations=given)])["rules"][0]["operations"] == stored


@pytest.mark.parametrize(
    ("given", "stored"),
    [(["table", "Chart", "bot"], ["bot", "Chart", "table"]), (["table", "all", "bot"], ["All"]), (["ALL"], ["All"])],
)
def test_resources_are_sorted_in_any_case_and_all_stands_alone(world: Api, given: list[str], stored: list[str]) -> None:
    assert world.make("Policy", "p", rules=[rule(resources=given)])["rules"][0]["resources"] == stored


def test_rules_are_sorted_by_name_whichever_verb_wrote_them(world: Api) -> None:
    rules = [rule(name=name, resources=["table", "bot"]) for name in "cab"]
    made = world.make("Policy", "p", rules=rules)
    assert named(made["rules"]) == ["a", "b", "c"]
    again = world.put("Policy", {"name": "p", "rules": rules[::-1]})
    assert again.headers["X-OpenMetadata-Change"] == "entityNoChange"
    patched = world.patch("Policy", made["id"], [{"op": "add", "path": "/rules/0", "value": rule(name="z")}]).json()
    assert named(patched["rules"]) == ["a", "b", "c", "z"]
    world.bulk("Policy", [{"name": "q", "rules": rules}])
    assert named(world.read("Policy", "name/q")["rules"]) == ["a", "b", "c"]


def test_a_policy_has_a_rule_and_a_role_a_policy(world: Api) -> None:
    for answer in (
        world.post("Policy", {"name": "p", "rules": []}),
        world.patch("Policy", "name/OrganizationPolicy", [{"op": "replace", "path": "/rules", "value": []}]),
    ):
        assert (answer.status_code, answer.json()["message"]) == (400, "At least one rule is required in a policy")
    for answer in (
        world.post("Role", {"name": "r", "policies": []}),
        world.put("Role", {"name": "DataSteward", "policies": []}),
        world.patch("Role", "name/DataSteward", [{"op": "remove", "path": "/policies"}]),
    ):
        assert (answer.status_code, answer.json()["message"]) == (400, "At least one policy is required in a role")


@pytest.mark.parametrize(
    "condition",
    [
        "isOwner()",
        "!isOwner() && (noOwner() || matchTeam())",
        "matchAnyTag('PII.Sensitive', 'Tier.Tier1') and not hasDomain()",
        'hasAnyRole("DataSteward") or true',
        " isReviewer( ) ",
    ],
)
def test_a_condition_the_server_knows_is_taken(world: Api, condition: str) -> None:
    assert world.make("Policy", "p", rules=[rule(condition=condition)])["rules"][0]["condition"] == condition


@pytest.mark.parametrize(
    ("condition", "start"),
    [
        ("", "Failed to parse - "),
        ("isOwner(", "Failed to parse - "),
        ("isOwner() isOwner()", "Failed to parse - "),
        ("isOwner() &&", "Failed to parse - "),
        ("(isOwner()", "Failed to parse - "),
        ("matchAnyTag(PII.Sensitive)", "Failed to parse - "),
        ("matchAnyTag('a' 'b')", "Failed to parse - "),
        ("isOwner() ; true", "Failed to parse - "),
        ("(" * 60 + "true" + ")" * 60, "Failed to parse - "),
        ("isBoss()", "Failed to evaluate - EL1004E: Method call: Method isBoss() cannot be found"),
        ("isOwner('x')", "Failed to evaluate - "),
        ("matchAnyTag()", "Failed to evaluate - "),
    ],
)
def test_a_bad_condition_is_400(world: Api, condition: str, start: str) -> None:
    answer = world.post("Policy", {"name": "p", "rules": [rule(condition=condition)]})
    assert answer.status_code == 400
    assert answer.json()["message"].startswith(start)


def test_a_condition_is_checked_on_put_and_patch_too(world: Api) -> None:
    made = world.make("Policy", "p")
    bad = [rule(condition="isBoss()")]
    assert world.put("Policy", {"name": "p", "rules": bad}).status_code == 400
    assert world.patch("Policy", made["id"], [{"op": "replace", "path": "/rules", "value": bad}]).status_code == 400
    assert world.read("Policy", made["id"])["version"] == 0.1


def test_an_unknown_operation_or_effect_is_400(world: Api) -> None:
    for wrong in ({"operations": ["Fly"]}, {"effect": "maybe"}, {"operations": "All"}, {"foo": 1}):
        assert world.post("Policy", {"name": "p", "rules": [rule(**wrong)]}).status_code == 400


def test_a_role_names_its_policies_and_they_show_it(world: Api) -> None:
    world.make("Policy", "my.policy")
    role = world.make("Role", "r", policies=["TeamOnlyPolicy", "my.policy", "DataConsumerPolicy"])
    assert named(role["policies"]) == ["DataConsumerPolicy", "TeamOnlyPolicy", "my.policy"]
    assert named(world.read("Policy", "name/my.policy", fields="roles")["roles"]) == ["r"]
    assert "policies" not in world.read("Role", role["id"])
    answer = world.post("Role", {"name": "s", "policies": ["nope"]})
    assert (answer.status_code, answer.json()["message"]) == (404, "policy instance for nope not found")


def test_put_of_a_role_replaces_its_policies(world: Api) -> None:
    world.make("Role", "r", policies=["TeamOnlyPolicy"])
    after = world.change("Role", "r", policies=["DataConsumerPolicy"])
    assert (named(after["policies"]), after["version"]) == (["DataConsumerPolicy"], 0.2)


def test_roles_and_policies_of_users_and_teams_are_resolved_both_ways(world: Api) -> None:
    role = world.read("Role", "name/DataSteward")
    policy = world.read("Policy", "name/TeamOnlyPolicy")
    world.make("User", "jane", email="jane@acme.io", roles=[role["id"]])
    world.make("Team", "crew", defaultRoles=[role["id"]], policies=[policy["id"]])
    assert named(world.read("User", "name/jane", fields="roles")["roles"]) == ["DataSteward"]
    shown = world.read("Role", role["id"], fields="users,teams")
    assert (named(shown["users"]), named(shown["teams"])) == (["jane"], ["crew"])
    assert named(world.read("Policy", policy["id"], fields="teams")["teams"]) == ["crew"]
    lost = "00000000-0000-4000-8000-000000000000"
    for kind, field in (("User", "roles"), ("Team", "defaultRoles"), ("Team", "policies")):
        body = {"name": "x", "email": "x@acme.io", field: [lost], **({"teamType": "Group"} if kind == "Team" else {})}
        answer = world.post(kind, body)
        entity_type = "policy" if field == "policies" else "role"
        assert (answer.status_code, answer.json()["message"]) == (404, f"{entity_type} instance for {lost} not found")


def test_roles_come_down_from_all_teams_above(world: Api) -> None:
    steward = world.read("Role", "name/DataSteward")["id"]
    unit = world.make("Team", "unit", teamType="BusinessUnit", defaultRoles=[steward])
    crew = world.make("Team", "crew", parents=[unit["id"]])
    world.make("User", "jane", email="jane@acme.io", teams=[crew["id"]])
    assert named(world.read("User", "name/jane", fields="roles")["inheritedRoles"]) == ["DataConsumer", "DataSteward"]
    shown = world.read("Team", "name/crew", fields="defaultRoles")
    assert (shown["defaultRoles"], named(shown["inheritedRoles"])) == ([], ["DataConsumer", "DataSteward"])
    assert "inheritedRoles" not in world.read("User", "name/jane", fields="teams")


def test_what_is_inherited_is_neither_stored_nor_a_change(world: Api) -> None:
    jane = world.make("User", "jane", email="jane@acme.io")
    shown = world.read("User", jane["id"], fields="roles")
    value = shown["inheritedRoles"]
    answer = world.patch("User", jane["id"], [{"op": "add", "path": "/inheritedRoles", "value": value}])
    assert (answer.status_code, answer.headers["X-OpenMetadata-Change"]) == (200, "entityNoChange")


def test_a_persona_and_a_default_persona_are_two_things(world: Api) -> None:
    jane = world.make("User", "jane", email="jane@acme.io")
    analyst = world.make("Persona", "analyst", users=[jane["id"]])
    engineer = world.make("Persona", "engineer")
    reference = {"id": engineer["id"], "type": "persona"}
    world.patch("User", jane["id"], [{"op": "add", "path": "/defaultPersona", "value": reference}])
    shown = world.read("User", jane["id"], fields="personas,defaultPersona")
    assert (named(shown["personas"]), shown["defaultPersona"]["name"]) == (["analyst"], "engineer")
    assert named(world.read("Persona", analyst["id"], fields="users")["users"]) == ["jane"]
    assert world.read("Persona", engineer["id"], fields="users")["users"] == []


def test_put_of_a_persona_replaces_its_users(world: Api) -> None:
    jane = world.make("User", "jane", email="jane@acme.io")
    world.make("Persona", "analyst", users=[jane["id"]])
    assert world.change("Persona", "analyst")["users"] == []


def test_one_persona_is_the_default(world: Api) -> None:
    first = world.make("Persona", "first", default=True)
    second = world.make("Persona", "second")
    world.patch("Persona", second["id"], [{"op": "replace", "path": "/default", "value": True}])
    seen = [world.read("Persona", made["id"]) for made in (first, second)]
    assert [persona["default"] for persona in seen] == [False, True]
    assert seen[0]["version"] == 0.1


def test_a_bot_acts_as_a_bot_user_that_no_other_bot_has(world: Api) -> None:
    made = world.make("Bot", "b")
    assert (made["botUser"]["name"], made["botUser"]["type"], made["provider"]) == ("robot", "user", "user")
    assert world.read("Bot", made["id"])["botUser"]["name"] == "robot"
    answer = world.post("Bot", {"name": "c", "botUser": "robot"})
    assert (answer.status_code, answer.json()["message"]) == (400, "Bot user [robot] is already used by [b] bot")
    assert world.post("Bot", {"name": "c", "botUser": "admin"}).status_code == 400
    answer = world.post("Bot", {"name": "c", "botUser": "nobody"})
    assert (answer.status_code, answer.json()["message"]) == (404, "user instance for nobody not found")


def test_the_user_of_a_bot_goes_and_comes_back_with_it(world: Api) -> None:
    made = world.make("Bot", "b")
    world.delete("Bot", made["id"])
    assert world.get("users/name/robot").status_code == 404
    assert world.call("PUT", "bots/restore", json={"id": made["id"]}).status_code == 200
    assert world.get("users/name/robot").status_code == 200
    world.delete("Bot", made["id"], hardDelete="true")
    assert world.get("users/name/robot", include="all").status_code == 404


def test_roles_and_policies_are_soft_deleted_and_restored(world: Api) -> None:
    for kind in ("Role", "Policy"):
        made = world.make(kind, "x")
        assert world.delete(kind, made["id"]).json()["deleted"] is True
        assert world.get(f"{'roles' if kind == 'Role' else 'policies'}/{made['id']}").status_code == 404
        assert world.change(kind, "x")["deleted"] is False


def test_unknown_keys_name_the_servers_class(world: Api) -> None:
    for kind, java in (("Role", "teams.CreateRole"), ("Policy", "policies.CreatePolicy"), ("Bot", "CreateBot")):
        answer = world.post(kind, {"name": "x", "foo": 1})
        assert answer.status_code == 400
        assert f"(class org.openmetadata.schema.api.{java})" in answer.json()["message"]


def test_a_reader_writes_none_of_them(world: Api, reader: Api) -> None:
    for kind in ("Role", "Policy", "Persona", "Bot"):
        made = world.make(kind, "x")
        assert reader.delete(kind, made["id"]).status_code == 403
        assert reader.read(kind, made["id"])["name"] == "x"


def test_a_role_that_may_not_be_deleted_is_not(world: Api) -> None:
    made = world.make("Role", "r")
    world.patch("Role", made["id"], [{"op": "add", "path": "/allowDelete", "value": False}])
    answer = world.delete("Role", made["id"], hardDelete="true")
    text = "System entity [r] of type role can not be deleted."
    assert (answer.status_code, answer.json()["message"]) == (400, text)
