# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictStr

from openmetadata_provider.model.base import PresenceModel
from openmetadata_provider.model.enums import OpenEnum


class NamedReferenceType(OpenEnum):
    """Which of the two it is. Left out, users are tried first, then teams.

    Source: `type/ownerReference.json#/NamedReference/type`
    """

    user = "user"
    team = "team"


class NamedReference(PresenceModel):
    """A user or a team known by its id, its name or its fully qualified name; what is missing is looked up before
    sending.

    Source: `type/ownerReference.json#/definitions/namedReference`
    """

    needed_properties = ("id", "name", "fullyQualifiedName")

    id: StrictStr | None = None
    """Unique id of the user or team."""

    type: NamedReferenceType | None = None
    """Which of the two it is. Left out, users are tried first, then teams."""

    name: Annotated[StrictStr | None, Field(min_length=1)] = None
    """Name of the user or team."""

    fullyQualifiedName: Annotated[StrictStr | None, Field(min_length=1)] = None
    """Fully qualified name of the user or team; for both it is the name, quoted if it holds a dot."""

    displayName: StrictStr | None = None
    """Name shown to people; ignored when the reference is looked up."""
