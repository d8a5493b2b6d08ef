# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.unions import OneOf

from .....security.ssl.validate_ssl_client_config import ValidateSSLClientConfig
from .....security.ssl.verify_ssl_config import SslMode
from .....type.filter_pattern import FilterPattern
from ..connection_basic_type import SampleDataStorageConfig
from .common.basic_auth import CommonBasicAuth
from .common.iam_auth_config import IamAuthConfig


class RedshiftScheme(OpenEnum):
    """SQLAlchemy dialect and driver available for Redshift.

    Source: `entity/services/connections/database/redshiftConnection.json#/definitions/redshiftScheme`
    """

    redshift_psycopg2 = "redshift+psycopg2"


class RedshiftType(OpenEnum):
    """Connector identifier of Amazon Redshift.

    Source: `entity/services/connections/database/redshiftConnection.json#/definitions/redshiftType`
    """

    Redshift = "Redshift"


class RedshiftConnection(Model):
    """How to reach an Amazon Redshift cluster or serverless workgroup.

    Source: `entity/services/connections/database/redshiftConnection.json`
    """

    type: RedshiftType | None = RedshiftType.Redshift
    """Always `Redshift`; picks the Redshift connector."""

    scheme: RedshiftScheme | None = RedshiftScheme.redshift_psycopg2
    """SQLAlchemy dialect and driver, always `redshift+psycopg2`."""

    username: StrictStr
    """Redshift user to sign in as; it needs to read the system catalogue and the tables to be ingested."""

    authType: Annotated[CommonBasicAuth | IamAuthConfig | None, OneOf] = None
    """How to sign in: password or AWS IAM."""

    hostPort: StrictStr
    """Cluster endpoint with port, for example `dwh.abc123.eu-west-1.redshift.amazonaws.com:5439`."""

    database: StrictStr
    """Database the first connection is opened on; the only one read unless `ingestAllDatabases` is true."""

    ingestAllDatabases: StrictBool | None = False
    """True reads each database of the cluster that passes `databaseFilterPattern`; false stays within `database`."""

    schemaFilterPattern: Annotated[FilterPattern | None, Field(validate_default=True)] = {
        "includes": [],
        "excludes": ["^information_schema$"],
    }
    """Redshift schemas to include or exclude, as regular expressions."""

    tableFilterPattern: FilterPattern | None = None
    """Redshift tables and views to include or exclude, as regular expressions."""

    databaseFilterPattern: Annotated[FilterPattern | None, Field(validate_default=True)] = {
        "includes": [],
        "excludes": ["^template1$"],
    }
    """Redshift databases to include or exclude, as regular expressions."""

    storedProcedureFilterPattern: FilterPattern | None = None
    """Redshift procedures to include or exclude, as regular expressions."""

    sslMode: SslMode | None = None
    """How strictly a database connection insists on TLS, from `disable` (never) to `verify-full` (encrypted, with
    authority and host name checked).
    """

    sslConfig: Annotated[ValidateSSLClientConfig | None, OneOf] = None
    """Certificates and key for the client side of the TLS connection; required when the certificate is validated."""

    connectionOptions: dict[str, StrictStr] | None = None
    """Parameters appended to the connection URL, name to string value, for example `{charset: utf8mb4}`."""

    connectionArguments: dict[str, Any] | None = None
    """Keyword arguments handed to the driver when it connects, such as `sslmode` or `auth`; values may be of any JSON
    type.
    """

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
