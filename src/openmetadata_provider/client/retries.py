"""When a request is sent again. Rules alone; `repeating` carries them out.

| what came | sent again |
|---|---|
| 429, 409 "being deleted" | always: the server refused before it did anything |
| no connection (refused, connect timeout, no free connection) | always: nothing arrived |
| 502, 503, 504, a broken connection, a timeout | GET, PUT, PATCH, DELETE; POST after looking whether it was stored |

503 counts with the rest because proxies also send it when the server broke off in the middle of a request.
Source: reference/openmetadata-server.md, 14, points 12, 14 and 17.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Self, TypeAlias

from openmetadata_provider.client.answers import seconds_from_retry_after
from openmetadata_provider.client.exchange import Request, Response
from openmetadata_provider.errors import ConfigurationError, ConnectionFailed, TimedOut, TransportError

Outcome: TypeAlias = Response | TransportError
"""What one attempt gives: errors are values here, raised by whoever gives up."""
GATEWAY_STATUSES: Final = (502, 503, 504)
"""A proxy's: whether the server saw the request is unknown."""
BAD_CERTIFICATE: Final = "CERTIFICATE_VERIFY_FAILED"
"""In the reason of a failed connection that no other attempt will mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How often and how long a request that failed for a passing reason is repeated.

    Waits double from `backoff_s` up to `backoff_cap_s`, the second half of each by chance; `Retry-After` of the server
    is waited in full. A wait that would pass the deadline is not begun.
    """

    attempts: int = 5
    """Of one request, the first one included."""
    deadline_s: float = 60.0
    """Seconds from the first attempt after which no other begins."""
    backoff_s: float = 0.25
    backoff_cap_s: float = 8.0

    def __post_init__(self) -> None:
        if self.attempts < 1:
            raise ConfigurationError("RetryPolicy: attempts must be 1 or more; RetryPolicy.never() is 1.")
        for name in ("deadline_s", "backoff_s", "backoff_cap_s"):
            if not 0 <= getattr(self, name) < math.inf:
                raise ConfigurationError(f"RetryPolicy: {name} must be a number of seconds, 0 or more.")

    @classmethod
    def never(cls) -> Self:
        """Every request is sent once."""
        return cls(attempts=1)

    def wait_s(self, failures: int, outcome: Outcome, fraction: float) -> float:
        """Seconds to wait after so many failures, the last one being `outcome`. `fraction` (0 to 1) is the chance."""
        if isinstance(outcome, Response):
            asked = seconds_from_retry_after(outcome.headers.get("retry-after", ""))
            if asked is not None:
                return asked
        longest = min(self.backoff_cap_s, self.backoff_s * 2.0 ** min(failures - 1, 60))
        return longest * (0.5 + 0.5 * fraction)


def is_repeated(request: Request, outcome: Outcome) -> bool:
    """Whether the request may be sent again after this outcome, as far as the outcome goes."""
    if not is_passing(outcome):
        return False
    return request.method != "POST" or request.settled is not None or not may_have_arrived(outcome)


def is_passing(outcome: Outcome) -> bool:
    """Whether another attempt may fare better."""
    if isinstance(outcome, TransportError):
        return isinstance(outcome, ConnectionFailed | TimedOut) and BAD_CERTIFICATE not in outcome.reason
    return outcome.status == 429 or outcome.status in GATEWAY_STATUSES or _is_locked(outcome)


def may_have_arrived(outcome: Outcome) -> bool:
    """Whether a request with this passing outcome may have been carried out."""
    if isinstance(outcome, TransportError):
        return outcome.may_have_arrived
    return outcome.status in GATEWAY_STATUSES


def may_be_own_doing(request: Request, outcome: Outcome) -> bool:
    """Whether a lost attempt that was carried out would make a later one end like this."""
    statuses = {"POST": (409,), "PATCH": (400, 412), "DELETE": (404,)}.get(request.method, ())
    return isinstance(outcome, Response) and outcome.status in statuses


def described(outcome: Outcome) -> str:
    """`503`, or the reason why no answer came."""
    return str(outcome.status) if isinstance(outcome, Response) else outcome.reason


def _is_locked(response: Response) -> bool:
    return response.status == 409 and b"being deleted" in response.content.lower()
