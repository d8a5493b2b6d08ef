# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import Email, EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt

from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.profile import Profile


class TeamType(OpenEnum):
    """Levels of the team hierarchy, highest first: `Organization`, `BusinessUnit`, `Division`, `Department`, `Group`.
    Each level may hold the levels below it as well as users; a `Group` holds users only.

    Source: `entity/teams/team.json#/definitions/teamType`
    """

    Group = "Group"
    Department = "Department"
    Division = "Division"
    BusinessUnit = "BusinessUnit"
    Organization = "Organization"


class Team(Model):
    """A team: a named set of people, other teams, or both, that can own data assets and sits in a hierarchy running
    from the organization down to departments and groups.

    Source: `entity/teams/team.json`
    """

    id: StrictStr
    """A UUID in its canonical 36-character form, for example `5f1c7d4e-6d0b-4d3a-9c55-0a6f7b1f2e90`."""

    teamType: TeamType | None = None
    """Level the team occupies in the hierarchy, such as `Department` or `Group`; it decides which teams or users may
    sit beneath it.
    """

    name: EntityName
    """Identifier of the team, unique across the catalogue; often the group ID taken from LDAP or another identity
    provider.
    """

    email: Email | None = None
    """Shared mailbox or distribution list through which the team is contacted."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Always equal to `name`, because team names are unique without a parent prefix."""

    displayName: StrictStr | None = None
    """Label shown in the UI instead of `name`, for example `Data Science`."""

    externalId: StrictStr | None = None
    """ID of the matching group in the identity provider the team is synchronised from, such as an Azure AD group
    object ID.
    """

    description: StrictStr | None = None
    """Markdown text on what the team does and what it is responsible for."""

    version: EntityVersion | None = 0.1
    """Version number of the team record, raised on every metadata change, for example `0.3`."""

    updatedAt: StrictInt | None = None
    """When this version of the team was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot whose request produced this version of the team."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that submitted the change while acting as the user in `updatedBy`; absent for direct edits."""

    href: StrictStr | None = None
    """REST URL at which this team can be fetched."""

    profile: Profile | None = None
    """Images and chat or webhook subscriptions that belong to the team."""

    parents: list[EntityReference] | None = None
    """Teams one level up. An `Organization` has none, a `BusinessUnit` exactly one (a `BusinessUnit` or the
    `Organization`), while a `Division` or `Department` may have several.
    """

    children: list[EntityReference] | None = None
    """Teams directly below this one; a child must be of an equal or lower level, so a `Department` accepts only
    further departments beneath it.
    """

    users: list[EntityReference] | None = None
    """References to the users who are direct members of the team."""

    childrenCount: StrictInt | None = None
    """How many teams sit below this team."""

    userCount: StrictInt | None = None
    """How many users are members of the team."""

    owns: list[EntityReference] | None = None
    """References to the data assets for which the team is an owner."""

    owners: list[EntityReference] | None = None
    """Users or teams accountable for maintaining this team record."""

    isJoinable: StrictBool | None = True
    """If `true` (the default), anyone signing up may pick this team without approval; if `false`, members have to be
    added.
    """

    changeDescription: ChangeDescription | None = None
    """Field-level difference between this version of the team and the one before it, merged over the whole editing
    session.
    """

    incrementalChangeDescription: ChangeDescription | None = None
    """Field-level difference introduced by the most recent update of the team alone."""

    deleted: StrictBool | None = False
    """`true` once the team has been soft deleted; such a team is hidden from listings but can be restored."""

    defaultRoles: list[EntityReference] | None = None
    """Roles granted automatically to every member of the team."""

    inheritedRoles: list[EntityReference] | None = None
    """Roles the team receives from the default roles of teams above it in the hierarchy."""

    defaultPersona: EntityReference | None = None
    """Persona given to all members of the team; used only when `teamType` is `Group`."""

    policies: list[EntityReference] | None = None
    """Access policies attached to the team, evaluated for all its members."""

    domains: list[EntityReference] | None = None
    """Business domains the team is assigned to."""
