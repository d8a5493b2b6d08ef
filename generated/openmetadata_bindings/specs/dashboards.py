# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a Dashboard is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import EntitySpec, Parent, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Dashboard",
    entity_type="dashboard",
    collection="dashboards",
    attribute="dashboards",
    create_schema="api/data/createDashboard.json",
    entity_schema="entity/data/dashboard.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Identifier of the dashboard inside its service, often the key that the BI tool assigned.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Title of the dashboard as users see it in the BI tool, e.g. `Weekly sales`.",
        ),
        PropertySpec(
            name="description",
            type="string",
            description="Markdown text on what the dashboard answers and how to use it.",
        ),
        PropertySpec(
            name="dashboardType",
            type="DashboardType",
            default="Dashboard",
            description="Distinguishes an interactive `Dashboard` (default) from a paginated or static `Report`.",
        ),
        PropertySpec(
            name="sourceUrl", type="string", description="Address at which the dashboard opens in the BI tool."
        ),
        PropertySpec(
            name="project",
            type="string",
            description="Folder of the BI tool that the dashboard lives in: a project, workspace or collection, depending on the tool.",
        ),
        PropertySpec(
            name="charts",
            type="list(string)",
            description="Fully qualified names of the charts shown on the dashboard.",
        ),
        PropertySpec(
            name="dataModels",
            type="list(string)",
            description="Fully qualified names of the dashboard data models (explores, datasets, semantic models) the dashboard draws on.",
        ),
        PropertySpec(
            name="tags",
            type="list(TagLabel)",
            description="Classification tags and glossary terms to attach to the dashboard.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the dashboard.",
        ),
        PropertySpec(
            name="service",
            type="string",
            required=True,
            immutable=True,
            description="Fully qualified name of the dashboard service that holds the dashboard, e.g. `superset_prod`.",
        ),
        PropertySpec(
            name="extension",
            type="any",
            description="Values of the custom properties defined for the dashboard type, as an object keyed by property name.",
        ),
        PropertySpec(
            name="domain",
            type="string",
            description="Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given beside it.",
        ),
        PropertySpec(
            name="domains",
            type="list(string)",
            description="Domains to place the dashboard in, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="dataProducts",
            type="list(string)",
            description="Data products that the dashboard is to be an asset of, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="lifeCycle",
            type="LifeCycle",
            description="When and by whom the dashboard was created, last changed and last accessed.",
        ),
        PropertySpec(
            name="sourceHash",
            type="string",
            description="Digest of the metadata read from the source; ingestion compares it with the previous run and skips dashboards that did not change.",
        ),
    ),
    fields=(
        "owners",
        "tags",
        "domains",
        "dataProducts",
        "charts",
        "dataModels",
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
        Reference(property="charts", entities=("chart",), spelling="fqn", many=True),
        Reference(property="dataModels", entities=("dashboardDataModel",), spelling="fqn", many=True),
    ),
    filters=(
        "service",
        "domain",
    ),
)
