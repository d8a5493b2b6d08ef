# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName
from openmetadata_provider.model.base import Model


class CreatePersonaRequest(Model):
    """Request that creates, or with PUT updates, a persona.

    Source: `api/teams/createPersona.json`
    """

    name: EntityName
    """Unique name of the persona, e.g. `dataAnalyst`."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the persona in place of its name."""

    description: StrictStr | None = None
    """Markdown text on the job that the persona stands for."""

    users: list[StrictStr] | None = None
    """Ids (UUIDs) of the users that have this persona."""

    domains: list[StrictStr] | None = None
    """Names of the domains to assign to the persona."""

    default: StrictBool | None = False
    """`true` makes it the persona of everybody who has none of their own; at most one persona is that."""
