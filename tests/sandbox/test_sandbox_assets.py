"""Assets added to and removed from domains, data products, teams, tags and terms (server reference, 4.2)."""

from __future__ import annotations

from typing import Any

import pytest
from sandbox_callers import COLLECTIONS, Api

NOWHERE = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"


def ref(entity: dict[str, Any], entity_type: str = "dashboard") -> dict[str, str]:
    return {"id": entity["id"], "type": entity_type}


def assets(api: Api, kind: str, key: str, verb: str, *refs: Any, **extra: Any) -> Any:
    return api.call("PUT", f"{COLLECTIONS[kind]}/{key}/assets/{verb}", json={"assets": list(refs), **extra})


def names(api: Api, made: dict[str, Any], field: str, kind: str = "Dashboard") -> list[str]:
    return [item.get("name") for item in api.read(kind, made["id"], fields=field)[field]]


def test_adding_assets_answers_with_a_row_for_each(world: Api) -> None:
    one, two = world.make("Dashboard", "one"), world.make("Chart", "two")
    answer = assets(world, "Domain", "sales", "add", ref(one), ref(two, "chart"))
    result = answer.json()
    assert (answer.status_code, result["status"], result["dryRun"]) == (200, "success", False)
    assert (result["numberOfRowsProcessed"], result["numberOfRowsPassed"], result["numberOfRowsFailed"]) == (2, 2, 0)
    assert [row["request"]["fullyQualifiedName"] for row in result["successRequest"]] == ["bi.one", "bi.two"]
    assert names(world, one, "domains") == ["sales"]


def test_an_asset_keeps_its_version(world: Api) -> None:
    made = world.make("Dashboard", "d")
    assets(world, "Domain", "sales", "add", ref(made))
    after = world.read("Dashboard", made["id"])
    assert (after["version"], after["updatedAt"]) == (0.1, made["updatedAt"])


def test_a_domain_replaces_the_one_before_with_its_data_products(world: Api) -> None:
    world.make("DataProduct", "orders", domains=["sales"])
    made = world.make("Dashboard", "d", domains=["sales"], dataProducts=["orders"])
    assets(world, "Domain", "finance", "add", ref(made))
    assert names(world, made, "domains") == ["finance"]
    assert names(world, made, "dataProducts") == []


def test_removing_from_a_domain_takes_its_data_products_along(world: Api) -> None:
    world.make("DataProduct", "orders", domains=["sales"])
    made = world.make("Dashboard", "d", domains=["sales"], dataProducts=["orders"])
    assets(world, "Domain", "sales", "remove", ref(made))
    assert (names(world, made, "domains"), names(world, made, "dataProducts")) == ([], [])


def test_removing_what_is_not_there_changes_nothing(world: Api) -> None:
    made = world.make("Dashboard", "d", domains=["sales"])
    assert assets(world, "Domain", "finance", "remove", ref(made)).json()["status"] == "success"
    assert names(world, made, "domains") == ["sales"]


def test_a_sub_domain_is_addressed_by_its_fqn(world: Api) -> None:
    world.make("Domain", "emea", parent="sales")
    made = world.make("Dashboard", "d")
    assets(world, "Domain", "sales.emea", "add", ref(made))
    assert names(world, made, "domains") == ["emea"]


def test_a_data_product_takes_assets_of_its_domain_alone(world: Api) -> None:
    world.make("DataProduct", "orders", domains=["sales"])
    inside, outside = world.make("Dashboard", "in", domains=["sales"]), world.make("Dashboard", "out")
    result = assets(world, "DataProduct", "orders", "add", ref(inside), ref(outside)).json()
    assert (result["status"], result["numberOfRowsPassed"], result["numberOfRowsFailed"]) == ("partialSuccess", 1, 1)
    [failed] = result["failedRequest"]
    assert failed["request"]["id"] == outside["id"]
    assert failed["message"].startswith("Rule [Data Product Domain Validation] validation failed")
    assert (names(world, inside, "dataProducts"), names(world, outside, "dataProducts")) == (["orders"], [])
    assets(world, "DataProduct", "orders", "remove", ref(inside))
    assert names(world, inside, "dataProducts") == []


def test_a_team_takes_users_alone(world: Api) -> None:
    team, reader = world.make("Team", "data"), world.read("User", "name/reader")
    assert assets(world, "Team", "data", "add", ref(reader, "user")).status_code == 200
    assert names(world, team, "users", "Team") == ["reader"]
    answer = assets(world, "Team", "data", "add", ref(world.make("Dashboard", "d")))
    assert (answer.status_code, answer.json()["message"]) == (400, "Only users can be added to a Team")
    assets(world, "Team", "data", "remove", ref(reader, "user"))
    assert names(world, team, "users", "Team") == []


@pytest.mark.parametrize("kind", ["Tag", "GlossaryTerm"])
def test_tags_and_terms_answer_with_a_job_and_label_the_assets(world: Api, kind: str) -> None:
    label, made = world.make(kind, "Red"), world.make("Dashboard", "d")
    answer = assets(world, kind, label["id"], "add", ref(made), dryRun=False)
    assert (answer.status_code, set(answer.json())) == (200, {"jobId", "message"})
    [tag] = world.read("Dashboard", made["id"], fields="tags")["tags"]
    assert (tag["tagFQN"], tag["labelType"]) == (label["fullyQualifiedName"], "Manual")
    assets(world, kind, label["id"], "remove", ref(made), dryRun=False)
    assert world.read("Dashboard", made["id"], fields="tags")["tags"] == []


@pytest.mark.parametrize("extra", [{}, {"dryRun": True}])
def test_tagging_is_only_tried_unless_told_otherwise(world: Api, extra: dict[str, Any]) -> None:
    label, made = world.make("Tag", "Red"), world.make("Dashboard", "d")
    assert assets(world, "Tag", label["id"], "add", ref(made), **extra).status_code == 200
    assert world.read("Dashboard", made["id"], fields="tags")["tags"] == []


def test_tagging_spares_an_asset_with_an_exclusive_tag(world: Api) -> None:
    tier = world.read("Tag", "name/Tier.Tier2")
    taken, free = world.make("Dashboard", "taken", tags=[{"tagFQN": "Tier.Tier1"}]), world.make("Dashboard", "free")
    assets(world, "Tag", tier["id"], "add", ref(taken), ref(free), dryRun=False)
    found = [world.read("Dashboard", made["id"], fields="tags")["tags"] for made in (taken, free)]
    assert [[label["tagFQN"] for label in labels] for labels in found] == [["Tier.Tier1"], ["Tier.Tier2"]]


def test_an_unknown_asset_is_404_and_changes_nothing(world: Api) -> None:
    made = world.make("Dashboard", "d")
    answer = assets(world, "Domain", "sales", "add", ref(made), {"id": NOWHERE, "type": "dashboard"})
    assert (answer.status_code, answer.json()["message"]) == (404, f"dashboard instance for {NOWHERE} not found")
    assert names(world, made, "domains") == []


@pytest.mark.parametrize(
    "body",
    [7, {"things": []}, {"assets": 7}, {"assets": [7]}, {"assets": [{"id": NOWHERE}]}, {"assets": [], "dryRun": True}],
)
def test_what_is_no_request_for_assets_is_400(world: Api, body: Any) -> None:
    assert world.call("PUT", "domains/sales/assets/add", json=body).status_code == 400


def test_assets_of_nothing_are_404_and_of_a_reader_403(world: Api, reader: Api) -> None:
    assert assets(world, "Domain", "nope", "add").status_code == 404
    assert assets(reader, "Domain", "sales", "add").status_code == 403


def test_a_kind_without_domains_fails_in_its_row(world: Api) -> None:
    result = assets(world, "Domain", "sales", "add", ref(world.read("Domain", "name/finance"), "domain")).json()
    assert (result["status"], result["numberOfRowsFailed"]) == ("failure", 1)


def test_moving_a_data_product_moves_its_assets(world: Api) -> None:
    product = world.make("DataProduct", "orders", domains=["sales"])
    made = world.make("Dashboard", "d", domains=["sales"], dataProducts=["orders"])
    world.change("DataProduct", "orders", domains=["finance"])
    assert names(world, made, "domains") == ["finance"]
    assert names(world, made, "dataProducts") == ["orders"]
    sales = world.read("Domain", "name/sales")
    patch = [{"op": "add", "path": "/domains", "value": [ref(sales, "domain")]}]
    assert world.patch("DataProduct", product["id"], patch).status_code == 200
    assert names(world, made, "domains") == ["sales"]
