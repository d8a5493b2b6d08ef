# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
from openmetadata_bindings.resources.bots import AsyncBots as AsyncBots
from openmetadata_bindings.resources.bots import Bots as Bots
from openmetadata_bindings.resources.charts import AsyncCharts as AsyncCharts
from openmetadata_bindings.resources.charts import Charts as Charts
from openmetadata_bindings.resources.classifications import AsyncClassifications as AsyncClassifications
from openmetadata_bindings.resources.classifications import Classifications as Classifications
from openmetadata_bindings.resources.dashboard_services import AsyncDashboardServices as AsyncDashboardServices
from openmetadata_bindings.resources.dashboard_services import DashboardServices as DashboardServices
from openmetadata_bindings.resources.dashboards import AsyncDashboards as AsyncDashboards
from openmetadata_bindings.resources.dashboards import Dashboards as Dashboards
from openmetadata_bindings.resources.data_products import AsyncDataProducts as AsyncDataProducts
from openmetadata_bindings.resources.data_products import DataProducts as DataProducts
from openmetadata_bindings.resources.database_services import AsyncDatabaseServices as AsyncDatabaseServices
from openmetadata_bindings.resources.database_services import DatabaseServices as DatabaseServices
from openmetadata_bindings.resources.databases import AsyncDatabases as AsyncDatabases
from openmetadata_bindings.resources.databases import Databases as Databases
from openmetadata_bindings.resources.domains import AsyncDomains as AsyncDomains
from openmetadata_bindings.resources.domains import Domains as Domains
from openmetadata_bindings.resources.glossaries import AsyncGlossaries as AsyncGlossaries
from openmetadata_bindings.resources.glossaries import Glossaries as Glossaries
from openmetadata_bindings.resources.glossary_terms import AsyncGlossaryTerms as AsyncGlossaryTerms
from openmetadata_bindings.resources.glossary_terms import GlossaryTerms as GlossaryTerms
from openmetadata_bindings.resources.personas import AsyncPersonas as AsyncPersonas
from openmetadata_bindings.resources.personas import Personas as Personas
from openmetadata_bindings.resources.policies import AsyncPolicies as AsyncPolicies
from openmetadata_bindings.resources.policies import Policies as Policies
from openmetadata_bindings.resources.roles import AsyncRoles as AsyncRoles
from openmetadata_bindings.resources.roles import Roles as Roles
from openmetadata_bindings.resources.tags import AsyncTags as AsyncTags
from openmetadata_bindings.resources.tags import Tags as Tags
from openmetadata_bindings.resources.teams import AsyncTeams as AsyncTeams
from openmetadata_bindings.resources.teams import Teams as Teams
from openmetadata_bindings.resources.users import AsyncUsers as AsyncUsers
from openmetadata_bindings.resources.users import Users as Users

__all__ = [
    "AsyncBots",
    "AsyncCharts",
    "AsyncClassifications",
    "AsyncDashboardServices",
    "AsyncDashboards",
    "AsyncDataProducts",
    "AsyncDatabaseServices",
    "AsyncDatabases",
    "AsyncDomains",
    "AsyncGlossaries",
    "AsyncGlossaryTerms",
    "AsyncPersonas",
    "AsyncPolicies",
    "AsyncRoles",
    "AsyncTags",
    "AsyncTeams",
    "AsyncUsers",
    "Bots",
    "Charts",
    "Classifications",
    "DashboardServices",
    "Dashboards",
    "DataProducts",
    "DatabaseServices",
    "Databases",
    "Domains",
    "Glossaries",
    "GlossaryTerms",
    "Personas",
    "Policies",
    "Roles",
    "Tags",
    "Teams",
    "Users",
]
