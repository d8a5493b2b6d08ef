"""Whether an entity is still the one that a change was planned for, where `If-Match` cannot tell."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any, Final

from openmetadata_provider.client.creating import FIRST_VERSION
from openmetadata_provider.client.exchange import Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.errors import Conflict, PreconditionFailed
from openmetadata_provider.lifecycle.changes import Change, Observed
from openmetadata_provider.lifecycle.observing import entity_by_id

UNSURE_MS: Final = 60 * 60 * 1000
"""How long after its last change an entity may change again under the same version."""


def is_version_unsure(entity: Observed) -> bool:
    """Whether the entity may have changed without a new version, which `If-Match` would not see.

    A person's changes of ten minutes become one version. An hour, because clocks differ. Source: reference, 3.4.
    """
    changed_ms = entity.properties.get("updatedAt")
    is_recent = not isinstance(changed_ms, int) or time.time() * 1000 - changed_ms < UNSURE_MS
    return is_recent and entity.version is not None and entity.version > FIRST_VERSION


def still_as_planned(change: Change, fields: Iterable[str], method: str, known: Known) -> Steps[Observed]:
    """The entity, read now. Raises PreconditionFailed if it is not the one that was planned for."""
    planned = change.observed
    if planned is None:
        raise _moved_on(change, method)
    fresh = yield from entity_by_id(change.spec, planned.id, fields, known)
    if fresh is None or (fresh.version, _changed(fresh)) != (planned.version, _changed(planned)):
        raise _moved_on(change, method)
    return fresh


def _changed(entity: Observed) -> Any:
    return entity.properties.get("updatedAt")


def check_written_once(change: Change, before: Observed, version: float | None) -> None:
    """Raises Conflict if a PUT that led to `version` was not the only write since the entity was read."""
    if before.version is None or version is None or round(version - before.version, 1) in (0, 0.1):
        return
    raise Conflict(
        status=409,
        error="WRITTEN_BY_TWO",
        message=f"it went from version {before.version} to {version} at once: somebody else wrote it at the same time, "
        "and what they changed is set back",
        method="PUT",
        path=change.spec.collection,
        fqn=change.fqn,
        advice="The connection is as declared; its history has what they wrote.",
    )


def _moved_on(change: Change, method: str) -> PreconditionFailed:
    return PreconditionFailed(
        status=412,
        error="PRECONDITION_FAILED",
        message="somebody changed or deleted it since the plan was made",
        method=method,
        path=change.spec.collection,
        fqn=change.fqn,
        advice="Plan again.",
    )
