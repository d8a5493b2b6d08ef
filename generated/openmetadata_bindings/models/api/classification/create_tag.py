# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.base import PresenceModel
from openmetadata_provider.model.scalars import StrictInt
from openmetadata_provider.model.unions import AnyOf

from ...type.basic import ProviderType, Style
from ...type.entity_reference import EntityReference
from ...type.owner_reference import NamedReference
from ...type.recognizer import Recognizer


class CreateTagRequest(PresenceModel):
    """Request that creates, or with PUT updates, a tag inside a classification.

    Source: `api/classification/createTag.json`
    """

    exclusive_properties = (("domain", "domains"),)

    classification: FullyQualifiedEntityName | None = None
    """Fully qualified name of the classification to add the tag to, e.g. `PII`."""

    parent: FullyQualifiedEntityName | None = None
    """Fully qualified name of the tag to nest this one under; leave it out to put the tag directly below its
    classification.
    """

    name: EntityName
    """Name of an entity within its parent: 1 to 256 characters, not containing `::`."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the tag instead of its name."""

    description: StrictStr
    """Markdown text that explains what the tag means and when to apply it."""

    style: Style | None = None
    """Colour, icon and banner that set an entity apart in the UI."""

    associatedTags: list[StrictStr] | None = None
    """Other tags, by fully qualified name, that go together with this one."""

    provider: ProviderType | None = None
    """Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user`
    ones were created by people, `automation` ones by apps and may be deleted.
    """

    mutuallyExclusive: StrictBool | None = False
    """`true` if an asset may carry only one of the child tags of this tag; `false` (default) if it may carry several
    of them.
    """

    domain: FullyQualifiedEntityName | None = None
    """Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given
    beside it.
    """

    domains: list[StrictStr] | None = None
    """Domains to place the tag in, each given by its fully qualified name."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the tag."""

    reviewers: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that approve changes to the tag."""

    recognizers: list[Recognizer] | None = None
    """Rules (patterns, keyword lists and the like) by which the automatic classifier detects data that deserves this
    tag.
    """

    autoClassificationEnabled: StrictBool | None = False
    """Lets the automatic classifier apply this tag when `true`; off by default."""

    autoClassificationPriority: Annotated[StrictInt | None, Field(ge=0, le=100)] = 50
    """Rank from 0 to 100 (default 50) of the tag when it competes with others for the same column; the larger number
    wins.
    """
