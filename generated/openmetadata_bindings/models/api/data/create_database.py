# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.base import PresenceModel
from openmetadata_provider.model.unions import AnyOf

from ...type.entity_reference import EntityReference
from ...type.life_cycle import LifeCycle
from ...type.owner_reference import NamedReference
from ...type.tag_label import TagLabel


class CreateDatabaseRequest(PresenceModel):
    """Request that creates, or with PUT updates, a database (catalog) of a database service.

    Source: `api/data/createDatabase.json`
    """

    exclusive_properties = (("domain", "domains"),)

    name: EntityName
    """Name of the database in its service, e.g. `sales`; it has to be unique there."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the database instead of its name."""

    description: StrictStr | None = None
    """Markdown text on the data kept in the database, its origin and its intended use."""

    tags: list[TagLabel] | None = None
    """Classification tags and glossary terms to attach to the database."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the database."""

    service: FullyQualifiedEntityName
    """Fully qualified name of the database service that holds the database, e.g. `postgres_prod`."""

    dataProducts: list[FullyQualifiedEntityName] | None = None
    """Data products that the database is to be an asset of, each given by its fully qualified name."""

    default: StrictBool | None = False
    """`true` for the placeholder database of an engine without a catalog level (MySQL, for one), where schemas hang
    directly off the service.
    """

    retentionPeriod: StrictStr | None = None
    """How long data is kept in the database, as an ISO 8601 duration: `P90D` is ninety days."""

    extension: Any | None = None
    """Values of the custom properties defined for the database type, as an object keyed by property name."""

    sourceUrl: StrictStr | None = None
    """Address at which the database opens in the console of its source system."""

    domain: FullyQualifiedEntityName | None = None
    """Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given
    beside it.
    """

    domains: list[StrictStr] | None = None
    """Domains to place the database in, each given by its fully qualified name."""

    lifeCycle: LifeCycle | None = None
    """When and by whom the database was created, last changed and last accessed."""

    sourceHash: Annotated[StrictStr | None, Field(max_length=32, min_length=1)] = None
    """Digest of the metadata read from the source; ingestion compares it with the previous run and skips databases
    that did not change.
    """
