"""Charts that a replacement must not take along.

A dashboard that is deleted takes the charts along that no other one shows, also those of other services. Before a
service is replaced, such charts are taken off its dashboards. Source: reference/openmetadata-server.md, 7.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request, Steps
from openmetadata_provider.client.patching import CONTENT_TYPE
from openmetadata_provider.lifecycle.changes import Observed
from openmetadata_provider.lifecycle.contents import INSIDE, listed


def charts_detached(service: Observed) -> Steps[None]:
    """Takes charts of other services off the dashboards of this one. Raises ApiError, AnswerError."""
    dashboards = next(inside for inside in INSIDE["dashboardService"] if inside.entity_type == "dashboard")
    for dashboard in (yield from listed(dashboards, service.fqn, fields="charts")):
        charts = dashboard.properties.get("charts") or []
        kept = list(_inside(charts, service.fqn))
        if len(kept) < len(charts) and not dashboard.is_deleted:
            patch = [{"op": "add", "path": "/charts", "value": kept}]
            path = f"/v1/{dashboards.collection}/{dashboard.id}"
            yield from fetch(
                Request(method="PATCH", path=path, body=patch, about=dashboard.fqn, headers=(CONTENT_TYPE,))
            )


def _inside(charts: list[Mapping[str, Any]], fqn: str) -> Iterator[dict[str, Any]]:
    for chart in charts:
        if str(chart.get("fullyQualifiedName")).startswith(f"{fqn}."):
            yield {"id": chart["id"], "type": chart["type"]}
