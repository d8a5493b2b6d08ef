# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt

from ..type.basic import ProviderType
from ..type.entity_history import ChangeDescription
from ..type.entity_reference import EntityReference


class Bot(Model):
    """Bot: a program that works on the catalogue under a user of its own.

    Source: `entity/bot.json`
    """

    id: StrictStr
    """UUID that the server assigned to the bot."""

    name: EntityName
    """Unique name of the bot."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Same value as the name, as the bot has no parent."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the bot in place of its name."""

    description: StrictStr | None = None
    """Markdown text on what the bot does and who looks after it."""

    botUser: EntityReference
    """Reference to the user that the bot acts as."""

    provider: ProviderType | None = None
    """Who made the bot: `system` for those the server brings, `user` otherwise."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the bot: 0.1 at creation, then 0.1 more with every change."""

    updatedAt: StrictInt | None = None
    """When the current version of the bot was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the bot."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    href: StrictStr | None = None
    """URL of the bot in the REST API."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the bot and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    deleted: StrictBool | None = False
    """`true` while the bot is soft-deleted: hidden, but restorable."""

    domains: list[EntityReference] | None = None
    """References to the domains the bot was assigned to."""
