# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Classification is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Classification",
    entity_type="classification",
    collection="classifications",
    attribute="classifications",
    create_schema="api/classification/createClassification.json",
    entity_schema="entity/classification/classification.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Name of an entity within its parent: 1 to 256 characters, not containing `::`.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the classification instead of its name, e.g. `Personal data`.",
        ),
        PropertySpec(
            name="description",
            type="string",
            required=True,
            description="Markdown text telling users what the classification covers and when to use its tags.",
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
            description="`true` if an asset may carry at most one tag of this classification, e.g. either `Tier.Tier1` or `Tier.Tier2`; `false` (default) if several may be combined.",
        ),
        PropertySpec(
            name="domain",
            type="string",
            description="Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given beside it.",
        ),
        PropertySpec(
            name="domains",
            type="list(string)",
            description="Domains to place the classification in, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the classification.",
        ),
        PropertySpec(
            name="reviewers",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that approve changes to the tags of this classification.",
        ),
        PropertySpec(
            name="autoClassificationConfig",
            type="object",
            description="Settings that govern how tags of the classification are applied to columns by the automatic classifier.",
        ),
    ),
    fields=(
        "owners",
        "reviewers",
        "domains",
        "usageCount",
        "termCount",
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
    filters=("disabled",),
    renamable=True,
)
