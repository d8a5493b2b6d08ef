# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr

from .....type.filter_pattern import FilterPattern


class ModeType(OpenEnum):
    """Connector identifier of Mode.

    Source: `entity/services/connections/dashboard/modeConnection.json#/definitions/modeType`
    """

    Mode = "Mode"


class ModeConnection(Model):
    """How to reach a Mode Analytics workspace to read its reports.

    Source: `entity/services/connections/dashboard/modeConnection.json`
    """

    type: ModeType | None = ModeType.Mode
    """Always `Mode`; picks the Mode connector."""

    hostPort: StrictStr | None = "https://app.mode.com"
    """Base URL of Mode, `https://app.mode.com` unless a dedicated site is used."""

    accessToken: StrictStr
    """Public half of a Mode API token, sent as the user name of basic authentication."""

    accessTokenPassword: SecretStr
    """Secret half of the Mode API token, sent as the password of basic authentication."""

    workspaceName: StrictStr
    """Slug of the workspace as it appears in Mode URLs, for example `acme`."""

    filterQueryParam: StrictStr | None = None
    """Value of the `filter` query parameter on Mode API calls that take one, for example `all` when listing
    collections.
    """

    dashboardFilterPattern: FilterPattern | None = None
    """Regular expressions choosing the Mode reports ingested as dashboards."""

    chartFilterPattern: FilterPattern | None = None
    """Regular expressions choosing the Mode charts to ingest."""

    dataModelFilterPattern: FilterPattern | None = None
    """Regular expressions choosing the Mode data models, that is report queries, to ingest."""

    projectFilterPattern: FilterPattern | None = None
    """Regular expressions choosing the Mode collections to visit."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
