"""Failures of a call, with the server's own status and text; and of the file that keeps the data.

Every function gives an `ApiError` back; the caller raises it.
"""

from __future__ import annotations

from typing import Any

CHALLENGED = frozenset({401, 403, 404, 409, 412})
"""Statuses on which the server puts `WWW-Authenticate: om-auth`."""


class SettingError(ValueError):
    """An option, a line of a configuration file or a fault that cannot be meant. Never holds a secret."""


class StorageError(Exception):
    """A database file that cannot be used. `reason` is a few words, without a full stop."""

    def __init__(self, database: str, reason: str) -> None:
        super().__init__(f"Cannot use database {database}: {reason}.")
        self.database = database
        self.reason = reason


class ApiError(Exception):
    """A call that ends in an error answer: status, message and, rarely, an `errorType`."""

    def __init__(
        self, status: int, message: str, *,
        error_type: str | None = None, challenge: bool = True, mapping: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(message)
        self.status = status
        self.message = message
        self.error_type = error_type
        self.challenge = challenge
        self.mapping = mapping
        """True if the body could not be mapped to the server's class: newer releases tell nothing of it."""

    @property
    def body(self) -> dict[str, Any]:
        """The JSON answer: `code`, `message` and, if there is one, `errorType`."""
        body: dict[str, Any] = {"code": self.status, "message": self.message}
        return body if self.error_type is None else {**body, "errorType": self.error_type}

    @property
    def headers(self) -> dict[str, str]:
        """The headers that belong to the status."""
        return {"WWW-Authenticate": "om-auth"} if self.challenge and self.status in CHALLENGED else {}


def bad_request(message: str) -> ApiError:
    """400 with a text."""
    return ApiError(400, message)


def unmappable(message: str) -> ApiError:
    """400 for a body that does not map to the class that the call takes."""
    return ApiError(400, message, mapping=True)


def violations(messages: list[str]) -> ApiError:
    """400 of bean validation: `[query param name must not be null]`."""
    return bad_request("[" + ", ".join(f"query param {message}" for message in messages) + "]")


def not_found(entity_type: str, key: str) -> ApiError:
    """404 for an id or FQN that names nothing."""
    return ApiError(404, f"{entity_type} instance for {key} not found")


def version_not_found(entity_type: str, entity_id: str, version: str) -> ApiError:
    """404 for a version that an entity never had."""
    return ApiError(404, f"{entity_type} instance for {entity_id} and version {version} not found")


def already_exists() -> ApiError:
    """409 of the unique index."""
    return ApiError(409, "Entity already exists")


def entity_locked(entity_type: str, fqn: str) -> ApiError:
    """409 for a change of an entity whose deletion is under way."""
    return ApiError(409, f"Cannot modify {entity_type} '{fqn}': it is being deleted")


def parent_locked(fqn: str, parent: str) -> ApiError:
    """409 for a change below an entity whose deletion is under way."""
    return ApiError(409, f"Cannot create or modify entity '{fqn}' because parent '{parent}' is being deleted")


def too_many_jobs(highest: int) -> ApiError:
    """429: too much work waits in the background."""
    return ApiError(429, f"Too many concurrent bulk jobs (max {highest}). Retry later.")


def forbidden(name: str, operation: str) -> ApiError:
    """403 for a principal without permission."""
    return ApiError(403, f"Principal: CatalogPrincipal{{name='{name}'}} operations [{operation}] not allowed")


def unauthorized(message: str) -> ApiError:
    """401: no token, or not one of ours."""
    return ApiError(401, message)


def outdated(current: str) -> ApiError:
    """412: `If-Match` names another version."""
    return ApiError(
        412,
        f"The entity has been modified. Current ETag: {current}. Please refresh and retry with the latest version.",
    )


def rule_violation(rule: str, context: str) -> ApiError:
    """400 of the rule engine, one of two errors that carry an `errorType`."""
    message = f"Rule [{rule}] validation failed: Entity does not satisfy the rule. Rule context: {context}"
    return ApiError(400, message, error_type="RULE_VIOLATION")


def unhandled(reason: str) -> ApiError:
    """500: what the server says of an exception it did not expect."""
    message = f"An exception with message [{reason}] was thrown while processing request."
    return ApiError(500, message, error_type="UNHANDLED")


def routing(status: int, phrase: str) -> ApiError:
    """An error of the web framework below the server: unknown path, wrong method or content type."""
    return ApiError(status, f"HTTP {status} {phrase}", challenge=False)
