"""What goes along with a deleted dashboard (server reference, 7.1; point 28)."""

from __future__ import annotations

import pytest
from sandbox_callers import Api


def alive(api: Api, name: str) -> bool:
    return api.get(f"charts/name/bi.{name}").status_code == 200


@pytest.fixture
def charts(world: Api) -> Api:
    for name in ("lonely", "shared"):
        world.make("Chart", name)
    world.make("Dashboard", "d", charts=["bi.lonely", "bi.shared"])
    world.make("Dashboard", "other", charts=["bi.shared"])
    return world


@pytest.mark.parametrize("params", [{}, {"hardDelete": "true"}, {"hardDelete": "true", "recursive": "true"}])
def test_charts_of_no_other_dashboard_go_along(charts: Api, params: dict[str, str]) -> None:
    charts.delete("Dashboard", "name/bi.d", **params)
    assert (alive(charts, "lonely"), alive(charts, "shared")) == (False, True)


def test_charts_go_the_way_the_dashboard_goes(charts: Api) -> None:
    charts.delete("Dashboard", "name/bi.d")
    gone = charts.read("Chart", "name/bi.lonely", include="deleted")
    assert (gone["deleted"], gone["version"], gone["updatedBy"]) == (True, 0.2, "admin")
    charts.delete("Dashboard", "name/bi.d", hardDelete="true")
    assert charts.get("charts/name/bi.lonely", include="all").status_code == 404


def test_a_deleted_dashboard_does_not_hold_a_chart(charts: Api) -> None:
    charts.delete("Dashboard", "name/bi.d")
    charts.delete("Dashboard", "name/bi.other")
    assert not alive(charts, "shared")


def test_a_chart_taken_off_the_dashboard_before_stays(charts: Api) -> None:
    charts.change("Dashboard", "d", charts=["bi.shared"])
    charts.delete("Dashboard", "name/bi.d")
    assert alive(charts, "lonely")


def test_an_async_deletion_takes_them_along_too(charts: Api) -> None:
    made = charts.read("Dashboard", "name/bi.d")
    charts.call("DELETE", f"dashboards/async/{made['id']}", params={"hardDelete": "true"})
    assert (alive(charts, "lonely"), alive(charts, "shared")) == (False, True)


def test_deleting_one_of_them_again_is_404_after_a_hard_delete(charts: Api) -> None:
    lonely = charts.read("Chart", "name/bi.lonely")
    charts.delete("Dashboard", "name/bi.d", hardDelete="true")
    assert charts.delete("Chart", lonely["id"], hardDelete="true").status_code == 404


def test_a_restored_dashboard_does_not_bring_its_charts_back(charts: Api) -> None:
    made = charts.read("Dashboard", "name/bi.d")
    charts.delete("Dashboard", made["id"])
    charts.call("PUT", "dashboards/restore", json={"id": made["id"]})
    assert not alive(charts, "lonely")


def test_deleting_a_chart_leaves_its_dashboards(charts: Api) -> None:
    charts.delete("Chart", "name/bi.shared", hardDelete="true")
    assert [ref["name"] for ref in charts.read("Dashboard", "name/bi.d", fields="charts")["charts"]] == ["lonely"]
