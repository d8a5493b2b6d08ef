# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class AzureCredentials(Model):
    """How to authenticate to Microsoft Azure with a service principal.

    Source: `security/credentials/azureCredentials.json`
    """

    clientId: StrictStr | None = None
    """Application (client) ID of the Azure service principal."""

    clientSecret: SecretStr | None = None
    """Client secret of the Azure service principal, used to obtain access tokens."""

    tenantId: StrictStr | None = None
    """Directory (tenant) ID in which the Azure service principal is registered."""

    accountName: StrictStr | None = None
    """Name of the Azure storage account to read from, without the domain suffix."""

    vaultName: StrictStr | None = None
    """Name of the Azure Key Vault from which secrets are read."""

    scopes: StrictStr | None = None
    """OAuth scope requested for the Azure access token, for example `https://storage.azure.com/.default`."""
