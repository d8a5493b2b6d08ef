"""What a plan deletes beside what it names is told before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from openmetadata_provider import OpenMetadata, plan
from openmetadata_provider.lifecycle.changes import Action
from openmetadata_provider.lifecycle.deciding import PlanOptions
from openmetadata_provider.lifecycle.plan import destroy
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

SERVICE = {"kind": "DashboardService", "spec": {"name": "bi", "serviceType": "Metabase"}}
OTHER_TYPE = {"kind": "DashboardService", "spec": {"name": "bi", "serviceType": "Superset"}}


def chart(name: str) -> dict[str, Any]:
    return {"kind": "Chart", "spec": {"name": name, "service": "bi"}}


def dashboard(name: str, *charts: str) -> dict[str, Any]:
    return {"kind": "Dashboard", "spec": {"name": name, "service": "bi", "charts": [f"bi.{c}" for c in charts]}}


@pytest.fixture
def om() -> Iterator[OpenMetadata]:
    with SandboxServer(SandboxOptions()) as server, OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        held = [SERVICE, chart("one"), chart("two"), dashboard("sales", "one", "two"), dashboard("costs", "two")]
        plan(om, held).apply().raise_for_failures()
        yield om


@pytest.mark.parametrize("allow_replace", [True, False])
def test_a_replacement_counts_what_is_inside_and_declared_nowhere(om: OpenMetadata, allow_replace: bool) -> None:
    made = plan(om, [OTHER_TYPE, dashboard("sales")], options=PlanOptions(allow_replace=allow_replace))
    replaced, again = made.changes
    assert (replaced.action, replaced.lost) == (Action.replace, ("2 Charts", "1 Dashboard"))
    assert again.is_created_again
    assert again.lost == ()


def test_a_purge_counts_what_is_inside_too(om: OpenMetadata) -> None:
    om.dashboard_services.delete_by_name("bi", recursive=True)
    made = plan(om, SERVICE, options=PlanOptions(on_deleted="purge"))
    assert made.changes[0].lost == ("2 Charts", "2 Dashboards")


def test_a_soft_deleted_entity_with_nothing_above_it_is_purged_and_created(om: OpenMetadata) -> None:
    om.dashboards.delete_by_name("bi.costs")
    made = plan(om, [SERVICE, chart("two"), dashboard("costs", "two")], options=PlanOptions(on_deleted="purge"))
    assert made.refusals == []
    made.apply().raise_for_failures()
    assert plan(om, [SERVICE, chart("two"), dashboard("costs", "two")]).is_empty


@pytest.mark.parametrize(
    ("declared", "lost"),
    [
        ([dashboard("sales")], ("1 Chart",)),
        ([dashboard("costs")], ()),
        ([dashboard("sales"), dashboard("costs"), chart("one")], ("1 Chart",)),
    ],
)
def test_a_deleted_dashboard_takes_only_charts_along_that_no_other_shows(
    om: OpenMetadata, declared: list[dict[str, Any]], lost: tuple[str, ...]
) -> None:
    made = destroy(om, declared)
    assert {change.lost for change in made.changes if change.lost} == ({lost} if lost else set())
    before = {chart.name for chart in om.charts.list()}
    made.apply().raise_for_failures()
    named = {item["spec"]["name"] for item in declared if item["kind"] == "Chart"}
    gone = before - {chart.name for chart in om.charts.list()}
    assert len(gone - named) == sum(int(text.split()[0]) for text in lost)


def test_references_to_what_is_created_again_are_set_again(om: OpenMetadata) -> None:
    def colours(*, exclusive: bool) -> dict[str, Any]:
        spec = {"name": "Colours", "description": "For tests of eyes.", "mutuallyExclusive": exclusive}
        return {"kind": "Classification", "spec": spec}

    red = {"kind": "Tag", "spec": {"name": "Red", "classification": "Colours", "description": "Like a rose."}}
    sales = {"kind": "Dashboard", "spec": {"name": "sales", "service": "bi", "tags": [{"tagFQN": "Colours.Red"}]}}
    plan(om, [colours(exclusive=False), red, sales]).apply().raise_for_failures()
    declared = [colours(exclusive=True), red, sales]
    made = plan(om, declared, options=PlanOptions(allow_replace=True))
    assert [change.action for change in made.changes] == [Action.replace, Action.create, Action.update]
    made.apply().raise_for_failures()
    assert plan(om, declared).is_empty
