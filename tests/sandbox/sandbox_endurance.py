"""What `make fuzz` does to the sandbox beyond `make test`: two hundred kills, long walks beside the model,
and crowds of writers."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from sandbox_callers import Api, Wire
from sandbox_killing import Ordeal
from sandbox_machine import machines

from openmetadata_provider.sandbox import SandboxOptions, create_app

STEPS = 50
WRITERS = Path(__file__).parent / "test_sandbox_writers.py"


def killed(kills: int, seed: int) -> list[str]:
    """What is wrong with one file after the first kill that harmed it; nothing, as a rule."""
    with tempfile.TemporaryDirectory() as folder:
        ordeal = Ordeal(Path(folder) / "c.db", seed)
        for number in range(1, kills + 1):
            if wrong := ordeal.kill():
                return [f"after kill {number} of seed {seed}: {text}" for text in wrong]
    return []


def walked(walks: int) -> None:
    """Random walks of writes beside the model; AssertionError, with the shortest walk found, if they part."""
    options = SandboxOptions()
    chosen = settings(
        max_examples=walks, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck)
    )
    with asyncio.Runner() as runner:
        wire = Wire(create_app(options), runner)
        admin, bot = Api(wire, options.admin_token), Api(wire, options.bot_token)
        for name in ("sales", "finance"):
            admin.make("Domain", name)
        run_state_machine_as_test(machines(admin, bot), settings=chosen)


def crowded(times: int) -> None:
    """The tests of fifty writers, again and again. CalledProcessError, after their own report, if one fails."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", str(WRITERS)]
    for _ in range(times):
        subprocess.run(command, cwd=WRITERS.parents[2], check=True, stdout=subprocess.DEVNULL)
