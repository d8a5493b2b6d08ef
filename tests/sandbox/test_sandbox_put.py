"""What PUT keeps, replaces, merges and clears (server reference, 3), and the versions that makes (3.4)."""

from __future__ import annotations

import json
from typing import Any

from sandbox_callers import Api

from openmetadata_provider.sandbox.changes import next_version


def names(refs: list[dict[str, Any]]) -> list[str]:
    return [ref["name"] for ref in refs]


def fqns(tags: list[dict[str, Any]]) -> list[str]:
    return [tag["tagFQN"] for tag in tags]


def test_put_clears_description_and_display_name_when_absent(world: Api) -> None:
    world.make("Dashboard", "d", description="old", displayName="Old")
    after = world.change("Dashboard", "d")
    assert "description" not in after
    assert "displayName" not in after
    deleted = {change["name"]: change["oldValue"] for change in after["changeDescription"]["fieldsDeleted"]}
    assert deleted == {"description": "old", "displayName": "Old"}


def test_put_overwrites_description(world: Api) -> None:
    world.make("Dashboard", "d", description="old")
    after = world.change("Dashboard", "d", description="new")
    assert after["description"] == "new"
    assert after["changeDescription"]["fieldsUpdated"] == [
        {"name": "description", "oldValue": "old", "newValue": "new"}
    ]
    assert after["changeDescription"]["previousVersion"] == 0.1


def test_null_means_absent(world: Api) -> None:
    world.make("Dashboard", "d", description="old")
    assert "description" not in world.change("Dashboard", "d", description=None)


def test_put_keeps_owners_when_absent_or_empty(world: Api) -> None:
    world.make("Dashboard", "d", owners=["user:admin"])
    assert names(world.change("Dashboard", "d")["owners"]) == ["admin"]
    assert names(world.change("Dashboard", "d", owners=[])["owners"]) == ["admin"]


def test_put_replaces_owners(world: Api) -> None:
    world.make("Dashboard", "d", owners=["user:admin"])
    after = world.change("Dashboard", "d", owners=["user:reader"])
    assert names(after["owners"]) == ["reader"]
    [added], [deleted] = after["changeDescription"]["fieldsAdded"], after["changeDescription"]["fieldsDeleted"]
    assert names(json.loads(added["newValue"])) == ["reader"]
    assert names(json.loads(deleted["oldValue"])) == ["admin"]


def test_put_merges_tags_and_never_removes_one(world: Api) -> None:
    world.make("Dashboard", "d", tags=[{"tagFQN": "PII.None"}])
    assert fqns(world.change("Dashboard", "d", tags=[{"tagFQN": "Tier.Tier1"}])["tags"]) == ["PII.None", "Tier.Tier1"]
    assert fqns(world.change("Dashboard", "d", tags=[])["tags"]) == ["PII.None", "Tier.Tier1"]


def test_put_keeps_domains_when_absent_and_replaces_them_when_given(world: Api) -> None:
    world.make("Dashboard", "d", domains=["sales"])
    assert names(world.change("Dashboard", "d")["domains"]) == ["sales"]
    assert names(world.change("Dashboard", "d", domains=["finance"])["domains"]) == ["finance"]


def test_put_clears_data_products_when_absent(world: Api) -> None:
    world.make("DataProduct", "p")
    world.make("Dashboard", "d", domains=["sales"], dataProducts=["p"])
    assert world.change("Dashboard", "d")["dataProducts"] == []


def test_put_clears_reviewers_and_experts_when_absent(world: Api) -> None:
    made = world.make("DataProduct", "p", reviewers=["user:admin"], experts=["admin"])
    assert (names(made["reviewers"]), names(made["experts"])) == (["admin"], ["admin"])
    after = world.change("DataProduct", "p")
    assert (after["reviewers"], after["experts"]) == ([], [])


def test_put_replaces_charts_and_clears_source_url_when_absent(world: Api) -> None:
    world.make("Chart", "c1")
    world.make("Chart", "c2")
    world.make("Dashboard", "d", charts=["bi.c1"], sourceUrl="http://x")
    assert names(world.change("Dashboard", "d", charts=["bi.c2"])["charts"]) == ["c2"]
    after = world.change("Dashboard", "d")
    assert after["charts"] == []
    assert "sourceUrl" not in after


def test_put_keeps_style_when_absent(world: Api) -> None:
    world.make("Domain", "d", style={"color": "#ff0000"})
    assert world.change("Domain", "d")["style"] == {"color": "#ff0000"}


def test_put_replaces_the_extension_as_a_whole_and_keeps_it_when_absent(world: Api) -> None:
    for name in ("a", "b"):
        world.define("dashboard", name, "integer")
    world.make("Dashboard", "d", extension={"a": 1, "b": 2})
    assert world.change("Dashboard", "d")["extension"] == {"a": 1, "b": 2}
    assert world.change("Dashboard", "d", extension={"a": 3})["extension"] == {"a": 3}


def test_put_merges_the_life_cycle_and_the_later_event_wins(world: Api) -> None:
    world.make("Dashboard", "d", lifeCycle={"created": {"timestamp": 5}, "updated": {"timestamp": 9}})
    after = world.change("Dashboard", "d", lifeCycle={"created": {"timestamp": 7}, "updated": {"timestamp": 8}})
    assert after["lifeCycle"] == {"created": {"timestamp": 7}, "updated": {"timestamp": 9}}


def test_put_keeps_what_may_not_change(world: Api) -> None:
    world.make("Classification", "C", mutuallyExclusive=True)
    assert world.change("Classification", "C", mutuallyExclusive=False)["mutuallyExclusive"] is True
    world.make("GlossaryTerm", "t")
    assert world.change("GlossaryTerm", "t", mutuallyExclusive=True)["mutuallyExclusive"] is False
    world.make("User", "jane", email="jane@acme.io")
    assert world.change("User", "jane", email="other@acme.io")["email"] == "jane@acme.io"


def test_put_never_changes_the_service_type(world: Api) -> None:
    assert world.change("DashboardService", "bi", serviceType="Looker")["serviceType"] == "Metabase"


def test_put_replaces_team_members_and_parents(world: Api) -> None:
    jane = world.make("User", "jane", email="jane@acme.io")
    unit = world.make("Team", "unit", teamType="BusinessUnit")
    made = world.make("Team", "data", users=[jane["id"]], parents=[unit["id"]])
    assert (names(made["users"]), names(made["parents"])) == (["jane"], ["unit"])
    after = world.change("Team", "data")
    assert (after["users"], names(after["parents"])) == ([], ["Organization"])


def test_put_of_a_bot_keeps_description_and_domains_and_ignores_the_extension(world: Api, bot: Api) -> None:
    world.define("dashboard", "a", "integer")
    world.make("Dashboard", "d", description="mine", domains=["sales"], extension={"a": 1}, displayName="Old")
    after = bot.change("Dashboard", "d", description="its", domains=["finance"], extension={"a": 2}, displayName="New")
    assert (after["description"], names(after["domains"]), after["extension"]) == ("mine", ["sales"], {"a": 1})
    assert after["displayName"] == "New"


def test_put_of_a_bot_fills_what_is_empty(world: Api, bot: Api) -> None:
    world.make("Dashboard", "d")
    after = bot.change("Dashboard", "d", description="its", domains=["finance"])
    assert (after["description"], names(after["domains"])) == ("its", ["finance"])
    assert after["updatedBy"] == "ingestion-bot"


def test_put_of_a_person_drops_the_certification(world: Api, bot: Api) -> None:
    made = world.make("Dashboard", "d")
    label = {"tagFQN": "Certification.Gold", "source": "Classification", "labelType": "Manual", "state": "Confirmed"}
    value = {"tagLabel": label, "appliedDate": 1, "expiryDate": 2}
    world.patch("Dashboard", made["id"], [{"op": "add", "path": "/certification", "value": value}])
    bot.change("Dashboard", "d")
    assert (
        world.read("Dashboard", made["id"], fields="certification")["certification"]["tagLabel"]["tagFQN"]
        == "Certification.Gold"
    )
    world.change("Dashboard", "d")
    assert "certification" not in world.read("Dashboard", made["id"], fields="certification")


def test_put_under_another_name_makes_another_entity(world: Api) -> None:
    one, two = world.make("Dashboard", "one"), world.put("Dashboard", {"name": "two", "service": "bi"})
    assert two.status_code == 201
    assert two.json()["id"] != one["id"]


def test_versions_rise_by_a_tenth_and_0_9_is_followed_by_1_0(world: Api) -> None:
    world.make("Dashboard", "d")
    versions = [world.change("Dashboard", "d", description=str(n))["version"] for n in range(10)]
    assert versions == [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1]


def test_a_breaking_change_is_a_whole_version() -> None:
    assert next_version(0.3, breaking=True) == 1.3
    assert next_version(0.3, breaking=False) == 0.4


def test_put_of_a_child_takes_the_service_type_of_its_service(world: Api) -> None:
    assert world.make("Dashboard", "d")["serviceType"] == "Metabase"
    assert world.make("Database", "d")["serviceType"] == "Mysql"


def test_put_revives_with_children_and_old_relationships(world: Api) -> None:
    made = world.make("Dashboard", "d", owners=["user:admin"])
    service = world.read("DashboardService", "name/bi")
    world.delete("DashboardService", service["id"], recursive="true")
    world.change("DashboardService", "bi")
    assert names(world.read("Dashboard", made["id"], fields="owners")["owners"]) == ["admin"]
