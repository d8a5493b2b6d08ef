# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_bindings.models.scalars import EntityName
from openmetadata_provider.model.base import Model

from ..type.basic import ProviderType


class CreateBotRequest(Model):
    """Request that creates, or with PUT updates, a bot.

    Source: `api/createBot.json`
    """

    name: EntityName
    """Unique name of the bot, e.g. `airflow-bot`."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the bot in place of its name."""

    botUser: StrictStr
    """Name of the user that the bot acts as: one with `isBot`, and of no other bot."""

    description: StrictStr | None = None
    """Text on what the bot does and who looks after it."""

    provider: ProviderType | None = None
    """Who made the bot: `user` unless the server itself brings it."""

    domains: list[StrictStr] | None = None
    """Names of the domains to assign to the bot."""
