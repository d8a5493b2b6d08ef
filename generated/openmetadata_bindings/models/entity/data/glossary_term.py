# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt

from ...type.basic import ProviderType, Style
from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.status import Status
from ...type.tag_label import TagLabel
from ...type.term_relation import TermRelation
from ...type.votes import Votes


class ConceptMappingType(OpenEnum):
    """How closely a term matches an outside concept: the SKOS relations exact, close, broad, narrow and related, or
    identity (`SAME_AS`).

    Source: `entity/data/glossaryTerm.json#/definitions/conceptMappingType`
    """

    EXACT_MATCH = "EXACT_MATCH"
    CLOSE_MATCH = "CLOSE_MATCH"
    BROAD_MATCH = "BROAD_MATCH"
    NARROW_MATCH = "NARROW_MATCH"
    RELATED_MATCH = "RELATED_MATCH"
    SAME_AS = "SAME_AS"


class TermReference(Model):
    """Source: `entity/data/glossaryTerm.json#/definitions/termReference`"""

    name: StrictStr | None = None
    """Label of the outside source, e.g. `ISO 20022`."""

    endpoint: StrictStr | None = None
    """URI at which the outside source defines the term."""


class ConceptMapping(Model):
    """Statement that a term corresponds, to a given degree, to a concept of an outside vocabulary.

    Source: `entity/data/glossaryTerm.json#/definitions/conceptMapping`
    """

    conceptIri: StrictStr
    """IRI of the outside concept, e.g. `http://www.w3.org/2004/02/skos/core#Concept`."""

    mappingType: ConceptMappingType
    """Degree of correspondence between the term and the outside concept."""

    schemeIri: StrictStr | None = None
    """IRI of the vocabulary (concept scheme) that the outside concept comes from."""

    source: StrictStr | None = None
    """Readable name of the vocabulary or catalogue, e.g. `FIBO`."""


class GlossaryTerm(Model):
    """Glossary term: a business concept with its definition, synonyms and relations, usable as a label on assets.

    Source: `entity/data/glossaryTerm.json`
    """

    id: StrictStr
    """UUID that the server assigned to the glossary term; it survives renames."""

    name: EntityName
    """The term in its preferred form, unique under its parent."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the term in place of its name."""

    description: StrictStr
    """What the term means, in Markdown."""

    style: Style | None = None
    """Colour, icon and banner that set an entity apart in the UI."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Path from the glossary down to the term with dots between the names, e.g. `Finance.Revenue.NetRevenue`."""

    synonyms: list[EntityName] | None = None
    """Further words for the same or nearly the same concept, such as abbreviations."""

    glossary: EntityReference
    """Reference to the glossary the term is defined in."""

    parent: EntityReference | None = None
    """Reference to the broader term above this one; missing on the top level of the glossary."""

    children: list[EntityReference] | None = None
    """References to the narrower terms directly below this one."""

    relatedTerms: Annotated[list[TermRelation] | None, Field(validate_default=True)] = []
    """Terms connected with this one, each with the kind of relation, e.g. synonym or antonym."""

    references: list[TermReference] | None = None
    """Named links to definitions of the concept outside the catalogue."""

    conceptMappings: Annotated[list[ConceptMapping] | None, Field(validate_default=True)] = []
    """Alignments of the term with concepts of published vocabularies, in the manner of SKOS."""

    version: EntityVersion | None = 0.1
    """Version number of the metadata of the glossary term: 0.1 at creation, raised by 0.1 for compatible and by 1.0
    for breaking changes.
    """

    updatedAt: StrictInt | None = None
    """When the current version of the glossary term was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the user or bot that wrote the current version of the glossary term."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the latest change in the name of the user in `updatedBy`."""

    href: StrictStr | None = None
    """URL of the glossary term in the REST API."""

    reviewers: list[EntityReference] | None = None
    """References to the users or teams that approve changes to the glossary term."""

    owners: list[EntityReference] | None = None
    """References to the users or teams that own the glossary term."""

    usageCount: StrictInt | None = None
    """How often the term or one below it is attached to assets and their fields."""

    tags: Annotated[list[TagLabel] | None, Field(validate_default=True)] = []
    """Classification tags tied to the term; labelling a column with the term puts them on the column too, e.g.
    `PII.Sensitive` along with a phone number term.
    """

    changeDescription: ChangeDescription | None = None
    """Fields added, updated and deleted between the previous version of the glossary term and this one."""

    incrementalChangeDescription: ChangeDescription | None = None
    """Fields touched by the latest write alone, where `changeDescription` may sum up several writes that share a
    version.
    """

    entityStatus: Status | None = None
    """Where the term stands in the approval workflow, e.g. `Draft` until its reviewers accept it."""

    deleted: StrictBool | None = False
    """`true` once the glossary term has been soft-deleted, meaning hidden but restorable."""

    provider: ProviderType | None = None
    """Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user`
    ones were created by people, `automation` ones by apps and may be deleted.
    """

    disabled: StrictBool | None = None
    """`true` if the term is switched off; meant for built-in ones, which cannot be removed."""

    mutuallyExclusive: StrictBool | None = False
    """Whether an asset may be labelled with no more than one child of the term (`true`) or with any number (`false`)."""

    extension: Any | None = None
    """Values of the custom properties defined for the glossary term type, as an object keyed by property name."""

    domains: list[EntityReference] | None = None
    """References to the domains that the term is part of, taken from its glossary if none are set on it."""

    dataProducts: list[EntityReference] | None = None
    """References to the data products that count the glossary term among their assets."""

    dataContract: EntityReference | None = None
    """Reference to the data contract that the glossary term is bound by, if it has one."""

    votes: Votes | None = None
    """Up- and down-votes that users gave the glossary term."""

    childrenCount: StrictInt | None = None
    """How many terms are directly below this one; deeper levels are not counted."""
