# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt

from .entity_reference import EntityReference


class Votes(Model):
    """Up and down votes that users have cast on an entity.

    Source: `type/votes.json`
    """

    upVotes: StrictInt | None = 0
    """Number of users who voted in favour of the entity."""

    downVotes: StrictInt | None = 0
    """Number of users who voted against the entity."""

    upVoters: list[EntityReference] | None = None
    """References to the users behind the up votes."""

    downVoters: list[EntityReference] | None = None
    """References to the users behind the down votes."""


class VoteType(OpenEnum):
    """Vote of one user: in favour (`votedUp`), against (`votedDown`), or withdrawn (`unVoted`).

    Source: `type/votes.json#/definitions/voteType`
    """

    votedUp = "votedUp"
    votedDown = "votedDown"
    unVoted = "unVoted"
