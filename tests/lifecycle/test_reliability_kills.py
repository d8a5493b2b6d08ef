"""An apply that ends at any request is finished by the next one: nothing twice, nothing left over, nothing lost."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from lifecycle_crew import Document, applied_until_death, catalogue, client, finished, harm, state, undisturbed

from openmetadata_provider.lifecycle.plan import plan
from openmetadata_provider.sandbox import SandboxServer

SAMPLE = 5
"""Requests of a run that it dies at, of each sort; `tests/fuzz.py --only kills` tries every one."""
_PROGRAM = """
import json, sys
from openmetadata_provider import OpenMetadata
from openmetadata_provider.lifecycle.plan import plan
order = json.load(sys.stdin)
told = lambda event: print(event.method, flush=True)
with OpenMetadata(host=order["url"], jwt_token=order["token"], on_exchange=told) as om:
    plan(om, order["documents"]).apply()
"""


@cache
def expected() -> tuple[dict[str, Document], int]:
    return undisturbed()


def test_an_undisturbed_run_writes_everything_once() -> None:
    after, _ = expected()
    assert {entity["version"] for entity in after.values()} == {0.1}


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("parallelism", [1, 8])
def test_the_next_run_finishes_what_a_dead_one_left(moment: Literal["before", "after"], parallelism: int) -> None:
    after, requests = expected()
    chosen = random.Random(f"{moment} {parallelism}").sample(range(1, requests + 1), SAMPLE)
    assert not list(filter(None, (harm(at, moment, parallelism, after) for at in sorted(chosen))))


def test_a_plan_after_a_death_tells_what_is_left() -> None:
    after, requests = expected()
    with SandboxServer() as server:
        assert applied_until_death(server, requests // 2, "after", 1)
        with client(server) as om:
            left = [change for change in plan(om, catalogue()).changes if not change.is_noop]
        assert {f"{change.spec.collection} {change.fqn}" for change in left} == after.keys() - state(server).keys()


@pytest.mark.parametrize("exchanges", [9, 24, 40])
def test_kill_9_in_the_middle_is_made_good_by_the_next_run(exchanges: int, tmp_path: Path) -> None:
    after, _ = expected()
    with SandboxServer() as server:
        order = {"url": server.url, "token": server.admin_token, "documents": catalogue()}
        process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=tmp_path
        )
        assert process.stdin is not None
        assert process.stdout is not None
        with process.stdin, process.stdout:
            process.stdin.write(json.dumps(order))
            process.stdin.close()
            assert all(process.stdout.readline() for _ in range(exchanges)), "it ended before"
            os.kill(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        assert finished(server) == after
