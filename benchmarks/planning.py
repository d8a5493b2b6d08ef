"""Plan and apply: against single calls of the same client, by number of entities, and from files.

The sandbox is one process, the client another, a fresh one for every figure. What is timed begins with documents in
memory (or a file) and ends with the plan or the outcomes: reading, checking, ordering and comparing are in it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from .declaring import as_jsonl, as_yaml, documents
from .figures import Figure
from .measure import run
from .sandbox_process import Sandbox, running

COUNT = 5_000
COUNTS = (1_000, 5_000, 20_000)
FEW, DELAY_MS = 1_000, 10
ROUNDS = 3
Measured = dict[str, float]


def figures() -> Iterator[Figure]:
    """Ratios first, then the table by number of entities, then files."""
    yield from _ratios()
    yield from _growth()
    yield from _sources()


def _did(
    sandbox: Sandbox, does: str, count: int = COUNT, *, shape: str = "catalogue", source: str = "python"
) -> Measured:
    """What a client measured; `seen` are the requests that the server counted."""
    before = sandbox.requests
    order = {"url": sandbox.url, "token": sandbox.token, "does": does, "count": count, "shape": shape, "source": source}
    told = run([sys.executable, "-m", "benchmarks.plan_process", json.dumps(order)])
    measured: Measured = json.loads(told.splitlines()[-1])
    return {**measured, "seen": sandbox.requests - before}


def _ratios() -> Iterator[Figure]:
    yield from _of_unchanged()
    yield from _of_new("catalogue", f"{COUNT:,} new charts and dashboards with references")
    yield from _of_new("dashboards", f"{COUNT:,} new dashboards without references")
    yield from _of_new_elsewhere()


def _median(rounds: list[Measured]) -> Measured:
    return {name: median(one[name] for one in rounds) for name in rounds[0]}


def _of_unchanged() -> Iterator[Figure]:
    rounds = []
    with running() as sandbox:
        _did(sandbox, "apply")
        for _ in range(ROUNDS):
            done, got = _did(sandbox, "plan"), _did(sandbox, "get")
            rounds.append({**done, "get": got["get"], "gain": got["get"] / done["plan"]})
    found = _median(rounds)
    what = f"plan of {COUNT:,} unchanged entities: one GET after another / plan"
    yield Figure(what=what, value=found["gain"], unit="x", target=8, better="higher")
    yield Figure(what="  GETs / plan", value=f"{found['get']:.2f} / {found['plan']:.2f} s")
    yield Figure(what="  requests, as the client counts", value=found["plan_requests"], target=COUNT / 100)
    yield Figure(what="  requests, as the server counts, with those of warming up", value=found["seen"])
    yield Figure(what="  peak memory", value=found["peak_mb"], unit="MB", target=400)


def _of_new(shape: str, what: str) -> Iterator[Figure]:
    found = _median([_created(shape) for _ in range(ROUNDS)])
    gain, whole = found["post"] / found["apply"], found["post"] / (found["plan"] + found["apply"])
    yield Figure(what=f"{what}: one POST after another / apply", value=gain, unit="x", target=10, better="higher")
    yield Figure(what="  one POST after another / plan and apply", value=whole, unit="x")
    yield Figure(
        what="  POSTs / plan / apply", value=f"{found['post']:.2f} / {found['plan']:.2f} / {found['apply']:.2f} s"
    )


def _created(shape: str, count: int = COUNT, delay_ms: float = 0) -> Measured:
    with running(delay_ms=delay_ms) as sandbox:
        done = _did(sandbox, "apply", count, shape=shape)
    with running(delay_ms=delay_ms) as sandbox:
        return {**done, "post": _did(sandbox, "post", count, shape=shape)["post"]}


def _of_new_elsewhere() -> Iterator[Figure]:
    """The same as from a server that is not next door: one round, as the POSTs take long."""
    found = _created("catalogue", FEW, DELAY_MS)
    gain = found["post"] / (found["plan"] + found["apply"])
    what = f"{FEW:,} new entities, answers {DELAY_MS} ms late: one POST after another / plan and apply"
    yield Figure(what=what, value=gain, unit="x", target=10, better="higher")


def _growth() -> Iterator[Figure]:
    each: dict[int, float] = {}
    for count in COUNTS:
        with running() as sandbox:
            done = _did(sandbox, "apply", count)
        each[count] = (done["plan"] + done["apply"] + done["again"]) / count
        seconds = f"{done['plan']:.2f} / {done['apply']:.2f} / {done['again']:.2f} s"
        requests = " + ".join(f"{done[name]:.0f}" for name in ("plan_requests", "apply_requests", "again_requests"))
        yield Figure(
            what=f"{count:,} new entities: plan / apply / second plan",
            value=f"{seconds}, {requests} requests, {done['peak_mb']:.0f} MB",
        )
    few, many = COUNTS[0], COUNTS[-1]
    what = f"  time for one entity of {many:,} / of {few:,}"
    yield Figure(what=what, value=each[many] / each[few], unit="x", target=1.5)


def _sources() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name, running() as sandbox:
        made = documents(COUNT)
        files = {"JSON Lines": as_jsonl(made, Path(name, "all.jsonl")), "YAML": as_yaml(made, Path(name, "all.yaml"))}
        _did(sandbox, "apply")
        for what, file in files.items():
            done = _did(sandbox, "plan", source=str(file))
            yield Figure(
                what=f"plan of {COUNT:,} unchanged entities from one file of {what}", value=done["plan"], unit="s"
            )
            yield Figure(what="  peak memory", value=done["peak_mb"], unit="MB", target=400)
