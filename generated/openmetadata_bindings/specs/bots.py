# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Bot is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Bot",
    entity_type="bot",
    collection="bots",
    attribute="bots",
    create_schema="api/createBot.json",
    entity_schema="entity/bot.json",
    properties=(
        PropertySpec(
            name="name", type="string", required=True, description="Unique name of the bot, e.g. `airflow-bot`."
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the bot in place of its name.",
        ),
        PropertySpec(
            name="botUser",
            type="string",
            required=True,
            description="Name of the user that the bot acts as: one with `isBot`, and of no other bot.",
        ),
        PropertySpec(
            name="description", type="string", description="Text on what the bot does and who looks after it."
        ),
        PropertySpec(
            name="provider",
            type="ProviderType",
            default="user",
            description="Who made the bot: `user` unless the server itself brings it.",
        ),
        PropertySpec(name="domains", type="list(string)", description="Names of the domains to assign to the bot."),
    ),
    fields=("domains",),
    references=(
        Reference(property="botUser", entities=("user",), spelling="name", many=False),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
    ),
)
