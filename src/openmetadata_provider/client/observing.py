"""What is told about every exchange: a log record, and an event for metrics and tracing. Never a body or a header."""

from __future__ import annotations

import itertools
import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from openmetadata_provider.client.exchange import Request, Response
from openmetadata_provider.client.tokens import TokenRequest
from openmetadata_provider.errors import TransportError

log = logging.getLogger("openmetadata_provider.client")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeEvent:
    """One request that was sent, and what came of it. A request that is repeated makes one event per attempt."""

    request_id: str
    """Sent as `X-Request-Id`; the attempts of one request share it."""
    method: str
    path: str
    """Below `/api`, without query."""
    status: int | None
    """None if no answer came."""
    error: str | None
    """Why no answer came: `ConnectTimeout: timed out`."""
    duration_s: float
    attempt: int
    """Counted from 1."""
    sent_bytes: int
    """Length of the body."""
    received_bytes: int
    """Length of the body, decompressed."""


OnExchange: TypeAlias = Callable[[ExchangeEvent], object]


class Exchange:
    """An exchange under way that somebody wants to know about."""

    def __init__(self, observer: Observer, request: Request | TokenRequest, id: str, attempt: int) -> None:
        self._observer, self._request, self._id, self._attempt = observer, request, id, attempt
        self._begun = time.perf_counter()
        self.sent_bytes = 0

    def end(self, outcome: Response | BaseException) -> None:
        """Tells what came of it."""
        request, response = self._request, outcome if isinstance(outcome, Response) else None
        self._observer.tell(
            ExchangeEvent(
                request_id=self._id,
                method=request.method if isinstance(request, Request) else "POST",
                path=request.path if isinstance(request, Request) else request.url,
                status=response.status if response else None,
                error=None if isinstance(outcome, Response) else _reason(outcome),
                duration_s=time.perf_counter() - self._begun,
                attempt=self._attempt,
                sent_bytes=self.sent_bytes,
                received_bytes=len(response.content) if response else 0,
            )
        )


class Observer:
    """Tells the log, and the hook if there is one, about exchanges."""

    def __init__(self, on_exchange: OnExchange | None) -> None:
        self._on_exchange = on_exchange
        self._has_failed = False
        self._prefix = f"omp-{os.urandom(4).hex()}"
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()

    def new_request_id(self) -> str:
        """An id no other request has: `omp-3f9a1c2b-17`."""
        return f"{self._prefix}-{next(self._numbers)}"

    def begin(self, request: Request | TokenRequest, id: str, attempt: int) -> Exchange | None:
        """The exchange to tell about; None if nobody listens."""
        if self._on_exchange is None and not log.isEnabledFor(logging.DEBUG):
            return None
        return Exchange(self, request, id, attempt)

    def tell(self, event: ExchangeEvent) -> None:
        """Logs the event and calls the hook. Never raises."""
        _logged(event)
        if self._on_exchange is None:
            return
        try:
            self._on_exchange(event)
        except Exception as error:
            self._complain(error)

    def _complain(self, error: Exception) -> None:
        with self._lock:
            is_first, self._has_failed = not self._has_failed, True
        if is_first:
            name = type(error).__name__
            log.warning("on_exchange failed with %s; calls go on, and this is said once", name, exc_info=error)


def _reason(error: BaseException) -> str:
    return error.reason if isinstance(error, TransportError) else type(error).__name__


def _logged(event: ExchangeEvent) -> None:
    if not log.isEnabledFor(logging.DEBUG):
        return
    duration_ms = round(event.duration_s * 1000, 1)
    extra = {
        "request_id": event.request_id,
        "method": event.method,
        "path": event.path,
        "status": event.status,
        "error": event.error,
        "duration_ms": duration_ms,
        "attempt": event.attempt,
    }
    what = event.error if event.status is None else event.status
    message = "%s %s: %s in %s ms (attempt %d, request %s)"
    log.debug(message, event.method, event.path, what, duration_ms, event.attempt, event.request_id, extra=extra)
