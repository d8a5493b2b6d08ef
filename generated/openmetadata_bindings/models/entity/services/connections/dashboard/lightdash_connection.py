# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr

from .....type.filter_pattern import FilterPattern


class LightdashType(OpenEnum):
    """Connector identifier of Lightdash.

    Source: `entity/services/connections/dashboard/lightdashConnection.json#/definitions/lightdashType`
    """

    Lightdash = "Lightdash"


class LightdashConnection(Model):
    """How to reach a Lightdash instance and which project of it to read.

    Source: `entity/services/connections/dashboard/lightdashConnection.json`
    """

    type: LightdashType | None = LightdashType.Lightdash
    """Always `Lightdash`; picks the Lightdash connector."""

    hostPort: StrictStr
    """Base URL of the Lightdash server, for example `https://app.lightdash.cloud`."""

    apiKey: SecretStr
    """Personal access token sent with every Lightdash API call; created in the user's settings."""

    projectUUID: StrictStr
    """UUID of the Lightdash project to ingest, as seen in its URL."""

    spaceUUID: StrictStr
    """UUID of the space inside the project whose dashboards and charts are read."""

    proxyAuthentication: SecretStr | None = None
    """Token for an authenticating proxy in front of Lightdash, such as Google's Identity-Aware Proxy; leave empty when
    there is none.
    """

    dashboardFilterPattern: FilterPattern | None = None
    """Which Lightdash dashboards to ingest, given as regular expressions on their names."""

    chartFilterPattern: FilterPattern | None = None
    """Which Lightdash charts to ingest, given as regular expressions on their names."""

    dataModelFilterPattern: FilterPattern | None = None
    """Which Lightdash explores to ingest as data models, given as regular expressions."""

    projectFilterPattern: FilterPattern | None = None
    """Which Lightdash projects to visit, given as regular expressions on their names."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
