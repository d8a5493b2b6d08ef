# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Domain is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, Parent, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Domain",
    entity_type="domain",
    collection="domains",
    attribute="domains",
    create_schema="api/domains/createDomain.json",
    entity_schema="entity/domains/domain.json",
    properties=(
        PropertySpec(
            name="domainType",
            type="DomainType",
            required=True,
            description="Kind of domain in the data-mesh sense: source-aligned, consumer-aligned or aggregate.",
        ),
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Name of the domain, e.g. `Marketing`; it has to be unique.",
        ),
        PropertySpec(
            name="fullyQualifiedName",
            type="string",
            description="Path of the domain; for a top-level domain just its name.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the domain, e.g. `Marketing and growth`.",
        ),
        PropertySpec(
            name="description",
            type="string",
            required=True,
            description="Markdown text on the part of the business that the domain covers.",
        ),
        PropertySpec(
            name="style", type="Style", description="Colour, icon and banner that set an entity apart in the UI."
        ),
        PropertySpec(
            name="parent",
            type="string",
            immutable=True,
            description="Fully qualified name of the domain to nest this one under; absent for a top-level domain.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the domain.",
        ),
        PropertySpec(
            name="experts", type="list(string)", description="Names (logins) of the users to ask about the domain."
        ),
        PropertySpec(
            name="tags",
            type="list(TagLabel)",
            description="Classification tags and glossary terms to attach to the domain.",
        ),
        PropertySpec(
            name="extension",
            type="any",
            description="Values of the custom properties defined for the domain type, as an object keyed by property name.",
        ),
    ),
    fields=(
        "owners",
        "tags",
        "experts",
        "children",
        "followers",
        "extension",
    ),
    parents=(Parent(property="parent", entity="domain"),),
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
        Reference(property="experts", entities=("user",), spelling="name", many=True),
    ),
    assets_by="name",
    renamable=True,
)
