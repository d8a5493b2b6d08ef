# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Tag is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, Parent, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Tag",
    entity_type="tag",
    collection="tags",
    attribute="tags",
    create_schema="api/classification/createTag.json",
    entity_schema="entity/classification/tag.json",
    properties=(
        PropertySpec(
            name="classification",
            type="string",
            immutable=True,
            description="Fully qualified name of the classification to add the tag to, e.g. `PII`.",
        ),
        PropertySpec(
            name="parent",
            type="string",
            immutable=True,
            description="Fully qualified name of the tag to nest this one under; leave it out to put the tag directly below its classification.",
        ),
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Name of an entity within its parent: 1 to 256 characters, not containing `::`.",
        ),
        PropertySpec(
            name="displayName", type="string", description="Human-readable label shown for the tag instead of its name."
        ),
        PropertySpec(
            name="description",
            type="string",
            required=True,
            description="Markdown text that explains what the tag means and when to apply it.",
        ),
        PropertySpec(
            name="style", type="Style", description="Colour, icon and banner that set an entity apart in the UI."
        ),
        PropertySpec(
            name="associatedTags",
            type="list(string)",
            write_only=True,
            description="Other tags, by fully qualified name, that go together with this one.",
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
            default=False,
            description="`true` if an asset may carry only one of the child tags of this tag; `false` (default) if it may carry several of them.",
        ),
        PropertySpec(
            name="domain",
            type="string",
            description="Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given beside it.",
        ),
        PropertySpec(
            name="domains",
            type="list(string)",
            description="Domains to place the tag in, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the tag.",
        ),
        PropertySpec(
            name="reviewers",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that approve changes to the tag.",
        ),
        PropertySpec(
            name="recognizers",
            type="list(Recognizer)",
            description="Rules (patterns, keyword lists and the like) by which the automatic classifier detects data that deserves this tag.",
        ),
        PropertySpec(
            name="autoClassificationEnabled",
            type="boolean",
            default=False,
            description="Lets the automatic classifier apply this tag when `true`; off by default.",
        ),
        PropertySpec(
            name="autoClassificationPriority",
            type="integer",
            default=50,
            description="Rank from 0 to 100 (default 50) of the tag when it competes with others for the same column; the larger number wins.",
        ),
    ),
    fields=(
        "owners",
        "reviewers",
        "domains",
        "children",
        "usageCount",
    ),
    parents=(
        Parent(property="parent", entity="tag"),
        Parent(property="classification", entity="classification"),
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
        Reference(property="associatedTags", entities=("tag",), spelling="fqn", many=True),
    ),
    filters=(
        "parent",
        "disabled",
    ),
    assets_by="id",
    renamable=True,
)
