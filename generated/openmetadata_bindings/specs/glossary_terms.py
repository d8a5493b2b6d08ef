# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a GlossaryTerm is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, Parent, PropertySpec, Reference

SPEC = EntitySpec(
    kind="GlossaryTerm",
    entity_type="glossaryTerm",
    collection="glossaryTerms",
    attribute="glossary_terms",
    create_schema="api/data/createGlossaryTerm.json",
    entity_schema="entity/data/glossaryTerm.json",
    properties=(
        PropertySpec(
            name="glossary",
            type="string",
            required=True,
            immutable=True,
            description="Fully qualified name of the glossary to add the term to, e.g. `Finance`.",
        ),
        PropertySpec(
            name="parent",
            type="string",
            immutable=True,
            description="Fully qualified name of the term to nest this one under, e.g. `Finance.Revenue`; leave it out for a top-level term.",
        ),
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="The term itself in its preferred form, e.g. `NetRevenue`; unique among its siblings.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the term instead of its name, e.g. `Net revenue`.",
        ),
        PropertySpec(
            name="description", type="string", required=True, description="Definition of the term in Markdown."
        ),
        PropertySpec(
            name="style", type="Style", description="Colour, icon and banner that set an entity apart in the UI."
        ),
        PropertySpec(
            name="synonyms",
            type="list(string)",
            description="Other words in use for the same or almost the same concept, e.g. `turnover` for revenue.",
        ),
        PropertySpec(
            name="relatedTerms",
            type="list(string)",
            description="Fully qualified names of terms, in any glossary, that have to do with this one.",
        ),
        PropertySpec(
            name="references",
            type="list(TermReference)",
            description="Named links to definitions of the term outside the catalogue, such as a standard or a regulation.",
        ),
        PropertySpec(
            name="conceptMappings",
            type="list(ConceptMapping)",
            description="Alignments of the term with concepts of outside vocabularies, in the manner of SKOS.",
        ),
        PropertySpec(
            name="reviewers",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that have to approve the term.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the term.",
        ),
        PropertySpec(
            name="tags",
            type="list(TagLabel)",
            description="Classification tags to associate with the term; an asset labelled with the term receives them as well.",
        ),
        PropertySpec(
            name="provider",
            type="ProviderType",
            default="user",
            description="Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user` ones were created by people, `automation` ones by apps and may be deleted.",
        ),
        PropertySpec(
            name="mutuallyExclusive",
            type="boolean",
            immutable=True,
            default=False,
            description="`true` if an asset may be labelled with only one of the direct children of the term; `false` (default) if with several.",
        ),
        PropertySpec(
            name="extension",
            type="any",
            description="Values of the custom properties defined for the glossary term type, as an object keyed by property name.",
        ),
    ),
    fields=(
        "owners",
        "tags",
        "reviewers",
        "domains",
        "children",
        "relatedTerms",
        "usageCount",
        "votes",
        "extension",
        "childrenCount",
    ),
    parents=(
        Parent(property="parent", entity="glossaryTerm"),
        Parent(property="glossary", entity="glossary"),
    ),
    references=(
        Reference(
            property="owners",
            entities=(
                "user",
                "team",
            ),
            spelling="ref",
            many=True,
        ),
        Reference(
            property="reviewers",
            entities=(
                "user",
                "team",
            ),
            spelling="ref",
            many=True,
        ),
        Reference(property="relatedTerms", entities=("glossaryTerm",), spelling="fqn", many=True, inside="term"),
    ),
    filters=(
        "glossary",
        "parent",
        "directChildrenOf",
    ),
    assets_by="id",
    renamable=True,
)
