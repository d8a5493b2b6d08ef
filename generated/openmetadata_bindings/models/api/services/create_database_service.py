# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictStr

from openmetadata_bindings.models.connectors.database_service import DatabaseServiceModel
from openmetadata_bindings.models.connectors.database_service_input import DatabaseServiceConnectionInput
from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.unions import AnyOf

from ...entity.services.database_service import DatabaseServiceType
from ...type.entity_reference import EntityReference
from ...type.owner_reference import NamedReference
from ...type.tag_label import TagLabel


class CreateDatabaseServiceRequest(DatabaseServiceModel):
    """Request that creates, or with PUT updates, a database service: one connected database server or warehouse
    account.

    Source: `api/services/createDatabaseService.json`
    """

    exclusive_properties = (("domain", "domains"),)

    name: EntityName
    """Unique name of the database service, e.g. `snowflake_prod`; it begins the fully qualified name of everything
    below it.
    """

    displayName: StrictStr | None = None
    """Human-readable label shown for the database service instead of its name."""

    description: StrictStr | None = None
    """Markdown text on the database system that the service stands for and what it contains."""

    tags: list[TagLabel] | None = None
    """Classification tags and glossary terms to attach to the database service."""

    serviceType: DatabaseServiceType = Field(default=...)
    """Database products a service can stand for, plus `CustomDatabase` for user-supplied connectors."""

    connection: DatabaseServiceConnectionInput | None = None
    """Connection configuration of a database service, wrapped in a `config` property."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the database service."""

    dataProducts: list[FullyQualifiedEntityName] | None = None
    """Data products that the database service is to be an asset of, each given by its fully qualified name."""

    domain: FullyQualifiedEntityName | None = None
    """Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given
    beside it.
    """

    domains: list[StrictStr] | None = None
    """Domains to place the database service in, each given by its fully qualified name."""

    ingestionRunner: EntityReference | None = None
    """Reference to the runner that carries out the ingestion pipelines of the database service."""
