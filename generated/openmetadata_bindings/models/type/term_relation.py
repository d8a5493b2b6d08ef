# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictStr

from openmetadata_provider.model.base import Model

from .entity_reference import EntityReference


class TermRelation(Model):
    """A link from one glossary term to another that also says what kind of relationship it is.

    Source: `type/termRelation.json`
    """

    relationType: Annotated[StrictStr | None, Field(pattern="^[a-zA-Z][a-zA-Z0-9]*$")] = "relatedTo"
    """Kind of relationship, as letters and digits, for example `synonym` or `broader`; `relatedTo` if not stated."""

    term: EntityReference
    """Glossary term at the other end of the relationship."""
