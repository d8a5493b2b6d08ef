# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class AzureSSOClientConfig(Model):
    """How a client signs in to the catalogue through Azure AD (Microsoft Entra ID).

    Source: `security/client/azureSSOClientConfig.json`
    """

    clientSecret: SecretStr
    """Secret of the Azure app registration, used to request an access token as the application."""

    authority: StrictStr
    """Token authority URL including the tenant, for example `https://login.microsoftonline.com/<tenant-id>`."""

    clientId: StrictStr
    """Application (client) ID of the Azure app registration."""

    scopes: list[StrictStr]
    """OAuth scopes to request with the token, for example `api://<client-id>/.default`."""
