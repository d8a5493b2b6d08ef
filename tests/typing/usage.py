"""What users write, for a type checker to read: never run. `test_usage.py` checks it with mypy --strict."""

from collections.abc import AsyncIterator, Iterator
from typing import assert_type

import openmetadata_provider
from openmetadata_bindings.models import (
    CreateDashboardRequest,
    CreateDashboardServiceRequest,
    CreateDatabaseServiceRequest,
    Dashboard,
    DashboardService,
    DashboardServiceType,
    DatabaseService,
    LookerConnection,
    PostgresConnection,
)
from openmetadata_bindings.resources import Dashboards, DashboardServices
from openmetadata_provider import (
    AssetsResult,
    AsyncDeletionJob,
    AsyncOpenMetadata,
    BulkResult,
    DeletionJob,
    OpenMetadata,
    configure,
)

looker = LookerConnection(clientId="a", clientSecret="b", hostPort="https://h")
service = CreateDashboardServiceRequest(name="x", connection=looker)
typed = CreateDashboardServiceRequest(name="x", serviceType=DashboardServiceType.Looker, connection=looker)
database = CreateDatabaseServiceRequest(
    name="x", connection=PostgresConnection(username="u", hostPort="h", database="d")
)
request = CreateDashboardRequest(name="10", service="s", owners=["user:jane"], charts=["s.c"])

assert_type(request.name, str)
assert_type(request.displayName, str | None)
assert_type(request.charts, list[str] | None)
assert_type(service.serviceType, DashboardServiceType)
assert_type(looker.hostPort, str)

CreateDashboardRequest(name="10", service="s", titel="x")  # type: ignore[call-arg]
CreateDashboardRequest(name="10")  # type: ignore[call-arg]
CreateDashboardRequest(name=10, service="s")  # type: ignore[arg-type]
CreateDashboardServiceRequest(name="x", connection=database.connection)  # type: ignore[arg-type]
LookerConnection(clientId="a", clientSecret="b", hostport="h")  # type: ignore[call-arg]
_ = request.titel  # type: ignore[attr-defined]
_ = openmetadata_provider.Dashbords  # type: ignore[attr-defined]


def with_classes() -> None:
    """The official clients' form."""
    configure(host="http://localhost:8585", jwt_token="token")
    dashboard = Dashboards.create(request)
    assert_type(dashboard, Dashboard)
    assert_type(dashboard.fullyQualifiedName, str | None)
    assert_type(openmetadata_provider.Dashboards.create(name="10", service="s"), Dashboard)
    assert_type(DashboardServices.create(service), DashboardService)
    assert_type(Dashboards.list(service="s"), Iterator[Dashboard])
    assert_type(Dashboards.bulk_upsert([request]), BulkResult)
    Dashboards.create(service)  # type: ignore[arg-type]


def with_client(om: OpenMetadata) -> None:
    """The explicit form."""
    assert_type(om.dashboards.create(request), Dashboard)
    assert_type(om.dashboard_services.upsert(service), DashboardService)
    assert_type(om.database_services.get_by_name("x"), DatabaseService)
    _ = om.dashbords  # type: ignore[attr-defined]
    om.dashboards.create(service)  # type: ignore[arg-type]


def with_verbs(om: OpenMetadata) -> None:
    """What changes, looks back and deletes."""
    dashboard = om.dashboards.get("id")
    assert_type(om.dashboards.find(dashboard), Dashboard | None)
    assert_type(om.dashboards.find_by_name("s.10"), Dashboard | None)
    assert_type(om.dashboards.update(dashboard, displayName="Ten"), Dashboard)
    assert_type(om.dashboards.update(dashboard, dashboard), Dashboard)
    assert_type(om.dashboards.update_by_name("s.10", {"displayName": None}), Dashboard)
    assert_type(om.dashboards.patch_by_name("s.10", [{"op": "remove", "path": "/owners"}]), Dashboard)
    assert_type(om.dashboards.versions(dashboard), tuple[Dashboard, ...])
    assert_type(om.dashboards.version("id", 0.1), Dashboard)
    assert_type(om.dashboards.restore_by_name("s.10"), Dashboard)
    assert_type(om.dashboards.delete_async("id", hard=True), DeletionJob)
    assert_type(om.domains.add_assets("Sales", [dashboard, "table:d.s.t"]), AssetsResult)
    om.dashboards.vote("id", "votedUp")
    om.dashboards.follow(dashboard, "jane")
    om.dashboards.update(service, displayName="Ten")  # type: ignore[arg-type]
    om.dashboards.vote("id", "up")  # type: ignore[arg-type]
    om.teams.follow("id", "jane")  # type: ignore[attr-defined]
    om.dashboards.list(include="some")  # type: ignore[arg-type]


async def with_async_client(om: AsyncOpenMetadata) -> None:
    """The awaited form."""
    assert_type(await om.dashboards.create(request), Dashboard)
    assert_type(om.dashboards.list(), AsyncIterator[Dashboard])
    assert_type(await om.dashboards.find_by_name("s.10"), Dashboard | None)
    assert_type(await om.dashboards.update_by_name("s.10", displayName=None), Dashboard)
    assert_type(await om.dashboards.delete_async("id"), AsyncDeletionJob)
    assert_type(await om.domains.remove_assets("Sales", []), AssetsResult)
