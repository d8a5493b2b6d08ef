"""Dashboards, as the generator writes them."""

from __future__ import annotations

from fake_bindings.models import CreateDashboardRequest, Dashboard

from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_spec import EntitySpec, Parent, Reference

SPEC = EntitySpec(
    kind="Dashboard",
    entity_type="dashboard",
    collection="dashboards",
    attribute="dashboards",
    create_schema="",
    entity_schema="",
    properties=(),
    parents=(Parent(property="service", entity="dashboardService"),),
    references=tuple(
        Reference(property=name, entities=("user", "team"), spelling="ref", many=True)
        for name in ("owners", "reviewers")
    ),
)


class Dashboards(Resource[CreateDashboardRequest, Dashboard]):
    """Dashboards."""

    spec = SPEC
    request_model = CreateDashboardRequest
    entity_model = Dashboard


class AsyncDashboards(AsyncResource[CreateDashboardRequest, Dashboard]):
    """Dashboards, awaited."""

    spec = SPEC
    request_model = CreateDashboardRequest
    entity_model = Dashboard
