# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.base import PresenceModel
from openmetadata_provider.model.unions import AnyOf

from ...type.basic import ProviderType
from ...type.entity_reference import EntityReference
from ...type.owner_reference import NamedReference
from ...type.tag_label import TagLabel


class CreateGlossaryRequest(PresenceModel):
    """Request that creates, or with PUT updates, a business glossary.

    Source: `api/data/createGlossary.json`
    """

    exclusive_properties = (("domain", "domains"),)

    name: EntityName
    """Unique name of the glossary, e.g. `Finance`; it begins the fully qualified name of each of its terms."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the glossary instead of its name."""

    description: StrictStr
    """Markdown text on the subject and audience of the glossary."""

    reviewers: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that approve new and changed terms of the glossary."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the glossary."""

    tags: list[TagLabel] | None = None
    """Classification tags to attach to the glossary."""

    provider: ProviderType | None = None
    """Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user`
    ones were created by people, `automation` ones by apps and may be deleted.
    """

    mutuallyExclusive: StrictBool | None = False
    """`true` if an asset may be labelled with only one of the top-level terms of the glossary; `false` (default) if
    with several.
    """

    domain: FullyQualifiedEntityName | None = None
    """Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given
    beside it.
    """

    domains: list[StrictStr] | None = None
    """Domains to place the glossary in, each given by its fully qualified name."""

    extension: Any | None = None
    """Values of the custom properties defined for the glossary type, as an object keyed by property name."""
