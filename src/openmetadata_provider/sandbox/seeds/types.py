"""The types of a fresh server: entity types that can have custom properties, and the types of such properties."""

from __future__ import annotations

import json

from ..property_types import PROPERTY_TYPES
from ..type_facts import TYPE
from .seed import Seed

ENTITY_TYPES = {
    "ai": (
        "agentExecution", "aiApplication", "aiGovernancePolicy", "llmModel", "mcpExecution", "mcpServer",
        "promptTemplate",
    ),
    "classification": ("classification", "tag"),
    "column": ("dashboardDataModelColumn", "tableColumn"),
    "data": (
        "apiCollection", "apiEndpoint", "chart", "container", "dashboard", "dashboardDataModel", "dataContract",
        "database", "databaseSchema", "directory", "file", "glossary", "glossaryTerm", "metric", "mlmodel", "pipeline",
        "searchIndex", "spreadsheet", "storedProcedure", "table", "topic", "worksheet",
    ),
    "domains": ("dataProduct", "domain"),
    "events": ("notificationTemplate",),
    "learning": ("learningResource",),
}  # fmt: skip
"""Name space → its entity types."""
NAME_SPACES = dict.fromkeys(("entityReference", "entityReferenceList", "table-cp", "hyperlink-cp"), "customProperties")
"""Property types outside the name space `basic`."""


def _entity_type(name: str, name_space: str) -> Seed:
    description = f"Entities of type {name}."
    return Seed(
        facts=TYPE, name=name, plain={"description": description, "category": "entity", "nameSpace": name_space}
    )


def _property_type(name: str) -> Seed:
    plain = {
        "description": f"Values of custom properties of type {name}.",
        "category": "field",
        "nameSpace": NAME_SPACES.get(name, "basic"),
        "schema": json.dumps(PROPERTY_TYPES[name], ensure_ascii=False),
    }
    return Seed(facts=TYPE, name=name, plain=plain)


TYPE_SEEDS = (
    *(_entity_type(name, name_space) for name_space, names in ENTITY_TYPES.items() for name in names),
    *(_property_type(name) for name in PROPERTY_TYPES),
)
