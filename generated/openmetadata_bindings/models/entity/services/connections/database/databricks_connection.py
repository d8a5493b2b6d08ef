# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt
from openmetadata_provider.model.unions import OneOf

from .....type.filter_pattern import FilterPattern
from ..connection_basic_type import SampleDataStorageConfig
from .databricks.azure_ad_setup import AzureAdSetup
from .databricks.databricks_o_auth import DatabricksOAuth
from .databricks.personal_access_token import PersonalAccessToken


class DatabricksScheme(OpenEnum):
    """SQLAlchemy dialect available for Databricks.

    Source: `entity/services/connections/database/databricksConnection.json#/definitions/databricksScheme`
    """

    databricks_connector = "databricks+connector"


class DatabricksType(OpenEnum):
    """Connector identifier of Databricks.

    Source: `entity/services/connections/database/databricksConnection.json#/definitions/databricksType`
    """

    Databricks = "Databricks"


class DatabricksConnection(Model):
    """How to reach a Databricks SQL warehouse or cluster and which catalogs to read.

    Source: `entity/services/connections/database/databricksConnection.json`
    """

    type: DatabricksType | None = DatabricksType.Databricks
    """Always `Databricks`; picks the Databricks connector."""

    scheme: DatabricksScheme | None = DatabricksScheme.databricks_connector
    """SQLAlchemy dialect prefix, always `databricks+connector`."""

    hostPort: StrictStr
    """Workspace host with port, without scheme, for example `adb-123456.7.azuredatabricks.net:443`."""

    authType: Annotated[PersonalAccessToken | DatabricksOAuth | AzureAdSetup, OneOf]
    """How to sign in: personal access token, Databricks OAuth, or a Microsoft Entra service principal."""

    httpPath: StrictStr
    """HTTP path of the warehouse or cluster that runs the queries, for example `/sql/1.0/warehouses/abc123`."""

    catalog: StrictStr | None = None
    """The only Unity Catalog catalog to read, for example `hive_metastore`; all visible catalogs are read when empty."""

    databaseSchema: StrictStr | None = None
    """The only schema to read within the catalog; every schema is read when empty."""

    connectionTimeout: StrictInt | None = 120
    """Seconds to wait for a connection before giving up with an error."""

    queryHistoryTable: StrictStr | None = "system.query.history"
    """Table that query history is read from for usage and lineage; a view of the same shape may stand in for
    `system.query.history`.
    """

    connectionOptions: dict[str, StrictStr] | None = None
    """Parameters appended to the connection URL, name to string value, for example `{charset: utf8mb4}`."""

    connectionArguments: dict[str, Any] | None = None
    """Keyword arguments handed to the driver when it connects, such as `sslmode` or `auth`; values may be of any JSON
    type.
    """

    schemaFilterPattern: Annotated[FilterPattern | None, Field(validate_default=True)] = {
        "includes": [],
        "excludes": ["^information_schema$"],
    }
    """Regular expressions that let Databricks schemas through or hold them back."""

    tableFilterPattern: FilterPattern | None = None
    """Regular expressions that let Databricks tables and views through or hold them back."""

    databaseFilterPattern: Annotated[FilterPattern | None, Field(validate_default=True)] = {
        "includes": [],
        "excludes": ["^system$"],
    }
    """Regular expressions that let Databricks catalogs, which count as databases, through or hold them back."""

    supportsUsageExtraction: StrictBool | None = True
    """Capability flag: query logs can be read to work out how often assets are used."""

    supportsLineageExtraction: StrictBool | None = True
    """Capability flag: lineage can be derived from query logs or the service's own lineage records."""

    supportsDBTExtraction: StrictBool | None = True
    """Capability flag: dbt artefacts can be ingested and linked to the service's tables."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""

    supportsProfiler: StrictBool | None = True
    """Capability flag: tables can be profiled, giving row counts, null counts, distributions and the like."""

    supportsDatabase: StrictBool | None = True
    """Capability flag: the service has a database level above schemas."""

    supportsQueryComment: StrictBool | None = True
    """Capability flag: queries issued through SQLAlchemy can carry a comment that identifies the catalogue as their
    origin.
    """

    sampleDataStorageConfig: SampleDataStorageConfig | None = None
    """Where table samples go, wrapped in a `config` property; leave it out to keep samples in the catalogue only."""
