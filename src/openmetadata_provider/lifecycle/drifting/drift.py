"""What of the declared entities is not as declared, and who changed it.

from openmetadata_provider import OpenMetadata, drift

with OpenMetadata.from_env() as om:
    found = drift(om, "catalog/")
    print(found)
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from openmetadata_provider.errors import ConfigurationError
from openmetadata_provider.lifecycle.catalogue import Catalogue, Declaration
from openmetadata_provider.lifecycle.changes import Change, Observed
from openmetadata_provider.lifecycle.deciding import PlanOptions
from openmetadata_provider.lifecycle.drifting.findings import Drift, DriftedEntity, DriftedProperty, State
from openmetadata_provider.lifecycle.drifting.history import DELETED, history_of, last_change
from openmetadata_provider.lifecycle.loading import Declared, manifests_from
from openmetadata_provider.lifecycle.observing import OnRead
from openmetadata_provider.lifecycle.planning import Planner
from openmetadata_provider.lifecycle.secrets import SecretHashes, SecretsPolicy
from openmetadata_provider.lifecycle.server import PARALLELISM, Server

if TYPE_CHECKING:
    from openmetadata_provider.client.openmetadata import OpenMetadata


def drift(
    om: OpenMetadata,
    declared: Declared | Iterable[Declared],
    *,
    secret_hashes: str | None = None,
    parallelism: int = PARALLELISM,
    on_read: OnRead | None = None,
) -> Drift:
    """What of the declared entities is not as declared: what `plan` would mend. Changes nothing.

    `declared` as for `plan`. `secret_hashes` is the file of keyed hashes that an apply wrote: with it, a secret that is
    declared otherwise than it was sent is drift, too. An entity that is not as declared costs one more request, for
    its history. Raises InvalidManifests, ConfigurationError, ApiError, AnswerError, TransportError.
    """
    server = Server(om, parallelism)
    catalogue = Catalogue(manifests_from(declared, server.bindings), server.bindings)
    hashes = SecretHashes.opened(Path(secret_hashes)) if secret_hashes else None
    found = _compared(server, catalogue, SecretsPolicy(hashes=hashes), on_read)
    if unknown := [f"{change.name}: {change.refusal}" for _, change in found if change is not None and change.refusal]:
        raise ConfigurationError(" ".join(unknown))
    entities = server.map(lambda pair: _drifted(server, *pair), [p for p in found if p[1] is None or not p[1].is_noop])
    return Drift(entities=tuple(entities), checked=len(catalogue), requests=server.requests)


def _compared(
    server: Server, catalogue: Catalogue, secrets: SecretsPolicy, on_read: OnRead | None
) -> list[tuple[Declaration, Change | None]]:
    """Every declaration in the order of making, and what it takes; None for what is not there."""
    declarations = [declaration for level in catalogue.levels for declaration in level]
    planner = Planner(server, catalogue, PlanOptions(), secrets)
    user = server.user()
    rows = planner.observed(on_read)
    found: list[tuple[Declaration, Change | None]] = []
    for declaration in declarations:
        entity = rows.get(declaration.key)
        found.append((declaration, None if entity is None else planner.compared(declaration, entity, user)))
    return found


def _drifted(server: Server, declaration: Declaration, change: Change | None) -> DriftedEntity:
    kind, origin = declaration.spec.kind, str(declaration.manifest.origin)
    if change is None or change.observed is None:
        return DriftedEntity(kind=kind, key=declaration.key, state=State.missing, origin=origin)
    entity: Observed = change.observed
    versions = server.run(history_of(declaration.spec, entity))
    return DriftedEntity(
        kind=kind,
        key=declaration.key,
        state=State.deleted if entity.is_deleted else State.changed,
        properties=tuple(
            DriftedProperty(change=field, changed=last_change(field.path, versions, entity)) for field in change.fields
        ),
        changed=last_change(DELETED, versions, entity) if entity.is_deleted else None,
        origin=origin,
    )
