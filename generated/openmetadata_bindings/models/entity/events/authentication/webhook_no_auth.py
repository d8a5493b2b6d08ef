# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum


class WebhookNoAuthType(OpenEnum):
    """Always `none`; marks the variant that sends no credentials.

    Source: `entity/events/authentication/webhookNoAuth.json#/WebhookNoAuth/type`
    """

    none = "none"


class WebhookNoAuth(Model):
    """Webhook delivery without credentials, for receivers that accept anonymous requests.

    Source: `entity/events/authentication/webhookNoAuth.json`
    """

    type: WebhookNoAuthType
    """Always `none`; marks the variant that sends no credentials."""
