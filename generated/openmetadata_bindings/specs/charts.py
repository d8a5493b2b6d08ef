# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Chart is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, Parent, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Chart",
    entity_type="chart",
    collection="charts",
    attribute="charts",
    create_schema="api/data/createChart.json",
    entity_schema="entity/data/chart.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Identifier of the chart inside its service, often the numeric or UUID key that the BI tool uses.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Title of the chart as users see it in the BI tool, e.g. `Revenue by month`.",
        ),
        PropertySpec(
            name="description", type="string", description="Markdown text on what the chart shows and how to read it."
        ),
        PropertySpec(
            name="chartType",
            type="ChartType",
            description="Form in which a chart draws its data, e.g. `Line`, `Bar` or `Pie`; `Other` for anything not listed.",
        ),
        PropertySpec(name="sourceUrl", type="string", description="Address at which the chart opens in the BI tool."),
        PropertySpec(
            name="tags",
            type="list(TagLabel)",
            description="Classification tags and glossary terms to attach to the chart.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the chart.",
        ),
        PropertySpec(
            name="service",
            type="string",
            required=True,
            immutable=True,
            description="Fully qualified name of the dashboard service that holds the chart, e.g. `looker_prod`.",
        ),
        PropertySpec(
            name="domain",
            type="string",
            description="Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given beside it.",
        ),
        PropertySpec(
            name="domains",
            type="list(string)",
            description="Domains to place the chart in, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="dataProducts",
            type="list(string)",
            description="Data products that the chart is to be an asset of, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="lifeCycle",
            type="LifeCycle",
            description="When and by whom the chart was created, last changed and last accessed.",
        ),
        PropertySpec(
            name="sourceHash",
            type="string",
            description="Digest of the metadata read from the source; ingestion compares it with the previous run and skips charts that did not change.",
        ),
        PropertySpec(
            name="extension",
            type="any",
            description="Values of the custom properties defined for the chart type, as an object keyed by property name.",
        ),
        PropertySpec(
            name="dashboards",
            type="list(string)",
            description="Fully qualified names of the dashboards on which the chart appears.",
        ),
    ),
    fields=(
        "owners",
        "tags",
        "domains",
        "dataProducts",
        "dashboards",
        "followers",
        "votes",
        "usageSummary",
        "extension",
        "lifeCycle",
        "certification",
    ),
    parents=(Parent(property="service", entity="dashboardService"),),
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
        Reference(property="dashboards", entities=("dashboard",), spelling="fqn", many=True),
    ),
    filters=(
        "service",
        "domain",
    ),
)
