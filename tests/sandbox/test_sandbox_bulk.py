"""PUT …/bulk (server reference, 4.1)."""

from __future__ import annotations

from typing import Any

from sandbox_callers import Api


def rows(count: int, **extra: Any) -> list[dict[str, Any]]:
    return [{"name": f"d{n}", "service": "bi", **extra} for n in range(count)]


def test_a_bulk_where_all_pass_is_a_success(world: Api) -> None:
    answer = world.bulk("Dashboard", rows(3))
    assert answer.json() == {
        "dryRun": False,
        "status": "success",
        "numberOfRowsProcessed": 3,
        "numberOfRowsPassed": 3,
        "numberOfRowsFailed": 0,
        "successRequest": [{"request": f"bi.d{n}", "status": 200} for n in range(3)],
        "failedRequest": [],
    }


def test_a_bulk_where_none_pass_is_a_failure_under_200(world: Api) -> None:
    answer = world.bulk("Dashboard", rows(2, service="nope"))
    assert (answer.status_code, answer.json()["status"]) == (200, "failure")
    assert answer.json()["failedRequest"][0] == {
        "request": {"name": "d0", "service": "nope"},
        "message": "dashboardService instance for nope not found",
        "status": 400,
    }


def test_rows_after_a_failing_one_still_run_and_a_failing_one_leaves_nothing(world: Api) -> None:
    bad = {"name": "bad", "service": "bi", "tags": [{"tagFQN": "Tier.Tier1"}, {"tagFQN": "Tier.Tier2"}]}
    result = world.bulk("Dashboard", [*rows(1), bad, {"name": "last", "service": "bi"}]).json()
    assert [row["request"] for row in result["successRequest"]] == ["bi.d0", "bi.last"]
    [failed] = result["failedRequest"]
    assert (failed["request"], failed["status"]) == ("bi.bad", 400)
    assert [row["name"] for row in world.get("dashboards").json()["data"]] == ["d0", "last"]


def test_bulk_has_put_semantics(world: Api) -> None:
    made = world.make("Dashboard", "d0", description="old", owners=["user:admin"])
    world.bulk("Dashboard", rows(2, displayName="D"))
    after = world.read("Dashboard", made["id"], fields="owners")
    assert (after["displayName"], after["version"], len(after["owners"])) == ("D", 0.2, 1)
    assert "description" not in after


def test_the_same_fqn_twice_creates_then_updates(world: Api) -> None:
    world.bulk("Dashboard", [*rows(1), *rows(1, description="second")])
    assert world.read("Dashboard", "name/bi.d0")["version"] == 0.2


def test_bulk_is_idempotent(world: Api) -> None:
    world.bulk("Dashboard", rows(3, tags=[{"tagFQN": "PII.None"}], owners=["user:admin"]))
    world.bulk("Dashboard", rows(3, tags=[{"tagFQN": "PII.None"}], owners=["user:admin"]))
    assert [row["version"] for row in world.get("dashboards").json()["data"]] == [0.1] * 3


def test_a_row_that_does_not_map_fails_the_whole_call(world: Api) -> None:
    for row in (7, {"name": "x", "service": "bi", "colour": "red"}, {"name": "x", "service": "bi", "tags": 7}):
        answer = world.bulk("Dashboard", [*rows(1), row])
        assert (answer.status_code, set(answer.json())) == (400, {"code", "message"})
    assert world.get("dashboards").json()["data"] == []


def test_a_row_that_breaks_bean_validation_fails_alone(world: Api) -> None:
    result = world.bulk("Dashboard", [{"name": "", "service": "bi"}, *rows(1)]).json()
    assert (result["numberOfRowsPassed"], result["failedRequest"][0]["status"]) == (1, 400)


def test_a_body_that_is_no_array_is_400(world: Api) -> None:
    assert world.bulk("Dashboard", {"name": "d"}).status_code == 400


def test_an_empty_bulk_passes(world: Api) -> None:
    assert world.bulk("Dashboard", []).json()["status"] == "success"


def test_an_asynchronous_bulk_is_202_without_rows(world: Api) -> None:
    answer = world.bulk("Dashboard", rows(3), **{"async": "true"})
    assert answer.status_code == 202
    assert (answer.json()["numberOfRowsPassed"], "successRequest" in answer.json()) == (0, False)
    assert world.get("dashboards").json()["paging"]["total"] == 3


def test_two_thousand_dashboards_are_one_call(world: Api) -> None:
    result = world.bulk("Dashboard", rows(2000, owners=["user:admin"], tags=[{"tagFQN": "PII.None"}])).json()
    assert result["numberOfRowsPassed"] == 2000
    assert world.get("dashboards", limit=0).json()["paging"]["total"] == 2000


def test_a_row_that_fails_halfway_is_undone(world: Api) -> None:
    world.make("Team", "data")
    child = world.make("Dashboard", "d")
    world.delete("DashboardService", "name/bi", recursive="true")
    bad = {"name": "bi", "serviceType": "Metabase", "owners": ["team:data", "user:admin"]}
    result = world.bulk("DashboardService", [bad, {"name": "other", "serviceType": "Looker"}]).json()
    assert (result["numberOfRowsFailed"], result["numberOfRowsPassed"]) == (1, 1)
    assert world.read("Dashboard", child["id"], include="all")["deleted"] is True
