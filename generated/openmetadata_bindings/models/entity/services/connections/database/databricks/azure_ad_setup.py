# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class AzureAdSetup(Model):
    """Sign-in to Azure Databricks as a service principal of Microsoft Entra ID.

    Source: `entity/services/connections/database/databricks/azureAdSetup.json`
    """

    azureClientId: StrictStr
    """Application (client) ID, a UUID, of the service principal's app registration."""

    azureClientSecret: SecretStr
    """Client secret of the app registration, exchanged for a Databricks access token."""

    azureTenantId: StrictStr
    """Directory (tenant) ID, a UUID, of the Entra tenant that holds the service principal."""
