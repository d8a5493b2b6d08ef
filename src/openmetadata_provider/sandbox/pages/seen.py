"""The last requests, as far as the application remembers them in `app.state.requests`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

SHOWN = 30


class SeenRequest(Protocol):
    """One request that was answered."""

    @property
    def at_ms(self) -> int:
        """When it came, in milliseconds since the epoch."""

    @property
    def method(self) -> str:
        """GET, POST, …"""

    @property
    def path(self) -> str:
        """The path, without host and query."""

    @property
    def status(self) -> int | None:
        """The status of the answer; None if there was none."""

    @property
    def duration_ms(self) -> float:
        """From the request to the end of the answer."""

    @property
    def fault(self) -> str | None:
        """Which injected fault answered, if one did."""


def last(requests: Iterable[SeenRequest]) -> list[SeenRequest]:
    """The last calls of the API, newest first; the pages' own are not among them."""
    calls = [seen for seen in list(requests) if seen.path.startswith("/api/")]
    return sorted(calls, key=lambda seen: seen.at_ms, reverse=True)[:SHOWN]
