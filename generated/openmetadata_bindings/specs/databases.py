# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Database is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, Parent, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Database",
    entity_type="database",
    collection="databases",
    attribute="databases",
    create_schema="api/data/createDatabase.json",
    entity_schema="entity/data/database.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Name of the database in its service, e.g. `sales`; it has to be unique there.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the database instead of its name.",
        ),
        PropertySpec(
            name="description",
            type="string",
            description="Markdown text on the data kept in the database, its origin and its intended use.",
        ),
        PropertySpec(
            name="tags",
            type="list(TagLabel)",
            description="Classification tags and glossary terms to attach to the database.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the database.",
        ),
        PropertySpec(
            name="service",
            type="string",
            required=True,
            immutable=True,
            description="Fully qualified name of the database service that holds the database, e.g. `postgres_prod`.",
        ),
        PropertySpec(
            name="dataProducts",
            type="list(string)",
            description="Data products that the database is to be an asset of, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="default",
            type="boolean",
            default=False,
            description="`true` for the placeholder database of an engine without a catalog level (MySQL, for one), where schemas hang directly off the service.",
        ),
        PropertySpec(
            name="retentionPeriod",
            type="string",
            description="How long data is kept in the database, as an ISO 8601 duration: `P90D` is ninety days.",
        ),
        PropertySpec(
            name="extension",
            type="any",
            description="Values of the custom properties defined for the database type, as an object keyed by property name.",
        ),
        PropertySpec(
            name="sourceUrl",
            type="string",
            description="Address at which the database opens in the console of its source system.",
        ),
        PropertySpec(
            name="domain",
            type="string",
            description="Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given beside it.",
        ),
        PropertySpec(
            name="domains",
            type="list(string)",
            description="Domains to place the database in, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="lifeCycle",
            type="LifeCycle",
            description="When and by whom the database was created, last changed and last accessed.",
        ),
        PropertySpec(
            name="sourceHash",
            type="string",
            description="Digest of the metadata read from the source; ingestion compares it with the previous run and skips databases that did not change.",
        ),
    ),
    fields=(
        "owners",
        "tags",
        "domains",
        "dataProducts",
        "databaseSchemas",
        "followers",
        "votes",
        "usageSummary",
        "extension",
        "lifeCycle",
        "certification",
    ),
    parents=(Parent(property="service", entity="databaseService"),),
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
        Reference(property="domain", entities=("domain",), spelling="fqn", many=False),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
        Reference(property="dataProducts", entities=("dataProduct",), spelling="fqn", many=True),
    ),
    filters=(
        "service",
        "domain",
    ),
)
