# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import ConfigDict, StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum

from .....type.filter_pattern import FilterPattern


class CustomDatabaseType(OpenEnum):
    """Connector identifier of a user-supplied database source.

    Source: `entity/services/connections/database/customDatabaseConnection.json#/definitions/customDatabaseType`
    """

    CustomDatabase = "CustomDatabase"


class CustomDatabaseConnection(Model):
    """How to reach a database through a connector class supplied by the user.

    Source: `entity/services/connections/database/customDatabaseConnection.json`
    """

    model_config = ConfigDict(extra="allow")

    type: CustomDatabaseType
    """Always `CustomDatabase`; marks a user-supplied connector."""

    sourcePythonClass: StrictStr | None = None
    """Import path of the Python class that implements the source, for example
    `my_company.connectors.MyDatabaseSource`.
    """

    connectionOptions: dict[str, StrictStr] | None = None
    """Parameters appended to the connection URL, name to string value, for example `{charset: utf8mb4}`."""

    schemaFilterPattern: FilterPattern | None = None
    """Include and exclude expressions matched against schema names."""

    tableFilterPattern: FilterPattern | None = None
    """Include and exclude expressions matched against table names."""

    databaseFilterPattern: FilterPattern | None = None
    """Include and exclude expressions matched against database names."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
