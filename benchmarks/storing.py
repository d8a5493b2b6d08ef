"""2,000 dashboards through the client: in bulk, and one POST after another. The sandbox is a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from openmetadata_provider import CreateDashboardRequest, OpenMetadata

from .figures import Figure
from .measure import interleaved, seconds
from .sandbox_process import SERVICE, client

COUNT = 2000
ROUNDS = 3


def figures() -> Iterator[Figure]:
    """Ratio of the two ways, and dashboards a second of each."""
    times = interleaved({"bulk": lambda: _stored(_in_bulk), "single": lambda: _stored(_singly)}, ROUNDS)
    what = f"{COUNT:,} dashboards: single POSTs / bulk"
    yield Figure(what=what, value=times["single"] / times["bulk"], unit="x", target=10, better="higher")
    yield Figure(what="  bulk", value=COUNT / times["bulk"], unit="/s")
    yield Figure(what="  single POSTs", value=COUNT / times["single"], unit="/s")


def requests() -> list[CreateDashboardRequest]:
    """Dashboards like the one of the API page."""
    return [
        CreateDashboardRequest(
            name=str(number),
            displayName=f"Dashboard {number}",
            service=SERVICE,
            description="Dashboard showcasing deck.gl visualizations",
            sourceUrl=f"http://localhost:808/superset/dashboard/{number}/",
        )
        for number in range(COUNT)
    ]


def _stored(way: Callable[[OpenMetadata, list[CreateDashboardRequest]], None]) -> float:
    """Seconds that the requests take on a fresh sandbox, with the connection already open."""
    rows = requests()
    with client() as om:
        taken = seconds(lambda: way(om, rows))
        stored = sum(1 for _ in om.dashboards.list(limit=1000))
    if stored != COUNT:
        raise RuntimeError(f"{stored} of {COUNT} dashboards are stored")
    return taken


def _in_bulk(om: OpenMetadata, rows: list[CreateDashboardRequest]) -> None:
    om.dashboards.bulk_upsert(rows).raise_for_failures()


def _singly(om: OpenMetadata, rows: list[CreateDashboardRequest]) -> None:
    for row in rows:
        om.dashboards.create(row)
