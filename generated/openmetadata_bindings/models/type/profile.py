# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model

from ..entity.events.webhook import Webhook


class ImageList(Model):
    """Addresses of the same picture at several sizes; the number in a key is the edge length in pixels.

    Source: `type/profile.json#/definitions/imageList`
    """

    image: StrictStr | None = None

    image24: StrictStr | None = None

    image32: StrictStr | None = None

    image48: StrictStr | None = None

    image72: StrictStr | None = None

    image192: StrictStr | None = None

    image512: StrictStr | None = None


class MessagingProvider(Model):
    """Webhooks through which notifications are delivered, one for each kind of receiver: Slack, Microsoft Teams,
    Google Chat or any other.

    Source: `type/profile.json#/definitions/messagingProvider`
    """

    slack: Webhook | None = None
    """Where and how change events are delivered to an HTTP endpoint or a list of recipients."""

    msTeams: Webhook | None = None
    """Where and how change events are delivered to an HTTP endpoint or a list of recipients."""

    gChat: Webhook | None = None
    """Where and how change events are delivered to an HTTP endpoint or a list of recipients."""

    generic: Webhook | None = None
    """Where and how change events are delivered to an HTTP endpoint or a list of recipients."""


class Profile(Model):
    """Pictures and notification channels of a user, team or organization.

    Source: `type/profile.json`
    """

    images: ImageList | None = None
    """Addresses of the same picture at several sizes; the number in a key is the edge length in pixels."""

    subscription: MessagingProvider | None = None
    """Webhooks through which notifications are delivered, one for each kind of receiver: Slack, Microsoft Teams,
    Google Chat or any other.
    """
