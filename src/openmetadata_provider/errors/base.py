# ruff: noqa: N818 (see the package)
"""The root of the tree, and what goes wrong before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


class OpenMetadataError(Exception):
    """Root of all errors raised by this project."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[OpenMetadataError], args: tuple[Any, ...], state: dict[str, Any]) -> OpenMetadataError:
    """The error again after pickling, whatever its constructor takes."""
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


def sentence(*parts: str) -> str:
    """The parts that say something, as one text."""
    return " ".join(part for part in parts if part)


class ConfigurationError(OpenMetadataError):
    """Host, token or bindings are missing or malformed. The value itself is never repeated: it may be a secret."""


class UsageError(OpenMetadataError, TypeError):
    """A call whose arguments contradict each other."""


class InvalidName(OpenMetadataError, ValueError):
    """A name or FQN that the server would refuse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with a request or an answer. Never holds the value found there."""

    pointer: str
    """JSON pointer: `/connection/config/hostPort`; empty for the whole."""
    reason: str

    def __str__(self) -> str:
        return f"{self.pointer or '(whole)'}: {self.reason}"


def listed(problems: Iterable[object]) -> str:
    """Each problem on a line of its own."""
    return "".join(f"\n  {problem}" for problem in problems)


class InvalidRequest(OpenMetadataError):
    """A request that does not fit its model or names what does not exist. Nothing was sent."""

    def __init__(self, subject: str, problems: Iterable[Problem]) -> None:
        self.subject = subject
        self.problems = tuple(problems)
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        super().__init__(f"{subject}: {count}, nothing was sent{listed(self.problems)}")


class TokenUnavailable(OpenMetadataError):
    """A login or an identity provider refused, or its answer held no token."""

    def __init__(self, *, source: str, status: int, reason: str, advice: str) -> None:
        self.source = source
        """Path of the login, or URL of the token endpoint."""
        self.status = status
        self.reason = reason
        """What was said."""
        super().__init__(sentence(f"no token from {source} (status {status}): {reason.rstrip('.')}.", advice))
