# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Every collection by its name: `Dashboards`, `AsyncDashboards`.

Nothing is imported until it is asked for: a name is looked up in the table below and its module loaded then. Editors
and type checkers read the names and types in `__init__.pyi`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_MODULES = {
    "AsyncBots": "bots",
    "AsyncCharts": "charts",
    "AsyncClassifications": "classifications",
    "AsyncDashboardServices": "dashboard_services",
    "AsyncDashboards": "dashboards",
    "AsyncDataProducts": "data_products",
    "AsyncDatabaseServices": "database_services",
    "AsyncDatabases": "databases",
    "AsyncDomains": "domains",
    "AsyncGlossaries": "glossaries",
    "AsyncGlossaryTerms": "glossary_terms",
    "AsyncPersonas": "personas",
    "AsyncPolicies": "policies",
    "AsyncRoles": "roles",
    "AsyncTags": "tags",
    "AsyncTeams": "teams",
    "AsyncUsers": "users",
    "Bots": "bots",
    "Charts": "charts",
    "Classifications": "classifications",
    "DashboardServices": "dashboard_services",
    "Dashboards": "dashboards",
    "DataProducts": "data_products",
    "DatabaseServices": "database_services",
    "Databases": "databases",
    "Domains": "domains",
    "Glossaries": "glossaries",
    "GlossaryTerms": "glossary_terms",
    "Personas": "personas",
    "Policies": "policies",
    "Roles": "roles",
    "Tags": "tags",
    "Teams": "teams",
    "Users": "users",
}

__all__ = list(_MODULES)


def __getattr__(name: str) -> Any:
    if (module := _MODULES.get(name)) is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
