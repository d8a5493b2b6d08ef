"""The references that several kinds of entity have in common."""

from __future__ import annotations

from .facts import ReferenceFacts


def by_id(name: str, entity_type: str, relation: str, *, incoming: bool = False, many: bool = True) -> ReferenceFacts:
    """A reference that a create request writes as a UUID."""
    return ReferenceFacts(
        property=name, targets=(entity_type,), relation=relation, incoming=incoming, many=many, spelling="id"
    )


OWNED = (
    "dashboardService", "databaseService", "dashboard", "chart", "database", "team",
    "domain", "dataProduct", "classification", "tag", "glossary", "glossaryTerm",
)  # fmt: skip
OWNERS = ReferenceFacts(
    property="owners", targets=("user", "team"), relation="owns", incoming=True, spelling="ref", kept_on_put=True
)
REVIEWERS = ReferenceFacts(
    property="reviewers", targets=("user", "team"), relation="reviews", incoming=True, spelling="ref"
)
EXPERTS = ReferenceFacts(property="experts", targets=("user",), relation="expertOn", incoming=True, spelling="name")
DOMAINS = ReferenceFacts(
    property="domains", targets=("domain",), relation="has", incoming=True, spelling="fqn", kept_on_put=True
)
DATA_PRODUCTS = ReferenceFacts(
    property="dataProducts", targets=("dataProduct",), relation="has", incoming=True, spelling="fqn"
)
FOLLOWERS = ReferenceFacts(property="followers", targets=("user",), relation="follows", incoming=True)
PIPELINES = ReferenceFacts(property="pipelines", targets=("ingestionPipeline",), relation="contains")
RUNNER = ReferenceFacts(
    property="ingestionRunner", targets=("ingestionRunner",), relation="runs", incoming=True, many=False, spelling="ref"
)
ASSET = (OWNERS, DOMAINS, DATA_PRODUCTS, FOLLOWERS)
