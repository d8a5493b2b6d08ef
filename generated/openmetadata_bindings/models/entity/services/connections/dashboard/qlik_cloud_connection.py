# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr
from openmetadata_provider.model.unions import Unique

from .....type.filter_pattern import FilterPattern


class QlikCloudConnectionSpaceType(OpenEnum):
    """Source: `entity/services/connections/dashboard/qlikCloudConnection.json#/QlikCloudConnection/spaceType`"""

    Managed = "Managed"
    Shared = "Shared"
    Personal = "Personal"
    Data = "Data"


class QlikCloudType(OpenEnum):
    """Connector identifier of Qlik Cloud.

    Source: `entity/services/connections/dashboard/qlikCloudConnection.json#/definitions/qlikCloudType`
    """

    QlikCloud = "QlikCloud"


class QlikCloudConnection(Model):
    """How to reach a Qlik Cloud tenant and which of its spaces to read.

    Source: `entity/services/connections/dashboard/qlikCloudConnection.json`
    """

    type: QlikCloudType | None = QlikCloudType.QlikCloud
    """Always `QlikCloud`; picks the Qlik Cloud connector."""

    token: SecretStr
    """Qlik Cloud API key sent as a bearer token; its owner must be able to open the apps to ingest."""

    hostPort: StrictStr
    """Tenant URL, for example `https://acme.eu.qlikcloud.com`."""

    spaceTypes: Annotated[list[QlikCloudConnectionSpaceType] | None, Field(min_length=1), Unique] = [
        QlikCloudConnectionSpaceType.Managed,
        QlikCloudConnectionSpaceType.Shared,
        QlikCloudConnectionSpaceType.Personal,
        QlikCloudConnectionSpaceType.Data,
    ]
    """Kinds of Qlik Cloud space to look into; apps in spaces of any other kind are left out."""

    dashboardFilterPattern: FilterPattern | None = None
    """Qlik Cloud apps to ingest as dashboards, by regular expression on the app name."""

    chartFilterPattern: FilterPattern | None = None
    """Qlik Cloud sheets to ingest as charts, by regular expression on the sheet title."""

    dataModelFilterPattern: FilterPattern | None = None
    """Qlik Cloud tables to ingest as data models, by regular expression."""

    projectFilterPattern: FilterPattern | None = None
    """Qlik Cloud spaces to visit, by regular expression on the space name."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
