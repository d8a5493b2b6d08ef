"""A request after its first failure: waits, further attempts, and a look at what became of a lost one.

Imported on the first failure: a client that meets none never loads tenacity.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from tenacity import AsyncRetrying, RetryCallState, Retrying

from openmetadata_provider.client.clock import Clock
from openmetadata_provider.client.exchange import Request, Response, Steps
from openmetadata_provider.client.retries import (
    Outcome,
    RetryPolicy,
    described,
    is_passing,
    is_repeated,
    may_be_own_doing,
    may_have_arrived,
)
from openmetadata_provider.client.settling import settling
from openmetadata_provider.errors import TransportError

log = logging.getLogger("openmetadata_provider.client")


class Repeats:
    """The attempts of one request, and what follows from them. Does no I/O."""

    def __init__(self, request: Request, first: Outcome, *, started: float, policy: RetryPolicy, clock: Clock) -> None:
        self.request = request
        self.outcomes = [first]
        self._started, self._policy, self._clock = started, policy, clock
        self._is_lost = may_have_arrived(first)
        self._was_lost = self._is_lost
        self.settled = settling(request)

    @property
    def number(self) -> int:
        """Which attempt comes next, counted from 1."""
        return len(self.outcomes) + 1

    @property
    def is_looked_up_first(self) -> bool:
        """Whether the next thing to do is to look what became of the last attempt: a POST never follows a lost one."""
        return self._is_lost and self.request.method == "POST"

    def settle(self) -> Steps[Response | None]:
        """The steps that find out what became of a lost attempt."""
        assert self.settled is not None
        return self.settled()

    def found(self, outcome: Response | None) -> Response | None:
        """Takes down what they found: None if the lost attempt left nothing behind."""
        if outcome is None:
            self._is_lost = False
        return outcome

    def is_in_doubt(self, outcome: Outcome) -> bool:
        """Whether this outcome may stem from an attempt before it that was carried out."""
        return self._was_lost and self.settled is not None and may_be_own_doing(self.request, outcome)

    def ended(self, outcome: Outcome) -> Outcome:
        """The last outcome, with a note of all attempts if it is an error."""
        if isinstance(outcome, Response):
            return outcome if outcome.status < 400 else replace(outcome, notes=(*outcome.notes, self._note()))
        outcome.add_note(self._note())
        return outcome

    def arguments(self) -> dict[str, Any]:
        """What tenacity is to do."""
        return {
            "retry": self._wants_another,
            "wait": self._wait_s,
            "stop": self._is_over,
            "before_sleep": self._announced,
            "retry_error_callback": _last,
        }

    def _wants_another(self, state: RetryCallState) -> bool:
        return not _failed(state) and is_repeated(self.request, _last(state))

    def _wait_s(self, state: RetryCallState) -> float:
        return self._policy.wait_s(len(self.outcomes), _last(state), self._clock.fraction())

    def _is_over(self, state: RetryCallState) -> bool:
        begins = self._clock.monotonic_s() - self._started + state.upcoming_sleep
        return len(self.outcomes) >= self._policy.attempts or begins > self._policy.deadline_s

    def _announced(self, state: RetryCallState) -> None:
        what = f"{self.request.method} {self.request.path}"
        wait = state.upcoming_sleep
        log.info("%s: %s, attempt %d follows in %.2f s", what, described(_last(state)), self.number, wait)

    def record(self, outcome: Outcome) -> Outcome:
        """Takes down what an attempt gave, and gives it back."""
        self.outcomes.append(outcome)
        if is_passing(outcome) and may_have_arrived(outcome):
            self._is_lost = self._was_lost = True
        return outcome

    def _note(self) -> str:
        taken = self._clock.monotonic_s() - self._started
        came = list(map(described, self.outcomes))
        is_told = isinstance(self.outcomes[0], TransportError) and len(set(came)) == 1  # by the error itself
        what = "the same each time" if is_told else ", ".join(came)
        return f"{len(came)} attempts in {taken:.1f} s: {what}."


def repeated(repeats: Repeats, again: Callable[[], Outcome], sleep: Callable[[float], None]) -> Outcome:
    """What the request ends with, further attempts made by `again`."""
    first = repeats.outcomes[:]

    def attempt() -> Outcome:
        return first.pop() if first else repeats.record(again())

    return repeats.ended(Retrying(sleep=sleep, **repeats.arguments())(attempt))


async def repeated_async(
    repeats: Repeats, again: Callable[[], Awaitable[Outcome]], sleep: Callable[[float], Awaitable[None]]
) -> Outcome:
    """As `repeated`, awaited."""
    first = repeats.outcomes[:]

    async def attempt() -> Outcome:
        return first.pop() if first else repeats.record(await again())

    return repeats.ended(await AsyncRetrying(sleep=sleep, **repeats.arguments())(attempt))


def _last(state: RetryCallState) -> Outcome:
    assert state.outcome is not None
    outcome: Outcome = state.outcome.result()
    return outcome


def _failed(state: RetryCallState) -> bool:
    return state.outcome is None or state.outcome.failed
