# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictFloat, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt

from ...type.asset_certification import AssetCertification
from ...type.basic import Style
from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.status import Status
from ...type.tag_label import TagLabel
from ...type.votes import Votes


class LifecycleStage(OpenEnum):
    """Stages of a data product in order, from first idea through development (the default) and production to
    retirement.

    Source: `entity/domains/dataProduct.json#/definitions/lifecycleStage`
    """

    IDEATION = "IDEATION"
    DESIGN = "DESIGN"
    DEVELOPMENT = "DEVELOPMENT"
    TESTING = "TESTING"
    PRODUCTION = "PRODUCTION"
    DEPRECATED = "DEPRECATED"
    RETIRED = "RETIRED"


class PortFormat(OpenEnum):
    """Encoding of the data that passes a port, e.g. `JSON` (default), `PARQUET` or `ICEBERG`.

    Source: `entity/domains/dataProduct.json#/definitions/portFormat`
    """

    JSON = "JSON"
    CSV = "CSV"
    PARQUET = "PARQUET"
    AVRO = "AVRO"
    ORC = "ORC"
    XML = "XML"
    PROTOBUF = "PROTOBUF"
    DELTA = "DELTA"
    ICEBERG = "ICEBERG"
    CUSTOM = "CUSTOM"


class PortProtocol(OpenEnum):
    """Interface through which data passes a port, e.g. `REST` (default), `JDBC`, `KAFKA` or `S3`.

    Source: `entity/domains/dataProduct.json#/definitions/portProtocol`
    """

    REST = "REST"
    GRPC = "GRPC"
    GRAPHQL = "GRAPHQL"
    JDBC = "JDBC"
    KAFKA = "KAFKA"
    FILE = "FILE"
    S3 = "S3"
    AZURE_BLOB = "AZURE_BLOB"
    GCS = "GCS"
    WEBHOOK = "WEBHOOK"
    CUSTOM = "CUSTOM"


class PortType(OpenEnum):
    """Direction of a port: `INPUT` takes data in, `OUTPUT` offers it to consumers.

    Source: `entity/domains/dataProduct.json#/definitions/portType`
    """

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"


class SlaDefinitionTier(OpenEnum):
    """Named class of service: `GOLD`, `SILVER`, `BRONZE`, or `CUSTOM` if only the figures count.

    Source: `entity/domains/dataProduct.json#/SlaDefinition/tier`
    """

    GOLD = "GOLD"
    SILVER = "SILVER"
    BRONZE = "BRONZE"
    CUSTOM = "CUSTOM"


class DataProductPort(Model):
    """One point at which data enters or leaves a data product, tied to the asset behind it.

    Source: `entity/domains/dataProduct.json#/definitions/dataProductPort`
    """

    name: StrictStr
    """Identifier of the port inside its data product."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the port."""

    description: StrictStr | None = None
    """What data passes the port and how to use it."""

    portType: PortType
    """Direction of a port: `INPUT` takes data in, `OUTPUT` offers it to consumers."""

    protocol: PortProtocol | None = None
    """Interface through which data passes a port, e.g. `REST` (default), `JDBC`, `KAFKA` or `S3`."""

    format: PortFormat | None = None
    """Encoding of the data that passes a port, e.g. `JSON` (default), `PARQUET` or `ICEBERG`."""

    endpoint: StrictStr | None = None
    """Where to connect: a URL, or the connection string of the protocol."""

    dataAsset: EntityReference
    """Reference to the table, topic or other asset that stands behind the port."""


class SlaDefinition(Model):
    """Service levels of a data product; each figure is optional.

    Source: `entity/domains/dataProduct.json#/definitions/slaDefinition`
    """

    tier: SlaDefinitionTier | None = None
    """Named class of service: `GOLD`, `SILVER`, `BRONZE`, or `CUSTOM` if only the figures count."""

    availability: Annotated[StrictFloat | None, Field(ge=0.0, le=100.0)] = None
    """Share of time that the data product is to be available, in percent from 0 to 100, e.g. 99.9."""

    responseTime: StrictInt | None = None
    """Time in milliseconds within which a request is to be answered."""

    dataFreshness: StrictInt | None = None
    """Greatest permitted age of the data, in minutes."""

    dataQuality: Annotated[StrictFloat | None, Field(ge=0.0, le=100.0)] = None
    """Lowest acceptable quality score, from 0 to 100."""


class DataProduct(Model):
    """Data product: a curated set of assets that a domain publishes and maintains for consumers, together with its
    service levels.

    Source: `entity/domains/dataProduct.json`
    """

    id: StrictStr
    """UUID that the server assigned to the data product; it survives renames."""

    name: EntityName
    """Technical name, e.g. `CustomerChurn`; no other data product may have it."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Dotted name that identifies the data product across the catalogue, e.g. `Marketing.CustomerChurn`."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the data product in place of its name."""

    description: StrictStr
    """Markdown text about what the data product offers and how to consume it."""

    style: Style | None = None
    """Colour, icon and banner that set an entity apart in the UI."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the data product: 0.1 at creation, raised by 0.1 for compatible and by 1.0 for
    breaking changes.
    """

    updatedAt: StrictInt | None = None
    """When the current version of the data product was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the data product."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    href: StrictStr | None = None
    """URL of the data product in the REST API."""

    owners: list[EntityReference] | None = None
    """References to the users or teams that own the data product."""

    experts: list[EntityReference] | None = None
    """References to the users to ask about the data product."""

    reviewers: list[EntityReference] | None = None
    """References to the users or teams that approve changes to the data product."""

    domains: list[EntityReference] | None = None
    """References to the domains and subdomains that are responsible for the data product."""

    assets: list[EntityReference] | None = None
    """References to the tables, dashboards and other assets bundled in the data product."""

    lifecycleStage: LifecycleStage | None = None
    """Stage that the data product has reached, from `IDEATION` to `RETIRED`."""

    sla: SlaDefinition | None = None
    """Service levels that the data product promises to its consumers."""

    consumesFrom: list[EntityReference] | None = None
    """References to the data products upstream of this one, whose data it uses."""

    providesTo: list[EntityReference] | None = None
    """References to the data products downstream of this one, which use its data."""

    tags: Annotated[list[TagLabel] | None, Field(validate_default=True)] = []
    """Classification tags and glossary terms attached to the data product."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the data product and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    extension: Any | None = None
    """Values of the custom properties defined for the data product type, as an object keyed by property name."""

    followers: list[EntityReference] | None = None
    """References to the users who are notified of changes to the data product."""

    votes: Votes | None = None
    """Up- and down-votes that users gave the data product."""

    certification: AssetCertification | None = None
    """A certification held by a data asset: the certifying tag with the period for which it is valid."""

    entityStatus: Status | None = None
    """Where the data product stands in the approval workflow, e.g. `Draft`, `In Review` or `Approved`."""
