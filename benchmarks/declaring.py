"""A catalogue to plan: documents of every sort, as many as are asked for, from Python or in a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

Document = dict[str, Any]
PER_SERVICE = 1000
"""Entities that come with each dashboard service, itself among them: 6 charts to 4 dashboards."""
TEAMS = ("analytics", "finance", "marketing", "operations")
TAGS = ("Gold", "Silver", "Bronze", "Raw")
COLLECTIONS = {
    "Classification": "classifications",
    "Tag": "tags",
    "Team": "teams",
    "DashboardService": "dashboard_services",
    "Chart": "charts",
    "Dashboard": "dashboards",
}
"""Kind → collection of the client."""


def documents(count: int) -> list[Document]:
    """`count` entities: a classification with tags, teams, services with charts and dashboards that refer to them."""
    made = [*_people_and_tags()]
    for number in range(count):
        made += _service(number)
        if len(made) >= count:
            return made[:count]
    return made


def dashboards(count: int) -> list[Document]:
    """One service and dashboards that refer to nothing else, as those of `storing`."""
    made = [_document("DashboardService", name="sample_superset", serviceType="Superset")]
    for number in range(count - 1):
        made.append(
            _document(
                "Dashboard",
                name=str(number),
                displayName=f"Dashboard {number}",
                service="sample_superset",
                description="Dashboard showcasing deck.gl visualizations",
                sourceUrl=f"http://localhost:808/superset/dashboard/{number}/",
            )
        )
    return made


SHAPES: Mapping[str, Callable[[int], list[Document]]] = {"catalogue": documents, "dashboards": dashboards}
"""What can be asked for."""


def _people_and_tags() -> Iterator[Document]:
    yield _document("Classification", name="Quality", description="How far the figures can be trusted.")
    for tag in TAGS:
        yield _document("Tag", name=tag, classification="Quality", description=f"{tag} figures.")
    for team in TEAMS:
        yield _document("Team", name=team, teamType="Group", description=f"The {team} team.")


def _service(number: int) -> Iterator[Document]:
    service = f"looker_{number:03}"
    config = {"type": "Looker", "hostPort": f"https://{service}.example.com", "clientId": "omp"}
    yield _document(
        "DashboardService",
        name=service,
        serviceType="Looker",
        description="Looker of one business unit.",
        connection={"config": {**config, "clientSecret": "secret:/looker/client"}},
    )
    for chart in range(6 * PER_SERVICE // 10):
        yield _document(
            "Chart",
            name=f"chart_{chart:04}",
            displayName=f"Chart {chart}",
            service=service,
            chartType="Bar",
            description="Revenue of every region, by quarter.",
            sourceUrl=f"https://{service}.example.com/looks/{chart}",
        )
    for dashboard in range(4 * PER_SERVICE // 10 - 1):
        first = dashboard * 6 * PER_SERVICE // 10 // (4 * PER_SERVICE // 10)
        yield _document(
            "Dashboard",
            name=f"dashboard_{dashboard:04}",
            displayName=f"Dashboard {dashboard}",
            service=service,
            description="Revenue, margin and orders of every region & product line.",
            sourceUrl=f"https://{service}.example.com/dashboards/{dashboard}",
            project="finance",
            charts=[f"{service}.chart_{chart:04}" for chart in range(first, first + 2)],
            owners=[f"team:{TEAMS[dashboard % len(TEAMS)]}"],
            tags=[{"tagFQN": f"Quality.{TAGS[dashboard % len(TAGS)]}", "source": "Classification"}],
        )


def _document(kind: str, **spec: Any) -> Document:
    return {"kind": kind, "spec": spec}


def fqn_of(document: Document) -> str:
    """The FQN of one of these documents; no name here holds a dot."""
    spec = document["spec"]
    return ".".join(filter(None, (spec.get("service") or spec.get("classification"), spec["name"])))


def as_jsonl(made: list[Document], file: Path) -> Path:
    """The documents in a file, one a line."""
    file.write_text("".join(f"{json.dumps(document)}\n" for document in made), encoding="utf-8")
    return file


def as_yaml(made: list[Document], file: Path) -> Path:
    """The documents in one file, in block style, as people write them."""
    import yaml

    file.write_text(yaml.safe_dump_all(made, sort_keys=False), encoding="utf-8")
    return file
