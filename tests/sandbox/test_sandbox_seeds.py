"""What a fresh server holds, and that the system's own cannot be lost (server reference, 12.4)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sandbox_callers import COLLECTIONS, Api, Wire

from openmetadata_provider.sandbox import SandboxOptions, create_app
from openmetadata_provider.sandbox.schemas import Schemas

POLICIES = (
    "ApplicationBotPolicy AutoClassificationBotPolicy BotImpersonationPolicy DataConsumerPolicy DataStewardPolicy "
    "DefaultBotPolicy DomainOnlyAccessPolicy IngestionBotPolicy LineageBotPolicy OrganizationPolicy ProfilerBotPolicy "
    "QualityBotPolicy ScimBotPolicy TeamOnlyPolicy UsageBotPolicy"
).split()
ROLES = (
    "ApplicationBotImpersonationRole ApplicationBotRole AutoClassificationBotRole BotImpersonationRole DataConsumer "
    "DataQualityBotRole DataSteward DefaultBotRole DomainOnlyAccessRole GovernanceBotRole IngestionBotRole "
    "LineageBotRole ProfilerBotRole QualityBotRole ScimBotRole UsageBotRole"
).split()
BOTS = ["McpApplicationBot"] + [
    f"{name}-bot"
    for name in (
        "autoClassification governance ingestion lineage memory ontology profiler quality scim testsuite usage"
    ).split()
]
SYSTEM = (
    ("Role", "DataConsumer"), ("Policy", "OrganizationPolicy"), ("Classification", "PII"), ("Tag", "Tier.Tier1"),
    ("Bot", "ingestion-bot"),
)  # fmt: skip
ORGANIZATION_RULES = [
    {
        "name": "OrganizationPolicy-NoOwner-Rule", "effect": "allow", "operations": ["EditOwners"],
        "resources": ["All"], "condition": "noOwner()",
    },
    {
        "name": "OrganizationPolicy-Owner-Rule", "effect": "allow", "operations": ["Delete", "EditAll", "ViewAll"],
        "resources": ["All"], "condition": "isOwner()",
    },
]  # fmt: skip


def names(api: Api, kind: str) -> list[str]:
    return [row["name"] for row in api.get(COLLECTIONS[kind], limit=1000).json()["data"]]


def named(refs: list[dict[str, Any]]) -> list[str]:
    return [ref["name"] for ref in refs]


@pytest.mark.parametrize(("kind", "expected"), [("Policy", POLICIES), ("Role", ROLES), ("Bot", BOTS)])
def test_a_fresh_server_has_the_policies_roles_and_bots_of_the_system(
    admin: Api, kind: str, expected: list[str]
) -> None:
    assert set(expected) <= set(names(admin, kind))
    for name in expected:
        assert admin.read(kind, f"name/{name}")["provider"] == ("user" if name.startswith("DomainOnly") else "system")


def test_a_seeded_policy_has_its_rules(admin: Api) -> None:
    assert admin.read("Policy", "name/OrganizationPolicy")["rules"] == ORGANIZATION_RULES
    [allow, deny] = sorted(
        admin.read("Policy", "name/IngestionBotPolicy")["rules"], key=lambda rule: str(rule["effect"])
    )
    assert allow["operations"] == ["BulkCreate", "BulkUpdate", "Create", "Delete", "EditAll", "ViewAll"]
    assert (deny["operations"], deny["resources"]) == (["EditDisplayName"], ["All"])
    assert admin.read("Policy", "name/IngestionBotPolicy")["allowDelete"] is False


def test_a_seeded_role_has_its_policies(admin: Api) -> None:
    role = admin.read("Role", "name/IngestionBotRole", fields="policies,users")
    assert named(role["policies"]) == ["DefaultBotPolicy", "IngestionBotPolicy"]
    assert named(role["users"]) == ["ingestion-bot"]


def test_a_seeded_bot_has_a_user_with_its_role(admin: Api) -> None:
    for name in BOTS:
        user = admin.read("Bot", f"name/{name}")["botUser"]
        assert (user["type"], user["name"]) == ("user", name.lower())
    user = admin.read("User", "name/ingestion-bot", fields="roles,teams")
    assert (user["isBot"], named(user["roles"]), named(user["teams"])) == (True, ["IngestionBotRole"], ["Organization"])


def test_the_organization_gives_data_consumer_and_its_policy_to_everybody(admin: Api) -> None:
    team = admin.read("Team", "name/Organization", fields="defaultRoles,policies")
    assert (named(team["defaultRoles"]), named(team["policies"])) == (["DataConsumer"], ["OrganizationPolicy"])
    user = admin.read("User", "name/admin", fields="roles")
    assert (user["roles"], named(user["inheritedRoles"])) == ([], ["DataConsumer"])
    assert user["inheritedRoles"][0]["href"].endswith(f"/api/v1/roles/{user['inheritedRoles'][0]['id']}")


@pytest.mark.parametrize(
    ("classification", "tags"),
    [
        ("Tier", ["Tier1", "Tier2", "Tier3", "Tier4", "Tier5"]),
        ("PII", ["NonSensitive", "None", "Sensitive"]),
        ("PersonalData", ["Personal", "SpecialCategory"]),
        ("Certification", ["Bronze", "Gold", "Silver"]),
    ],
)
def test_a_fresh_server_has_the_classifications_of_the_system(admin: Api, classification: str, tags: list[str]) -> None:
    found = admin.read("Classification", f"name/{classification}")
    assert (found["provider"], found["mutuallyExclusive"]) == ("system", True)
    rows = admin.get("tags", parent=classification).json()["data"]
    assert [(row["name"], row["provider"]) for row in rows] == [(tag, "system") for tag in tags]


@pytest.mark.parametrize(("kind", "fqn"), SYSTEM)
@pytest.mark.parametrize("hard", ["true", "false"])
def test_delete_of_a_system_entity_is_400(admin: Api, kind: str, fqn: str, hard: str) -> None:
    answer = admin.delete(kind, f"name/{fqn}", hardDelete=hard, recursive="true")
    name, entity_type = fqn.rpartition(".")[2], kind[0].lower() + kind[1:]
    text = f"System entity [{name}] of type {entity_type} can not be deleted."
    assert (answer.status_code, answer.json()["message"]) == (400, text)
    assert admin.get(f"{COLLECTIONS[kind]}/name/{fqn}").status_code == 200


@pytest.mark.parametrize(("kind", "fqn"), [("Classification", "PII"), ("Tag", "Tier.Tier1")])
def test_rename_of_a_system_entity_is_400(admin: Api, kind: str, fqn: str) -> None:
    answer = admin.patch(kind, f"name/{fqn}", [{"op": "replace", "path": "/name", "value": "Other"}])
    name, entity_type = fqn.rpartition(".")[2], kind[0].lower() + kind[1:]
    text = f"System entity [{name}] of type {entity_type} can not be renamed."
    assert (answer.status_code, answer.json()["message"]) == (400, text)


@pytest.mark.parametrize("kind", ["Role", "Policy"])
def test_the_name_of_a_role_or_policy_is_silently_kept(admin: Api, kind: str) -> None:
    name = {"Role": "DataConsumer", "Policy": "OrganizationPolicy"}[kind]
    answer = admin.patch(kind, f"name/{name}", [{"op": "replace", "path": "/name", "value": "Other"}])
    assert (answer.status_code, answer.json()["name"]) == (200, name)
    assert answer.headers["X-OpenMetadata-Change"] == "entityNoChange"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("Role", {"name": "DataConsumer", "policies": ["DataConsumerPolicy", "TeamOnlyPolicy"]}),
        (
            "Policy",
            {
                "name": "DataStewardPolicy",
                "rules": [{"name": "r", "effect": "deny", "operations": ["All"], "resources": ["bot"]}],
            },
        ),
        ("Classification", {"name": "PII", "description": "ours"}),
        ("Tag", {"name": "Tier1", "classification": "Tier", "description": "ours"}),
        ("Bot", {"name": "ingestion-bot", "botUser": "ingestion-bot", "description": "ours"}),
    ],
)
def test_put_adopts_a_system_entity_that_stays_the_systems(admin: Api, kind: str, body: dict[str, Any]) -> None:
    answer = admin.put(kind, body)
    assert (answer.status_code, answer.headers["X-OpenMetadata-Change"]) == (200, "entityUpdated"), answer.text
    assert answer.json()["provider"] == "system"
    assert answer.json().get("description") == body.get("description")
    assert admin.delete(kind, answer.json()["id"], hardDelete="true", recursive="true").status_code == 400


def test_a_seeded_role_without_protection_can_be_deleted(admin: Api) -> None:
    assert admin.delete("Role", "name/DomainOnlyAccessRole", hardDelete="true").status_code == 200


@pytest.mark.parametrize(
    ("kind", "seeded", "body"),
    [
        ("Role", "DataSteward", {"policies": ["DataStewardPolicy"]}),
        (
            "Policy",
            "DataStewardPolicy",
            {"rules": [{"name": "r", "effect": "allow", "operations": [], "resources": []}]},
        ),
        ("User", "reader", {"email": "x@acme.io"}),
        ("Tag", "Tier.Tier1", {"classification": "Tier", "description": "d"}),
        ("Classification", "Tier", {"description": "d", "mutuallyExclusive": True}),
    ],
)
def test_a_seed_is_what_a_request_would_have_made(admin: Api, kind: str, seeded: str, body: dict[str, Any]) -> None:
    said = {"provider", "allowDelete", "displayName", "description"}
    made = admin.read(kind, admin.post(kind, {"name": "other", **body}).json()["id"], fields="*")
    assert admin.read(kind, f"name/{seeded}", fields="*").keys() - said == made.keys() - said


def test_two_seeds_arrive_with_release_two() -> None:
    for version, there in (("1.13.0", False), ("2.0.0-SNAPSHOT", True)):
        options = SandboxOptions(version=version)
        with asyncio.Runner() as runner:
            api = Api(Wire(create_app(options), runner), options.admin_token)
            assert ("TaskAuthorPolicy" in names(api, "Policy")) is there
            assert ("BotNonAdminImpersonationRole" in names(api, "Role")) is there


def test_a_restart_keeps_what_was_made_of_the_seeds(tmp_path: Path) -> None:
    options = SandboxOptions(database=str(tmp_path / "catalogue.db"))
    seen = []
    for _ in range(2):
        with asyncio.Runner() as runner:
            app = create_app(options)
            api = Api(Wire(app, runner), options.admin_token)
            api.put("Classification", {"name": "PII", "description": "ours"})
            seen.append({kind: api.get(COLLECTIONS[kind], limit=1000).json() for kind in COLLECTIONS})

            async def stop() -> None:
                async with app.router.lifespan_context(app):  # noqa: B023
                    pass

            runner.run(stop())
    assert seen[0] == seen[1]
    assert seen[0]["Classification"]["data"][1]["description"] == "ours"


def test_seeding_loads_no_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(_: Schemas, path: str) -> None:
        raise AssertionError(f"{path} was loaded")

    monkeypatch.setattr(Schemas, "_load", load)
    create_app(SandboxOptions())
