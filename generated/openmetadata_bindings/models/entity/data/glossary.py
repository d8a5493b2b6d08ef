# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt

from ...type.basic import ProviderType
from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.status import Status
from ...type.tag_label import TagLabel
from ...type.votes import Votes


class Glossary(Model):
    """Glossary: a vocabulary of business terms arranged in a hierarchy, with owners and reviewers.

    Source: `entity/data/glossary.json`
    """

    id: StrictStr
    """UUID that the server assigned to the glossary; it survives renames."""

    name: EntityName
    """Unique name of the glossary, with which the fully qualified names of its terms begin."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Same value as the name, as glossaries are not nested."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the glossary in place of its name."""

    description: StrictStr
    """Markdown text about the subject and audience of the glossary."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the glossary: 0.1 at creation, raised by 0.1 for compatible and by 1.0 for
    breaking changes.
    """

    updatedAt: StrictInt | None = None
    """When the current version of the glossary was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the glossary."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    href: StrictStr | None = None
    """URL of the glossary in the REST API."""

    reviewers: list[EntityReference] | None = None
    """References to the users or teams that approve new and changed terms of this vocabulary."""

    owners: list[EntityReference] | None = None
    """References to the users or teams that own the glossary."""

    usageCount: StrictInt | None = None
    """How often terms of the glossary are attached to assets and their fields."""

    tags: Annotated[list[TagLabel] | None, Field(validate_default=True)] = []
    """Classification tags and glossary terms attached to the glossary."""

    termCount: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many terms the glossary holds on all levels."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the glossary and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    deleted: StrictBool | None = False
    """`true` once the glossary has been soft-deleted, meaning hidden but restorable."""

    provider: ProviderType | None = None
    """Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user`
    ones were created by people, `automation` ones by apps and may be deleted.
    """

    disabled: StrictBool | None = None
    """`true` if the glossary is switched off; meant for built-in ones, which cannot be removed."""

    mutuallyExclusive: StrictBool | None = False
    """Whether an asset may be labelled with no more than one top-level term of the glossary (`true`) or with any
    number (`false`).
    """

    domains: list[EntityReference] | None = None
    """References to the domains that the glossary is part of."""

    dataProducts: list[EntityReference] | None = None
    """References to the data products that count the glossary among their assets."""

    dataContract: EntityReference | None = None
    """Reference to the data contract that the glossary is bound by, if it has one."""

    votes: Votes | None = None
    """Up- and down-votes that users gave the glossary."""

    extension: Any | None = None
    """Values of the custom properties defined for the glossary type, as an object keyed by property name."""

    entityStatus: Status | None = None
    """Where the glossary stands in the approval workflow, e.g. `Draft`, `In Review` or `Approved`."""
