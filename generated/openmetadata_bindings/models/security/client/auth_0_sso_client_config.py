# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class Auth0SSOClientConfig(Model):
    """How a client signs in to the catalogue through Auth0.

    Source: `security/client/auth0SSOClientConfig.json`
    """

    clientId: StrictStr
    """Client ID of the application registered in Auth0."""

    secretKey: SecretStr
    """Client secret of the Auth0 application, exchanged together with `clientId` for an access token."""

    domain: StrictStr
    """Auth0 tenant domain that issues the tokens, for example `acme.eu.auth0.com`."""
