# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_bindings.models.scalars import EntityName
from openmetadata_provider.model.base import Model


class CreateRoleRequest(Model):
    """Request that creates, or with PUT updates, a role.

    Source: `api/teams/createRole.json`
    """

    name: EntityName
    """Unique name of the role, e.g. `DashboardEditor`."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the role in place of its name."""

    description: StrictStr | None = None
    """Markdown text on who gets the role and what it is for."""

    policies: list[EntityName]
    """Names of the policies that the role grants; the server asks for one or more."""

    domains: list[StrictStr] | None = None
    """Names of the domains to assign to the role."""
