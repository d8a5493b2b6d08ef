"""What `make fuzz` does to the sandbox beyond `make test`: two hundred kills, and long walks beside the model."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from sandbox_callers import Api, Wire
from sandbox_killing import Ordeal
from sandbox_machine import machines

from openmetadata_provider.sandbox import SandboxOptions, create_app

STEPS = 50


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
