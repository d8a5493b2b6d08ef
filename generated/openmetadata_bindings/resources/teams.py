# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Teams: `/api/v1/teams`."""

from __future__ import annotations

from openmetadata_bindings.models.api.teams.create_team import CreateTeamRequest
from openmetadata_bindings.models.entity.teams.team import Team
from openmetadata_bindings.specs.teams import SPEC
from openmetadata_provider.client.assets import AsyncHoldsAssets, HoldsAssets
from openmetadata_provider.client.resource import AsyncResource, Resource


class Teams(HoldsAssets[CreateTeamRequest, Team], Resource[CreateTeamRequest, Team]):
    """A team: a named set of people, other teams, or both, that can own data assets and sits in a hierarchy running
    from the organization down to departments and groups.

    `/api/v1/teams` (`api/teams/createTeam.json`)
    """

    spec = SPEC
    request_model = CreateTeamRequest
    entity_model = Team


class AsyncTeams(AsyncHoldsAssets[CreateTeamRequest, Team], AsyncResource[CreateTeamRequest, Team]):
    """Teams, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateTeamRequest
    entity_model = Team
