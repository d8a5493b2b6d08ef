# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictStr

from openmetadata_provider.model.base import PresenceModel


class EntityByName(PresenceModel):
    """An entity known by its id, its name or its fully qualified name; what is missing is looked up before sending.

    Source: `type/nameableReference.json#/definitions/entityByName`
    """

    needed_properties = ("id", "name", "fullyQualifiedName")

    id: StrictStr | None = None
    """Unique id of the entity."""

    type: StrictStr | None = None
    """Type of the entity; left out, it is the one that belongs there."""

    name: Annotated[StrictStr | None, Field(min_length=1)] = None
    """Name of the entity."""

    fullyQualifiedName: Annotated[StrictStr | None, Field(min_length=1)] = None
    """Full path of the entity, its parts joined with dots."""

    displayName: StrictStr | None = None
    """Name shown to people; ignored when the reference is looked up."""
