# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictFloat, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr

from .....type.filter_pattern import FilterPattern
from ..connection_basic_type import SampleDataStorageConfig


class SnowflakeScheme(OpenEnum):
    """SQLAlchemy dialect available for Snowflake.

    Source: `entity/services/connections/database/snowflakeConnection.json#/definitions/snowflakeScheme`
    """

    snowflake = "snowflake"


class SnowflakeType(OpenEnum):
    """Connector identifier of Snowflake.

    Source: `entity/services/connections/database/snowflakeConnection.json#/definitions/snowflakeType`
    """

    Snowflake = "Snowflake"


class SnowflakeConnection(Model):
    """How to reach a Snowflake account, with password or key pair, and what to read from it.

    Source: `entity/services/connections/database/snowflakeConnection.json`
    """

    type: SnowflakeType | None = SnowflakeType.Snowflake
    """Always `Snowflake`; picks the Snowflake connector."""

    scheme: SnowflakeScheme | None = SnowflakeScheme.snowflake
    """SQLAlchemy dialect prefix, always `snowflake`."""

    username: StrictStr
    """Snowflake user to sign in as; its role needs `USAGE` on databases and schemas and access to the account usage
    views.
    """

    password: SecretStr | None = None
    """Password of the Snowflake user; leave empty for key pair sign-in."""

    account: StrictStr
    """Account identifier, the part of the account URL before `.snowflakecomputing.com`, for example
    `xy12345.eu-central-1`.
    """

    role: StrictStr | None = None
    """Snowflake role the session assumes, for example `CATALOGUE_READER`; the user's default role otherwise."""

    database: StrictStr | None = None
    """The only Snowflake database to read; every database the role can see is read when empty."""

    warehouse: StrictStr
    """Virtual warehouse that runs the ingestion queries and is billed for them."""

    queryTag: StrictStr | None = None
    """Value of the session's `QUERY_TAG`, so that ingestion queries can be told apart in query history; the user must
    be allowed to alter the session.
    """

    accountUsageSchema: StrictStr | None = "SNOWFLAKE.ACCOUNT_USAGE"
    """Qualified name of the schema with the account usage views; point it at a copy when `SNOWFLAKE.ACCOUNT_USAGE` may
    not be read.
    """

    privateKey: SecretStr | None = None
    """PEM text of the private key for key pair sign-in."""

    snowflakePrivatekeyPassphrase: SecretStr | None = None
    """Passphrase that decrypts `privateKey`; empty for an unencrypted key."""

    includeTransientTables: StrictBool | None = True
    """Whether tables created as `TRANSIENT` are ingested along with permanent ones."""

    includeStreams: StrictBool | None = False
    """Whether change data capture streams are ingested; off unless set."""

    includeStages: StrictBool | None = False
    """Whether internal and external stages are ingested; off unless set."""

    clientSessionKeepAlive: StrictBool | None = False
    """Whether the driver sends heartbeats so that the session outlives long idle stretches of a run."""

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
    """Snowflake schemas to ingest or pass over, by regular expression."""

    tableFilterPattern: FilterPattern | None = None
    """Snowflake tables, views and streams to ingest or pass over, by regular expression."""

    databaseFilterPattern: Annotated[FilterPattern | None, Field(validate_default=True)] = {
        "includes": [],
        "excludes": ["^snowflake$"],
    }
    """Snowflake databases to ingest or pass over, by regular expression."""

    storedProcedureFilterPattern: FilterPattern | None = None
    """Snowflake procedures and functions to ingest or pass over, by regular expression."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""

    supportsIncrementalMetadataExtraction: StrictBool | None = True
    """Capability flag: metadata ingestion can be limited to what changed since the previous run."""

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

    supportsSystemProfile: StrictBool | None = False
    """Capability flag: the database reports DML history per table, for example when rows were last inserted."""

    sampleDataStorageConfig: SampleDataStorageConfig | None = None
    """Where table samples go, wrapped in a `config` property; leave it out to keep samples in the catalogue only."""

    supportsDataDiff: StrictBool | None = True
    """Capability flag: table contents can be compared with another table by the data diff test."""

    creditCost: StrictFloat | None = 3.3
    """Price of one Snowflake credit in the account's currency, used to estimate query cost."""

    snowflakeSourceHost: StrictStr | None = "app.snowflake.com"
    """Host name of the Snowflake web interface, used to build links to tables and queries."""
