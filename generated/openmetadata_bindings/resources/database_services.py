# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""DatabaseServices: `/api/v1/services/databaseServices`."""

from __future__ import annotations

from openmetadata_bindings.models.api.services.create_database_service import CreateDatabaseServiceRequest
from openmetadata_bindings.models.entity.services.database_service import DatabaseService
from openmetadata_bindings.specs.database_services import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncFollowed, Followed


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
