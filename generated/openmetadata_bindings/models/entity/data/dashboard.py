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


class DashboardType(OpenEnum):
    """Distinguishes an interactive `Dashboard` (default) from a paginated or static `Report`.

    Source: `entity/data/dashboard.json#/definitions/dashboardType`
    """

    Dashboard = "Dashboard"
    Report = "Report"


class Dashboard(Model):
    """Dashboard: a page or report of a BI tool that arranges charts and key figures for interactive analysis.

    Source: `entity/data/dashboard.json`
    """

    id: StrictStr
    """UUID that the server assigned to the dashboard; it survives renames."""

    name: EntityName
    """Identifier of the dashboard within its service, often the key that the BI tool gave it."""

    displayName: StrictStr | None = None
    """Title of the dashboard as it appears in the BI tool."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Service name and dashboard name joined by a dot, e.g. `superset_prod.42`."""

    description: StrictStr | None = None
    """Markdown text about the questions that the dashboard answers and its intended readers."""

    project: StrictStr | None = None
    """Folder that the BI tool keeps the dashboard in, such as a Looker folder or a Power BI workspace."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the dashboard: 0.1 at creation, raised by 0.1 for compatible and by 1.0 for
    breaking changes.
    """

    updatedAt: StrictInt | None = None
    """When the current version of the dashboard was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the dashboard."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    dashboardType: DashboardType | None = None
    """Distinguishes an interactive `Dashboard` (default) from a paginated or static `Report`."""

    sourceUrl: StrictStr | None = None
    """Web address of the dashboard in the BI tool."""

    charts: list[EntityReference] | None = None
    """References to the charts placed on the dashboard."""

    dataModels: list[EntityReference] | None = None
    """References to the data models from which the dashboard and its charts read."""

    href: StrictStr | None = None
    """URL of the dashboard in the REST API."""

    owners: list[EntityReference] | None = None
    """References to the users or teams that own the dashboard."""

    followers: list[EntityReference] | None = None
    """References to the users who are notified of changes to the dashboard."""

    tags: Annotated[list[TagLabel] | None, Field(validate_default=True)] = []
    """Classification tags and glossary terms attached to the dashboard."""

    service: EntityReference
    """Reference to the dashboard service that the dashboard comes from."""

    serviceType: DashboardServiceType | None = None
    """Product behind the dashboard service, e.g. `Tableau` or `PowerBI`."""

    usageSummary: UsageDetails | None = None
    """Most recent usage counts and percentile ranks of the dashboard over the past day, week and month."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the dashboard and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    deleted: StrictBool | None = False
    """`true` once the dashboard has been soft-deleted, meaning hidden but restorable."""

    extension: Any | None = None
    """Values of the custom properties defined for the dashboard type, as an object keyed by property name."""

    domains: list[EntityReference] | None = None
    """References to the domains that the dashboard is part of, taken from its service if none are set on it."""

    dataProducts: list[EntityReference] | None = None
    """References to the data products that count the dashboard among their assets."""

    dataContract: EntityReference | None = None
    """Reference to the data contract that the dashboard is bound by, if it has one."""

    votes: Votes | None = None
    """Up- and down-votes that users gave the dashboard."""

    lifeCycle: LifeCycle | None = None
    """When and by whom the dashboard was created, last changed and last accessed at the source."""

    certification: AssetCertification | None = None
    """A certification held by a data asset: the certifying tag with the period for which it is valid."""

    sourceHash: Annotated[StrictStr | None, Field(max_length=32, min_length=1)] = None
    """Digest of the metadata read from the source; ingestion compares it with the previous run and skips dashboards
    that did not change.
    """

    entityStatus: Status | None = None
    """Where the dashboard stands in the approval workflow, e.g. `Draft`, `In Review` or `Approved`."""
