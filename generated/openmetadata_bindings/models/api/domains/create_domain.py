# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import StrictStr

from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.unions import AnyOf

from ...entity.domains.domain import DomainType
from ...type.basic import Style
from ...type.entity_reference import EntityReference
from ...type.owner_reference import NamedReference
from ...type.tag_label import TagLabel


class CreateDomainRequest(Model):
    """Request that creates, or with PUT updates, a business domain.

    Source: `api/domains/createDomain.json`
    """

    domainType: DomainType
    """Kind of domain in the data-mesh sense: source-aligned, consumer-aligned or aggregate."""

    name: EntityName
    """Name of the domain, e.g. `Marketing`; it has to be unique."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Path of the domain; for a top-level domain just its name."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the domain, e.g. `Marketing and growth`."""

    description: StrictStr
    """Markdown text on the part of the business that the domain covers."""

    style: Style | None = None
    """Colour, icon and banner that set an entity apart in the UI."""

    parent: StrictStr | None = None
    """Fully qualified name of the domain to nest this one under; absent for a top-level domain."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the domain."""

    experts: list[StrictStr] | None = None
    """Names (logins) of the users to ask about the domain."""

    tags: list[TagLabel] | None = None
    """Classification tags and glossary terms to attach to the domain."""

    extension: Any | None = None
    """Values of the custom properties defined for the domain type, as an object keyed by property name."""
