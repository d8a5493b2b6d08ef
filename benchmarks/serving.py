"""The sandbox with 100,000 entities in a file: calls a second, a page of a list, start and memory."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import httpx
import psutil

from . import noop_server
from .figures import Figure
from .load import Connection, Request, measured
from .measure import interleaved, quiet_environment, seconds
from .sandbox_process import Sandbox, running

ENTITIES = 100_000
SERVICES = 10
ROWS = 5_000
"""Rows of one bulk call while the file is filled."""
CONNECTIONS = 8
CALLS = 4_000
ROUNDS = 3
PAGES = 40
START_ROUNDS = 5
FIELDS = "owners,tags,charts,domains"
API = "/api/v1"
COMMAND = [sys.executable, "-c", "from openmetadata_provider.cli import main; main()", "sandbox", "--port", "0"]


def figures() -> Iterator[Figure]:
    """Every figure from one file, filled once."""
    with tempfile.TemporaryDirectory() as name:
        database = Path(name) / "catalogue.db"
        with running(database) as sandbox:
            names = _filled(sandbox)
        with running(database) as sandbox:
            yield from _served(sandbox, names)
        yield from _started(database)
    with noop_server.running() as url:
        bare = median(
            measured(url, "none", [Request(path="/")], connections=CONNECTIONS, count=CALLS * 2).per_second
            for _ in range(ROUNDS)
        )
    yield Figure(what="the load generator, against a server that does nothing", value=bare, unit="/s")


def _filled(sandbox: Sandbox) -> list[str]:
    """The names of the dashboards; each has an owner and a tag."""
    names = [f"{number:06}" for number in range(ENTITIES - SERVICES)]
    headers = {"Authorization": f"Bearer {sandbox.token}"}
    with httpx.Client(base_url=f"{sandbox.url}{API}", headers=headers, timeout=120) as http:
        for number in range(SERVICES):
            body = {"name": f"service{number}", "serviceType": "Superset"}
            http.post("/services/dashboardServices", json=body).raise_for_status()
        for at in range(0, len(names), ROWS):
            result = http.put("/dashboards/bulk", json=[_dashboard(name) for name in names[at : at + ROWS]])
            if result.json()["status"] != "success":
                raise RuntimeError(result.text[:500])
    return names


def _dashboard(name: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "displayName": f"Dashboard {name}",
        "service": _service(name),
        "description": "Revenue, margin and orders of every region, by quarter and by product line.",
        "sourceUrl": f"http://localhost:808/superset/dashboard/{name}/",
        "owners": ["user:admin"],
        "tags": [{"tagFQN": "PII.None", "source": "Classification"}],
        **more,
    }


def _service(name: str) -> str:
    return f"service{int(name, 16) % SERVICES}"


def _served(sandbox: Sandbox, names: list[str]) -> Iterator[Figure]:
    rng = random.Random(0)
    reads = _reads(sandbox, rng.sample(names, CALLS * ROUNDS))
    yield from _rates(sandbox, "GET of one dashboard, by id and by FQN", reads, 200, 1500)
    whole = [Request(path=f"{request.path}?fields={FIELDS}") for request in reads]
    yield from _rates(sandbox, f"  with fields={FIELDS}", whole, 200, None)
    yield from _rates(sandbox, "POST of one dashboard", [_post(rng) for _ in reads], 201, 400)
    for what, query in (("list page of 100 dashboards", ""), (f"  with fields={FIELDS}", f"&fields={FIELDS}")):
        yield _page_figure(sandbox, what, query, [])
    yield _page_figure(sandbox, "  of one service", "&service=service3", [])
    yield _page_figure(sandbox, "  right after a POST", "", [_post(rng) for _ in range(PAGES)])
    yield Figure(what="peak memory of the server", value=sandbox.peak_mb, unit="MB", target=150)


def _reads(sandbox: Sandbox, names: list[str]) -> list[Request]:
    """Half by FQN, half by id."""
    by_fqn = [f"{API}/dashboards/name/{_service(name)}.{name}" for name in names]
    with httpx.Client(base_url=sandbox.url, headers={"Authorization": f"Bearer {sandbox.token}"}) as http:
        ids = [http.get(path).json()["id"] for path in by_fqn[::2]]
    by_id = [f"{API}/dashboards/{entity_id}" for entity_id in ids]
    return [Request(path=path) for pair in zip(by_id, by_fqn[1::2], strict=True) for path in pair]


def _post(rng: random.Random) -> Request:
    return Request(method="POST", path=f"{API}/dashboards", body=_dashboard(f"{rng.getrandbits(64):016x}"))


def _rates(
    sandbox: Sandbox, what: str, requests: Sequence[Request], status: int, target: float | None
) -> Iterator[Figure]:
    """Calls a second, of the clock and of the server's CPU time: the medians of rounds that share no request."""
    process = psutil.Process(sandbox.pid)
    walls, cpus = [], []
    for at in range(ROUNDS):
        before = sum(process.cpu_times()[:2])
        part = requests[at::ROUNDS]
        load = measured(sandbox.url, sandbox.token, part, connections=CONNECTIONS, count=len(part))
        walls.append(load.insist_on(status).per_second)
        cpus.append(len(part) / (sum(process.cpu_times()[:2]) - before))
    yield Figure(what=what, value=median(walls), unit="/s", target=target, better="higher")
    yield Figure(what="  per second of the server's CPU time", value=median(cpus), unit="/s")


def _page_figure(sandbox: Sandbox, what: str, query: str, writes: list[Request]) -> Figure:
    """The median over pages in the order of their cursors; each of `writes` is done before a page."""
    path, after = f"{API}/dashboards?limit=100{query}", ""
    connection = Connection(sandbox.url, sandbox.token)
    times = []
    for write in writes or [None] * PAGES:
        if write is not None:
            connection.exchange(write)
        answer = connection.exchange(Request(path=path + after))
        times.append(answer.seconds)
        after = f"&after={json.loads(answer.body)['paging']['after']}"
    return Figure(what=what, value=median(times) * 1000, unit="ms", target=20)


def _started(database: Path) -> Iterator[Figure]:
    sides = {"fresh": lambda: _start([]), "existing": lambda: _start(["--database", str(database)])}
    times = interleaved(sides, START_ROUNDS)
    yield Figure(what="start: process to first answer, in memory", value=times["fresh"], unit="s", target=0.7)
    what = f"start: process to first answer, with the file of {ENTITIES:,}"
    yield Figure(what=what, value=times["existing"], unit="s", target=0.7)


def _start(options: list[str]) -> float:
    """Seconds from the start of `omp sandbox` to the answer of its first GET of an entity."""
    process: subprocess.Popen[str]

    def first_answer() -> None:
        nonlocal process
        process = subprocess.Popen([*COMMAND, *options], stdout=subprocess.PIPE, text=True, env=quiet_environment())
        assert process.stdout
        where = re.search(r"http://[\d.:]+", process.stdout.readline())
        token = process.stdout.readline().split()[-1]
        assert where
        assert Connection(where[0], token).exchange(Request(path=f"{API}/users/name/admin")).status == "200"

    try:
        return seconds(first_answer)
    finally:
        process.terminate()
        process.communicate()
