"""Kind → where its classes are, as strings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Entry(NamedTuple):
    """One kind of entity. Classes are `module:Class`."""

    kind: str
    attribute: str
    resource: str
    async_resource: str
    request: str
    entity: str


ENTITIES: Mapping[str, Entry] = {
    "Dashboard": Entry(
        kind="Dashboard",
        attribute="dashboards",
        resource="fake_bindings.resources.dashboards:Dashboards",
        async_resource="fake_bindings.resources.dashboards:AsyncDashboards",
        request="fake_bindings.models:CreateDashboardRequest",
        entity="fake_bindings.models:Dashboard",
    ),
    "DashboardService": Entry(
        kind="DashboardService",
        attribute="dashboard_services",
        resource="fake_bindings.resources.dashboard_services:DashboardServices",
        async_resource="fake_bindings.resources.dashboard_services:AsyncDashboardServices",
        request="fake_bindings.models:CreateDashboardServiceRequest",
        entity="fake_bindings.models:DashboardService",
    ),
}
