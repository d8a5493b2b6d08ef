# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr, StrictInt
from openmetadata_provider.model.unions import OneOf

from .....type.filter_pattern import FilterPattern
from .powerbi.azure_config import PowerbiAzureConfig
from .powerbi.gcs_config import GcsConfig
from .powerbi.s_3_config import S3Config


class LocalConfigPbitFileConfigType(OpenEnum):
    """Always `local`; distinguishes a local folder from the cloud stores.

    Source: `entity/services/connections/dashboard/powerBIConnection.json#/LocalConfig/pbitFileConfigType`
    """

    local = "local"


class PowerBiType(OpenEnum):
    """Connector identifier of the Power BI cloud service.

    Source: `entity/services/connections/dashboard/powerBIConnection.json#/definitions/powerBiType`
    """

    PowerBI = "PowerBI"


class LocalConfig(Model):
    """Template files in a folder on the machine that runs the ingestion; no credentials needed.

    Source: `entity/services/connections/dashboard/powerBIConnection.json#/definitions/localConfig`
    """

    pbitFileConfigType: LocalConfigPbitFileConfigType | None = LocalConfigPbitFileConfigType.local
    """Always `local`; distinguishes a local folder from the cloud stores."""

    path: StrictStr | None = None
    """Folder that contains the `.pbit` files, for example `/data/powerbi`."""

    pbitFilesExtractDir: StrictStr | None = "/tmp/pbitFiles"
    """Scratch folder in which local `.pbit` archives are unpacked so that their model schema can be read."""


class PowerBIConnection(Model):
    """How to reach a Power BI tenant through a Microsoft Entra application.

    Source: `entity/services/connections/dashboard/powerBIConnection.json`
    """

    type: PowerBiType | None = PowerBiType.PowerBI
    """Always `PowerBI`; picks the connector for the Power BI cloud service."""

    clientId: StrictStr
    """Application (client) ID of the Microsoft Entra app that calls the Power BI REST API."""

    clientSecret: SecretStr
    """Client secret of the Microsoft Entra app, used to request access tokens."""

    tenantId: StrictStr
    """Directory ID (UUID) of the Microsoft Entra tenant that contains the workspaces."""

    apiURL: StrictStr | None = "https://api.powerbi.com"
    """Base URL of the Power BI REST API; change it only for a national cloud or a private endpoint."""

    authorityURI: StrictStr | None = "https://login.microsoftonline.com/"
    """Base URL of the Microsoft login service; the tenant ID is appended to it when a token is requested."""

    hostPort: StrictStr | None = "https://app.powerbi.com"
    """Base URL of the Power BI web application, used to build links to reports and dashboards."""

    scope: list[StrictStr] | None = ["https://analysis.windows.net/powerbi/api/.default"]
    """OAuth scopes of the access token; the single `.default` scope of the Power BI API fits almost every tenant."""

    pagination_entity_per_page: StrictInt | None = 100
    """Page size, in items, for list calls to the Power BI API."""

    useAdminApis: StrictBool | None = True
    """True reads all workspaces of the tenant through the admin API; false reads only the workspaces the app is a
    member of.
    """

    displayTableNameFromSource: StrictBool | None = False
    """True shows dataset tables under their name in the source database rather than the one given in Power BI."""

    pbitFilesSource: Annotated[LocalConfig | PowerbiAzureConfig | GcsConfig | S3Config | None, OneOf] = None
    """Where `.pbit` template files are kept (local folder, Azure, GCS or S3); they are parsed for lineage to source
    tables.
    """

    dashboardFilterPattern: FilterPattern | None = None
    """Regular expressions selecting the Power BI dashboards and reports to ingest."""

    chartFilterPattern: FilterPattern | None = None
    """Regular expressions selecting the Power BI tiles ingested as charts."""

    dataModelFilterPattern: FilterPattern | None = None
    """Regular expressions selecting the Power BI datasets and dataflows ingested as data models."""

    projectFilterPattern: FilterPattern | None = None
    """Regular expressions selecting the Power BI workspaces to read."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
