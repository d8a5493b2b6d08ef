# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr

from .....type.filter_pattern import FilterPattern


class DomoDashboardType(OpenEnum):
    """Connector identifier of Domo dashboards.

    Source: `entity/services/connections/dashboard/domoDashboardConnection.json#/definitions/domoDashboardType`
    """

    DomoDashboard = "DomoDashboard"


class DomoDashboardConnection(Model):
    """How to reach a Domo instance to read its dashboards and cards.

    Source: `entity/services/connections/dashboard/domoDashboardConnection.json`
    """

    type: DomoDashboardType | None = DomoDashboardType.DomoDashboard
    """Always `DomoDashboard`; picks the Domo connector."""

    clientId: StrictStr
    """Client identifier of the API client registered at developer.domo.com."""

    secretToken: SecretStr
    """Client secret that belongs to `clientId`, exchanged for an OAuth token on the public Domo API."""

    accessToken: StrictStr | None = None
    """Access token issued in Domo's admin settings, used for the instance's own private API."""

    apiHost: StrictStr | None = "api.domo.com"
    """Host name of the public Domo API, without scheme."""

    instanceDomain: StrictStr
    """Base URL of the customer's Domo site, for example `https://acme.domo.com`."""

    dashboardFilterPattern: FilterPattern | None = None
    """Regular expressions that pick the Domo pages to ingest as dashboards."""

    chartFilterPattern: FilterPattern | None = None
    """Regular expressions that pick the Domo cards to ingest as charts."""

    dataModelFilterPattern: FilterPattern | None = None
    """Regular expressions that pick the Domo data models to ingest."""

    projectFilterPattern: FilterPattern | None = None
    """Regular expressions that pick the Domo projects whose content is read."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
