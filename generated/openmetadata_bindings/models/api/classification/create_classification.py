# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictFloat, StrictStr

from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.base import Model, PresenceModel
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.unions import AnyOf

from ...type.basic import ProviderType
from ...type.entity_reference import EntityReference
from ...type.owner_reference import NamedReference


class CreateClassificationRequestAutoClassificationConfigConflictResolution(OpenEnum):
    """How to pick one tag when several fit the same column: the best score (`highest_confidence`), the tag with the
    largest priority (`highest_priority`) or the deepest tag (`most_specific`).

    Source:
    `api/classification/createClassification.json#/CreateClassificationRequestAutoClassificationConfig/conflictResolution`
    """

    highest_confidence = "highest_confidence"
    highest_priority = "highest_priority"
    most_specific = "most_specific"


class CreateClassificationRequestAutoClassificationConfig(Model):
    """Settings that govern how tags of the classification are applied to columns by the automatic classifier.

    Source: `api/classification/createClassification.json#/CreateClassificationRequest/autoClassificationConfig`
    """

    enabled: StrictBool | None = False
    """Switches the automatic classifier on (`true`) or off (`false`, the default) for every tag of the classification."""

    conflictResolution: CreateClassificationRequestAutoClassificationConfigConflictResolution | None = (
        CreateClassificationRequestAutoClassificationConfigConflictResolution.highest_confidence
    )
    """How to pick one tag when several fit the same column: the best score (`highest_confidence`), the tag with the
    largest priority (`highest_priority`) or the deepest tag (`most_specific`).
    """

    minimumConfidence: Annotated[StrictFloat | None, Field(ge=0.0, le=1.0)] = 0.6
    """Score from 0 to 1 below which a suggested tag is dropped; 0.6 unless set."""

    requireExplicitMatch: StrictBool | None = True
    """When `true`, a tag is put on a column only if one of its recognizers fires; nothing is tagged by default."""


class CreateClassificationRequest(PresenceModel):
    """Request that creates, or with PUT updates, a classification, the container of a family of tags.

    Source: `api/classification/createClassification.json`
    """

    exclusive_properties = (("domain", "domains"),)

    name: EntityName
    """Name of an entity within its parent: 1 to 256 characters, not containing `::`."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the classification instead of its name, e.g. `Personal data`."""

    description: StrictStr
    """Markdown text telling users what the classification covers and when to use its tags."""

    provider: ProviderType | None = None
    """Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user`
    ones were created by people, `automation` ones by apps and may be deleted.
    """

    mutuallyExclusive: StrictBool | None = False
    """`true` if an asset may carry at most one tag of this classification, e.g. either `Tier.Tier1` or `Tier.Tier2`;
    `false` (default) if several may be combined.
    """

    domain: FullyQualifiedEntityName | None = None
    """Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given
    beside it.
    """

    domains: list[StrictStr] | None = None
    """Domains to place the classification in, each given by its fully qualified name."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the classification."""

    reviewers: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that approve changes to the tags of this classification."""

    autoClassificationConfig: CreateClassificationRequestAutoClassificationConfig | None = None
    """Settings that govern how tags of the classification are applied to columns by the automatic classifier."""
