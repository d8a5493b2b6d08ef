# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""DashboardServices: `/api/v1/services/dashboardServices`."""

from __future__ import annotations

from openmetadata_bindings.models.api.services.create_dashboard_service import CreateDashboardServiceRequest
from openmetadata_bindings.models.entity.services.dashboard_service import DashboardService
from openmetadata_bindings.specs.dashboard_services import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncFollowed, Followed


class DashboardServices(
    Followed[CreateDashboardServiceRequest, DashboardService], Resource[CreateDashboardServiceRequest, DashboardService]
):
    """A registered dashboard tool, such as one Looker or Tableau instance, from which dashboards, charts and data
    models are ingested.

    `/api/v1/services/dashboardServices` (`api/services/createDashboardService.json`)
    """

    spec = SPEC
    request_model = CreateDashboardServiceRequest
    entity_model = DashboardService


class AsyncDashboardServices(
    AsyncFollowed[CreateDashboardServiceRequest, DashboardService],
    AsyncResource[CreateDashboardServiceRequest, DashboardService],
):
    """DashboardServices, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateDashboardServiceRequest
    entity_model = DashboardService
