# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import StrictStr

from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.unions import AnyOf

from ...type.basic import Style
from ...type.entity_reference import EntityReference
from ...type.owner_reference import NamedReference
from ...type.tag_label import TagLabel


class CreateDataProductRequest(Model):
    """Request that creates, or with PUT updates, a data product.

    Source: `api/domains/createDataProduct.json`
    """

    name: EntityName
    """Name of the data product, e.g. `CustomerChurn`; it has to be unique."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Fully qualified name to give to the data product."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the data product, e.g. `Customer churn`."""

    description: StrictStr
    """Markdown text on what the data product offers, to whom, and how to consume it."""

    style: Style | None = None
    """Colour, icon and banner that set an entity apart in the UI."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the data product."""

    domains: list[FullyQualifiedEntityName]
    """Domains that are responsible for the data product, each given by its fully qualified name."""

    experts: list[StrictStr] | None = None
    """Names (logins) of the users to ask about the data product."""

    reviewers: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that approve changes to the data product."""

    assets: list[EntityReference] | None = None
    """References to the tables, dashboards and other assets that make up the data product."""

    tags: list[TagLabel] | None = None
    """Classification tags and glossary terms to attach to the data product."""

    extension: Any | None = None
    """Values of the custom properties defined for the data product type, as an object keyed by property name."""
