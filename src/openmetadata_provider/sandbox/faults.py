"""Faults: what can go wrong between a client and a server, as rules that say when.

A rule fires for requests of its method and path, after `skip` of them, at most `times` times, with a probability.
Rules are asked in order; the first that fires is the one that happens, and the later ones do not count the request.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .errors import SettingError
from .path_patterns import compiled

METHODS = ("*", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
HEADER_VALUE = re.compile(r"[\t\x20-\x7e]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWith:
    """An error status in place of the answer; the request does not get through."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    """Text of the answer, sent as JSON unless a header says otherwise; None is the server's own `{code, message}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerHtml:
    """A page for people, as a proxy or a login sends it, in place of the answer; the request does not get through."""

    status: int = 200


@dataclass(frozen=True, slots=True)
class AnswerLocked:
    """409: an entity above is being deleted; the request does not get through."""


@dataclass(frozen=True, slots=True)
class CutBefore:
    """The connection ends before anything is done."""


@dataclass(frozen=True, slots=True)
class CutAfter:
    """Everything is done and stored, then the connection ends without an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truncate:
    """Everything is done, the answer breaks off, the connection ends before `Content-Length` is reached."""

    bytes_sent: int | None = None
    """None is half of the body."""


@dataclass(frozen=True, slots=True)
class Race:
    """Somebody else changes the entity just before the request is worked on: a write with `If-Match` gets its 412."""


@dataclass(frozen=True, slots=True)
class Pass:
    """The request is answered as always; for a rule that only delays."""


Action = AnswerWith | AnswerHtml | AnswerLocked | CutBefore | CutAfter | Truncate | Race | Pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One rule. `SettingError` if it cannot be meant."""

    action: Action
    method: str = "*"
    path: str = "*"
    """A glob, see `path_patterns`."""
    times: int | None = None
    """How often it fires; None is for ever."""
    skip: int = 0
    """How many matching requests it lets go first."""
    probability: float = 1.0
    """Share of the remaining matches that it fires for, drawn in order from `seed`: the same at every run."""
    seed: int = 0
    delay_s: float = 0.0
    """Seconds to wait before anything is done; a client that gives up in that time has written nothing."""
    answer_delay_s: float = 0.0
    """Seconds to wait between the work and the answer; a client that gives up in that time has written."""

    def __post_init__(self) -> None:
        compiled(self.path)
        if problems := [*_problems_of_counts(self), *_problems_of_action(self)]:
            raise SettingError("; ".join(problems))


def _problems_of_counts(fault: Fault) -> Iterator[str]:
    if fault.method not in METHODS:
        yield f"the method {fault.method!r} is none of {', '.join(METHODS)}"
    if fault.times is not None and fault.times < 1:
        yield "times is 1 or more"
    if fault.skip < 0:
        yield "skip is 0 or more"
    if not 0 < fault.probability <= 1:
        yield "probability is more than 0 and at most 1"
    if not all(math.isfinite(delay) and delay >= 0 for delay in (fault.delay_s, fault.answer_delay_s)):
        yield "a delay is a number of seconds, 0 or more"


def _problems_of_action(fault: Fault) -> Iterator[str]:
    match fault.action:
        case AnswerWith(status=status) | AnswerHtml(status=status) if not 200 <= status <= 599:
            yield f"the status {status} is not between 200 and 599"
        case AnswerWith(headers=headers):
            yield from (f"the header {name!r} is malformed" for name, value in headers if not _is_header(name, value))
        case Truncate(bytes_sent=int(count)) if count < 0:
            yield "bytes is 0 or more"
        case Race() if fault.method != "PATCH":
            yield "race is for PATCH: no other request says what it was made for"
        case Pass() if not fault.delay_s and not fault.answer_delay_s:
            yield "the rule does nothing: it has neither an action nor a delay"


def _is_header(name: str, value: str) -> bool:
    return HEADER_NAME.fullmatch(name) is not None and HEADER_VALUE.fullmatch(value) is not None
