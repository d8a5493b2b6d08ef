# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, StrictBool, StrictFloat, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt

from ...type.asset_certification import AssetCertification
from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.life_cycle import LifeCycle
from ...type.status import Status
from ...type.tag_label import TagLabel
from ...type.usage_details import UsageDetails
from ...type.votes import Votes
from ..services.connections.connection_basic_type import SampleDataStorageConfig
from ..services.database_service import DatabaseServiceType
from .table import ProfileSampleType, SamplingMethodType


class DatabaseProfilerConfig(Model):
    """Sampling settings that the profiler uses for tables of the database unless a schema or table overrides them.

    Source: `entity/data/database.json#/Database/databaseProfilerConfig`
    """

    model_config = ConfigDict(extra="allow")

    profileSample: StrictFloat | None = None
    """How much of each table the profiler and the data quality tests read: a percentage or a row count, according to
    `profileSampleType`.
    """

    profileSampleType: ProfileSampleType | None = None
    """Unit of a profiler sample: a share of the table (`PERCENTAGE`, the default) or a number of `ROWS`."""

    sampleDataCount: StrictInt | None = 50
    """Rows of sample data to store for each table; 50 by default."""

    samplingMethodType: SamplingMethodType | None = None
    """SQL `TABLESAMPLE` method: `BERNOULLI` decides row by row, `SYSTEM` takes whole storage blocks and is faster but
    coarser.
    """

    sampleDataStorageConfig: SampleDataStorageConfig | None = None
    """Where table samples go, wrapped in a `config` property; leave it out to keep samples in the catalogue only."""

    randomizedSample: StrictBool | None = False
    """`true` to draw the sample rows at random, `false` (default) to take them as the engine returns them."""


class Database(Model):
    """Database: the level between a database service and its schemas, called a catalog by some engines.

    Source: `entity/data/database.json`
    """

    id: StrictStr
    """UUID that the server assigned to the database; it survives renames."""

    name: EntityName
    """Name of the database as its service knows it, e.g. `sales`."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Service name and database name joined by a dot, e.g. `postgres_prod.sales`."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the database in place of its name."""

    description: StrictStr | None = None
    """Markdown text about the data that the database holds."""

    dataProducts: list[EntityReference] | None = None
    """References to the data products that count the database among their assets."""

    dataContract: EntityReference | None = None
    """Reference to the data contract that the database is bound by, if it has one."""

    tags: Annotated[list[TagLabel] | None, Field(validate_default=True)] = []
    """Classification tags and glossary terms attached to the database."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the database: 0.1 at creation, raised by 0.1 for compatible and by 1.0 for
    breaking changes.
    """

    updatedAt: StrictInt | None = None
    """When the current version of the database was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the database."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    href: StrictStr | None = None
    """URL of the database in the REST API."""

    owners: list[EntityReference] | None = None
    """References to the users or teams that own the database."""

    service: EntityReference
    """Reference to the database service that the database comes from."""

    serviceType: DatabaseServiceType | None = None
    """Product behind the database service, e.g. `Postgres` or `Snowflake`."""

    location: EntityReference | None = None
    """Reference to the place in storage where the files of the database are kept."""

    usageSummary: UsageDetails | None = None
    """Most recent usage counts and percentile ranks of the database over the past day, week and month."""

    databaseSchemas: list[EntityReference] | None = None
    """Schemas one level below the database, as entity references."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the database and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    default: StrictBool | None = False
    """`true` if the database is only the placeholder for an engine without a catalog level, MySQL for example."""

    deleted: StrictBool | None = False
    """`true` once the database has been soft-deleted, meaning hidden but restorable."""

    retentionPeriod: StrictStr | None = None
    """How long the database keeps its data, as an ISO 8601 duration such as `P90D` for ninety days."""

    extension: Any | None = None
    """Values of the custom properties defined for the database type, as an object keyed by property name."""

    sourceUrl: StrictStr | None = None
    """Web address of the database in the console of its source system."""

    domains: list[EntityReference] | None = None
    """References to the domains that the database is part of, taken from its service if none are set on it."""

    votes: Votes | None = None
    """Up- and down-votes that users gave the database."""

    lifeCycle: LifeCycle | None = None
    """When and by whom the database was created, last changed and last accessed at the source."""

    certification: AssetCertification | None = None
    """A certification held by a data asset: the certifying tag with the period for which it is valid."""

    followers: list[EntityReference] | None = None
    """References to the users who are notified of changes to the database."""

    sourceHash: Annotated[StrictStr | None, Field(max_length=32, min_length=1)] = None
    """Digest of the metadata read from the source; ingestion compares it with the previous run and skips databases
    that did not change.
    """

    databaseProfilerConfig: DatabaseProfilerConfig | None = None
    """Sampling settings that the profiler uses for tables of the database unless a schema or table overrides them."""

    entityStatus: Status | None = None
    """Where the database stands in the approval workflow, e.g. `Draft`, `In Review` or `Approved`."""
