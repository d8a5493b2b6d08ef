# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Policy is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Policy",
    entity_type="policy",
    collection="policies",
    attribute="policies",
    create_schema="api/policies/createPolicy.json",
    entity_schema="entity/policies/policy.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Unique name of the policy, e.g. `DashboardEditorPolicy`.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the policy in place of its name.",
        ),
        PropertySpec(
            name="description", type="string", description="Markdown text on what the policy protects or permits."
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the policy.",
        ),
        PropertySpec(
            name="rules",
            type="list(Rule)",
            required=True,
            description="The rules of the policy; the server asks for one or more.",
        ),
        PropertySpec(
            name="enabled", type="boolean", default=True, description="`false` keeps the policy without applying it."
        ),
        PropertySpec(name="location", type="string", description="UUID of a location that the policy is limited to."),
        PropertySpec(name="domains", type="list(string)", description="Names of the domains to assign to the policy."),
    ),
    fields=(
        "owners",
        "teams",
        "roles",
        "location",
        "domains",
    ),
    references=(
        Reference(
            property="owners",
            entities=(
                "user",
                "team",
            ),
            spelling="ref",
            many=True,
        ),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
    ),
)
