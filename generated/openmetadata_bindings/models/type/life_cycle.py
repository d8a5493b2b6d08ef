# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt

from .entity_reference import EntityReference


class AccessDetails(Model):
    """One event in the life of a data asset: its time and its originator.

    Source: `type/lifeCycle.json#/definitions/accessDetails`
    """

    timestamp: StrictInt
    """When the creation, change or read took place, in milliseconds since the Unix epoch."""

    accessedBy: EntityReference | None = None
    """Catalogue entity behind the event, such as a user, pipeline or query."""

    accessedByAProcess: StrictStr | None = None
    """Name of the originator as free text, when it is a process the catalogue has no entity for."""


class LifeCycle(Model):
    """When a data asset was created, last changed and last read, and by whom.

    Source: `type/lifeCycle.json`
    """

    created: AccessDetails | None = None
    """Who brought the data asset into being, and when."""

    updated: AccessDetails | None = None
    """Who changed the data of the asset most recently, and when."""

    accessed: AccessDetails | None = None
    """Who read the data of the asset most recently, and when."""
