# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Databases: `/api/v1/databases`."""

from __future__ import annotations

from openmetadata_bindings.models.api.data.create_database import CreateDatabaseRequest
from openmetadata_bindings.models.entity.data.database import Database
from openmetadata_bindings.specs.databases import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncFollowed, AsyncVoted, Followed, Voted


class Databases(
    Followed[CreateDatabaseRequest, Database],
    Voted[CreateDatabaseRequest, Database],
    Resource[CreateDatabaseRequest, Database],
):
    """Database: the level between a database service and its schemas, called a catalog by some engines.

    `/api/v1/databases` (`api/data/createDatabase.json`)
    """

    spec = SPEC
    request_model = CreateDatabaseRequest
    entity_model = Database


class AsyncDatabases(
    AsyncFollowed[CreateDatabaseRequest, Database],
    AsyncVoted[CreateDatabaseRequest, Database],
    AsyncResource[CreateDatabaseRequest, Database],
):
    """Databases, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateDatabaseRequest
    entity_model = Database
