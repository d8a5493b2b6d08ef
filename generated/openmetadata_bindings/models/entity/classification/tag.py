# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt

from ...type.basic import ProviderType, Style
from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.recognizer import Recognizer
from ...type.status import Status


class Tag(Model):
    """Tag: a label of a classification that is attached to assets and to their fields, e.g. to a table column.

    Source: `entity/classification/tag.json`
    """

    id: StrictStr
    """UUID that the server assigned to the tag; it survives renames."""

    name: EntityName
    """Name of the tag, unique under its parent, e.g. `Sensitive`."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the tag in place of its name."""

    fullyQualifiedName: StrictStr | None = None
    """Path from the classification down to the tag with dots between the names, e.g. `PII.Sensitive`."""

    description: StrictStr
    """Markdown text on the meaning of the tag and when to apply it."""

    style: Style | None = None
    """Colour, icon and banner that set an entity apart in the UI."""

    classification: EntityReference | None = None
    """Entity reference to the classification at the root of the path of the tag."""

    parent: EntityReference | None = None
    """Reference to the tag above this one; missing if the tag sits directly below its classification."""

    children: list[EntityReference] | None = None
    """References to the tags nested directly below this one."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the tag: 0.1 at creation, raised by 0.1 for compatible and by 1.0 for breaking
    changes.
    """

    updatedAt: StrictInt | None = None
    """When the current version of the tag was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the tag."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    href: StrictStr | None = None
    """URL of the tag in the REST API."""

    usageCount: StrictInt | None = None
    """How often the tag or one nested below it is attached to assets and their fields."""

    deprecated: StrictBool | None = False
    """`true` if the tag is outdated and should not be used on further assets."""

    deleted: StrictBool | None = False
    """`true` once the tag has been soft-deleted, meaning hidden but restorable."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the tag and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    provider: ProviderType | None = None
    """Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user`
    ones were created by people, `automation` ones by apps and may be deleted.
    """

    disabled: StrictBool | None = False
    """`true` if the tag is switched off and no longer offered; meant for built-in tags, which cannot be removed."""

    mutuallyExclusive: StrictBool | None = False
    """Whether an asset may carry no more than one child of this tag (`true`) or any number of them (`false`)."""

    domains: list[EntityReference] | None = None
    """References to the domains that the tag is part of, taken from the classification if none are set on it."""

    dataProducts: list[EntityReference] | None = None
    """References to the data products that count the tag among their assets."""

    dataContract: EntityReference | None = None
    """Reference to the data contract that the tag is bound by, if it has one."""

    owners: list[EntityReference] | None = None
    """References to the users or teams that own the tag."""

    reviewers: list[EntityReference] | None = None
    """References to the users or teams that approve changes to the tag."""

    entityStatus: Status | None = None
    """Where the tag stands in the approval workflow, e.g. `Draft`, `In Review` or `Approved`."""

    recognizers: list[Recognizer] | None = None
    """Rules by which the automatic classifier detects data that deserves the tag."""

    autoClassificationEnabled: StrictBool | None = False
    """`true` if the automatic classifier may apply the tag."""

    autoClassificationPriority: Annotated[StrictInt | None, Field(ge=0, le=100)] = 50
    """Rank from 0 to 100 with which the tag competes for a column against others that fit; the larger number wins."""
