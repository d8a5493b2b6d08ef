"""Any walk of writes leaves the sandbox where the model of the reference is. `make fuzz` walks for longer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from sandbox_callers import Api
from sandbox_machine import CatalogueMachine, machines
from sandbox_model import BOT, Key

WALKS, STEPS = 40, 20


@pytest.fixture
def made(world: Api, bot: Api) -> Callable[[], CatalogueMachine]:
    return machines(world, bot)


def test_the_sandbox_does_what_the_model_does(made: Callable[[], CatalogueMachine]) -> None:
    chosen = settings(
        max_examples=WALKS,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(made, settings=chosen)


def test_a_bot_gives_a_dashboard_a_domain_of_its_own_where_it_only_inherits_one(
    made: Callable[[], CatalogueMachine],
) -> None:
    """Found by a walk: the inherited domain counted as one that the bot must leave alone."""
    machine = made()
    machine.begin()
    machine.put((Key("Dashboard", "s0.d0"), {"domains": frozenset({"finance"})}), BOT)
    machine.put((Key("Dashboard", "s0.d0"), {"domains": frozenset({"sales"})}), BOT)
    machine.teardown()


def test_a_chart_that_is_put_without_dashboards_leaves_them(made: Callable[[], CatalogueMachine]) -> None:
    """The relationship has two ends: the dashboard loses the chart, but gets no new version."""
    machine = made()
    machine.begin()
    machine.put((Key("Chart", "s0.c0"), {}), "admin")
    machine.teardown()
