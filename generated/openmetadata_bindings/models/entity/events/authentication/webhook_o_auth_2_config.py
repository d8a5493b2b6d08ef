# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum


class WebhookOAuth2ConfigType(OpenEnum):
    """Always `oauth2`; selects the client credentials variant.

    Source: `entity/events/authentication/webhookOAuth2Config.json#/WebhookOAuth2Config/type`
    """

    oauth2 = "oauth2"


class WebhookOAuth2Config(Model):
    """Webhook authentication with an access token obtained through the OAuth 2.0 client credentials grant.

    Source: `entity/events/authentication/webhookOAuth2Config.json`
    """

    type: WebhookOAuth2ConfigType
    """Always `oauth2`; selects the client credentials variant."""

    tokenUrl: StrictStr
    """URL of the authorisation server's token endpoint, for example `https://idp.example.com/oauth2/token`."""

    clientId: StrictStr
    """Identifier under which the catalogue is registered with the authorisation server; kept encrypted at rest with
    Fernet.
    """

    clientSecret: StrictStr
    """Secret that proves the client's identity at the token endpoint; kept encrypted at rest with Fernet."""

    scope: StrictStr | None = None
    """Scopes asked for with the token, separated by spaces, for example `events.write events.read`."""
