# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Bots: `/api/v1/bots`."""

from __future__ import annotations

from openmetadata_bindings.models.api.create_bot import CreateBotRequest
from openmetadata_bindings.models.entity.bot import Bot
from openmetadata_bindings.specs.bots import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource


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
