"""What the sandbox was asked lately: a bounded list of facts about requests, without bodies, queries or tokens."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from typing import Any

from .path_patterns import matches, path_of

LONGEST_PATH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRequest:
    """One request and what became of it."""

    at_ms: int
    """When it came, in milliseconds since the epoch."""
    method: str
    path: str
    """Percent-encoded, without the query, cut after 500 characters."""
    status: int | None
    """What the sandbox answered, even if a fault kept the answer from arriving; None if it never got to work."""
    duration_ms: float
    fault: str | None = None
    """The rule that fired, as it is written on the command line."""


class RequestLog:
    """The last requests, oldest first. Written by the server's thread, read from any."""

    def __init__(self, kept: int) -> None:
        """`kept`: how many are remembered; older ones are forgotten."""
        self._lock = threading.Lock()
        self._seen: deque[SeenRequest] = deque(maxlen=kept)
        self._total = 0

    @property
    def total(self) -> int:
        """How many requests came since the start or the last `clear`, forgotten ones as well."""
        return self._total

    def add(self, request: SeenRequest) -> None:
        """Remember a request, and forget the oldest if there are too many."""
        with self._lock:
            self._seen.append(request)
            self._total += 1

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._seen.clear()
            self._total = 0

    def matching(self, method: str = "*", path: str = "*", *, status: int | None = None) -> list[SeenRequest]:
        """The remembered requests of a method to paths that fit a pattern, and of a status if one is given."""
        return [
            seen
            for seen in self
            if method in ("*", seen.method) and matches(path, seen.path) and status in (None, seen.status)
        ]

    def count(self, method: str = "*", path: str = "*", *, status: int | None = None) -> int:
        """How many those are. Raises `LookupError` if requests were forgotten, as the number would be wrong."""
        if self._total > len(self):
            raise LookupError(f"{self._total - len(self)} requests are forgotten: raise requests_kept")
        return len(self.matching(method, path, status=status))

    def __iter__(self) -> Iterator[SeenRequest]:
        with self._lock:
            return iter(tuple(self._seen))

    def __len__(self) -> int:
        return len(self._seen)


class Exchange:
    """A request under way: notes the status, and writes it down before the caller can have seen the end."""

    def __init__(self, log: RequestLog, scope: MutableMapping[str, Any], send: Any) -> None:
        self.method: str = scope["method"]
        self.path = path_of(scope)
        self.fault: str | None = None
        self.status: int | None = None
        self._log, self._send = log, send
        self._at_ms, self._started = time.time_ns() // 1_000_000, time.perf_counter()
        self._is_open = True

    async def send(self, message: MutableMapping[str, Any]) -> None:
        """Pass a part of the answer on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif not message.get("more_body", False):
            self.close()
        await self._send(message)

    def close(self) -> None:
        """Write the request down; only the first call does."""
        if not self._is_open:
            return
        self._is_open = False
        duration_ms = (time.perf_counter() - self._started) * 1000
        self._log.add(
            SeenRequest(
                at_ms=self._at_ms,
                method=self.method,
                path=self.path[:LONGEST_PATH],
                status=self.status,
                duration_ms=round(duration_ms, 3),
                fault=self.fault,
            )
        )
