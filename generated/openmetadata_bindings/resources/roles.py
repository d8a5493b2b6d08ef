# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Roles: `/api/v1/roles`."""

from __future__ import annotations

from openmetadata_bindings.models.api.teams.create_role import CreateRoleRequest
from openmetadata_bindings.models.entity.teams.role import Role
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_spec import EntitySpec, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Role",
    entity_type="role",
    collection="roles",
    attribute="roles",
    create_schema="api/teams/createRole.json",
    entity_schema="entity/teams/role.json",
    properties=(
        PropertySpec(
            name="name", type="string", required=True, description="Unique name of the role, e.g. `DashboardEditor`."
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the role in place of its name.",
        ),
        PropertySpec(
            name="description", type="string", description="Markdown text on who gets the role and what it is for."
        ),
        PropertySpec(
            name="policies",
            type="list(string)",
            required=True,
            description="Names of the policies that the role grants; the server asks for one or more.",
        ),
        PropertySpec(name="domains", type="list(string)", description="Names of the domains to assign to the role."),
    ),
    fields=(
        "policies",
        "teams",
        "users",
        "domains",
    ),
    references=(
        Reference(property="policies", entities=("policy",), spelling="fqn", many=True),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
    ),
)


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
