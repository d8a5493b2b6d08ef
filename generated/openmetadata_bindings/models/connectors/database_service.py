# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Which connection model belongs to which service type: databaseService."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from openmetadata_provider.model.service import Connectors, ServiceModel

if TYPE_CHECKING:
    from openmetadata_bindings.models.entity.services.connections.database.big_query_connection import (
        BigQueryConnection as BigQueryConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.database.custom_database_connection import (
        CustomDatabaseConnection as CustomDatabaseConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.database.databricks_connection import (
        DatabricksConnection as DatabricksConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.database.mysql_connection import (
        MysqlConnection as MysqlConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.database.postgres_connection import (
        PostgresConnection as PostgresConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.database.redshift_connection import (
        RedshiftConnection as RedshiftConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.database.snowflake_connection import (
        SnowflakeConnection as SnowflakeConnection,
    )

CONNECTORS = Connectors(
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
    models={
        "BigQuery": "openmetadata_bindings.models.entity.services.connections.database.big_query_connection:BigQueryConnection",
        "Mysql": "openmetadata_bindings.models.entity.services.connections.database.mysql_connection:MysqlConnection",
        "Redshift": "openmetadata_bindings.models.entity.services.connections.database.redshift_connection:RedshiftConnection",
        "Snowflake": "openmetadata_bindings.models.entity.services.connections.database.snowflake_connection:SnowflakeConnection",
        "Postgres": "openmetadata_bindings.models.entity.services.connections.database.postgres_connection:PostgresConnection",
        "Databricks": "openmetadata_bindings.models.entity.services.connections.database.databricks_connection:DatabricksConnection",
        "CustomDatabase": "openmetadata_bindings.models.entity.services.connections.database.custom_database_connection:CustomDatabaseConnection",
    },
    aliases={
        "PostgreSQL": "Postgres",
        "MySQL": "Mysql",
    },
)
"""The connections of the family. A service type without a model takes any object."""

if TYPE_CHECKING:
    DatabaseServiceConfig = (
        BigQueryConnection
        | CustomDatabaseConnection
        | DatabricksConnection
        | MysqlConnection
        | PostgresConnection
        | RedshiftConnection
        | SnowflakeConnection
        | dict[str, Any]
    )
else:
    DatabaseServiceConfig = Annotated[Any, CONNECTORS]


class DatabaseServiceModel(ServiceModel):
    """A DatabaseService, in a request or an answer: its connection is chosen by `serviceType`."""

    connectors: ClassVar[Connectors] = CONNECTORS
