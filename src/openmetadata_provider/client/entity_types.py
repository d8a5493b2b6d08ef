"""Entity types of OpenMetadata and the collections they live in: what a reference points at, found by name.

A reference may point at a type that the bindings have no class for, such as the policy of a team or the table of a
data product, so this list is longer than the bindings'. Source: reference/openmetadata-server.md, 1.1.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class EntityType(NamedTuple):
    """Where entities of one type are."""

    collection: str
    """Path below `/api/v1`: `services/dashboardServices`."""
    is_root: bool
    """True if nothing is above it: its FQN is its name, quoted if it holds a dot."""


_ROOTS: Final = {
    "user": "users",
    "team": "teams",
    "role": "roles",
    "policy": "policies",
    "persona": "personas",
    "bot": "bots",
    "glossary": "glossaries",
    "classification": "classifications",
    "metric": "metrics",
    "type": "metadata/types",
    "testDefinition": "dataQuality/testDefinitions",
    "app": "apps",
    "dashboardService": "services/dashboardServices",
    "databaseService": "services/databaseServices",
    "messagingService": "services/messagingServices",
    "pipelineService": "services/pipelineServices",
    "mlmodelService": "services/mlmodelServices",
    "storageService": "services/storageServices",
    "searchService": "services/searchServices",
    "apiService": "services/apiServices",
    "metadataService": "services/metadataServices",
    "driveService": "services/driveServices",
    "securityService": "services/securityServices",
    "mcpService": "services/mcpServices",
    "llmService": "services/llmServices",
}
_BELOW: Final = {
    "ingestionPipeline": "services/ingestionPipelines",
    "dashboard": "dashboards",
    "chart": "charts",
    "dashboardDataModel": "dashboard/datamodels",
    "database": "databases",
    "databaseSchema": "databaseSchemas",
    "table": "tables",
    "storedProcedure": "storedProcedures",
    "query": "queries",
    "topic": "topics",
    "pipeline": "pipelines",
    "mlmodel": "mlmodels",
    "container": "containers",
    "searchIndex": "searchIndexes",
    "apiCollection": "apiCollections",
    "apiEndpoint": "apiEndpoints",
    "directory": "drives/directories",
    "file": "drives/files",
    "spreadsheet": "drives/spreadsheets",
    "worksheet": "drives/worksheets",
    "report": "reports",
    "glossaryTerm": "glossaryTerms",
    "tag": "tags",
    "domain": "domains",
    "dataProduct": "dataProducts",
    "dataContract": "dataContracts",
    "testSuite": "dataQuality/testSuites",
    "testCase": "dataQuality/testCases",
    "mcpServer": "mcpServers",
}
ENTITY_TYPES: Final = {name: EntityType(path, True) for name, path in _ROOTS.items()} | {
    name: EntityType(path, False) for name, path in _BELOW.items()
}
"""Entity type, as references spell it → where it is."""
_BY_CLASS: Final = {name.casefold(): name for name in ENTITY_TYPES}


def entity_type_of_class(name: str) -> str | None:
    """The entity type that a model class stands for: `dashboardService` for `DashboardService`; None for others."""
    return _BY_CLASS.get(name.casefold())
