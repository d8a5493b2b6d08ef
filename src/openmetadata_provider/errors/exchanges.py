# ruff: noqa: N818 (see the package)
"""What goes wrong between here and the server, and what the server says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from openmetadata_provider.errors.base import OpenMetadataError, Problem, listed, sentence


class TransportError(OpenMetadataError):
    """No answer came back."""

    advice: ClassVar[str] = ""

    def __init__(
        self,
        *,
        method: str,
        path: str,
        host: str,
        reason: str,
        may_have_arrived: bool = True,
        request_id: str = "",
        advice: str = "",
    ) -> None:
        self.method, self.path, self.host, self.reason = method, path, host, reason
        self.may_have_arrived = may_have_arrived
        """False if the server cannot have seen the request: no connection was made."""
        self.request_id = request_id
        what = f"{method} {path}: no answer from {host}: {reason.rstrip('.')}."
        super().__init__(sentence(what, advice or self.advice))


class ConnectionFailed(TransportError):
    """The connection could not be made, or broke."""

    advice = "Check that the server runs and that the host (OPENMETADATA_HOST) is right."


class TimedOut(TransportError):
    """The server took longer than the timeouts allow."""

    advice = "Raise timeout_s, or look at what keeps the server busy."


class ApiError(OpenMetadataError):
    """The server answered with an error status."""

    advice: ClassVar[str] = ""

    def __init__(
        self, *, status: int, error: str, message: str, method: str, path: str, fqn: str | None = None, advice: str = ""
    ) -> None:
        self.status = status
        self.error = error
        """Name of the error: `ENTITY_ALREADY_EXISTS`."""
        self.message = message
        """What the server said."""
        self.method = method
        self.path = path
        """Path below `/api`: `/v1/dashboards`."""
        self.fqn = fqn
        """FQN (or id) the call was about, None if it was about no single entity."""
        self.request_id = ""
        """What the request was sent with as `X-Request-Id`, for the server's log."""
        about = f" ({fqn})" if fqn else ""
        said = message if message.endswith((".", "!", "?")) else f"{message}."
        super().__init__(sentence(f"{status} {error} from {method} {path}{about}: {said}", advice or self.advice))


class BadRequest(ApiError):
    """400: the server refuses the request as it stands."""

    advice = "Correct the request; sending it again will not help."


class Unauthorized(ApiError):
    """401: the token is missing, expired or replaced by a newer one."""

    advice = "Check the token (jwt_token= or OPENMETADATA_JWT_TOKEN); a bot's token ends when a new one is issued."


class Forbidden(ApiError):
    """403: the token's user may not do this."""

    advice = "Give the token's user or bot a role whose policy allows the operation."


class NotFound(ApiError):
    """404: the entity, or something the request refers to, does not exist (or is soft-deleted)."""

    advice = (
        "Check the name (a part that holds a dot is quoted), that everything the request refers to exists, "
        'and whether it is soft-deleted (include="all").'
    )


class Conflict(ApiError):
    """409: an entity of that name exists already, perhaps soft-deleted, or its parent is being deleted."""

    advice = 'Use upsert to update it, or read it with get_by_name(..., include="all"): a soft-deleted one counts too.'
    deleted_id: str | None = None
    """Id of the entity of that name if it is soft-deleted, for `restore` or a hard `delete`; else None."""


class PreconditionFailed(ApiError):
    """412: somebody changed the entity since it was read."""

    advice = "Read the entity again and repeat the change on what it is now."


class RateLimited(ApiError):
    """429: too many requests. `retry_after_s` is what the server asked to wait, None if it did not say."""

    advice = "Wait, then send fewer requests at a time."
    retry_after_s: float | None = None


class ServerError(ApiError):
    """5xx: the server, or a proxy before it, failed."""

    advice = "Try again; if it stays, the server's log has the reason."


class AnswerError(OpenMetadataError):
    """An answer with a good status that cannot be used."""


class AnswerNotJson(AnswerError):
    """An answer that is no JSON: mostly the page of a proxy, a login or the web interface."""

    def __init__(self, *, status: int, content_type: str, excerpt: str, method: str, path: str) -> None:
        self.status, self.content_type, self.excerpt = status, content_type, excerpt
        self.method, self.path = method, path
        super().__init__(
            f"{method} {path}: the answer is not JSON (status {status}, content type {content_type or 'missing'}), "
            f"it begins with {excerpt!r}. Check that the host is an OpenMetadata server and not a page before it."
        )


class AnswerMismatch(AnswerError):
    """JSON that does not fit the model, mostly because the bindings and the server differ in version."""

    def __init__(self, *, subject: str, problems: Iterable[Problem], method: str, path: str) -> None:
        self.subject, self.problems, self.method, self.path = subject, tuple(problems), method, path
        super().__init__(
            f"{method} {path}: the answer is no {subject} as the bindings know it. "
            f"Generate bindings from the schemas of the server's version.{listed(self.problems)}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkFailure:
    """One row of a bulk call that was not stored."""

    fqn: str
    """FQN of the row, or its name where the request does not tell the FQN."""
    status: int
    message: str

    def __str__(self) -> str:
        return f"{self.fqn}: {self.status} {self.message}"


class BulkError(OpenMetadataError):
    """Rows of a bulk call failed; the others are stored. `failed` has them all, the message the first twenty."""

    shown: ClassVar[int] = 20

    def __init__(self, *, failed: Iterable[BulkFailure], passed: int) -> None:
        self.failed, self.passed = tuple(failed), passed
        rest = len(self.failed) - self.shown
        more = f"\n  ... and {rest} more" if rest > 0 else ""
        super().__init__(
            f"{len(self.failed)} of {len(self.failed) + passed} rows failed, the others are stored"
            f"{listed(self.failed[: self.shown])}{more}"
        )


class DeletionTimedOut(OpenMetadataError, TimeoutError):
    """A deletion in the background had not ended when the time to wait was over. The server still works on it."""

    def __init__(self, *, kind: str, name: str, id: str, waited_s: float) -> None:
        self.kind, self.name, self.id, self.waited_s = kind, name, id, waited_s
        super().__init__(
            f"{kind} {name} ({id}) is still there after {waited_s:g} s. The server works on the deletion in the "
            "background; wait again, or look into its log."
        )


API_ERRORS: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    412: PreconditionFailed,
    429: RateLimited,
}


def api_error_class(status: int) -> type[ApiError]:
    """The class for a status: one of `API_ERRORS`, `ServerError` for 5xx, else `ApiError` itself."""
    return ServerError if status >= 500 else API_ERRORS.get(status, ApiError)
