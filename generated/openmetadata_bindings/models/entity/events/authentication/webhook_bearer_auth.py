# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum


class WebhookBearerAuthType(OpenEnum):
    """Always `bearer`; tells this authentication variant from the others.

    Source: `entity/events/authentication/webhookBearerAuth.json#/WebhookBearerAuth/type`
    """

    bearer = "bearer"


class WebhookBearerAuth(Model):
    """Webhook authentication with one shared secret known to the catalogue and the receiver.

    Source: `entity/events/authentication/webhookBearerAuth.json`
    """

    type: WebhookBearerAuthType
    """Always `bearer`; tells this authentication variant from the others."""

    secretKey: StrictStr
    """Shared secret that signs the payload with HMAC-SHA256; receivers check the result, carried by `X-OM-Signature`,
    to verify the sender.
    """
