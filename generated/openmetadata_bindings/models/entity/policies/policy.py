# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt

from ...type.basic import ProviderType
from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from .access_control.rule import Rule


class Policy(Model):
    """Policy: a list of rules about who may do what, put in force through roles and teams.

    Source: `entity/policies/policy.json`
    """

    id: StrictStr
    """UUID that the server assigned to the policy."""

    name: EntityName
    """Unique name of the policy."""

    fullyQualifiedName: EntityName | None = None
    """Same value as the name, as the policy has no parent."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the policy in place of its name."""

    description: StrictStr | None = None
    """Markdown text on what the policy protects or permits."""

    owners: list[EntityReference] | None = None
    """References to the users or teams that own the policy."""

    enabled: StrictBool | None = True
    """`false` if the policy is kept without being applied."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the policy: 0.1 at creation, then 0.1 more with every change."""

    updatedAt: StrictInt | None = None
    """When the current version of the policy was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the policy."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    href: StrictStr | None = None
    """URL of the policy in the REST API."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the policy and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    rules: list[Rule]
    """The rules of the policy, sorted by name and without redundant operations."""

    teams: list[EntityReference] | None = None
    """References to the teams that the policy is attached to without a role in between."""

    roles: list[EntityReference] | None = None
    """References to the roles that grant the policy."""

    location: EntityReference | None = None
    """Reference to the location that the policy is limited to."""

    allowDelete: StrictBool | None = None
    """`false` for policies of the system that the server refuses to delete."""

    allowEdit: StrictBool | None = None
    """`false` for policies of the system that the server refuses to change."""

    deleted: StrictBool | None = False
    """`true` while the policy is soft-deleted: hidden, but restorable."""

    provider: ProviderType | None = None
    """Who made the policy: `system` for those the server brings, `user` otherwise."""

    disabled: StrictBool | None = None
    """`true` if the policy is switched off, the way to retire one that cannot be deleted."""

    domains: list[EntityReference] | None = None
    """References to the domains the policy was assigned to."""
