# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr

from .....type.filter_pattern import FilterPattern


class RedashType(OpenEnum):
    """Connector identifier of Redash.

    Source: `entity/services/connections/dashboard/redashConnection.json#/definitions/redashType`
    """

    Redash = "Redash"


class RedashConnection(Model):
    """How to reach a Redash server with a user's API key.

    Source: `entity/services/connections/dashboard/redashConnection.json`
    """

    type: RedashType | None = RedashType.Redash
    """Always `Redash`; picks the Redash connector."""

    username: StrictStr
    """Redash user whose API key is used."""

    hostPort: StrictStr
    """Base URL of the Redash server, for example `https://redash.acme.com`."""

    apiKey: SecretStr
    """API key of the Redash user; grants whatever that user may read."""

    redashVersion: StrictStr | None = "10.0.0"
    """Version of the Redash server, such as `10.0.0`; decides how dashboard links are built."""

    dashboardFilterPattern: FilterPattern | None = None
    """Redash dashboards to ingest or ignore, as regular expressions."""

    chartFilterPattern: FilterPattern | None = None
    """Redash visualisations to ingest or ignore as charts, as regular expressions."""

    dataModelFilterPattern: FilterPattern | None = None
    """Redash data models to ingest or ignore, as regular expressions."""

    projectFilterPattern: FilterPattern | None = None
    """Redash projects to ingest or ignore, as regular expressions."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
