# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""DatabaseServices: `/api/v1/services/databaseServices`."""

from __future__ import annotations

from openmetadata_bindings.models.api.services.create_database_service import CreateDatabaseServiceRequest
from openmetadata_bindings.models.entity.services.database_service import DatabaseService
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncFollowed, Followed
from openmetadata_spec import ConnectorSpec, EntitySpec, PropertySpec, Reference, ServiceSpec

SPEC = EntitySpec(
    kind="DatabaseService",
    entity_type="databaseService",
    collection="services/databaseServices",
    attribute="database_services",
    create_schema="api/services/createDatabaseService.json",
    entity_schema="entity/services/databaseService.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Unique name of the database service, e.g. `snowflake_prod`; it begins the fully qualified name of everything below it.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the database service instead of its name.",
        ),
        PropertySpec(
            name="description",
            type="string",
            description="Markdown text on the database system that the service stands for and what it contains.",
        ),
        PropertySpec(
            name="tags",
            type="list(TagLabel)",
            description="Classification tags and glossary terms to attach to the database service.",
        ),
        PropertySpec(
            name="serviceType",
            type="DatabaseServiceType",
            required=True,
            immutable=True,
            description="Database products a service can stand for, plus `CustomDatabase` for user-supplied connectors.",
        ),
        PropertySpec(
            name="connection",
            type="DatabaseConnection",
            description="Connection configuration of a database service, wrapped in a `config` property.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the database service.",
        ),
        PropertySpec(
            name="dataProducts",
            type="list(string)",
            description="Data products that the database service is to be an asset of, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="domain",
            type="string",
            description="Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given beside it.",
        ),
        PropertySpec(
            name="domains",
            type="list(string)",
            description="Domains to place the database service in, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="ingestionRunner",
            type="EntityReference",
            description="Reference to the runner that carries out the ingestion pipelines of the database service.",
        ),
    ),
    fields=(
        "owners",
        "tags",
        "domains",
        "dataProducts",
        "followers",
        "pipelines",
    ),
    references=(
        Reference(
            property="owners",
            entities=(
                "user",
                "team",
            ),
            spelling="ref",
            many=True,
        ),
        Reference(property="domain", entities=("domain",), spelling="fqn", many=False),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
        Reference(property="dataProducts", entities=("dataProduct",), spelling="fqn", many=True),
        Reference(property="ingestionRunner", entities=("ingestionRunner",), spelling="ref", many=False),
    ),
    service=ServiceSpec(
        service_types=(
            "BigQuery",
            "BigTable",
            "Mysql",
            "Redshift",
            "Snowflake",
            "Postgres",
            "Timescale",
            "Mssql",
            "MicrosoftAccess",
            "Oracle",
            "Athena",
            "Hive",
            "Impala",
            "Presto",
            "Trino",
            "Vertica",
            "Glue",
            "MariaDB",
            "Druid",
            "Db2",
            "Clickhouse",
            "Databricks",
            "AzureSQL",
            "DynamoDB",
            "SingleStore",
            "SQLite",
            "DeltaLake",
            "Salesforce",
            "PinotDB",
            "Datalake",
            "DomoDatabase",
            "QueryLog",
            "CustomDatabase",
            "Dbt",
            "SapHana",
            "MongoDB",
            "Cassandra",
            "Couchbase",
            "Greenplum",
            "Doris",
            "StarRocks",
            "UnityCatalog",
            "SAS",
            "Teradata",
            "SapErp",
            "Synapse",
            "Exasol",
            "Cockroach",
            "SSAS",
            "Epic",
            "ServiceNow",
            "Dremio",
            "MicrosoftFabric",
            "BurstIQ",
            "Informix",
            "Iomete",
        ),
        aliases=(
            (
                "PostgreSQL",
                "Postgres",
            ),
            (
                "MySQL",
                "Mysql",
            ),
        ),
        connectors=(
            ConnectorSpec(
                service_type="BigQuery",
                model="BigQueryConnection",
                schema="entity/services/connections/database/bigQueryConnection.json",
            ),
            ConnectorSpec(
                service_type="Mysql",
                model="MysqlConnection",
                schema="entity/services/connections/database/mysqlConnection.json",
            ),
            ConnectorSpec(
                service_type="Redshift",
                model="RedshiftConnection",
                schema="entity/services/connections/database/redshiftConnection.json",
            ),
            ConnectorSpec(
                service_type="Snowflake",
                model="SnowflakeConnection",
                schema="entity/services/connections/database/snowflakeConnection.json",
            ),
            ConnectorSpec(
                service_type="Postgres",
                model="PostgresConnection",
                schema="entity/services/connections/database/postgresConnection.json",
            ),
            ConnectorSpec(
                service_type="Databricks",
                model="DatabricksConnection",
                schema="entity/services/connections/database/databricksConnection.json",
            ),
            ConnectorSpec(
                service_type="CustomDatabase",
                model="CustomDatabaseConnection",
                schema="entity/services/connections/database/customDatabaseConnection.json",
            ),
        ),
    ),
    filters=("domain",),
)


class DatabaseServices(
    Followed[CreateDatabaseServiceRequest, DatabaseService], Resource[CreateDatabaseServiceRequest, DatabaseService]
):
    """A registered database system, such as one MySQL server or Snowflake account, from which databases, schemas and
    tables are ingested.

    `/api/v1/services/databaseServices` (`api/services/createDatabaseService.json`)
    """

    spec = SPEC
    request_model = CreateDatabaseServiceRequest
    entity_model = DatabaseService


class AsyncDatabaseServices(
    AsyncFollowed[CreateDatabaseServiceRequest, DatabaseService],
    AsyncResource[CreateDatabaseServiceRequest, DatabaseService],
):
    """DatabaseServices, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateDatabaseServiceRequest
    entity_model = DatabaseService
