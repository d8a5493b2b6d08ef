# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum

from ......security.credentials.azure_credentials import AzureCredentials
from .bucket_details import BucketDetails


class PowerbiAzureConfigPbitFileConfigType(OpenEnum):
    """Always `azure`; marks the store as Azure Blob Storage.

    Source: `entity/services/connections/dashboard/powerbi/azureConfig.json#/PowerbiAzureConfig/pbitFileConfigType`
    """

    azure = "azure"


class PowerbiAzureConfig(Model):
    """Power BI template files kept in an Azure Blob Storage container.

    Source: `entity/services/connections/dashboard/powerbi/azureConfig.json`
    """

    pbitFileConfigType: PowerbiAzureConfigPbitFileConfigType | None = PowerbiAzureConfigPbitFileConfigType.azure
    """Always `azure`; marks the store as Azure Blob Storage."""

    securityConfig: AzureCredentials
    """How to authenticate to Microsoft Azure with a service principal."""

    prefixConfig: BucketDetails | None = None
    """Bucket and prefix under which Power BI template files are found."""

    pbitFilesExtractDir: StrictStr | None = "/tmp/pbitFiles"
    """Folder on the ingestion host where archives fetched from Azure are unpacked."""
