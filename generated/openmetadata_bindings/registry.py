# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Every entity of these bindings, as strings: reading this loads no model."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """Where the parts of one entity are, as `module:Class`."""

    kind: str
    attribute: str
    spec: str
    resource: str
    async_resource: str
    request: str
    entity: str


ENTITIES: dict[str, Entry] = {
    "DashboardService": Entry(
        kind="DashboardService",
        attribute="dashboard_services",
        spec="openmetadata_bindings.specs.dashboard_services:SPEC",
        resource="openmetadata_bindings.resources.dashboard_services:DashboardServices",
        async_resource="openmetadata_bindings.resources.dashboard_services:AsyncDashboardServices",
        request="openmetadata_bindings.models.api.services.create_dashboard_service:CreateDashboardServiceRequest",
        entity="openmetadata_bindings.models.entity.services.dashboard_service:DashboardService",
    ),
    "DatabaseService": Entry(
        kind="DatabaseService",
        attribute="database_services",
        spec="openmetadata_bindings.specs.database_services:SPEC",
        resource="openmetadata_bindings.resources.database_services:DatabaseServices",
        async_resource="openmetadata_bindings.resources.database_services:AsyncDatabaseServices",
        request="openmetadata_bindings.models.api.services.create_database_service:CreateDatabaseServiceRequest",
        entity="openmetadata_bindings.models.entity.services.database_service:DatabaseService",
    ),
    "Dashboard": Entry(
        kind="Dashboard",
        attribute="dashboards",
        spec="openmetadata_bindings.specs.dashboards:SPEC",
        resource="openmetadata_bindings.resources.dashboards:Dashboards",
        async_resource="openmetadata_bindings.resources.dashboards:AsyncDashboards",
        request="openmetadata_bindings.models.api.data.create_dashboard:CreateDashboardRequest",
        entity="openmetadata_bindings.models.entity.data.dashboard:Dashboard",
    ),
    "Chart": Entry(
        kind="Chart",
        attribute="charts",
        spec="openmetadata_bindings.specs.charts:SPEC",
        resource="openmetadata_bindings.resources.charts:Charts",
        async_resource="openmetadata_bindings.resources.charts:AsyncCharts",
        request="openmetadata_bindings.models.api.data.create_chart:CreateChartRequest",
        entity="openmetadata_bindings.models.entity.data.chart:Chart",
    ),
    "Database": Entry(
        kind="Database",
        attribute="databases",
        spec="openmetadata_bindings.specs.databases:SPEC",
        resource="openmetadata_bindings.resources.databases:Databases",
        async_resource="openmetadata_bindings.resources.databases:AsyncDatabases",
        request="openmetadata_bindings.models.api.data.create_database:CreateDatabaseRequest",
        entity="openmetadata_bindings.models.entity.data.database:Database",
    ),
    "Team": Entry(
        kind="Team",
        attribute="teams",
        spec="openmetadata_bindings.specs.teams:SPEC",
        resource="openmetadata_bindings.resources.teams:Teams",
        async_resource="openmetadata_bindings.resources.teams:AsyncTeams",
        request="openmetadata_bindings.models.api.teams.create_team:CreateTeamRequest",
        entity="openmetadata_bindings.models.entity.teams.team:Team",
    ),
    "User": Entry(
        kind="User",
        attribute="users",
        spec="openmetadata_bindings.specs.users:SPEC",
        resource="openmetadata_bindings.resources.users:Users",
        async_resource="openmetadata_bindings.resources.users:AsyncUsers",
        request="openmetadata_bindings.models.api.teams.create_user:CreateUserRequest",
        entity="openmetadata_bindings.models.entity.teams.user:User",
    ),
    "Domain": Entry(
        kind="Domain",
        attribute="domains",
        spec="openmetadata_bindings.specs.domains:SPEC",
        resource="openmetadata_bindings.resources.domains:Domains",
        async_resource="openmetadata_bindings.resources.domains:AsyncDomains",
        request="openmetadata_bindings.models.api.domains.create_domain:CreateDomainRequest",
        entity="openmetadata_bindings.models.entity.domains.domain:Domain",
    ),
    "DataProduct": Entry(
        kind="DataProduct",
        attribute="data_products",
        spec="openmetadata_bindings.specs.data_products:SPEC",
        resource="openmetadata_bindings.resources.data_products:DataProducts",
        async_resource="openmetadata_bindings.resources.data_products:AsyncDataProducts",
        request="openmetadata_bindings.models.api.domains.create_data_product:CreateDataProductRequest",
        entity="openmetadata_bindings.models.entity.domains.data_product:DataProduct",
    ),
    "Classification": Entry(
        kind="Classification",
        attribute="classifications",
        spec="openmetadata_bindings.specs.classifications:SPEC",
        resource="openmetadata_bindings.resources.classifications:Classifications",
        async_resource="openmetadata_bindings.resources.classifications:AsyncClassifications",
        request="openmetadata_bindings.models.api.classification.create_classification:CreateClassificationRequest",
        entity="openmetadata_bindings.models.entity.classification.classification:Classification",
    ),
    "Tag": Entry(
        kind="Tag",
        attribute="tags",
        spec="openmetadata_bindings.specs.tags:SPEC",
        resource="openmetadata_bindings.resources.tags:Tags",
        async_resource="openmetadata_bindings.resources.tags:AsyncTags",
        request="openmetadata_bindings.models.api.classification.create_tag:CreateTagRequest",
        entity="openmetadata_bindings.models.entity.classification.tag:Tag",
    ),
    "Glossary": Entry(
        kind="Glossary",
        attribute="glossaries",
        spec="openmetadata_bindings.specs.glossaries:SPEC",
        resource="openmetadata_bindings.resources.glossaries:Glossaries",
        async_resource="openmetadata_bindings.resources.glossaries:AsyncGlossaries",
        request="openmetadata_bindings.models.api.data.create_glossary:CreateGlossaryRequest",
        entity="openmetadata_bindings.models.entity.data.glossary:Glossary",
    ),
    "GlossaryTerm": Entry(
        kind="GlossaryTerm",
        attribute="glossary_terms",
        spec="openmetadata_bindings.specs.glossary_terms:SPEC",
        resource="openmetadata_bindings.resources.glossary_terms:GlossaryTerms",
        async_resource="openmetadata_bindings.resources.glossary_terms:AsyncGlossaryTerms",
        request="openmetadata_bindings.models.api.data.create_glossary_term:CreateGlossaryTermRequest",
        entity="openmetadata_bindings.models.entity.data.glossary_term:GlossaryTerm",
    ),
    "Role": Entry(
        kind="Role",
        attribute="roles",
        spec="openmetadata_bindings.specs.roles:SPEC",
        resource="openmetadata_bindings.resources.roles:Roles",
        async_resource="openmetadata_bindings.resources.roles:AsyncRoles",
        request="openmetadata_bindings.models.api.teams.create_role:CreateRoleRequest",
        entity="openmetadata_bindings.models.entity.teams.role:Role",
    ),
    "Policy": Entry(
        kind="Policy",
        attribute="policies",
        spec="openmetadata_bindings.specs.policies:SPEC",
        resource="openmetadata_bindings.resources.policies:Policies",
        async_resource="openmetadata_bindings.resources.policies:AsyncPolicies",
        request="openmetadata_bindings.models.api.policies.create_policy:CreatePolicyRequest",
        entity="openmetadata_bindings.models.entity.policies.policy:Policy",
    ),
    "Persona": Entry(
        kind="Persona",
        attribute="personas",
        spec="openmetadata_bindings.specs.personas:SPEC",
        resource="openmetadata_bindings.resources.personas:Personas",
        async_resource="openmetadata_bindings.resources.personas:AsyncPersonas",
        request="openmetadata_bindings.models.api.teams.create_persona:CreatePersonaRequest",
        entity="openmetadata_bindings.models.entity.teams.persona:Persona",
    ),
    "Bot": Entry(
        kind="Bot",
        attribute="bots",
        spec="openmetadata_bindings.specs.bots:SPEC",
        resource="openmetadata_bindings.resources.bots:Bots",
        async_resource="openmetadata_bindings.resources.bots:AsyncBots",
        request="openmetadata_bindings.models.api.create_bot:CreateBotRequest",
        entity="openmetadata_bindings.models.entity.bot:Bot",
    ),
}
