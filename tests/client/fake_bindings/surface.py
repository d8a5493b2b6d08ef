"""The collections of a client, for editors and type checkers."""

from __future__ import annotations

from fake_bindings.resources.dashboard_services import AsyncDashboardServices, DashboardServices
from fake_bindings.resources.dashboards import AsyncDashboards, Dashboards


class Surface:
    """Collections of `OpenMetadata`."""

    dashboard_services: DashboardServices
    dashboards: Dashboards


class AsyncSurface:
    """Collections of `AsyncOpenMetadata`."""

    dashboard_services: AsyncDashboardServices
    dashboards: AsyncDashboards
