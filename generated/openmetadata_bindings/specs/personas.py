# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Persona is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Persona",
    entity_type="persona",
    collection="personas",
    attribute="personas",
    create_schema="api/teams/createPersona.json",
    entity_schema="entity/teams/persona.json",
    properties=(
        PropertySpec(
            name="name", type="string", required=True, description="Unique name of the persona, e.g. `dataAnalyst`."
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the persona in place of its name.",
        ),
        PropertySpec(
            name="description", type="string", description="Markdown text on the job that the persona stands for."
        ),
        PropertySpec(name="users", type="list(string)", description="Ids (UUIDs) of the users that have this persona."),
        PropertySpec(name="domains", type="list(string)", description="Names of the domains to assign to the persona."),
        PropertySpec(
            name="default",
            type="boolean",
            default=False,
            description="`true` makes it the persona of everybody who has none of their own; at most one persona is that.",
        ),
    ),
    fields=(
        "users",
        "domains",
        "uiCustomization",
    ),
    references=(
        Reference(property="users", entities=("user",), spelling="id", many=True),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
    ),
)
