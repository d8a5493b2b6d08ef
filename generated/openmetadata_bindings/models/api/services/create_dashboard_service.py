# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictStr

from openmetadata_bindings.models.connectors.dashboard_service import DashboardServiceModel
from openmetadata_bindings.models.connectors.dashboard_service_input import DashboardServiceConnectionInput
from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.unions import AnyOf

from ...entity.services.dashboard_service import DashboardServiceType
from ...type.entity_reference import EntityReference
from ...type.owner_reference import NamedReference
from ...type.tag_label import TagLabel


class CreateDashboardServiceRequest(DashboardServiceModel):
    """Request that creates, or with PUT updates, a dashboard service: one connected BI tool.

    Source: `api/services/createDashboardService.json`
    """

    exclusive_properties = (("domain", "domains"),)

    name: EntityName
    """Unique name of the dashboard service, e.g. `tableau_prod`; it begins the fully qualified name of everything
    below it.
    """

    displayName: StrictStr | None = None
    """Human-readable label shown for the dashboard service instead of its name."""

    description: StrictStr | None = None
    """Markdown text on the BI tool that the service stands for and who uses it."""

    serviceType: DashboardServiceType = Field(default=...)
    """Dashboard products a service can stand for, plus `CustomDashboard` for user-supplied connectors."""

    connection: DashboardServiceConnectionInput | None = None
    """Connection configuration of a dashboard service, wrapped in a `config` property."""

    tags: list[TagLabel] | None = None
    """Classification tags and glossary terms to attach to the dashboard service."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the dashboard service."""

    dataProducts: list[FullyQualifiedEntityName] | None = None
    """Data products that the dashboard service is to be an asset of, each given by its fully qualified name."""

    domain: FullyQualifiedEntityName | None = None
    """Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given
    beside it.
    """

    domains: list[StrictStr] | None = None
    """Domains to place the dashboard service in, each given by its fully qualified name."""

    ingestionRunner: EntityReference | None = None
    """Reference to the runner that carries out the ingestion pipelines of the dashboard service."""
