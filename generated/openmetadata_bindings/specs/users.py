# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a User is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, PropertySpec, Reference

SPEC = EntitySpec(
    kind="User",
    entity_type="user",
    collection="users",
    attribute="users",
    create_schema="api/teams/createUser.json",
    entity_schema="entity/teams/user.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Name of an entity within its parent: 1 to 256 characters, not containing `::`.",
        ),
        PropertySpec(
            name="description", type="string", description="Markdown text in which the user introduces themselves."
        ),
        PropertySpec(
            name="displayName", type="string", description="Full name shown for the user, e.g. `Ada Lovelace`."
        ),
        PropertySpec(
            name="externalId",
            type="string",
            description="Key of the user at the identity provider that provisions accounts over SCIM.",
        ),
        PropertySpec(
            name="scimUserName",
            type="string",
            description="The `userName` attribute exactly as the SCIM client sent it.",
        ),
        PropertySpec(
            name="email",
            type="string",
            required=True,
            immutable=True,
            description="An email address of 6 to 127 characters, for example `data-team@acme.io`.",
        ),
        PropertySpec(
            name="timezone",
            type="string",
            description="IANA name of the time zone the user works in, e.g. `Europe/Berlin`.",
        ),
        PropertySpec(
            name="isBot",
            type="boolean",
            default=False,
            description="`true` for a machine account used by ingestion or automation, `false` (default) for a person.",
        ),
        PropertySpec(
            name="botName",
            type="string",
            write_only=True,
            description="Name of the bot that the account is to act for; only with `isBot`.",
        ),
        PropertySpec(
            name="isAdmin",
            type="boolean",
            default=False,
            description="`true` grants the user unrestricted administrator rights on the whole catalogue.",
        ),
        PropertySpec(name="profile", type="Profile", description="Picture and notification subscriptions of the user."),
        PropertySpec(
            name="teams", type="list(string)", description="Ids (UUIDs) of the teams to make the user a member of."
        ),
        PropertySpec(
            name="roles", type="list(string)", description="Ids (UUIDs) of the roles granted to the user directly."
        ),
        PropertySpec(
            name="personas",
            type="list(one of string, EntityReference, EntityByName)",
            description="References to the personas the user may work under.",
        ),
        PropertySpec(
            name="defaultPersona",
            type="one of string, EntityReference, EntityByName",
            description="Reference to the one of the personas that is active when the user signs in.",
        ),
        PropertySpec(
            name="authenticationMechanism",
            type="AuthenticationMechanism",
            description="How the account proves its identity: password, JWT or single sign-on, with the matching settings.",
        ),
        PropertySpec(
            name="createPasswordType",
            type="enum(ADMIN_CREATE, USER_CREATE)",
            write_only=True,
            default="USER_CREATE",
            description="Who chooses the password: the administrator in this request (`ADMIN_CREATE`) or the user (`USER_CREATE`, the default).",
        ),
        PropertySpec(
            name="password",
            type="string",
            write_only=True,
            description="Password with which the user will sign in; needed for `ADMIN_CREATE` under basic authentication.",
        ),
        PropertySpec(
            name="confirmPassword",
            type="string",
            write_only=True,
            description="The password typed a second time; it has to match `password`.",
        ),
        PropertySpec(
            name="domain",
            type="string",
            description="Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given beside it.",
        ),
        PropertySpec(name="domains", type="list(string)", description="Names of the domains to assign to the user."),
    ),
    fields=(
        "teams",
        "roles",
        "domains",
        "profile",
        "owns",
        "follows",
        "personas",
        "defaultPersona",
        "authenticationMechanism",
    ),
    references=(
        Reference(property="domain", entities=("domain",), spelling="fqn", many=False),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
        Reference(property="teams", entities=("team",), spelling="id", many=True),
        Reference(property="roles", entities=("role",), spelling="id", many=True),
        Reference(property="personas", entities=("persona",), spelling="ref", many=True),
        Reference(property="defaultPersona", entities=("persona",), spelling="ref", many=False),
    ),
    lowercase_name=True,
    filters=(
        "team",
        "isBot",
        "isAdmin",
    ),
)
