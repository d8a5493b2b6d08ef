"""Manage OpenMetadata as code: typed requests, a client, validation, plans.

Importing this package loads nothing else. The names in `__all__` load when they are first used, and so does every
class of the default bindings:

    from openmetadata_provider import CreateDashboardRequest, Dashboards, LookerConnection, configure
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # What __getattr__ finds in the default bindings. The star: hundreds of names, listed in their own __all__.
    from openmetadata_bindings import models, resources
    from openmetadata_bindings.models import *  # noqa: F403
    from openmetadata_bindings.resources import *  # noqa: F403
    from openmetadata_provider.client.bulk import BulkResult
    from openmetadata_provider.client.default import configure
    from openmetadata_provider.client.openmetadata import AsyncOpenMetadata, OpenMetadata
    from openmetadata_provider.errors import (
        AnswerError,
        AnswerMismatch,
        AnswerNotJson,
        ApiError,
        BadRequest,
        BulkError,
        BulkFailure,
        ConfigurationError,
        Conflict,
        ConnectionFailed,
        Forbidden,
        InvalidName,
        InvalidRequest,
        NotFound,
        OpenMetadataError,
        PreconditionFailed,
        Problem,
        RateLimited,
        ServerError,
        TimedOut,
        TransportError,
        Unauthorized,
        UsageError,
    )
    from openmetadata_provider.validation import Checks, Diagnostic, Place, Severity, validate

__all__ = [
    "AnswerError",
    "AnswerMismatch",
    "AnswerNotJson",
    "ApiError",
    "AsyncOpenMetadata",
    "BadRequest",
    "BulkError",
    "BulkFailure",
    "BulkResult",
    "Checks",
    "ConfigurationError",
    "Conflict",
    "ConnectionFailed",
    "Diagnostic",
    "Forbidden",
    "InvalidName",
    "InvalidRequest",
    "NotFound",
    "OpenMetadata",
    "OpenMetadataError",
    "Place",
    "PreconditionFailed",
    "Problem",
    "RateLimited",
    "ServerError",
    "Severity",
    "TimedOut",
    "TransportError",
    "Unauthorized",
    "UsageError",
    "configure",
    "validate",
]

_MODULES = {
    "AsyncOpenMetadata": "openmetadata_provider.client.openmetadata",
    "BulkResult": "openmetadata_provider.client.bulk",
    "Checks": "openmetadata_provider.validation",
    "Diagnostic": "openmetadata_provider.validation",
    "OpenMetadata": "openmetadata_provider.client.openmetadata",
    "Place": "openmetadata_provider.validation",
    "Severity": "openmetadata_provider.validation",
    "configure": "openmetadata_provider.client.default",
    "validate": "openmetadata_provider.validation",
}
"""Where the names of `__all__` live that are not in `errors`."""

if TYPE_CHECKING:
    __all__ += models.__all__
    __all__ += resources.__all__
else:  # type checkers see the imports above, and are to report unknown names

    def __getattr__(name: str) -> Any:
        # Imported here: this module is to cost nothing.
        from openmetadata_provider.client import bindings, settings

        if name in __all__:
            value = bindings.load_class(f"{_MODULES.get(name, 'openmetadata_provider.errors')}:{name}")
        elif name[:1].isupper():
            value = bindings.class_by_name(settings.DEFAULT_BINDINGS, name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}.")
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
