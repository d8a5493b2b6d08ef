# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""The collections a client object has, for editors and type checkers. At run time the registry is asked instead."""

from __future__ import annotations

from openmetadata_bindings.resources.bots import AsyncBots, Bots
from openmetadata_bindings.resources.charts import AsyncCharts, Charts
from openmetadata_bindings.resources.classifications import AsyncClassifications, Classifications
from openmetadata_bindings.resources.dashboard_services import AsyncDashboardServices, DashboardServices
from openmetadata_bindings.resources.dashboards import AsyncDashboards, Dashboards
from openmetadata_bindings.resources.data_products import AsyncDataProducts, DataProducts
from openmetadata_bindings.resources.database_services import AsyncDatabaseServices, DatabaseServices
from openmetadata_bindings.resources.databases import AsyncDatabases, Databases
from openmetadata_bindings.resources.domains import AsyncDomains, Domains
from openmetadata_bindings.resources.glossaries import AsyncGlossaries, Glossaries
from openmetadata_bindings.resources.glossary_terms import AsyncGlossaryTerms, GlossaryTerms
from openmetadata_bindings.resources.personas import AsyncPersonas, Personas
from openmetadata_bindings.resources.policies import AsyncPolicies, Policies
from openmetadata_bindings.resources.roles import AsyncRoles, Roles
from openmetadata_bindings.resources.tags import AsyncTags, Tags
from openmetadata_bindings.resources.teams import AsyncTeams, Teams
from openmetadata_bindings.resources.users import AsyncUsers, Users


class Surface:
    """Collections of `OpenMetadata`."""

    dashboard_services: DashboardServices
    database_services: DatabaseServices
    dashboards: Dashboards
    charts: Charts
    databases: Databases
    teams: Teams
    users: Users
    domains: Domains
    data_products: DataProducts
    classifications: Classifications
    tags: Tags
    glossaries: Glossaries
    glossary_terms: GlossaryTerms
    roles: Roles
    policies: Policies
    personas: Personas
    bots: Bots


class AsyncSurface:
    """Collections of `AsyncOpenMetadata`."""

    dashboard_services: AsyncDashboardServices
    database_services: AsyncDatabaseServices
    dashboards: AsyncDashboards
    charts: AsyncCharts
    databases: AsyncDatabases
    teams: AsyncTeams
    users: AsyncUsers
    domains: AsyncDomains
    data_products: AsyncDataProducts
    classifications: AsyncClassifications
    tags: AsyncTags
    glossaries: AsyncGlossaries
    glossary_terms: AsyncGlossaryTerms
    roles: AsyncRoles
    policies: AsyncPolicies
    personas: AsyncPersonas
    bots: AsyncBots
