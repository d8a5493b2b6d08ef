"""GET: `fields`, `include`, pages and filters (server reference, 6)."""

from __future__ import annotations

from typing import Any

import pytest
from sandbox_callers import COLLECTIONS, Api

HIDDEN = ("owners", "tags", "domains", "dataProducts", "charts", "dataModels", "extension", "followers", "votes")


@pytest.fixture
def dashboard(world: Api) -> dict[str, Any]:
    world.make("Chart", "c")
    world.define("dashboard", "a", "integer")
    return world.make(
        "Dashboard", "d", owners=["user:admin"], tags=[{"tagFQN": "PII.None"}], domains=["sales"], charts=["bi.c"],
        extension={"a": 1},
    )  # fmt: skip


def test_a_write_answers_with_relationships(dashboard: dict[str, Any]) -> None:
    assert dashboard["owners"][0]["name"] == "admin"
    assert dashboard["charts"][0]["fullyQualifiedName"] == "bi.c"
    assert (dashboard["followers"], dashboard["votes"]["upVotes"], dashboard["votes"]["upVoters"]) == ([], 0, [])
    assert dashboard["dataProducts"] == []


def test_a_plain_get_leaves_out_what_was_not_asked_for(world: Api, dashboard: dict[str, Any]) -> None:
    plain = world.read("Dashboard", dashboard["id"])
    assert not set(HIDDEN) & set(plain)
    assert plain["service"]["name"] == "bi"
    [listed] = world.get("dashboards").json()["data"]
    assert listed == plain


def test_fields_bring_what_they_name(world: Api, dashboard: dict[str, Any]) -> None:
    shown = world.read("Dashboard", dashboard["id"], fields="owners, tags")
    assert {"owners", "tags"} <= set(shown)
    assert "domains" not in shown
    [listed] = world.get("dashboards", fields="charts").json()["data"]
    assert listed["charts"][0]["name"] == "c"


def test_the_star_brings_everything(world: Api, dashboard: dict[str, Any]) -> None:
    shown = world.read("Dashboard", dashboard["id"], fields="*")
    assert {"owners", "tags", "domains", "dataProducts", "charts", "extension", "followers"} <= set(shown)


def test_an_unknown_field_is_400(world: Api, dashboard: dict[str, Any]) -> None:
    for path in (f"dashboards/{dashboard['id']}", "dashboards", "users/loggedInUser"):
        answer = world.get(path, fields="owners,nope" if path != "users/loggedInUser" else "nope")
        assert (answer.status_code, answer.json()["message"]) == (400, "Invalid field name nope")


def test_references_are_filled_and_sorted_by_name(world: Api) -> None:
    made = world.make("Dashboard", "d", owners=["user:reader", "user:admin"])
    assert [owner["name"] for owner in made["owners"]] == ["admin", "reader"]
    owner = made["owners"][0]
    assert owner["href"] == f"http://catalogue.test/api/v1/users/{owner['id']}"
    assert (owner["type"], owner["fullyQualifiedName"], owner["deleted"]) == ("user", "admin", False)


def test_a_deleted_owner_shows_as_deleted(world: Api) -> None:
    jane = world.make("User", "jane", email="jane@acme.io")
    made = world.make("Dashboard", "d", owners=["user:jane"])
    world.delete("User", jane["id"])
    assert world.read("Dashboard", made["id"], fields="owners")["owners"][0]["deleted"] is True


def test_include_chooses_by_deletion(world: Api) -> None:
    gone = world.make("Dashboard", "gone")
    world.make("Dashboard", "here")
    world.delete("Dashboard", gone["id"])
    seen = {
        include: [row["name"] for row in world.get("dashboards", include=include).json()["data"]]
        for include in ("non-deleted", "deleted", "all")
    }
    assert seen == {"non-deleted": ["here"], "deleted": ["gone"], "all": ["gone", "here"]}
    assert world.get("dashboards", include="some").status_code == 400
    assert world.get("dashboards/name/bi.here", include="deleted").status_code == 404


@pytest.fixture
def twelve(world: Api) -> Api:
    world.bulk("Dashboard", [{"name": f"d{n:02}", "service": "bi"} for n in range(12)])
    return world


def test_a_page_has_ten_rows_by_default_and_the_total(twelve: Api) -> None:
    page = twelve.get("dashboards").json()
    assert [row["name"] for row in page["data"]] == [f"d{n:02}" for n in range(10)]
    assert page["paging"]["total"] == 12
    assert "before" not in page["paging"]


def test_cursors_lead_forward_and_back(twelve: Api) -> None:
    first = twelve.get("dashboards", limit=5).json()
    second = twelve.get("dashboards", limit=5, after=first["paging"]["after"]).json()
    third = twelve.get("dashboards", limit=5, after=second["paging"]["after"]).json()
    assert [row["name"] for row in third["data"]] == ["d10", "d11"]
    assert "after" not in third["paging"]
    back = twelve.get("dashboards", limit=5, before=third["paging"]["before"]).json()
    assert back["data"] == second["data"]
    start = twelve.get("dashboards", limit=5, before=back["paging"]["before"]).json()
    assert start["data"] == first["data"]
    assert "before" not in start["paging"]


def test_limit_0_gives_the_total_alone(twelve: Api) -> None:
    assert twelve.get("dashboards", limit=0).json() == {"data": [], "paging": {"total": 12}}


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"limit": -1}, "[query param limit must be greater than or equal to 0]"),
        ({"limit": 1_000_001}, "[query param limit must be less than or equal to 1000000]"),
        ({"before": "x", "after": "y"}, "Only one of before or after query parameter allowed"),
        ({"limit": "many"}, "query param limit is not a number."),
        ({"after": "nonsense"}, "Invalid cursor nonsense"),
    ],
)
def test_bad_paging_is_400(twelve: Api, params: dict[str, Any], message: str) -> None:
    answer = twelve.get("dashboards", **params)
    assert (answer.status_code, answer.json()["message"]) == (400, message)


def test_unknown_query_parameters_are_ignored(twelve: Api) -> None:
    assert twelve.get("dashboards", nonsense=1).status_code == 200


def names(api: Api, kind: str, **params: Any) -> list[str]:
    return [row["name"] for row in api.get(COLLECTIONS[kind], limit=1000, **params).json()["data"]]


def test_children_are_listed_by_the_fqn_of_their_service(world: Api) -> None:
    world.make("DashboardService", "b.i")
    for service in ("bi", '"b.i"'):
        world.make("Dashboard", f"of {service[1]}", service=service)
    assert names(world, "Dashboard", service="bi") == ["of i"]
    assert names(world, "Dashboard", service='"b.i"') == ["of b"]
    assert names(world, "Dashboard", service="nope") == []


def test_terms_are_listed_by_glossary_parent_and_direct_parent(world: Api) -> None:
    glossary = world.read("Glossary", "name/words")
    world.make("GlossaryTerm", "a")
    world.make("GlossaryTerm", "b", parent="words.a")
    world.make("GlossaryTerm", "c", parent="words.a.b")
    assert names(world, "GlossaryTerm", glossary="words") == ["a", "b", "c"]
    assert names(world, "GlossaryTerm", glossary=glossary["id"]) == ["a", "b", "c"]
    assert names(world, "GlossaryTerm", parent="words.a") == ["b", "c"]
    assert names(world, "GlossaryTerm", directChildrenOf="words") == ["a"]
    assert names(world, "GlossaryTerm", directChildrenOf="words.a") == ["b"]
    assert names(world, "GlossaryTerm", directChildrenOf="nope") == []


def test_flags_and_links_filter_lists(world: Api) -> None:
    assert {"ingestion-bot", "robot"} <= set(names(world, "User", isBot="true"))
    assert names(world, "User", isAdmin="true") == ["admin"]
    assert names(world, "User", isBot="false") == ["admin", "reader"]
    assert {"admin", "ingestion-bot", "reader"} <= set(names(world, "User", team="Organization"))
    assert names(world, "User", team="nope") == []
    world.make("Dashboard", "d", domains=["sales"])
    assert names(world, "Dashboard", domain="sales") == ["d"]
    assert names(world, "Dashboard", domain="finance") == []


def test_counts_are_shown_when_asked_for(world: Api) -> None:
    world.make("Dashboard", "d", tags=[{"tagFQN": "PII.None"}])
    assert world.read("Tag", "name/PII.None", fields="usageCount")["usageCount"] == 1
    assert world.read("Classification", "name/PII", fields="termCount")["termCount"] == 3
    assert "termCount" not in world.read("Classification", "name/PII")


def test_a_related_term_shows_on_both_sides(world: Api) -> None:
    world.make("GlossaryTerm", "a")
    world.make("GlossaryTerm", "b", relatedTerms=["words.a"])
    [relation] = world.read("GlossaryTerm", "name/words.a", fields="relatedTerms")["relatedTerms"]
    assert (relation["term"]["name"], relation["relationType"]) == ("b", "relatedTo")
    world.change("GlossaryTerm", "a")
    assert world.read("GlossaryTerm", "name/words.b", fields="relatedTerms")["relatedTerms"] == []


def test_a_chart_shows_the_dashboards_that_show_it(world: Api) -> None:
    chart = world.make("Chart", "c")
    world.make("Dashboard", "d", charts=["bi.c"])
    assert [ref["name"] for ref in world.read("Chart", chart["id"], fields="dashboards")["dashboards"]] == ["d"]
