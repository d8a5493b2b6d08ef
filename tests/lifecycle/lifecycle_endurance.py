"""What `make fuzz` does to plan and apply beyond `make test`: each law for many sets, and long walks."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test
from lifecycle.lifecycle_laws import LAWS, TALLY
from lifecycle.lifecycle_machine import Machine

STEPS = 20


def laws(examples: int, first_seed: int) -> Counter[str]:
    """How much ran: cases by law, sets, entities, requests, walks, steps. AssertionError, with the smallest example
    found, where a law does not hold."""
    TALLY.clear()
    for law, arguments in LAWS.values():
        _held(law, arguments, examples, first_seed)
    walk = seed(first_seed)(Machine)
    run_state_machine_as_test(walk, settings=settings(_long(max(1, examples // 4)), stateful_step_count=STEPS))
    return TALLY


def _held(law: Any, arguments: Any, examples: int, first_seed: int) -> None:
    @seed(first_seed)
    @_long(examples)
    @given(st.tuples(*arguments))
    def holds(drawn: tuple[Any, ...]) -> None:
        law(*drawn)

    holds()


def _long(examples: int) -> settings:
    return settings(
        max_examples=examples,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
