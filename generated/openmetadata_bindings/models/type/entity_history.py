# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Any

from pydantic import StrictStr

from openmetadata_bindings.models.scalars import EntityVersion
from openmetadata_provider.model.base import Model

from .change_summary_map import ChangeSummary


class EntityHistory(Model):
    """All recorded versions of one entity, newest first.

    Source: `type/entityHistory.json`
    """

    entityType: StrictStr
    """Type of the entity whose versions are listed, for example `table`."""

    versions: list[Any]


class FieldChange(Model):
    """Source: `type/entityHistory.json#/definitions/fieldChange`"""

    name: StrictStr | None = None
    """Path of the field that was added, altered or removed."""

    oldValue: Any | None = None
    """Value before the change, serialised as JSON; parse it according to the type of the field."""

    newValue: Any | None = None
    """Value after the change, serialised as JSON; parse it according to the type of the field."""


class IncrementalChangeDescription(Model):
    """What a single update altered, without merging it with earlier updates of the same session.

    Source: `type/entityHistory.json#/definitions/incrementalChangeDescription`
    """

    fieldsAdded: list[FieldChange] | None = None
    """Fields given a value by this one update, each with that value."""

    fieldsUpdated: list[FieldChange] | None = None
    """Fields this one update altered, each with the values before and after."""

    fieldsDeleted: list[FieldChange] | None = None
    """Fields this one update cleared, each with the value it used to have."""

    previousVersion: EntityVersion | None = 0.1
    """Version the entity had before this one update; unchanged if the update had no effect."""


class ChangeDescription(Model):
    """What differs between a version of an entity and the version it replaced, field by field.

    Source: `type/entityHistory.json#/definitions/changeDescription`
    """

    fieldsAdded: list[FieldChange] | None = None
    """Fields that had no value in the earlier version, each with its new value."""

    fieldsUpdated: list[FieldChange] | None = None
    """Fields whose value differs between the two versions, each with both values."""

    fieldsDeleted: list[FieldChange] | None = None
    """Fields that lost their value, each with the value it had before."""

    previousVersion: EntityVersion | None = 0.1
    """Version the difference is taken against; equals the current version if nothing actually changed."""

    changeSummary: dict[str, ChangeSummary] | None = None
    """Map from the name of a field to a note on its latest change: how it happened, who made it and when."""
