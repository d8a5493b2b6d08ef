# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt

from ...type.basic import ProviderType
from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference


class Role(Model):
    """Role: a named bundle of policies, given to users or to whole teams.

    Source: `entity/teams/role.json`
    """

    id: StrictStr
    """UUID that the server assigned to the role."""

    name: EntityName
    """Unique name of the role."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Same value as the name, as the role has no parent."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the role in place of its name."""

    description: StrictStr | None = None
    """Markdown text on who gets the role and what it is for."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the role: 0.1 at creation, then 0.1 more with every change."""

    updatedAt: StrictInt | None = None
    """When the current version of the role was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the role."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    href: StrictStr | None = None
    """URL of the role in the REST API."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the role and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    allowDelete: StrictBool | None = None
    """`false` for roles of the system that the server refuses to delete."""

    allowEdit: StrictBool | None = None
    """`false` for roles of the system that the server refuses to change."""

    deleted: StrictBool | None = False
    """`true` while the role is soft-deleted: hidden, but restorable."""

    policies: list[EntityReference] | None = None
    """References to the policies that the role grants, sorted by name."""

    users: list[EntityReference] | None = None
    """References to the users that were given the role directly."""

    teams: list[EntityReference] | None = None
    """References to the teams whose members get the role by default."""

    provider: ProviderType | None = None
    """Who made the role: `system` for those the server brings, `user` otherwise."""

    disabled: StrictBool | None = None
    """`true` if the role is switched off, the way to retire one that cannot be deleted."""

    domains: list[EntityReference] | None = None
    """References to the domains the role was assigned to."""
