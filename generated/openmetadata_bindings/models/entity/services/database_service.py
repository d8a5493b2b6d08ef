# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictStr

from openmetadata_bindings.models.connectors.database_service import DatabaseServiceConfig, DatabaseServiceModel
from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt

from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.status import Status
from ...type.tag_label import TagLabel
from .connections.test_connection_result import TestConnectionResult


class DatabaseConnection(Model):
    """Connection configuration of a database service, wrapped in a `config` property.

    Source: `entity/services/databaseService.json#/definitions/databaseConnection`
    """

    config: DatabaseServiceConfig | None = None


class DatabaseServiceType(OpenEnum):
    """Database products a service can stand for, plus `CustomDatabase` for user-supplied connectors.

    Source: `entity/services/databaseService.json#/definitions/databaseServiceType`
    """

    BigQuery = "BigQuery"
    BigTable = "BigTable"
    Mysql = "Mysql"
    Redshift = "Redshift"
    Snowflake = "Snowflake"
    Postgres = "Postgres"
    Timescale = "Timescale"
    Mssql = "Mssql"
    MicrosoftAccess = "MicrosoftAccess"
    Oracle = "Oracle"
    Athena = "Athena"
    Hive = "Hive"
    Impala = "Impala"
    Presto = "Presto"
    Trino = "Trino"
    Vertica = "Vertica"
    Glue = "Glue"
    MariaDB = "MariaDB"
    Druid = "Druid"
    Db2 = "Db2"
    Clickhouse = "Clickhouse"
    Databricks = "Databricks"
    AzureSQL = "AzureSQL"
    DynamoDB = "DynamoDB"
    SingleStore = "SingleStore"
    SQLite = "SQLite"
    DeltaLake = "DeltaLake"
    Salesforce = "Salesforce"
    PinotDB = "PinotDB"
    Datalake = "Datalake"
    DomoDatabase = "DomoDatabase"
    QueryLog = "QueryLog"
    CustomDatabase = "CustomDatabase"
    Dbt = "Dbt"
    SapHana = "SapHana"
    MongoDB = "MongoDB"
    Cassandra = "Cassandra"
    Couchbase = "Couchbase"
    Greenplum = "Greenplum"
    Doris = "Doris"
    StarRocks = "StarRocks"
    UnityCatalog = "UnityCatalog"
    SAS = "SAS"
    Teradata = "Teradata"
    SapErp = "SapErp"
    Synapse = "Synapse"
    Exasol = "Exasol"
    Cockroach = "Cockroach"
    SSAS = "SSAS"
    Epic = "Epic"
    ServiceNow = "ServiceNow"
    Dremio = "Dremio"
    MicrosoftFabric = "MicrosoftFabric"
    BurstIQ = "BurstIQ"
    Informix = "Informix"
    Iomete = "Iomete"


class DatabaseService(DatabaseServiceModel):
    """A registered database system, such as one MySQL server or Snowflake account, from which databases, schemas and
    tables are ingested.

    Source: `entity/services/databaseService.json`
    """

    id: StrictStr
    """UUID assigned to the database service on creation."""

    name: EntityName
    """Unique name of the database service, for example `snowflake_prod`."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Equal to `name`, and the first segment of the fully qualified name of every table in the service."""

    displayName: StrictStr | None = None
    """Label shown for the database service in user interfaces, for example `Snowflake (production)`."""

    serviceType: DatabaseServiceType
    """Database product behind the service, for example `Postgres`; decides which connection configuration applies."""

    description: StrictStr | None = None
    """Markdown text telling users what the database system holds."""

    connection: DatabaseConnection | None = None
    """Connection configuration of a database service, wrapped in a `config` property."""

    pipelines: list[EntityReference] | None = None
    """Ingestion pipelines that read this database service for metadata, usage, lineage, profiles and so on."""

    testConnectionResult: TestConnectionResult | None = None
    """Outcome of the most recent connection test of the database service."""

    tags: Annotated[list[TagLabel] | None, Field(validate_default=True)] = []
    """Classification tags and glossary terms put on the database service."""

    version: EntityVersion | None = 0.1
    """Version of the database service's metadata, starting at 0.1."""

    updatedAt: StrictInt | None = None
    """Milliseconds since the Unix epoch at which the database service was last changed."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that last changed the database service."""

    impersonatedBy: StrictStr | None = None
    """Bot that made the last change to the database service in the name of `updatedBy`."""

    owners: list[EntityReference] | None = None
    """Users or teams responsible for the database service."""

    href: StrictStr | None = None
    """Absolute API URL of the database service."""

    followers: list[EntityReference] | None = None
    """Users who follow the database service and hear of its changes."""

    changeDescription: ChangeDescription | None = None
    """What differs between this version of the database service and the one before."""

    incrementalChangeDescription: ChangeDescription | None = None
    """What the last single update changed in the database service."""

    deleted: StrictBool | None = False
    """True after a soft delete: the database service is hidden but can be restored."""

    entityStatus: Status | None = None
    """Review state of the database service, for example `In Review` or `Approved`."""

    dataProducts: list[EntityReference] | None = None
    """Data products that list the database service among their assets."""

    dataContract: EntityReference | None = None
    """Data contract the database service is bound by, if any."""

    domains: list[EntityReference] | None = None
    """Domains that the database service is assigned to; its databases, schemas and tables inherit them."""

    ingestionRunner: EntityReference | None = None
    """Agent that runs the database service's ingestion pipelines, for instance one inside a private network."""
