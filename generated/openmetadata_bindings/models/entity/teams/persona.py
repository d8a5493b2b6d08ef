# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt

from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference


class Persona(Model):
    """Persona: a job, such as data analyst, by which the user interface is arranged.

    Source: `entity/teams/persona.json`
    """

    id: StrictStr
    """UUID that the server assigned to the persona."""

    name: EntityName
    """Unique name of the persona."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Same value as the name, as the persona has no parent."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the persona in place of its name."""

    description: StrictStr | None = None
    """Markdown text on the job that the persona stands for."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the persona: 0.1 at creation, then 0.1 more with every change."""

    updatedAt: StrictInt | None = None
    """When the current version of the persona was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the persona."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    href: StrictStr | None = None
    """URL of the persona in the REST API."""

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the persona and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    uiCustomization: EntityReference | None = None
    """Reference to the document that arranges the user interface for this persona."""

    users: list[EntityReference] | None = None
    """References to the users that have this persona."""

    domains: list[EntityReference] | None = None
    """References to the domains the persona was assigned to."""

    default: StrictBool | None = False
    """`true` if everybody without a persona of their own gets this one."""
