"""Sets that the laws once did not hold for, and situations that generated ones seldom meet."""

from __future__ import annotations

from typing import Any, Final

from lifecycle.lifecycle_worlds import Set

OPTIONS: Final = {"version": "1.13.0"}


def _of(kind: str, name: str, **spec: Any) -> dict[str, Any]:
    return {"kind": kind, "spec": {"name": name, **spec}}


BI: Final = _of("DashboardService", "bi", serviceType="Looker")
LOOKER: Final = {"config": {"type": "Looker", "clientId": "a", "clientSecret": "s3cret", "hostPort": "https://a.b"}}
FILTERED: Final = {"config": {**LOOKER["config"], "hostPort": "https://c.d", "chartFilterPattern": {"includes": ["x"]}}}
SALES: Final = _of("Domain", "Sales", description="d", domainType="Aggregate")
WORDS: Final = _of("Glossary", "W.2", description="d")

SETTLING: Final[dict[str, Set]] = {
    "an address in mixed case": [_of("User", "Jane", email="Jane.Doe@Acme.io")],
    "a service type in another spelling": [_of("DashboardService", "bi", serviceType="looker", connection=LOOKER)],
    "a default persona of a team": [_of("Persona", "p"), _of("Team", "t", teamType="Group", defaultPersona="p")],
    "an empty description": [_of("Domain", "Sales", description="", domainType="Aggregate")],
    "a user in no team, a team in none": [
        _of("User", "u", email="u@acme.io", teams=[]),
        _of("Team", "t", teamType="Group", parents=None),
    ],
    "names with dots, spaces and foreign letters": [
        _of("DashboardService", "my.svc ß", serviceType="Metabase"),
        _of("Dashboard", "d/1.日本", service='"my.svc ß"'),
        _of("User", "ÜNAL.x", email="unal@acme.io"),
        _of("Dashboard", "%20", service='"my.svc ß"', owners=["user:ünal.X"]),
    ],
    "a term with a tag on an asset": [
        WORDS,
        _of("GlossaryTerm", "a.b", glossary='"W.2"', description="d", tags=[{"tagFQN": "PII.Sensitive"}]),
        {**BI, "spec": {**BI["spec"], "tags": [{"tagFQN": '"W.2"."a.b"'}, {"tagFQN": "Tier.Tier1"}]}},
    ],
    "rules that the server shortens": [
        _of("Policy", "p", rules=[{"name": "r", "effect": "allow", "operations": ["EditTags", "EditAll", "ViewAll"],
            "resources": ["all", "Chart"]}]),
    ],
    "related terms, told from one end": [
        WORDS,
        _of("GlossaryTerm", "a", glossary='"W.2"', description="d"),
        _of("GlossaryTerm", "b", glossary='"W.2"', description="d", relatedTerms=['"W.2".a']),
    ],
    "a domain that is inherited": [
        SALES,
        {**BI, "spec": {**BI["spec"], "domains": ["Sales"]}},
        _of("Dashboard", "d", service="bi", domains=[]),
        _of("Dashboard", "e", service="bi", domains=["Sales"]),
    ],
}  # fmt: skip
FOLLOWING: Final[dict[str, tuple[Set, Set]]] = {
    "a description becomes empty": (
        [SALES],
        [_of("Domain", "Sales", description="", domainType="Aggregate")],
    ),
    "a connection goes": (
        [{**BI, "spec": {**BI["spec"], "connection": LOOKER}}],
        [{**BI, "spec": {**BI["spec"], "connection": None}}],
    ),
    "an incomplete connection gets a description": (
        [_of("DashboardService", "bi", serviceType="Looker", connection={"config": {}})],
        [_of("DashboardService", "bi", serviceType="Looker", description="d")],
    ),
}
OTHER: Final = _of("DashboardService", "other", serviceType="Metabase")
FOLLOWING["a service is replaced whose dashboard shows the chart of another"] = (
    [BI, OTHER, _of("Chart", "c", service="other"), _of("Dashboard", "d", service="bi", charts=["other.c"])],
    [
        {**BI, "spec": {**BI["spec"], "serviceType": "Superset"}},
        OTHER,
        _of("Chart", "c", service="other", description="d"),
    ],
)
FOLLOWING["the owner of a dashboard is replaced"] = (
    [BI, _of("User", "u", email="u@acme.io"), _of("Dashboard", "d", service="bi", owners=["user:u"])],
    [BI, _of("User", "u", email="v@acme.io"), _of("Dashboard", "d", service="bi", owners=["user:u"])],
)
SPARED: Final[dict[str, tuple[Set, Set]]] = {
    "keys of a connection": (
        [{**BI, "spec": {**BI["spec"], "connection": FILTERED, "displayName": "d", "description": "e"}}],
        [{**BI, "spec": {**BI["spec"], "connection": LOOKER}}],
    ),
    "a chart on the dashboard of a service that is replaced": (
        FOLLOWING["a service is replaced whose dashboard shows the chart of another"][0],
        [{**BI, "spec": {**BI["spec"], "serviceType": "Superset"}}],
    ),
}
