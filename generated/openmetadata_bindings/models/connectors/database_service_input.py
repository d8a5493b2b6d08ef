# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What may stand for the connection in a request: the wrapper with `config`, or a connection model itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openmetadata_bindings.models.entity.services.database_service import DatabaseConnection

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

    DatabaseServiceConnectionInput = (
        DatabaseConnection
        | BigQueryConnection
        | CustomDatabaseConnection
        | DatabricksConnection
        | MysqlConnection
        | PostgresConnection
        | RedshiftConnection
        | SnowflakeConnection
    )
else:
    DatabaseServiceConnectionInput = DatabaseConnection
