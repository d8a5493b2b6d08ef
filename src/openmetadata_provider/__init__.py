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
    from openmetadata_provider.client.assets import AssetsResult
    from openmetadata_provider.client.bulk import BulkResult
    from openmetadata_provider.client.current_user import CurrentUser
    from openmetadata_provider.client.default import configure
    from openmetadata_provider.client.deleting import AsyncDeletionJob, DeletionJob
    from openmetadata_provider.client.limits import Limits
    from openmetadata_provider.client.network import Network
    from openmetadata_provider.client.observing import ExchangeEvent
    from openmetadata_provider.client.openmetadata import AsyncOpenMetadata, OpenMetadata
    from openmetadata_provider.client.progress import Progress
    from openmetadata_provider.client.retries import RetryPolicy
    from openmetadata_provider.client.token_servers import ClientCredentials, Login
    from openmetadata_provider.client.token_sources import TokenFile
    from openmetadata_provider.client.tokens import TokenSource
    from openmetadata_provider.errors import (
        AnswerError,
        AnswerMismatch,
        AnswerNotJson,
        ApiError,
        ApplyFailed,
        BadRequest,
        BulkError,
        BulkFailure,
        ConfigurationError,
        Conflict,
        ConnectionFailed,
        DeletionTimedOut,
        Forbidden,
        InvalidManifests,
        InvalidName,
        InvalidRequest,
        NotFound,
        OpenMetadataError,
        PlanOutdated,
        PlanRefused,
        PreconditionFailed,
        Problem,
        RateLimited,
        ServerError,
        TimedOut,
        TokenUnavailable,
        TransportError,
        Unauthorized,
        UsageError,
    )
    from openmetadata_provider.lifecycle.changes import Action, Change, PropertyChange
    from openmetadata_provider.lifecycle.deciding import PlanOptions
    from openmetadata_provider.lifecycle.drifting.drift import drift
    from openmetadata_provider.lifecycle.drifting.findings import Drift, DriftedEntity, DriftedProperty, LastChange
    from openmetadata_provider.lifecycle.exporting.document import Exported
    from openmetadata_provider.lifecycle.exporting.export import Export, export
    from openmetadata_provider.lifecycle.manifest import Lifecycle, Manifest
    from openmetadata_provider.lifecycle.outcomes import Applied, Outcome
    from openmetadata_provider.lifecycle.plan import Plan, destroy, plan
    from openmetadata_provider.validation import Checks, Diagnostic, Place, Severity, validate

__all__ = [
    "Action",
    "AnswerError",
    "AnswerMismatch",
    "AnswerNotJson",
    "ApiError",
    "Applied",
    "ApplyFailed",
    "AssetsResult",
    "AsyncDeletionJob",
    "AsyncOpenMetadata",
    "BadRequest",
    "BulkError",
    "BulkFailure",
    "BulkResult",
    "Change",
    "Checks",
    "ClientCredentials",
    "ConfigurationError",
    "Conflict",
    "ConnectionFailed",
    "CurrentUser",
    "DeletionJob",
    "DeletionTimedOut",
    "Diagnostic",
    "Drift",
    "DriftedEntity",
    "DriftedProperty",
    "ExchangeEvent",
    "Export",
    "Exported",
    "Forbidden",
    "InvalidManifests",
    "InvalidName",
    "InvalidRequest",
    "LastChange",
    "Lifecycle",
    "Limits",
    "Login",
    "Manifest",
    "Network",
    "NotFound",
    "OpenMetadata",
    "OpenMetadataError",
    "Outcome",
    "Place",
    "Plan",
    "PlanOptions",
    "PlanOutdated",
    "PlanRefused",
    "PreconditionFailed",
    "Problem",
    "Progress",
    "PropertyChange",
    "RateLimited",
    "RetryPolicy",
    "ServerError",
    "Severity",
    "TimedOut",
    "TokenFile",
    "TokenSource",
    "TokenUnavailable",
    "TransportError",
    "Unauthorized",
    "UsageError",
    "configure",
    "destroy",
    "drift",
    "export",
    "plan",
    "validate",
]

_MODULES = {
    "AssetsResult": "openmetadata_provider.client.assets",
    "AsyncDeletionJob": "openmetadata_provider.client.deleting",
    "AsyncOpenMetadata": "openmetadata_provider.client.openmetadata",
    "BulkResult": "openmetadata_provider.client.bulk",
    "DeletionJob": "openmetadata_provider.client.deleting",
    "Progress": "openmetadata_provider.client.progress",
    "ClientCredentials": "openmetadata_provider.client.token_servers",
    "CurrentUser": "openmetadata_provider.client.current_user",
    "ExchangeEvent": "openmetadata_provider.client.observing",
    "Limits": "openmetadata_provider.client.limits",
    "Login": "openmetadata_provider.client.token_servers",
    "Network": "openmetadata_provider.client.network",
    "OpenMetadata": "openmetadata_provider.client.openmetadata",
    "RetryPolicy": "openmetadata_provider.client.retries",
    "TokenFile": "openmetadata_provider.client.token_sources",
    "TokenSource": "openmetadata_provider.client.tokens",
    "Checks": "openmetadata_provider.validation",
    "Diagnostic": "openmetadata_provider.validation",
    "Place": "openmetadata_provider.validation",
    "Severity": "openmetadata_provider.validation",
    "Action": "openmetadata_provider.lifecycle.changes",
    "Change": "openmetadata_provider.lifecycle.changes",
    "PropertyChange": "openmetadata_provider.lifecycle.changes",
    "PlanOptions": "openmetadata_provider.lifecycle.deciding",
    "Drift": "openmetadata_provider.lifecycle.drifting.findings",
    "DriftedEntity": "openmetadata_provider.lifecycle.drifting.findings",
    "DriftedProperty": "openmetadata_provider.lifecycle.drifting.findings",
    "LastChange": "openmetadata_provider.lifecycle.drifting.findings",
    "drift": "openmetadata_provider.lifecycle.drifting.drift",
    "Export": "openmetadata_provider.lifecycle.exporting.export",
    "Exported": "openmetadata_provider.lifecycle.exporting.document",
    "export": "openmetadata_provider.lifecycle.exporting.export",
    "Lifecycle": "openmetadata_provider.lifecycle.manifest",
    "Manifest": "openmetadata_provider.lifecycle.manifest",
    "Applied": "openmetadata_provider.lifecycle.outcomes",
    "Outcome": "openmetadata_provider.lifecycle.outcomes",
    "Plan": "openmetadata_provider.lifecycle.plan",
    "destroy": "openmetadata_provider.lifecycle.plan",
    "plan": "openmetadata_provider.lifecycle.plan",
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
