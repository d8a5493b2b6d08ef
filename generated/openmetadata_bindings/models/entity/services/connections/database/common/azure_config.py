# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.base import Model

from ......security.credentials.azure_credentials import AzureCredentials


class CommonAzureConfig(Model):
    """Database sign-in with a Microsoft Entra access token in place of a password.

    Source: `entity/services/connections/database/common/azureConfig.json`
    """

    azureConfig: AzureCredentials | None = None
    """How to authenticate to Microsoft Azure with a service principal."""
