# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.unions import OneOf

from .....security.ssl.validate_ssl_client_config import ValidateSSLClientConfig
from .....type.filter_pattern import FilterPattern
from ..connection_basic_type import SampleDataStorageConfig
from .common.azure_config import CommonAzureConfig
from .common.basic_auth import CommonBasicAuth
from .common.gcp_cloud_sql_config import GcpCloudSqlConfig
from .common.iam_auth_config import IamAuthConfig


class MySQLScheme(OpenEnum):
    """SQLAlchemy dialect and driver available for MySQL.

    Source: `entity/services/connections/database/mysqlConnection.json#/definitions/mySQLScheme`
    """

    mysql_pymysql = "mysql+pymysql"


class MySQLType(OpenEnum):
    """Connector identifier of MySQL.

    Source: `entity/services/connections/database/mysqlConnection.json#/definitions/mySQLType`
    """

    Mysql = "Mysql"


class MysqlConnection(Model):
    """How to reach a MySQL server, including managed ones on AWS, Azure or Cloud SQL.

    Source: `entity/services/connections/database/mysqlConnection.json`
    """

    type: MySQLType | None = MySQLType.Mysql
    """Always `Mysql`; picks the MySQL connector."""

    scheme: MySQLScheme | None = MySQLScheme.mysql_pymysql
    """SQLAlchemy dialect and driver, always `mysql+pymysql`."""

    username: StrictStr
    """MySQL user to sign in as; it needs `SELECT` on every schema to be ingested."""

    authType: Annotated[CommonBasicAuth | IamAuthConfig | CommonAzureConfig | GcpCloudSqlConfig | None, OneOf] = None
    """How to sign in: password, AWS IAM, Microsoft Entra, or Google Cloud SQL."""

    hostPort: StrictStr
    """Server address such as `mysql.internal:3306`; for Cloud SQL, the instance connection name
    `project:region:instance`.
    """

    databaseName: StrictStr | None = None
    """Name shown for the database level, which MySQL itself lacks; `default` when empty."""

    databaseSchema: StrictStr | None = None
    """The only MySQL schema to read; all schemas the user can see are read when empty."""

    sslConfig: Annotated[ValidateSSLClientConfig | None, OneOf] = None
    """Certificate authority, client certificate and key for an encrypted connection."""

    connectionOptions: dict[str, StrictStr] | None = None
    """Parameters appended to the connection URL, name to string value, for example `{charset: utf8mb4}`."""

    connectionArguments: dict[str, Any] | None = None
    """Keyword arguments handed to the driver when it connects, such as `sslmode` or `auth`; values may be of any JSON
    type.
    """

    schemaFilterPattern: Annotated[FilterPattern | None, Field(validate_default=True)] = {
        "includes": [],
        "excludes": ["^information_schema$", "^performance_schema$"],
    }
    """Which MySQL schemas are ingested, as regular expressions to include or exclude."""

    tableFilterPattern: FilterPattern | None = None
    """Which MySQL tables and views are ingested, as regular expressions to include or exclude."""

    databaseFilterPattern: FilterPattern | None = None
    """Which databases are ingested, as regular expressions on the name set in `databaseName`."""

    storedProcedureFilterPattern: FilterPattern | None = None
    """Which MySQL procedures and functions are ingested, as regular expressions to include or exclude."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""

    supportsDBTExtraction: StrictBool | None = True
    """Capability flag: dbt artefacts can be ingested and linked to the service's tables."""

    supportsProfiler: StrictBool | None = True
    """Capability flag: tables can be profiled, giving row counts, null counts, distributions and the like."""

    supportsQueryComment: StrictBool | None = True
    """Capability flag: queries issued through SQLAlchemy can carry a comment that identifies the catalogue as their
    origin.
    """

    sampleDataStorageConfig: SampleDataStorageConfig | None = None
    """Where table samples go, wrapped in a `config` property; leave it out to keep samples in the catalogue only."""

    supportsDataDiff: StrictBool | None = True
    """Capability flag: table contents can be compared with another table by the data diff test."""

    supportsUsageExtraction: StrictBool | None = True
    """Capability flag: query logs can be read to work out how often assets are used."""

    supportsLineageExtraction: StrictBool | None = True
    """Capability flag: lineage can be derived from query logs or the service's own lineage records."""

    useSlowLogs: StrictBool | None = False
    """True reads queries for lineage from `mysql.slow_log`; false reads them from `mysql.general_log`."""
