# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What a DashboardService is: its collection, its properties, what it refers to."""

from __future__ import annotations

from openmetadata_spec import ConnectorSpec, EntitySpec, PropertySpec, Reference, ServiceSpec

SPEC = EntitySpec(
    kind="DashboardService",
    entity_type="dashboardService",
    collection="services/dashboardServices",
    attribute="dashboard_services",
    create_schema="api/services/createDashboardService.json",
    entity_schema="entity/services/dashboardService.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Unique name of the dashboard service, e.g. `tableau_prod`; it begins the fully qualified name of everything below it.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the dashboard service instead of its name.",
        ),
        PropertySpec(
            name="description",
            type="string",
            description="Markdown text on the BI tool that the service stands for and who uses it.",
        ),
        PropertySpec(
            name="serviceType",
            type="DashboardServiceType",
            required=True,
            immutable=True,
            description="Dashboard products a service can stand for, plus `CustomDashboard` for user-supplied connectors.",
        ),
        PropertySpec(
            name="connection",
            type="DashboardConnection",
            description="Connection configuration of a dashboard service, wrapped in a `config` property.",
        ),
        PropertySpec(
            name="tags",
            type="list(TagLabel)",
            description="Classification tags and glossary terms to attach to the dashboard service.",
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the dashboard service.",
        ),
        PropertySpec(
            name="dataProducts",
            type="list(string)",
            description="Data products that the dashboard service is to be an asset of, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="domain",
            type="string",
            description="Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given beside it.",
        ),
        PropertySpec(
            name="domains",
            type="list(string)",
            description="Domains to place the dashboard service in, each given by its fully qualified name.",
        ),
        PropertySpec(
            name="ingestionRunner",
            type="EntityReference",
            description="Reference to the runner that carries out the ingestion pipelines of the dashboard service.",
        ),
    ),
    fields=(
        "owners",
        "tags",
        "domains",
        "dataProducts",
        "followers",
        "pipelines",
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
        Reference(property="domain", entities=("domain",), spelling="fqn", many=False),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
        Reference(property="dataProducts", entities=("dataProduct",), spelling="fqn", many=True),
        Reference(property="ingestionRunner", entities=("ingestionRunner",), spelling="ref", many=False),
    ),
    service=ServiceSpec(
        service_types=(
            "Superset",
            "Looker",
            "Tableau",
            "Redash",
            "Metabase",
            "PowerBI",
            "PowerBIReportServer",
            "Mode",
            "CustomDashboard",
            "DomoDashboard",
            "QuickSight",
            "QlikSense",
            "Lightdash",
            "MicroStrategy",
            "QlikCloud",
            "Sigma",
            "ThoughtSpot",
            "Grafana",
            "Hex",
            "Ssrs",
        ),
        connectors=(
            ConnectorSpec(
                service_type="Superset",
                model="SupersetConnection",
                schema="entity/services/connections/dashboard/supersetConnection.json",
            ),
            ConnectorSpec(
                service_type="Looker",
                model="LookerConnection",
                schema="entity/services/connections/dashboard/lookerConnection.json",
            ),
            ConnectorSpec(
                service_type="Tableau",
                model="TableauConnection",
                schema="entity/services/connections/dashboard/tableauConnection.json",
            ),
            ConnectorSpec(
                service_type="Redash",
                model="RedashConnection",
                schema="entity/services/connections/dashboard/redashConnection.json",
            ),
            ConnectorSpec(
                service_type="Metabase",
                model="MetabaseConnection",
                schema="entity/services/connections/dashboard/metabaseConnection.json",
            ),
            ConnectorSpec(
                service_type="PowerBI",
                model="PowerBIConnection",
                schema="entity/services/connections/dashboard/powerBIConnection.json",
            ),
            ConnectorSpec(
                service_type="Mode",
                model="ModeConnection",
                schema="entity/services/connections/dashboard/modeConnection.json",
            ),
            ConnectorSpec(
                service_type="CustomDashboard",
                model="CustomDashboardConnection",
                schema="entity/services/connections/dashboard/customDashboardConnection.json",
            ),
            ConnectorSpec(
                service_type="DomoDashboard",
                model="DomoDashboardConnection",
                schema="entity/services/connections/dashboard/domoDashboardConnection.json",
            ),
            ConnectorSpec(
                service_type="QlikSense",
                model="QlikSenseConnection",
                schema="entity/services/connections/dashboard/qlikSenseConnection.json",
            ),
            ConnectorSpec(
                service_type="Lightdash",
                model="LightdashConnection",
                schema="entity/services/connections/dashboard/lightdashConnection.json",
            ),
            ConnectorSpec(
                service_type="QlikCloud",
                model="QlikCloudConnection",
                schema="entity/services/connections/dashboard/qlikCloudConnection.json",
            ),
        ),
    ),
    filters=("domain",),
)
