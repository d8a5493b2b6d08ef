# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Any

from pydantic import StrictBool, StrictFloat, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum

from .....security.credentials.gcp_credentials import GcpCredentials
from .....type.filter_pattern import FilterPattern
from ..connection_basic_type import SampleDataStorageConfig


class BigqueryScheme(OpenEnum):
    """SQLAlchemy dialect available for BigQuery.

    Source: `entity/services/connections/database/bigQueryConnection.json#/definitions/bigqueryScheme`
    """

    bigquery = "bigquery"


class BigqueryType(OpenEnum):
    """Connector identifier of Google BigQuery.

    Source: `entity/services/connections/database/bigQueryConnection.json#/definitions/bigqueryType`
    """

    BigQuery = "BigQuery"


class BigQueryConnection(Model):
    """How to reach Google BigQuery and which projects, datasets and policy tags to read from it.

    Source: `entity/services/connections/database/bigQueryConnection.json`
    """

    type: BigqueryType | None = BigqueryType.BigQuery
    """Always `BigQuery`; picks the BigQuery connector."""

    scheme: BigqueryScheme | None = BigqueryScheme.bigquery
    """SQLAlchemy dialect prefix, always `bigquery`."""

    hostPort: StrictStr | None = "bigquery.googleapis.com"
    """Host name of the BigQuery API; override it for a private or regional endpoint."""

    billingProjectId: StrictStr | None = None
    """Google Cloud project billed for the queries the ingestion runs, when it differs from the project read."""

    credentials: GcpCredentials
    """Google Cloud credentials the ingestion signs in with: a service account key, a key file, or application default
    credentials.
    """

    includePolicyTags: StrictBool | None = True
    """Whether policy tags on columns are ingested as tags."""

    taxonomyProjectID: list[StrictStr] | None = None
    """IDs of the Google Cloud projects whose policy tag taxonomies are read."""

    taxonomyLocation: StrictStr | None = "us"
    """Location of the policy tag taxonomies, for example `us` or `europe-west1`."""

    usageLocation: StrictStr | None = "us"
    """Region whose `INFORMATION_SCHEMA.JOBS_BY_PROJECT` view is read for query history, either multi-region (`us`,
    `eu`) or single (`europe-west1`).
    """

    connectionOptions: dict[str, StrictStr] | None = None
    """Parameters appended to the connection URL, name to string value, for example `{charset: utf8mb4}`."""

    connectionArguments: dict[str, Any] | None = None
    """Keyword arguments handed to the driver when it connects, such as `sslmode` or `auth`; values may be of any JSON
    type.
    """

    schemaFilterPattern: FilterPattern | None = None
    """Regular expressions that admit or reject BigQuery datasets."""

    tableFilterPattern: FilterPattern | None = None
    """Regular expressions that admit or reject BigQuery tables and views."""

    databaseFilterPattern: FilterPattern | None = None
    """Regular expressions that admit or reject Google Cloud projects, which count as databases."""

    storedProcedureFilterPattern: FilterPattern | None = None
    """Regular expressions that admit or reject BigQuery routines."""

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

    costPerTB: StrictFloat | None = 6.25
    """Price in US dollars of one tebibyte scanned, used to estimate query cost."""
