# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictStr

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


class DomainType(OpenEnum):
    """`Source-aligned` domains publish operational data as produced, `Aggregate` domains combine several sources, and
    `Consumer-aligned` domains shape data for a use case.

    Source: `entity/domains/domain.json#/definitions/domainType`
    """

    Source_aligned = "Source-aligned"
    Consumer_aligned = "Consumer-aligned"
    Aggregate = "Aggregate"


class Domain(Model):
    """A business area, such as Finance or Logistics, that owns and groups data assets, data products and subdomains.

    Source: `entity/domains/domain.json`
    """

    id: StrictStr
    """UUID assigned to the domain when it is created; it never changes."""

    domainType: DomainType
    """How the domain relates to the data: close to the source, serving consumers, or combining several domains."""

    name: EntityName
    """Name of the domain, at most 256 characters and unique among its siblings, for example `Marketing`."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Dotted path from the top-level domain down to this one, for example `Sales.EMEA`; a top-level domain has just
    its name.
    """

    displayName: StrictStr | None = None
    """Human-readable label for user interfaces, for example `Customer Payments`; `name` is shown when it is absent."""

    description: StrictStr
    """Markdown text explaining what the domain covers and which assets belong in it."""

    style: Style | None = None
    """Colour, icon and banner that set an entity apart in the UI."""

    version: EntityVersion | None = 0.1
    """Version number of the domain's metadata, starting at 0.1 and raised by every change."""

    updatedAt: StrictInt | None = None
    """When the current version was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Login name of the user or bot that wrote the current version."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that wrote this version while acting for the user in `updatedBy`."""

    href: StrictStr | None = None
    """Absolute URL of the domain in the REST API."""

    parent: EntityReference | None = None
    """Reference to the domain directly above; absent for a top-level domain."""

    children: list[EntityReference] | None = None
    """References to the domains directly below this one."""

    childrenCount: StrictInt | None = None
    """Number of subdomains at any depth below the domain."""

    owners: list[EntityReference] | None = None
    """Users or teams accountable for the domain."""

    experts: list[EntityReference] | None = None
    """Users to ask about the domain's data and terminology."""

    assets: list[EntityReference] | None = None
    """References to the tables, dashboards, topics and other assets assigned to the domain."""

    tags: Annotated[list[TagLabel] | None, Field(validate_default=True)] = []
    """Classification tags and glossary terms attached to the domain."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields changed by the latest update alone, even when several updates were folded into one version."""

    extension: Any | None = None
    """Values of the custom properties defined for the domain type, keyed by property name."""

    followers: list[EntityReference] | None = None
    """Users who asked to be notified when the domain changes."""

    votes: Votes | None = None
    """Up-votes and down-votes that users gave the domain."""

    certification: AssetCertification | None = None
    """A certification held by a data asset: the certifying tag with the period for which it is valid."""

    entityStatus: Status | None = None
    """Where the domain stands in its review life cycle, for example `Draft` or `Approved`."""
