# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import Email, EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.base import PresenceModel
from openmetadata_provider.model.unions import AnyOf

from ...entity.teams.team import TeamType
from ...type.entity_reference import EntityReference
from ...type.owner_reference import NamedReference
from ...type.profile import Profile


class CreateTeamRequest(PresenceModel):
    """Request that creates, or with PUT updates, a team.

    Source: `api/teams/createTeam.json`
    """

    exclusive_properties = (("domain", "domains"),)

    teamType: TeamType
    """Level of the team in the organisation: `Organization`, `BusinessUnit`, `Division`, `Department` or `Group`."""

    name: EntityName
    """Name of an entity within its parent: 1 to 256 characters, not containing `::`."""

    email: Email | None = None
    """Mail address at which the team as a whole is reached, e.g. a distribution list."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the team, e.g. `Data platform`."""

    externalId: StrictStr | None = None
    """Key of the matching group in the identity provider, such as the object id of a Microsoft Entra group."""

    description: StrictStr | None = None
    """Markdown text on what the team does."""

    profile: Profile | None = None
    """Picture and notification subscriptions (Slack, Teams, webhook) of the team."""

    parents: list[StrictStr] | None = None
    """Ids of the teams above this one. The organisation has none, a business unit exactly one; divisions, departments
    and groups may report to several.
    """

    children: list[StrictStr] | None = None
    """Ids of the teams directly below this one; each has to be of the same or a lower level. Groups have none, and an
    organisation cannot contain another.
    """

    users: list[StrictStr] | None = None
    """Members of the team, each given by the UUID of the user."""

    defaultRoles: list[StrictStr] | None = None
    """Ids (UUIDs) of the roles that every member of the team gets by membership."""

    defaultPersona: StrictStr | None = None
    """Id of the persona given to members that chose none; allowed for teams of type `Group` only."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the team."""

    isJoinable: StrictBool | None = True
    """`true` (default) if people may pick the team for themselves when they sign up, `false` if members have to be
    added.
    """

    policies: list[StrictStr] | None = None
    """Ids (UUIDs) of the access-control policies in force for the team."""

    domain: FullyQualifiedEntityName | None = None
    """Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given
    beside it.
    """

    domains: list[EntityName] | None = None
    """Names of the domains to assign to the team."""
