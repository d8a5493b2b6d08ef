# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr

from .....type.filter_pattern import FilterPattern


class MetabaseType(OpenEnum):
    """Connector identifier of Metabase.

    Source: `entity/services/connections/dashboard/metabaseConnection.json#/definitions/metabaseType`
    """

    Metabase = "Metabase"


class MetabaseConnection(Model):
    """How to reach a Metabase server, with either a user login or an API key.

    Source: `entity/services/connections/dashboard/metabaseConnection.json`
    """

    type: MetabaseType | None = MetabaseType.Metabase
    """Always `Metabase`; picks the Metabase connector."""

    username: StrictStr | None = None
    """E-mail address of the Metabase user to sign in as; not needed with an API key."""

    password: SecretStr | None = None
    """Password of the Metabase user in `username`; not needed with an API key."""

    apiKey: SecretStr | None = None
    """Metabase API key sent as `X-API-KEY`, an alternative to signing in with a user and password."""

    hostPort: StrictStr
    """Base URL of the Metabase server, port included, for example `http://metabase.internal:3000`."""

    dashboardFilterPattern: FilterPattern | None = None
    """Metabase dashboards to take or to skip, as lists of regular expressions."""

    chartFilterPattern: FilterPattern | None = None
    """Metabase questions to take or to skip as charts, as lists of regular expressions."""

    dataModelFilterPattern: FilterPattern | None = None
    """Metabase models to take or to skip, as lists of regular expressions."""

    projectFilterPattern: FilterPattern | None = None
    """Metabase collections to take or to skip, as lists of regular expressions."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
