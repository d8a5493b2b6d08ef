# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt

from ...type.asset_certification import AssetCertification
from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.life_cycle import LifeCycle
from ...type.status import Status
from ...type.tag_label import TagLabel
from ...type.usage_details import UsageDetails
from ...type.votes import Votes
from ..services.dashboard_service import DashboardServiceType


class ChartType(OpenEnum):
    """Form in which a chart draws its data, e.g. `Line`, `Bar` or `Pie`; `Other` for anything not listed.

    Source: `entity/data/chart.json#/definitions/chartType`
    """

    Line = "Line"
    Table = "Table"
    Bar = "Bar"
    Area = "Area"
    Pie = "Pie"
    Histogram = "Histogram"
    Scatter = "Scatter"
    Text = "Text"
    BoxPlot = "BoxPlot"
    SanKey = "SanKey"
    Gauge = "Gauge"
    Map = "Map"
    Graph = "Graph"
    Heatmap = "Heatmap"
    Timeline = "Timeline"
    Other = "Other"


class Chart(Model):
    """Chart: a single visualisation in a BI tool, shown on one or more dashboards.

    Source: `entity/data/chart.json`
    """

    id: StrictStr
    """UUID that the server assigned to the chart; it survives renames."""

    name: EntityName
    """Identifier of the chart within its service, often the key that the BI tool assigned."""

    displayName: StrictStr | None = None
    """Title of the chart as it appears in the BI tool."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Service name and chart name joined by a dot, e.g. `superset_prod.127`."""

    description: StrictStr | None = None
    """Markdown text about what the chart shows and how to read it."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the chart: 0.1 at creation, raised by 0.1 for compatible and by 1.0 for
    breaking changes.
    """

    updatedAt: StrictInt | None = None
    """When the current version of the chart was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the chart."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    chartType: ChartType | None = None
    """Form in which a chart draws its data, e.g. `Line`, `Bar` or `Pie`; `Other` for anything not listed."""

    sourceUrl: StrictStr | None = None
    """Web address of the chart in the BI tool."""

    href: StrictStr | None = None
    """URL of the chart in the REST API."""

    owners: list[EntityReference] | None = None
    """References to the users or teams that own the chart."""

    followers: list[EntityReference] | None = None
    """References to the users who are notified of changes to the chart."""

    tags: Annotated[list[TagLabel] | None, Field(validate_default=True)] = []
    """Classification tags and glossary terms attached to the chart."""

    service: EntityReference
    """Reference to the dashboard service that the chart comes from."""

    serviceType: DashboardServiceType | None = None
    """Product behind the dashboard service of the chart, e.g. `Looker` or `Superset`."""

    usageSummary: UsageDetails | None = None
    """Most recent usage counts and percentile ranks of the chart over the past day, week and month."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the chart and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    deleted: StrictBool | None = False
    """`true` once the chart has been soft-deleted, meaning hidden but restorable."""

    domains: list[EntityReference] | None = None
    """References to the domains that the chart is part of, taken from its service if none are set on it."""

    dataProducts: list[EntityReference] | None = None
    """References to the data products that count the chart among their assets."""

    dataContract: EntityReference | None = None
    """Reference to the data contract that the chart is bound by, if it has one."""

    votes: Votes | None = None
    """Up- and down-votes that users gave the chart."""

    lifeCycle: LifeCycle | None = None
    """When and by whom the chart was created, last changed and last accessed at the source."""

    certification: AssetCertification | None = None
    """A certification held by a data asset: the certifying tag with the period for which it is valid."""

    sourceHash: Annotated[StrictStr | None, Field(max_length=32, min_length=1)] = None
    """Digest of the metadata read from the source; ingestion compares it with the previous run and skips charts that
    did not change.
    """

    extension: Any | None = None
    """Values of the custom properties defined for the chart type, as an object keyed by property name."""

    dashboards: list[EntityReference] | None = None
    """References to the dashboards on which the chart is placed."""

    entityStatus: Status | None = None
    """Where the chart stands in the approval workflow, e.g. `Draft`, `In Review` or `Approved`."""
