# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import ConfigDict, StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum

from .....type.filter_pattern import FilterPattern


class CustomDashboardType(OpenEnum):
    """Connector identifier of a user-supplied dashboard source.

    Source: `entity/services/connections/dashboard/customDashboardConnection.json#/definitions/customDashboardType`
    """

    CustomDashboard = "CustomDashboard"


class CustomDashboardConnection(Model):
    """How to reach a dashboard tool through a connector class supplied by the user.

    Source: `entity/services/connections/dashboard/customDashboardConnection.json`
    """

    model_config = ConfigDict(extra="allow")

    type: CustomDashboardType
    """Always `CustomDashboard`; identifies the connector."""

    sourcePythonClass: StrictStr | None = None
    """Dotted path of the Python class the ingestion workflow loads as its source, for example
    `my_company.connectors.MyDashboardSource`.
    """

    connectionOptions: dict[str, StrictStr] | None = None
    """Parameters appended to the connection URL, name to string value, for example `{charset: utf8mb4}`."""

    dashboardFilterPattern: FilterPattern | None = None
    """Include and exclude expressions matched against dashboard names; only dashboards that pass are handed to the
    catalogue.
    """

    chartFilterPattern: FilterPattern | None = None
    """Include and exclude expressions matched against chart names."""

    dataModelFilterPattern: FilterPattern | None = None
    """Include and exclude expressions matched against the names of data models."""

    projectFilterPattern: FilterPattern | None = None
    """Include and exclude expressions matched against the names of projects or folders that hold dashboards."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
