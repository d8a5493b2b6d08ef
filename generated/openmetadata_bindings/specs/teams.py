# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Team is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Team",
    entity_type="team",
    collection="teams",
    attribute="teams",
    create_schema="api/teams/createTeam.json",
    entity_schema="entity/teams/team.json",
    properties=(
        PropertySpec(
            name="teamType",
            type="TeamType",
            required=True,
            immutable=True,
            default="Group",
            description="Level of the team in the organisation: `Organization`, `BusinessUnit`, `Division`, `Department` or `Group`.",
        ),
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Name of an entity within its parent: 1 to 256 characters, not containing `::`.",
        ),
        PropertySpec(
            name="email",
            type="string",
            description="Mail address at which the team as a whole is reached, e.g. a distribution list.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the team, e.g. `Data platform`.",
        ),
        PropertySpec(
            name="externalId",
            type="string",
            description="Key of the matching group in the identity provider, such as the object id of a Microsoft Entra group.",
        ),
        PropertySpec(name="description", type="string", description="Markdown text on what the team does."),
        PropertySpec(
            name="profile",
            type="Profile",
            description="Picture and notification subscriptions (Slack, Teams, webhook) of the team.",
        ),
        PropertySpec(
            name="parents",
            type="list(string)",
            description="Ids of the teams above this one. The organisation has none, a business unit exactly one; divisions, departments and groups may report to several.",
        ),
        PropertySpec(
            name="children",
            type="list(string)",
            description="Ids of the teams directly below this one; each has to be of the same or a lower level. Groups have none, and an organisation cannot contain another.",
        ),
        PropertySpec(
            name="users", type="list(string)", description="Members of the team, each given by the UUID of the user."
        ),
        PropertySpec(
            name="defaultRoles",
            type="list(string)",
            description="Ids (UUIDs) of the roles that every member of the team gets by membership.",
        ),
        PropertySpec(
            name="defaultPersona",
            type="string",
            description="Id of the persona given to members that chose none; allowed for teams of type `Group` only.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the team.",
        ),
        PropertySpec(
            name="isJoinable",
            type="boolean",
            default=True,
            description="`true` (default) if people may pick the team for themselves when they sign up, `false` if members have to be added.",
        ),
        PropertySpec(
            name="policies",
            type="list(string)",
            description="Ids (UUIDs) of the access-control policies in force for the team.",
        ),
        PropertySpec(
            name="domain",
            type="string",
            description="Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given beside it.",
        ),
        PropertySpec(name="domains", type="list(string)", description="Names of the domains to assign to the team."),
    ),
    fields=(
        "owners",
        "domains",
        "profile",
        "users",
        "defaultRoles",
        "defaultPersona",
        "policies",
        "parents",
        "children",
        "userCount",
        "childrenCount",
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
        Reference(property="domain", entities=("domain",), spelling="fqn", many=False),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
        Reference(property="parents", entities=("team",), spelling="id", many=True),
        Reference(property="children", entities=("team",), spelling="id", many=True),
        Reference(property="users", entities=("user",), spelling="id", many=True),
        Reference(property="defaultRoles", entities=("role",), spelling="id", many=True),
        Reference(property="policies", entities=("policy",), spelling="id", many=True),
        Reference(property="defaultPersona", entities=("persona",), spelling="id", many=False),
    ),
    filters=(
        "parentTeam",
        "isJoinable",
    ),
    assets_by="name",
)
