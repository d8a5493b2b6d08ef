# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictFloat, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt

from ...type.basic import ProviderType
from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.status import Status


class ClassificationAutoClassificationConfigConflictResolution(OpenEnum):
    """How to pick one tag when several fit the same column: the best score (`highest_confidence`), the tag with the
    largest priority (`highest_priority`) or the deepest tag (`most_specific`).

    Source: `entity/classification/classification.json#/ClassificationAutoClassificationConfig/conflictResolution`
    """

    highest_confidence = "highest_confidence"
    highest_priority = "highest_priority"
    most_specific = "most_specific"


class ClassificationAutoClassificationConfig(Model):
    """Settings that govern how tags of the classification are applied to columns by the automatic classifier.

    Source: `entity/classification/classification.json#/Classification/autoClassificationConfig`
    """

    enabled: StrictBool | None = False
    """Switches the automatic classifier on (`true`) or off (`false`, the default) for every tag of the classification."""

    conflictResolution: ClassificationAutoClassificationConfigConflictResolution | None = (
        ClassificationAutoClassificationConfigConflictResolution.highest_confidence
    )
    """How to pick one tag when several fit the same column: the best score (`highest_confidence`), the tag with the
    largest priority (`highest_priority`) or the deepest tag (`most_specific`).
    """

    minimumConfidence: Annotated[StrictFloat | None, Field(ge=0.0, le=1.0)] = 0.6
    """Score from 0 to 1 below which a suggested tag is dropped; 0.6 unless set."""

    requireExplicitMatch: StrictBool | None = True
    """When `true`, a tag is put on a column only if one of its recognizers fires; nothing is tagged by default."""


class Classification(Model):
    """Classification: a named family of tags with which assets are classified or categorised, e.g. `PII` or `Tier`.

    Source: `entity/classification/classification.json`
    """

    id: StrictStr
    """UUID that the server assigned to the classification; it survives renames."""

    name: EntityName
    """Name of an entity within its parent: 1 to 256 characters, not containing `::`."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Same value as the name, since a classification has no parent."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the classification, e.g. `Personal data`."""

    description: StrictStr
    """Markdown text on what the classification covers and when its tags apply."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the classification: 0.1 at creation, raised by 0.1 for compatible and by 1.0
    for breaking changes.
    """

    termCount: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many tags the classification holds, nested ones included."""

    updatedAt: StrictInt | None = None
    """When the current version of the classification was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the classification."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    href: StrictStr | None = None
    """URL of the classification in the REST API."""

    usageCount: StrictInt | None = None
    """How often tags of the classification are attached to assets and their fields."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the classification and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    deleted: StrictBool | None = False
    """`true` once the classification has been soft-deleted, meaning hidden but restorable."""

    provider: ProviderType | None = None
    """Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user`
    ones were created by people, `automation` ones by apps and may be deleted.
    """

    disabled: StrictBool | None = False
    """`true` if the classification is switched off and its tags are no longer offered; meant for built-in ones, which
    cannot be removed.
    """

    mutuallyExclusive: StrictBool | None = False
    """Whether an asset may carry no more than one tag of the classification (`true`), e.g. one tier, or any number of
    them (`false`).
    """

    domains: list[EntityReference] | None = None
    """References to the domains that the classification is part of."""

    owners: list[EntityReference] | None = None
    """References to the users or teams that own the classification."""

    reviewers: list[EntityReference] | None = None
    """References to the users or teams that approve changes to the classification and its tags."""

    entityStatus: Status | None = None
    """Where the classification stands in the approval workflow, e.g. `Draft`, `In Review` or `Approved`."""

    autoClassificationConfig: ClassificationAutoClassificationConfig | None = None
    """Settings that govern how tags of the classification are applied to columns by the automatic classifier."""
