# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a DataProduct is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, PropertySpec, Reference

SPEC = EntitySpec(
    kind="DataProduct",
    entity_type="dataProduct",
    collection="dataProducts",
    attribute="data_products",
    create_schema="api/domains/createDataProduct.json",
    entity_schema="entity/domains/dataProduct.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Name of the data product, e.g. `CustomerChurn`; it has to be unique.",
        ),
        PropertySpec(
            name="fullyQualifiedName", type="string", description="Fully qualified name to give to the data product."
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the data product, e.g. `Customer churn`.",
        ),
        PropertySpec(
            name="description",
            type="string",
            required=True,
            description="Markdown text on what the data product offers, to whom, and how to consume it.",
        ),
        PropertySpec(
            name="style", type="Style", description="Colour, icon and banner that set an entity apart in the UI."
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the data product.",
        ),
        PropertySpec(
            name="domains",
            type="list(string)",
            required=True,
            description="Domains that are responsible for the data product, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="experts",
            type="list(string)",
            description="Names (logins) of the users to ask about the data product.",
        ),
        PropertySpec(
            name="reviewers",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that approve changes to the data product.",
        ),
        PropertySpec(
            name="assets",
            type="list(EntityReference)",
            description="References to the tables, dashboards and other assets that make up the data product.",
        ),
        PropertySpec(
            name="tags",
            type="list(TagLabel)",
            description="Classification tags and glossary terms to attach to the data product.",
        ),
        PropertySpec(
            name="extension",
            type="any",
            description="Values of the custom properties defined for the data product type, as an object keyed by property name.",
        ),
    ),
    fields=(
        "owners",
        "tags",
        "domains",
        "experts",
        "reviewers",
        "followers",
        "extension",
        "assets",
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
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
        Reference(property="experts", entities=("user",), spelling="name", many=True),
    ),
    assets_by="name",
    renamable=True,
)
