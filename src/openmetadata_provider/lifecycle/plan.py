"""A plan: what would be done to a server so that it holds what is declared, and the way to do it.

from openmetadata_provider import OpenMetadata, plan

with OpenMetadata.from_env() as om:
    changes = plan(om, "catalog/")
    print(changes)
    changes.apply().raise_for_failures()
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from openmetadata_provider.client.current_user import CurrentUser
from openmetadata_provider.errors import PlanRefused
from openmetadata_provider.lifecycle.applying import OnOutcome, Run
from openmetadata_provider.lifecycle.catalogue import Catalogue
from openmetadata_provider.lifecycle.changes import Action, Change
from openmetadata_provider.lifecycle.deciding import PlanOptions
from openmetadata_provider.lifecycle.destroying import Destroyer
from openmetadata_provider.lifecycle.executing import Agree, Execution, nobody_agrees
from openmetadata_provider.lifecycle.loading import Declared, manifests_from
from openmetadata_provider.lifecycle.observing import OnRead
from openmetadata_provider.lifecycle.outcomes import Applied
from openmetadata_provider.lifecycle.permissions import PermissionNote, permission_notes
from openmetadata_provider.lifecycle.planning import Planner
from openmetadata_provider.lifecycle.secrets import SecretHashes, SecretsPolicy
from openmetadata_provider.lifecycle.server import PARALLELISM, Server

if TYPE_CHECKING:
    from openmetadata_provider.client.openmetadata import OpenMetadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would be done to a server. As text, what `omp plan` prints. Made by `plan` and `destroy`."""

    changes: tuple[Change, ...]
    """One for every entity that is declared, in the order of doing; also for those that stay as they are."""
    user: CurrentUser
    """Whose token it is."""
    requests: int
    """Requests that making the plan took."""
    notes: tuple[PermissionNote, ...] = ()
    """What the user of the token may not do of it, as far as that is known before trying."""
    options: PlanOptions = field(repr=False)
    is_destroying: bool = False
    catalogue: Catalogue = field(repr=False)
    server: Server = field(repr=False)
    secrets: SecretsPolicy = field(repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return all(change.is_noop for change in self.changes)

    @property
    def counts(self) -> Counter[Action]:
        """How many changes of each action there are."""
        return Counter(change.action for change in self.changes)

    @property
    def refusals(self) -> list[str]:
        """Why the plan cannot be applied, one sentence an entity; empty if it can."""
        return [f"{change.name}: {change.refusal}" for change in self.changes if change.refusal]

    def __str__(self) -> str:
        from openmetadata_provider.lifecycle.reports.text import plan_text

        return plan_text(self)

    def to_json(self) -> dict[str, Any]:
        """The plan as JSON, in the documented, stable form of `omp plan --json`. Holds no secret."""
        from openmetadata_provider.lifecycle.reports.json import plan_json

        return plan_json(self)

    def apply(
        self, *, on_outcome: OnOutcome | None = None, agrees: Agree = nobody_agrees, stop: Event | None = None
    ) -> Applied:
        """What became of every change. Raises PlanRefused, and nothing for what fails: see `Applied`.

        An entity that somebody changed since the plan is read again; if that makes it another change, `agrees` is asked
        about it, and without consent it fails. `stop` ends the run early: nothing more is started.
        """
        if self.refusals:
            raise PlanRefused(self.refusals)
        needing = self.catalogue.needing()
        if self.is_destroying:
            needing = {d.key: self.catalogue.needs(d) for d in self.catalogue}
        run = Run(
            server=self.server,
            execution=Execution(known=self.server.known, secrets=self.secrets, agrees=agrees),
            levels=self._levels(),
            needed_by=needing,
            stop=stop or Event(),
            on_outcome=on_outcome,
        )
        return run.applied()

    def _levels(self) -> list[list[Change]]:
        changes = {change.key: change for change in self.changes}
        levels = reversed(self.catalogue.levels) if self.is_destroying else self.catalogue.levels
        return [[changes[declaration.key] for declaration in level] for level in levels]


def plan(
    om: OpenMetadata,
    declared: Declared | Iterable[Declared],
    *,
    options: PlanOptions | None = None,
    parallelism: int = PARALLELISM,
    on_read: OnRead | None = None,
) -> Plan:
    """What would be done so that the server holds what is declared. Changes nothing.

    `declared`: request models, documents `{"kind": ..., "spec": ...}`, files, folders. A property that is absent is not
    managed; null or empty removes it. Raises InvalidManifests, ApiError, AnswerError, TransportError.
    """
    options = options or PlanOptions()
    hashes = SecretHashes.opened(Path(options.secret_hashes)) if options.secret_hashes else None
    secrets = SecretsPolicy(rotate=options.rotate_secrets, hashes=hashes)
    server, catalogue = _ready(om, declared, parallelism)
    changes = Planner(server, catalogue, options, secrets).changes(on_read)
    return _made(server, catalogue, changes, options, secrets, is_destroying=False)


def destroy(
    om: OpenMetadata,
    declared: Declared | Iterable[Declared],
    *,
    parallelism: int = PARALLELISM,
    on_read: OnRead | None = None,
) -> Plan:
    """What would be deleted so that the server holds nothing of what is declared. Changes nothing until applied.

    Raises as `plan` does.
    """
    server, catalogue = _ready(om, declared, parallelism)
    changes = Destroyer(server=server, catalogue=catalogue).changes(on_read)
    return _made(server, catalogue, changes, PlanOptions(), SecretsPolicy(), is_destroying=True)


def _ready(om: OpenMetadata, declared: Declared | Iterable[Declared], parallelism: int) -> tuple[Server, Catalogue]:
    server = Server(om, parallelism)
    return server, Catalogue(manifests_from(declared, server.bindings), server.bindings)


def _made(
    server: Server,
    catalogue: Catalogue,
    changes: list[Change],
    options: PlanOptions,
    secrets: SecretsPolicy,
    *,
    is_destroying: bool,
) -> Plan:
    user = server.user()
    notes = server.run(permission_notes(user, changes, server.known))
    return Plan(
        changes=tuple(changes),
        user=user,
        requests=server.requests,
        notes=notes,
        options=options,
        is_destroying=is_destroying,
        catalogue=catalogue,
        server=server,
        secrets=secrets,
    )
