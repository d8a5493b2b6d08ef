# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Dashboards: `/api/v1/dashboards`."""

from __future__ import annotations

from openmetadata_bindings.models.api.data.create_dashboard import CreateDashboardRequest
from openmetadata_bindings.models.entity.data.dashboard import Dashboard
from openmetadata_bindings.specs.dashboards import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncFollowed, AsyncVoted, Followed, Voted


class Dashboards(
    Followed[CreateDashboardRequest, Dashboard],
    Voted[CreateDashboardRequest, Dashboard],
    Resource[CreateDashboardRequest, Dashboard],
):
    """Dashboard: a page or report of a BI tool that arranges charts and key figures for interactive analysis.

    `/api/v1/dashboards` (`api/data/createDashboard.json`)
    """

    spec = SPEC
    request_model = CreateDashboardRequest
    entity_model = Dashboard


class AsyncDashboards(
    AsyncFollowed[CreateDashboardRequest, Dashboard],
    AsyncVoted[CreateDashboardRequest, Dashboard],
    AsyncResource[CreateDashboardRequest, Dashboard],
):
    """Dashboards, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateDashboardRequest
    entity_model = Dashboard
