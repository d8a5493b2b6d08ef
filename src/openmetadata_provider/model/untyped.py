"""An entity whose schema the generator was not given."""

from __future__ import annotations

from pydantic import ConfigDict

from openmetadata_provider.model.base import Model


class UntypedEntity(Model):
    """An answer of the server with no schema to check it by: every property is kept as it came."""

    model_config = ConfigDict(extra="allow")

    id: str | None = None
    name: str | None = None
    fullyQualifiedName: str | None = None  # noqa: N815  wire name
