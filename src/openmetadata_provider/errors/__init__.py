"""Every error of the project, one root, picklable, with no secret in it.

    OpenMetadataError
    ├── ConfigurationError       host, token, bindings: missing or malformed
    ├── UsageError               arguments that contradict each other (also a TypeError)
    ├── InvalidName              a name or FQN the server would refuse (also a ValueError)
    ├── InvalidRequest           a request that was not sent: every problem with its JSON pointer
    ├── TokenUnavailable         whoever gives the token refused, or gave none
    ├── TransportError           no answer came
    │   ├── ConnectionFailed
    │   └── TimedOut
    ├── ApiError                 the server answered with an error
    │   ├── BadRequest           400
    │   ├── Unauthorized         401
    │   ├── Forbidden            403
    │   ├── NotFound             404
    │   ├── Conflict             409
    │   ├── PreconditionFailed   412
    │   ├── RateLimited          429
    │   └── ServerError          5xx
    ├── AnswerError              an answer that cannot be used
    │   ├── AnswerNotJson
    │   └── AnswerMismatch       JSON, but not what the model describes
    ├── BulkError                rows of a bulk call that failed
    ├── DeletionTimedOut         a deletion in the background that has not ended (also a TimeoutError)
    ├── InvalidManifests         what is declared is wrong: every mistake with file, line and column
    ├── PlanRefused              a plan that cannot be applied as it stands: why, entity by entity
    ├── PlanOutdated             a saved plan, and a server that has changed since
    └── ApplyFailed              entities that an apply could not bring to what is declared

A message says what happened, where, and what to do. Source of statuses and texts: reference/openmetadata-server.md,
8.3.
"""

from __future__ import annotations

from openmetadata_provider.errors.base import (
    ConfigurationError,
    InvalidName,
    InvalidRequest,
    OpenMetadataError,
    Problem,
    TokenUnavailable,
    UsageError,
)
from openmetadata_provider.errors.exchanges import (
    API_ERRORS,
    AnswerError,
    AnswerMismatch,
    AnswerNotJson,
    ApiError,
    BadRequest,
    BulkError,
    BulkFailure,
    Conflict,
    ConnectionFailed,
    DeletionTimedOut,
    Forbidden,
    NotFound,
    PreconditionFailed,
    RateLimited,
    ServerError,
    TimedOut,
    TransportError,
    Unauthorized,
    api_error_class,
)
from openmetadata_provider.errors.plans import (
    ApplyFailed,
    InvalidManifests,
    PlanOutdated,
    PlanRefused,
)

__all__ = [
    "API_ERRORS",
    "AnswerError",
    "AnswerMismatch",
    "AnswerNotJson",
    "ApiError",
    "ApplyFailed",
    "BadRequest",
    "BulkError",
    "BulkFailure",
    "ConfigurationError",
    "Conflict",
    "ConnectionFailed",
    "DeletionTimedOut",
    "Forbidden",
    "InvalidManifests",
    "InvalidName",
    "InvalidRequest",
    "NotFound",
    "OpenMetadataError",
    "PlanOutdated",
    "PlanRefused",
    "PreconditionFailed",
    "Problem",
    "RateLimited",
    "ServerError",
    "TimedOut",
    "TokenUnavailable",
    "TransportError",
    "Unauthorized",
    "UsageError",
    "api_error_class",
]
