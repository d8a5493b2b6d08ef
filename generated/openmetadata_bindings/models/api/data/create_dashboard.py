# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictStr

from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.base import PresenceModel
from openmetadata_provider.model.unions import AnyOf

from ...entity.data.dashboard import DashboardType
from ...type.entity_reference import EntityReference
from ...type.life_cycle import LifeCycle
from ...type.owner_reference import NamedReference
from ...type.tag_label import TagLabel


class CreateDashboardRequest(PresenceModel):
    """Request that creates, or with PUT updates, a dashboard.

    Source: `api/data/createDashboard.json`
    """

    exclusive_properties = (("domain", "domains"),)

    name: EntityName
    """Identifier of the dashboard inside its service, often the key that the BI tool assigned."""

    displayName: StrictStr | None = None
    """Title of the dashboard as users see it in the BI tool, e.g. `Weekly sales`."""

    description: StrictStr | None = None
    """Markdown text on what the dashboard answers and how to use it."""

    dashboardType: DashboardType | None = None
    """Distinguishes an interactive `Dashboard` (default) from a paginated or static `Report`."""

    sourceUrl: StrictStr | None = None
    """Address at which the dashboard opens in the BI tool."""

    project: StrictStr | None = None
    """Folder of the BI tool that the dashboard lives in: a project, workspace or collection, depending on the tool."""

    charts: list[FullyQualifiedEntityName] | None = None
    """Fully qualified names of the charts shown on the dashboard."""

    dataModels: list[FullyQualifiedEntityName] | None = None
    """Fully qualified names of the dashboard data models (explores, datasets, semantic models) the dashboard draws on."""

    tags: list[TagLabel] | None = None
    """Classification tags and glossary terms to attach to the dashboard."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the dashboard."""

    service: FullyQualifiedEntityName
    """Fully qualified name of the dashboard service that holds the dashboard, e.g. `superset_prod`."""

    extension: Any | None = None
    """Values of the custom properties defined for the dashboard type, as an object keyed by property name."""

    domain: FullyQualifiedEntityName | None = None
    """Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given
    beside it.
    """

    domains: list[FullyQualifiedEntityName] | None = None
    """Domains to place the dashboard in, each given by its fully qualified name."""

    dataProducts: list[FullyQualifiedEntityName] | None = None
    """Data products that the dashboard is to be an asset of, each given by its fully qualified name."""

    lifeCycle: LifeCycle | None = None
    """When and by whom the dashboard was created, last changed and last accessed."""

    sourceHash: Annotated[StrictStr | None, Field(max_length=32, min_length=1)] = None
    """Digest of the metadata read from the source; ingestion compares it with the previous run and skips dashboards
    that did not change.
    """
