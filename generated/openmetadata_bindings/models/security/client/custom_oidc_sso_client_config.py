# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class CustomOidcSSOClientConfig(Model):
    """How a client signs in to the catalogue through an OpenID Connect provider that has no dedicated configuration.

    Source: `security/client/customOidcSSOClientConfig.json`
    """

    clientId: StrictStr
    """Client ID under which the catalogue client is registered with the OpenID Connect provider."""

    secretKey: SecretStr
    """Client secret that authenticates `clientId` at the token endpoint."""

    tokenEndpoint: StrictStr
    """URL of the OpenID Connect provider from which access tokens are requested."""
