# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.unions import AnyOf

from ...entity.data.glossary_term import ConceptMapping, TermReference
from ...type.basic import ProviderType, Style
from ...type.entity_reference import EntityReference
from ...type.owner_reference import NamedReference
from ...type.tag_label import TagLabel


class CreateGlossaryTermRequest(Model):
    """Request that creates, or with PUT updates, a term of a glossary.

    Source: `api/data/createGlossaryTerm.json`
    """

    glossary: FullyQualifiedEntityName
    """Fully qualified name of the glossary to add the term to, e.g. `Finance`."""

    parent: FullyQualifiedEntityName | None = None
    """Fully qualified name of the term to nest this one under, e.g. `Finance.Revenue`; leave it out for a top-level
    term.
    """

    name: EntityName
    """The term itself in its preferred form, e.g. `NetRevenue`; unique among its siblings."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the term instead of its name, e.g. `Net revenue`."""

    description: StrictStr
    """Definition of the term in Markdown."""

    style: Style | None = None
    """Colour, icon and banner that set an entity apart in the UI."""

    synonyms: list[EntityName] | None = None
    """Other words in use for the same or almost the same concept, e.g. `turnover` for revenue."""

    relatedTerms: list[FullyQualifiedEntityName] | None = None
    """Fully qualified names of terms, in any glossary, that have to do with this one."""

    references: list[TermReference] | None = None
    """Named links to definitions of the term outside the catalogue, such as a standard or a regulation."""

    conceptMappings: list[ConceptMapping] | None = None
    """Alignments of the term with concepts of outside vocabularies, in the manner of SKOS."""

    reviewers: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that have to approve the term."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the term."""

    tags: list[TagLabel] | None = None
    """Classification tags to associate with the term; an asset labelled with the term receives them as well."""

    provider: ProviderType | None = None
    """Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user`
    ones were created by people, `automation` ones by apps and may be deleted.
    """

    mutuallyExclusive: StrictBool | None = False
    """`true` if an asset may be labelled with only one of the direct children of the term; `false` (default) if with
    several.
    """

    extension: Any | None = None
    """Values of the custom properties defined for the glossary term type, as an object keyed by property name."""
