# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.unions import OneOf

from .....type.filter_pattern import FilterPattern
from ....utils.superset_api_connection import SupersetApiConnection
from ..database.mysql_connection import MysqlConnection
from ..database.postgres_connection import PostgresConnection


class SupersetType(OpenEnum):
    """Connector identifier of Apache Superset.

    Source: `entity/services/connections/dashboard/supersetConnection.json#/definitions/supersetType`
    """

    Superset = "Superset"


class SupersetConnection(Model):
    """How to reach an Apache Superset instance, over its API or by reading its metadata database.

    Source: `entity/services/connections/dashboard/supersetConnection.json`
    """

    type: SupersetType | None = SupersetType.Superset
    """Always `Superset`; picks the Superset connector."""

    hostPort: StrictStr
    """Base URL of the Superset web server, for example `https://superset.acme.com`."""

    connection: Annotated[SupersetApiConnection | PostgresConnection | MysqlConnection, OneOf]
    """Route to Superset's metadata: its REST API, or the Postgres or MySQL database behind it."""

    dashboardFilterPattern: FilterPattern | None = None
    """Superset dashboards to keep, selected by regular expression."""

    chartFilterPattern: FilterPattern | None = None
    """Superset charts to keep, selected by regular expression."""

    dataModelFilterPattern: FilterPattern | None = None
    """Superset datasets to keep as data models, selected by regular expression."""

    projectFilterPattern: FilterPattern | None = None
    """Superset projects to keep, selected by regular expression."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
