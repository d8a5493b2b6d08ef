# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Roles: `/api/v1/roles`."""

from __future__ import annotations

from openmetadata_bindings.models.api.teams.create_role import CreateRoleRequest
from openmetadata_bindings.models.entity.teams.role import Role
from openmetadata_bindings.specs.roles import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource


class Roles(Resource[CreateRoleRequest, Role]):
    """Role: a named bundle of policies, given to users or to whole teams.

    `/api/v1/roles` (`api/teams/createRole.json`)
    """

    spec = SPEC
    request_model = CreateRoleRequest
    entity_model = Role


class AsyncRoles(AsyncResource[CreateRoleRequest, Role]):
    """Roles, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateRoleRequest
    entity_model = Role
