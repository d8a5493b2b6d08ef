# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.unions import OneOf, Unique

from .authentication.webhook_bearer_auth import WebhookBearerAuth
from .authentication.webhook_no_auth import WebhookNoAuth
from .authentication.webhook_o_auth_2_config import WebhookOAuth2Config


class WebhookHttpMethod(OpenEnum):
    """HTTP verb used for a delivery, `POST` unless the receiver expects `PUT`.

    Source: `entity/events/webhook.json#/Webhook/httpMethod`
    """

    POST = "POST"
    PUT = "PUT"


class Webhook(Model):
    """Where and how change events are delivered to an HTTP endpoint or a list of recipients.

    Source: `entity/events/webhook.json`
    """

    receivers: Annotated[list[StrictStr] | None, Unique] = None
    """E-mail addresses or other recipient identifiers the event is sent to."""

    endpoint: StrictStr | None = None
    """URL that receives each batch of events in the request body."""

    headers: dict[str, Any] | None = None
    """Extra HTTP headers, name to value, added to every delivery."""

    queryParams: dict[str, Any] | None = None
    """Extra query string parameters, name to value, appended to the endpoint URL."""

    httpMethod: WebhookHttpMethod | None = WebhookHttpMethod.POST
    """HTTP verb used for a delivery, `POST` unless the receiver expects `PUT`."""

    sendToAdmins: StrictBool | None = False
    """Whether every administrator also receives the event."""

    sendToOwners: StrictBool | None = False
    """Whether the owners of the entity that changed also receive the event."""

    authType: Annotated[WebhookNoAuth | WebhookBearerAuth | WebhookOAuth2Config | None, OneOf] = None
    """How deliveries authenticate: shared secret, OAuth 2.0, or not at all, which is also the behaviour when omitted."""

    sendToFollowers: StrictBool | None = False
    """Whether the followers of the entity that changed also receive the event."""
