# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model


class EntityReference(Model):
    """A pointer from one entity to another, such as from a table to the database that contains it, carrying enough
    detail to display it.

    Source: `type/entityReference.json`
    """

    id: StrictStr
    """UUID of the entity pointed to."""

    type: StrictStr
    """Type of the entity pointed to, for example `table`, `user` or `dashboardService`."""

    name: StrictStr | None = None
    """Name of the entity pointed to, without its parents."""

    fullyQualifiedName: StrictStr | None = None
    """Full path of the entity pointed to, for example `mysql.shop.public.orders`; the plain name for types without
    parents, such as `team`.
    """

    description: StrictStr | None = None
    """Markdown description of the entity pointed to, if it has one."""

    displayName: StrictStr | None = None
    """Label under which the UI shows the entity pointed to."""

    deleted: StrictBool | None = None
    """`true` if the entity pointed to is currently soft deleted."""

    inherited: StrictBool | None = None
    """`true` if the link is not set on this entity itself but taken over from a parent, such as owners inherited from
    the schema.
    """

    href: StrictStr | None = None
    """REST URL at which the entity pointed to can be fetched."""
