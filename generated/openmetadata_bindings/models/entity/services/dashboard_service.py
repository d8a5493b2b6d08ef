# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictStr

from openmetadata_bindings.models.connectors.dashboard_service import DashboardServiceConfig, DashboardServiceModel
from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt

from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.status import Status
from ...type.tag_label import TagLabel
from .connections.test_connection_result import TestConnectionResult


class DashboardConnection(Model):
    """Connection configuration of a dashboard service, wrapped in a `config` property.

    Source: `entity/services/dashboardService.json#/definitions/dashboardConnection`
    """

    config: DashboardServiceConfig | None = None


class DashboardServiceType(OpenEnum):
    """Dashboard products a service can stand for, plus `CustomDashboard` for user-supplied connectors.

    Source: `entity/services/dashboardService.json#/definitions/dashboardServiceType`
    """

    Superset = "Superset"
    Looker = "Looker"
    Tableau = "Tableau"
    Redash = "Redash"
    Metabase = "Metabase"
    PowerBI = "PowerBI"
    PowerBIReportServer = "PowerBIReportServer"
    Mode = "Mode"
    CustomDashboard = "CustomDashboard"
    DomoDashboard = "DomoDashboard"
    QuickSight = "QuickSight"
    QlikSense = "QlikSense"
    Lightdash = "Lightdash"
    MicroStrategy = "MicroStrategy"
    QlikCloud = "QlikCloud"
    Sigma = "Sigma"
    ThoughtSpot = "ThoughtSpot"
    Grafana = "Grafana"
    Hex = "Hex"
    Ssrs = "Ssrs"


class DashboardService(DashboardServiceModel):
    """A registered dashboard tool, such as one Looker or Tableau instance, from which dashboards, charts and data
    models are ingested.

    Source: `entity/services/dashboardService.json`
    """

    id: StrictStr
    """UUID assigned to the dashboard service on creation."""

    name: EntityName
    """Unique name of the dashboard service, for example `looker_prod`."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Equal to `name`, since a service is the top of its hierarchy; quoted if the name contains a dot."""

    displayName: StrictStr | None = None
    """Label shown for the dashboard service in user interfaces, for example `Looker (production)`."""

    serviceType: DashboardServiceType
    """Product behind the service, for example `Looker`; decides which connection configuration applies."""

    description: StrictStr | None = None
    """Markdown text telling users what the dashboard tool is used for."""

    connection: DashboardConnection | None = None
    """Connection configuration of a dashboard service, wrapped in a `config` property."""

    pipelines: list[EntityReference] | None = None
    """Ingestion pipelines that read this dashboard service."""

    testConnectionResult: TestConnectionResult | None = None
    """Outcome of the most recent connection test of the dashboard service."""

    tags: Annotated[list[TagLabel] | None, Field(validate_default=True)] = []
    """Classification tags and glossary terms put on the dashboard service."""

    owners: list[EntityReference] | None = None
    """Users or teams responsible for the dashboard service."""

    version: EntityVersion | None = 0.1
    """Version of the dashboard service's metadata, starting at 0.1."""

    updatedAt: StrictInt | None = None
    """Milliseconds since the Unix epoch at which the dashboard service was last changed."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that last changed the dashboard service."""

    impersonatedBy: StrictStr | None = None
    """Bot that made the last change to the dashboard service in the name of `updatedBy`."""

    href: StrictStr | None = None
    """Absolute API URL of the dashboard service."""

    changeDescription: ChangeDescription | None = None
    """What differs between this version of the dashboard service and the one before."""

    incrementalChangeDescription: ChangeDescription | None = None
    """What the last single update changed in the dashboard service."""

    deleted: StrictBool | None = False
    """True after a soft delete: the dashboard service is hidden but can be restored."""

    entityStatus: Status | None = None
    """Review state of the dashboard service, for example `In Review` or `Approved`."""

    dataProducts: list[EntityReference] | None = None
    """Data products that list the dashboard service among their assets."""

    dataContract: EntityReference | None = None
    """Data contract the dashboard service is bound by, if any."""

    domains: list[EntityReference] | None = None
    """Domains that the dashboard service is assigned to; its dashboards inherit them."""

    followers: list[EntityReference] | None = None
    """Users who follow the dashboard service and hear of its changes."""

    ingestionRunner: EntityReference | None = None
    """Agent that runs the dashboard service's ingestion pipelines, for instance one inside a private network."""
