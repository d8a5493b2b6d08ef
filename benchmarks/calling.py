"""What one call costs beside plain httpx, and what sending many at a time gains.

Overhead: the client makes a request of a model, sends it and makes a model of the answer; the other side lets httpx
send the same JSON and reads the answer with `json.loads`. Neither leaves the process. CPU time, the best of 40 rounds.

Concurrency: 2,000 creates on a sandbox in another process, one after another and 16 at a time. The sandbox answers at
once, or after a delay as from a server elsewhere; both are told, because two cores that are both busy cannot be used
twice.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from openmetadata_provider import (
    AsyncOpenMetadata,
    CreateDashboardRequest,
    CreateDashboardServiceRequest,
    Limits,
    OpenMetadata,
)

from .figures import Figure
from .measure import seconds
from .sandbox_process import SERVICE, Sandbox, running
from .storing import COUNT, requests

HOST = "http://metadata.test:8585"
AT_A_TIME = 16
DELAY_MS = 10
CALLS, ROUNDS = 100, 40
SENT = {
    "name": "10",
    "displayName": "Dashboard 10",
    "service": SERVICE,
    "description": "Dashboard showcasing deck.gl visualizations",
    "sourceUrl": "http://localhost:808/superset/dashboard/10/",
}
ID = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
ANSWER = json.dumps(
    {
        **SENT,
        "id": ID,
        "fullyQualifiedName": f"{SERVICE}.10",
        "version": 0.1,
        "updatedAt": 1760000000000,
        "updatedBy": "admin",
        "href": f"{HOST}/api/v1/dashboards/{ID}",
        "service": {"id": ID, "type": "dashboardService", "name": SERVICE, "fullyQualifiedName": SERVICE},
        "serviceType": "Superset",
        "deleted": False,
    }
).encode()
HEADERS = {"Authorization": "Bearer token", "Accept": "application/json"}


def figures() -> Iterator[Figure]:
    """Ratios of overhead, then of concurrency, with the rates they come from."""
    yield from _overhead()
    for delay_ms in (DELAY_MS, 0):
        yield from _concurrency(delay_ms)


def _overhead() -> Iterator[Figure]:
    for what, sides in {
        "create, no network": _sync_sides("POST", lambda om: om.dashboards.create(REQUEST)),
        "get by name, no network": _sync_sides("GET", lambda om: om.dashboards.get_by_name(f"{SERVICE}.10")),
        "async create, no-op ASGI": _async_sides(),
    }.items():
        ours, plain = _best(sides)
        yield Figure(what=f"{what}: client / httpx and json.loads", value=ours / plain, unit="x", target=1.3)
        yield Figure(what="  client", value=ours * 1e6, unit="µs")
        yield Figure(what="  httpx", value=plain * 1e6, unit="µs")


REQUEST = CreateDashboardRequest.model_validate(SENT)
Side = Callable[[], float]
"""Seconds of CPU time that CALLS calls take."""


def _best(sides: tuple[Side, Side]) -> tuple[float, float]:
    """Seconds of one call on either side, measured in turn: the least of all rounds, disturbed least by other work."""
    rounds = [(sides[0](), sides[1]()) for _ in range(ROUNDS)]
    return min(ours for ours, _ in rounds) / CALLS, min(plain for _, plain in rounds) / CALLS


def _answered(_: httpx.Request) -> httpx.Response:
    return httpx.Response(201, content=ANSWER, headers={"Content-Type": "application/json"})


def _sync_sides(method: str, call: Callable[[OpenMetadata], object]) -> tuple[Side, Side]:
    om = OpenMetadata(host=HOST, jwt_token="token", transport=httpx.MockTransport(_answered))
    plain = httpx.Client(base_url=f"{HOST}/api", headers=HEADERS, transport=httpx.MockTransport(_answered))
    path = "/v1/dashboards" if method == "POST" else f"/v1/dashboards/name/{SERVICE}.10"
    body = SENT if method == "POST" else None
    return _cpu(lambda: call(om)), _cpu(lambda: json.loads(plain.request(method, path, json=body).content))


def _cpu(call: Callable[[], object]) -> Side:
    def side() -> float:
        begun = time.process_time()
        for _ in range(CALLS):
            call()
        return time.process_time() - begun

    return side


async def _no_op(scope: Any, receive: Any, send: Any) -> None:
    await receive()
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(ANSWER))]
    await send({"type": "http.response.start", "status": 201, "headers": headers})
    await send({"type": "http.response.body", "body": ANSWER})


def _async_sides() -> tuple[Side, Side]:
    om = AsyncOpenMetadata(host=HOST, jwt_token="token", transport=httpx.ASGITransport(_no_op))
    plain = httpx.AsyncClient(base_url=f"{HOST}/api", headers=HEADERS, transport=httpx.ASGITransport(_no_op))

    async def parsed() -> object:
        return json.loads((await plain.post("/v1/dashboards", json=SENT)).content)

    return _async_cpu(lambda: om.dashboards.create(REQUEST)), _async_cpu(parsed)


def _async_cpu(call: Callable[[], Awaitable[object]]) -> Side:
    async def calls() -> float:
        begun = time.process_time()
        for _ in range(CALLS):
            await call()
        return time.process_time() - begun

    return lambda: asyncio.run(calls())


def _concurrency(delay_ms: float) -> Iterator[Figure]:
    ways = {"one after another": _singly, "async": _by_tasks, "threads": _by_threads}
    taken = {name: _stored(way, delay_ms) for name, way in ways.items()}
    single = taken.pop("one after another")
    told = f"answers {delay_ms:g} ms late" if delay_ms else "answers at once"
    target = 3 if delay_ms else None
    yield Figure(what=f"{COUNT:,} creates, {told}: one after another", value=COUNT / single, unit="/s")
    for name, concurrent in taken.items():
        what = f"  {AT_A_TIME} at a time, {name}: gain"
        yield Figure(what=what, value=single / concurrent, unit="x", target=target, better="higher")
        yield Figure(what=f"  {AT_A_TIME} at a time, {name}", value=COUNT / concurrent, unit="/s")


def _stored(way: Callable[[Sandbox, list[CreateDashboardRequest]], float], delay_ms: float) -> float:
    """Seconds that the creates take on a fresh sandbox."""
    rows = requests()
    with running(delay_ms=delay_ms) as sandbox, OpenMetadata(host=sandbox.url, jwt_token=sandbox.token) as om:
        service = {"name": SERVICE, "serviceType": "Superset"}
        om.dashboard_services.create(CreateDashboardServiceRequest.model_validate(service))
        taken = way(sandbox, rows)
        stored = sum(1 for _ in om.dashboards.list(limit=1000))
    if stored != COUNT:
        raise RuntimeError(f"{stored} of {COUNT} dashboards are stored")
    return taken


def _singly(sandbox: Sandbox, rows: list[CreateDashboardRequest]) -> float:
    with OpenMetadata(host=sandbox.url, jwt_token=sandbox.token) as om:
        return seconds(lambda: [om.dashboards.create(row) for row in rows])


def _by_threads(sandbox: Sandbox, rows: list[CreateDashboardRequest]) -> float:
    with OpenMetadata(host=sandbox.url, jwt_token=sandbox.token) as om, ThreadPoolExecutor(AT_A_TIME) as pool:
        return seconds(lambda: list(pool.map(om.dashboards.create, rows)))


def _by_tasks(sandbox: Sandbox, rows: list[CreateDashboardRequest]) -> float:
    async def created() -> float:
        limits = Limits(concurrency=AT_A_TIME)
        async with AsyncOpenMetadata(host=sandbox.url, jwt_token=sandbox.token, limits=limits) as om:
            begun = time.perf_counter()
            await asyncio.gather(*(om.dashboards.create(row) for row in rows))
            return time.perf_counter() - begun

    return asyncio.run(created())
