# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class OktaSSOClientConfig(Model):
    """How a client signs in to the catalogue through Okta.

    Source: `security/client/oktaSSOClientConfig.json`
    """

    clientId: StrictStr
    """Client ID of the service application registered in Okta."""

    orgURL: StrictStr
    """Base URL of the Okta organisation or authorisation server, for example `https://acme.okta.com`."""

    privateKey: SecretStr
    """Private key with which the client signs its token requests; Okta holds the matching public key."""

    email: StrictStr
    """Email address of the Okta service account that the client acts as."""

    scopes: list[StrictStr] | None = None
    """OAuth scopes to request from Okta along with the token."""
