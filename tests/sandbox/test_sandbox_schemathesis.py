"""Every answer of the sandbox is one that `/swagger.json` announces. `make fuzz` does the same at length."""

from __future__ import annotations

from properties.contract import Verdict, check

KINDS = ("DashboardService", "Dashboard", "Team", "GlossaryTerm")
"""One kind of each sort: with a connection, below a service, without tags, with inherited references."""


def faults(verdict: Verdict) -> str:
    return "\n\n".join(f"{title}\n{text}" for title, text in verdict.faults.items())


def test_every_bound_and_every_broken_request_is_answered_as_documented() -> None:
    verdict = check(seed=1, examples=1, seconds=18, phases=("coverage",), kinds=KINDS)
    assert not verdict.faults, faults(verdict)
    assert verdict.total > 500
    assert {200, 201, 400, 401, 404, 405, 415} <= verdict.answers.keys()


def test_calls_that_follow_one_another_are_answered_as_documented() -> None:
    verdict = check(seed=1, examples=3, seconds=15, phases=("fuzzing", "stateful"), kinds=KINDS)
    assert not verdict.faults, faults(verdict)
    assert verdict.total > 30
