"""What is validated: valid for our models and for the official ones, sized as those of reference/codegen.md."""

from __future__ import annotations

import copy
from typing import Any

Payload = dict[str, Any]
USER_ID = "5f1e2d3c-4b5a-4978-8a9b-0c1d2e3f4a5b"


def page_looker() -> Payload:
    """The Looker example of reference/api-reference.md, word for word."""
    config = {
        "type": "Looker",
        "clientId": "your-client-id",
        "clientSecret": "***",
        "hostPort": "https://looker.example.com:443",
    }
    return {
        "name": "sample_looker",
        "displayName": "Sample Looker",
        "serviceType": "Looker",
        "description": "Production Looker instance",
        "connection": {"config": config},
    }


def looker() -> Payload:
    """The same service as a company has it: with filters of what to read, owners, tags and a domain."""
    payload = page_looker()
    payload["connection"]["config"] |= {
        "dashboardFilterPattern": {"includes": ["^Sales.*"], "excludes": ["^Test.*"]},
        "chartFilterPattern": {"excludes": ["^Draft.*"]},
    }
    return payload | {
        "owners": [_reference("alice"), _reference("bob")],
        "tags": [_tag("Tier.Tier1"), _tag("PII.Sensitive")],
        "domains": ["Marketing"],
    }


def dashboard() -> Payload:
    """A dashboard with 20 charts, a long description, owners and tags."""
    return {
        "name": "10",
        "displayName": "Quarterly revenue by region",
        "service": "sample_looker",
        "description": "Revenue, margin and orders of every region, by quarter and by product line. " * 20,
        "sourceUrl": "https://looker.example.com:443/dashboards/10",
        "project": "finance",
        "charts": [f"sample_looker.chart_number_{n}_of_the_dashboard" for n in range(20)],
        "owners": [_reference(name) for name in ("alice", "bob", "carol")],
        "tags": [_tag(f"Revenue.Label{n}") for n in range(15)],
        "domains": ["Marketing"],
    }


def table(columns: int = 200) -> Payload:
    """A table whose columns have a type, a description and a tag."""
    return {
        "name": "orders",
        "databaseSchema": "warehouse.sales.public",
        "tableType": "Regular",
        "description": "Every order since the shop opened.",
        "columns": [_column(n) for n in range(columns)],
    }


def with_wrong(payload: Payload, path: tuple[str | int, ...], value: object) -> Payload:
    """A copy in which the property at `path` has another value."""
    wrong = copy.deepcopy(payload)
    *parents, last = path
    place: Any = wrong
    for step in parents:
        place = place[step]
    place[last] = value
    return wrong


def _reference(name: str) -> Payload:
    return {"id": USER_ID, "type": "user", "name": name}


def _tag(fqn: str) -> Payload:
    return {"tagFQN": fqn, "source": "Classification", "labelType": "Manual", "state": "Confirmed"}


def _column(number: int) -> Payload:
    return {
        "name": f"column_{number}",
        "dataType": "VARCHAR",
        "dataLength": 255,
        "dataTypeDisplay": "varchar(255)",
        "description": "What the customer typed.",
        "ordinalPosition": number,
        "tags": [_tag("PII.Sensitive")],
    }
