# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Role is: its collection, its properties, what it refers to."""

from __future__ import annotations

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
