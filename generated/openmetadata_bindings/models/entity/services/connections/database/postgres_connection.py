# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.unions import OneOf

from .....security.ssl.validate_ssl_client_config import ValidateSSLClientConfig
from .....security.ssl.verify_ssl_config import SslMode
from .....type.filter_pattern import FilterPattern
from ..connection_basic_type import SampleDataStorageConfig
from .common.azure_config import CommonAzureConfig
from .common.basic_auth import CommonBasicAuth
from .common.iam_auth_config import IamAuthConfig


class PostgresScheme(OpenEnum):
    """SQLAlchemy dialects available for PostgreSQL and PGSpider.

    Source: `entity/services/connections/database/postgresConnection.json#/definitions/postgresScheme`
    """

    postgresql_psycopg2 = "postgresql+psycopg2"
    pgspider_psycopg2 = "pgspider+psycopg2"


class PostgresType(OpenEnum):
    """Connector identifier of PostgreSQL.

    Source: `entity/services/connections/database/postgresConnection.json#/definitions/postgresType`
    """

    Postgres = "Postgres"


class PostgresConnection(Model):
    """How to reach a PostgreSQL server and which of its databases to read.

    Source: `entity/services/connections/database/postgresConnection.json`
    """

    type: PostgresType | None = PostgresType.Postgres
    """Always `Postgres`; picks the PostgreSQL connector."""

    scheme: PostgresScheme | None = PostgresScheme.postgresql_psycopg2
    """SQLAlchemy dialect and driver, `postgresql+psycopg2` for a plain server or `pgspider+psycopg2` for PGSpider."""

    username: StrictStr
    """PostgreSQL role to sign in as; it needs `USAGE` on the schemas and `SELECT` on the tables to be ingested."""

    authType: Annotated[CommonBasicAuth | IamAuthConfig | CommonAzureConfig | None, OneOf] = None
    """How to sign in: password, AWS IAM, or Microsoft Entra."""

    hostPort: StrictStr
    """Server address, for example `postgres.internal:5432`."""

    database: StrictStr
    """Database to connect to, and the only one read unless `ingestAllDatabases` is true."""

    ingestAllDatabases: StrictBool | None = False
    """True reads every PostgreSQL database on the server that passes `databaseFilterPattern`; false reads just
    `database`.
    """

    schemaFilterPattern: Annotated[FilterPattern | None, Field(validate_default=True)] = {
        "includes": [],
        "excludes": ["^information_schema$"],
    }
    """Which PostgreSQL schemas are ingested, by include and exclude expressions."""

    tableFilterPattern: FilterPattern | None = None
    """Which PostgreSQL tables and views are ingested, by include and exclude expressions."""

    databaseFilterPattern: Annotated[FilterPattern | None, Field(validate_default=True)] = {
        "includes": [],
        "excludes": ["^template1$", "^template0$"],
    }
    """Which PostgreSQL databases are ingested, by include and exclude expressions."""

    storedProcedureFilterPattern: FilterPattern | None = None
    """Which PostgreSQL procedures and functions are ingested, by include and exclude expressions."""

    sslMode: SslMode | None = None
    """How strictly a database connection insists on TLS, from `disable` (never) to `verify-full` (encrypted, with
    authority and host name checked).
    """

    sslConfig: Annotated[ValidateSSLClientConfig | None, OneOf] = None
    """Certificates and key for the client side of the TLS connection; required when the certificate is validated."""

    classificationName: StrictStr | None = "PostgresPolicyTags"
    """Name of the classification under which tags made from PostgreSQL row security policies are filed."""

    queryStatementSource: StrictStr | None = "pg_stat_statements"
    """View or table holding query statistics, for example `monitoring.pg_stat_statements_ro` where the stock
    `pg_stat_statements` is off limits.
    """

    connectionOptions: dict[str, StrictStr] | None = None
    """Parameters appended to the connection URL, name to string value, for example `{charset: utf8mb4}`."""

    connectionArguments: dict[str, Any] | None = None
    """Keyword arguments handed to the driver when it connects, such as `sslmode` or `auth`; values may be of any JSON
    type.
    """

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""

    supportsUsageExtraction: StrictBool | None = True
    """Capability flag: query logs can be read to work out how often assets are used."""

    supportsLineageExtraction: StrictBool | None = True
    """Capability flag: lineage can be derived from query logs or the service's own lineage records."""

    supportsDBTExtraction: StrictBool | None = True
    """Capability flag: dbt artefacts can be ingested and linked to the service's tables."""

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

    supportsDataDiff: StrictBool | None = True
    """Capability flag: table contents can be compared with another table by the data diff test."""
