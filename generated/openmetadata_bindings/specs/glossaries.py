# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Glossary is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Glossary",
    entity_type="glossary",
    collection="glossaries",
    attribute="glossaries",
    create_schema="api/data/createGlossary.json",
    entity_schema="entity/data/glossary.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Unique name of the glossary, e.g. `Finance`; it begins the fully qualified name of each of its terms.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the glossary instead of its name.",
        ),
        PropertySpec(
            name="description",
            type="string",
            required=True,
            description="Markdown text on the subject and audience of the glossary.",
        ),
        PropertySpec(
            name="reviewers",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that approve new and changed terms of the glossary.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the glossary.",
        ),
        PropertySpec(name="tags", type="list(TagLabel)", description="Classification tags to attach to the glossary."),
        PropertySpec(
            name="provider",
            type="ProviderType",
            default="user",
            description="Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user` ones were created by people, `automation` ones by apps and may be deleted.",
        ),
        PropertySpec(
            name="mutuallyExclusive",
            type="boolean",
            default=False,
            description="`true` if an asset may be labelled with only one of the top-level terms of the glossary; `false` (default) if with several.",
        ),
        PropertySpec(
            name="domain",
            type="string",
            description="Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given beside it.",
        ),
        PropertySpec(
            name="domains",
            type="list(string)",
            description="Domains to place the glossary in, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="extension",
            type="any",
            description="Values of the custom properties defined for the glossary type, as an object keyed by property name.",
        ),
    ),
    fields=(
        "owners",
        "tags",
        "reviewers",
        "domains",
        "usageCount",
        "termCount",
        "votes",
        "extension",
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
        Reference(property="domain", entities=("domain",), spelling="fqn", many=False),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
    ),
    renamable=True,
)
