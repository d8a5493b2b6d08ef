"""DashboardServices, as the generator writes them."""

from __future__ import annotations

from fake_bindings.models import CreateDashboardServiceRequest, DashboardService

from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_spec import EntitySpec

SPEC = EntitySpec(
    kind="DashboardService",
    entity_type="dashboardService",
    collection="services/dashboardServices",
    attribute="dashboard_services",
    create_schema="",
    entity_schema="",
    properties=(),
)


class DashboardServices(Resource[CreateDashboardServiceRequest, DashboardService]):
    """DashboardServices."""

    spec = SPEC
    request_model = CreateDashboardServiceRequest
    entity_model = DashboardService


class AsyncDashboardServices(AsyncResource[CreateDashboardServiceRequest, DashboardService]):
    """DashboardServices, awaited."""

    spec = SPEC
    request_model = CreateDashboardServiceRequest
    entity_model = DashboardService
