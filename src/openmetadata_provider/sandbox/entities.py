"""What the sandbox knows of each kind of entity: facts written from the server reference, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping

from .access_facts import BOT, PERSONA, POLICY, ROLE
from .facts import EntityFacts, Filter, Inheritance, ReferenceFacts
from .reference_facts import (
    ASSET,
    DATA_PRODUCTS,
    DOMAINS,
    EXPERTS,
    FOLLOWERS,
    OWNED,
    OWNERS,
    PIPELINES,
    REVIEWERS,
    RUNNER,
    by_id,
)
from .type_facts import TYPE


def _service_of(entity_type: str) -> ReferenceFacts:
    return ReferenceFacts(
        property="service", targets=(entity_type,), relation="contains", incoming=True,
        many=False, spelling="fqn", always_shown=True, fixed=True,
    )  # fmt: skip


def _parent(name: str, entity_type: str, relation: str = "parentOf", *, fixed: bool = True) -> ReferenceFacts:
    return ReferenceFacts(
        property=name, targets=(entity_type,), relation=relation, incoming=True,
        many=False, spelling="fqn", always_shown=True, fixed=fixed,
    )  # fmt: skip


def _children(entity_type: str) -> ReferenceFacts:
    return ReferenceFacts(property="children", targets=(entity_type,), relation="parentOf")


BELOW_SERVICE = Filter(parameter="service", means="below", targets=("dashboardService", "databaseService"))
IN_DOMAIN = Filter(parameter="domain", means="linked", property="domains")
SERVICE_DOMAINS = (Inheritance(property="domains", via=("service",)),)
UNPROCESSED = {"entityStatus": "Unprocessed"}


def _service(kind: str) -> EntityFacts:
    entity_type = kind[0].lower() + kind[1:]
    return EntityFacts(
        kind=kind,
        entity_type=entity_type,
        collection=f"services/{entity_type}s",
        java_package="services",
        references=(*ASSET, PIPELINES, RUNNER),
        connected=True,
        fixed=frozenset({"serviceType"}),
        initial=UNPROCESSED,
        filters=(IN_DOMAIN,),
    )


DASHBOARD_SERVICE = _service("DashboardService")
DATABASE_SERVICE = _service("DatabaseService")

DASHBOARD = EntityFacts(
    kind="Dashboard",
    entity_type="dashboard",
    collection="dashboards",
    java_package="data",
    votable=True,
    references=(
        _service_of("dashboardService"),
        ReferenceFacts(property="charts", targets=("chart",), relation="has", spelling="fqn"),
        ReferenceFacts(property="dataModels", targets=("dashboardDataModel",), relation="has", spelling="fqn"),
        *ASSET,
    ),
    parents=("service",),
    initial=UNPROCESSED,
    inherits=SERVICE_DOMAINS,
    filters=(BELOW_SERVICE, IN_DOMAIN),
)
CHART = EntityFacts(
    kind="Chart",
    entity_type="chart",
    collection="charts",
    java_package="data",
    votable=True,
    references=(
        _service_of("dashboardService"),
        ReferenceFacts(property="dashboards", targets=("dashboard",), relation="has", incoming=True, spelling="fqn"),
        *ASSET,
    ),
    parents=("service",),
    initial=UNPROCESSED,
    inherits=SERVICE_DOMAINS,
    filters=(BELOW_SERVICE, IN_DOMAIN),
)
DATABASE = EntityFacts(
    kind="Database",
    entity_type="database",
    collection="databases",
    java_package="data",
    votable=True,
    references=(
        _service_of("databaseService"),
        ReferenceFacts(property="databaseSchemas", targets=("databaseSchema",), relation="contains"),
        *ASSET,
    ),
    parents=("service",),
    initial=UNPROCESSED,
    inherits=SERVICE_DOMAINS,
    filters=(BELOW_SERVICE, IN_DOMAIN),
)
TEAM = EntityFacts(
    kind="Team",
    entity_type="team",
    collection="teams",
    java_package="teams",
    references=(
        by_id("parents", "team", "parentOf", incoming=True),
        by_id("children", "team", "parentOf"),
        by_id("users", "user", "has"),
        by_id("defaultRoles", "role", "has"),
        by_id("defaultPersona", "persona", "defaultsTo", many=False),
        by_id("policies", "policy", "has"),
        ReferenceFacts(property="owns", targets=OWNED, relation="owns"),
        OWNERS,
        DOMAINS,
    ),
    tagged=False,
    inherits=(Inheritance(property="domains", via=("parents",)),),
    filters=(
        Filter(parameter="parentTeam", means="linked", property="parents"),
        Filter(parameter="isJoinable", means="flag", property="isJoinable"),
    ),
    counts={"userCount": ("has", False), "childrenCount": ("parentOf", False)},
    rules_ignored=True,
    roles_from="defaultRoles",
)
USER = EntityFacts(
    kind="User",
    entity_type="user",
    collection="users",
    java_package="teams",
    references=(
        by_id("teams", "team", "has", incoming=True),
        by_id("roles", "role", "has"),
        ReferenceFacts(property="personas", targets=("persona",), relation="has", incoming=True, spelling="ref"),
        ReferenceFacts(
            property="defaultPersona", targets=("persona",), relation="defaultsTo", many=False, spelling="ref"
        ),
        ReferenceFacts(property="owns", targets=OWNED, relation="owns"),
        ReferenceFacts(property="follows", targets=OWNED, relation="follows"),
        DOMAINS,
    ),
    tagged=False,
    hidden=frozenset({"profile"}),
    fixed=frozenset({"email"}),
    lowercased=("name", "email"),
    inherits=(Inheritance(property="domains", via=("teams",)),),
    filters=(
        Filter(parameter="team", means="linked", property="teams"),
        Filter(parameter="isBot", means="flag", property="isBot"),
        Filter(parameter="isAdmin", means="flag", property="isAdmin"),
    ),
    rules_ignored=True,
    roles_from="roles",
)
DOMAIN = EntityFacts(
    kind="Domain",
    entity_type="domain",
    collection="domains",
    java_package="domains",
    votable=True,
    references=(_parent("parent", "domain"), _children("domain"), OWNERS, EXPERTS, FOLLOWERS),
    parents=("parent",),
    soft_delete=False,
    rename_allowed=True,
    initial=UNPROCESSED,
    inherits=tuple(Inheritance(property=name, via=("parent",)) for name in ("owners", "experts")),
    counts={"childrenCount": ("parentOf", False)},
)
DATA_PRODUCT = EntityFacts(
    kind="DataProduct",
    entity_type="dataProduct",
    collection="dataProducts",
    java_package="domains",
    votable=True,
    references=(DOMAINS, OWNERS, EXPERTS, REVIEWERS, FOLLOWERS),
    soft_delete=False,
    rename_allowed=True,
    initial=UNPROCESSED,
    inherits=tuple(Inheritance(property=name, via=("domains",)) for name in ("owners", "experts")),
    filters=(IN_DOMAIN,),
)
CLASSIFICATION = EntityFacts(
    kind="Classification",
    entity_type="classification",
    collection="classifications",
    java_package="classification",
    references=(OWNERS, REVIEWERS, DOMAINS),
    tagged=False,
    rename_allowed=True,
    fixed=frozenset({"mutuallyExclusive"}),
    initial={"disabled": False, **UNPROCESSED},
    filters=(Filter(parameter="disabled", means="flag", property="disabled"),),
    counts={"termCount": ("contains", False)},
)
TAG = EntityFacts(
    kind="Tag",
    entity_type="tag",
    collection="tags",
    java_package="classification",
    references=(
        _parent("classification", "classification", "contains"),
        _parent("parent", "tag"),
        _children("tag"),
        OWNERS,
        REVIEWERS,
        DOMAINS,
        DATA_PRODUCTS,
    ),
    parents=("parent", "classification"),
    tagged=False,
    rename_allowed=True,
    initial={"disabled": False, "deprecated": False, **UNPROCESSED},
    inherits=tuple(
        Inheritance(property=name, via=("parent", "classification")) for name in ("owners", "domains", "reviewers")
    ),
    filters=(
        Filter(parameter="parent", means="below", targets=("classification", "tag")),
        Filter(parameter="disabled", means="flag", property="disabled"),
    ),
    counts={"usageCount": ("tags", True)},
)
GLOSSARY = EntityFacts(
    kind="Glossary",
    entity_type="glossary",
    collection="glossaries",
    java_package="data",
    votable=True,
    references=(OWNERS, REVIEWERS, DOMAINS, DATA_PRODUCTS),
    rename_allowed=True,
    initial=UNPROCESSED,
    counts={"termCount": ("contains", False)},
)
GLOSSARY_TERM = EntityFacts(
    kind="GlossaryTerm",
    entity_type="glossaryTerm",
    collection="glossaryTerms",
    java_package="data",
    votable=True,
    references=(
        _parent("glossary", "glossary", "contains"),
        _parent("parent", "glossaryTerm", fixed=False),
        _children("glossaryTerm"),
        ReferenceFacts(
            property="relatedTerms", targets=("glossaryTerm",), relation="relatedTo",
            symmetric=True, spelling="fqn", envelope="term",
        ),
        OWNERS,
        REVIEWERS,
        DOMAINS,
        DATA_PRODUCTS,
    ),
    parents=("parent", "glossary"),
    rename_allowed=True,
    fixed=frozenset({"mutuallyExclusive"}),
    inherits=(
        Inheritance(property="domains", via=("parent", "glossary")),
        Inheritance(property="owners", via=("parent", "glossary")),
        Inheritance(property="reviewers", via=("parent", "glossary"), merged=True),
    ),
    filters=(
        Filter(parameter="glossary", means="below", targets=("glossary",)),
        Filter(parameter="parent", means="below", targets=("glossaryTerm",)),
        Filter(parameter="directChildrenOf", means="child_of", targets=("glossary", "glossaryTerm")),
    ),
    counts={"usageCount": ("tags", True), "childrenCount": ("parentOf", False)},
)  # fmt: skip

ENTITIES: tuple[EntityFacts, ...] = (
    DASHBOARD_SERVICE, DATABASE_SERVICE, DASHBOARD, CHART, DATABASE, TEAM, USER,
    DOMAIN, DATA_PRODUCT, CLASSIFICATION, TAG, GLOSSARY, GLOSSARY_TERM, ROLE, POLICY, PERSONA, BOT,
)  # fmt: skip
"""The kinds that requests create."""
BY_TYPE: Mapping[str, EntityFacts] = {facts.entity_type: facts for facts in (*ENTITIES, TYPE)}


def types_below(facts: EntityFacts) -> tuple[str, ...]:
    """The entity types whose FQN starts with that of an entity of this kind."""
    return tuple(
        other.entity_type
        for other in ENTITIES
        for reference in other.references
        if reference.property in other.parents and facts.entity_type in reference.targets
    )
