# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Bots: `/api/v1/bots`."""

from __future__ import annotations

from openmetadata_bindings.models.api.create_bot import CreateBotRequest
from openmetadata_bindings.models.entity.bot import Bot
from openmetadata_provider.client.resource import AsyncResource, Resource
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


class Bots(Resource[CreateBotRequest, Bot]):
    """Bot: a program that works on the catalogue under a user of its own.

    `/api/v1/bots` (`api/createBot.json`)
    """

    spec = SPEC
    request_model = CreateBotRequest
    entity_model = Bot


class AsyncBots(AsyncResource[CreateBotRequest, Bot]):
    """Bots, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateBotRequest
    entity_model = Bot
