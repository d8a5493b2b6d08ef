"""From what is declared, to a plan that deletes it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from openmetadata_provider.client.current_user import CurrentUser
from openmetadata_provider.client.differences import ORGANIZATION
from openmetadata_provider.client.exchange import Steps
from openmetadata_provider.lifecycle.catalogue import Catalogue, Declaration, Key
from openmetadata_provider.lifecycle.changes import Action, Change, Observed
from openmetadata_provider.lifecycle.contents import INSIDE, contents, counted
from openmetadata_provider.lifecycle.observing import OnRead, entity_by_id, observed, wanted_from
from openmetadata_provider.lifecycle.server import Server
from openmetadata_provider.validation.kinds import kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Destroyer:
    """One plan of deletions being made."""

    server: Server
    catalogue: Catalogue

    def changes(self, on_read: OnRead | None = None) -> list[Change]:
        """A change for every declaration, in the order of deleting: what is needed goes last."""
        levels = self.catalogue.levels
        user = self.server.user()
        found = observed(self.server, wanted_from(self.catalogue, lambda d: (d.fqn,)), on_read)
        declarations = [declaration for level in reversed(levels) for declaration in level]
        return self.server.map(lambda d: self._change(d, found.get(d.key), user), declarations)

    def _change(self, declaration: Declaration, entity: Observed | None, user: CurrentUser) -> Change:
        change = Change(
            action=Action.none, spec=declaration.spec, fqn=declaration.fqn, declaration=declaration, observed=entity
        )
        is_soft = change.lifecycle.delete == "soft"
        if entity is None or (entity.is_deleted and is_soft):
            return change
        change = replace(change, action=Action.delete, notes=(_SOFTLY,) if is_soft else ())
        if reason := _protection(change, entity, user):
            return change.refused(reason)
        return self._with_losses(change, entity)

    def _with_losses(self, change: Change, entity: Observed) -> Change:
        if change.spec.entity_type == "dashboard":
            return self._with_charts(change, entity)
        if change.spec.entity_type not in INSIDE:
            return change
        inside = self.server.run(contents(entity.fqn, change.spec.entity_type))
        lost = counted([key for key in inside if key not in self.catalogue])
        if not lost:
            return change
        if not change.lifecycle.recursive:
            what = f"It holds {' and '.join(lost)} that are declared nowhere here."
            return change.refused(f"{what} Set lifecycle.recursive, or declare them.")
        return replace(change, lost=lost)

    def _with_charts(self, change: Change, entity: Observed) -> Change:
        """A dashboard takes the charts along that no other dashboard shows."""
        charts = self.server.run(self._lonely_charts(entity))
        return replace(change, lost=counted(charts)) if charts else change

    def _lonely_charts(self, entity: Observed) -> Steps[list[Key]]:
        specs, known = kinds(self.server.bindings), self.server.known
        dashboard = yield from entity_by_id(specs["Dashboard"].spec, entity.id, ["charts"], known)
        found = []
        for reference in (dashboard.properties.get("charts") or ()) if dashboard is not None else ():
            key = ("chart", str(reference.get("fullyQualifiedName")))
            if key not in self.catalogue:
                chart = yield from entity_by_id(specs["Chart"].spec, reference["id"], ["dashboards"], known)
                found += [] if chart is None or self._is_kept(chart) else [key]
        return found

    def _is_kept(self, chart: Observed) -> bool:
        """Whether a dashboard shows it that stays."""
        shown_in = [held for held in chart.properties.get("dashboards") or () if not held.get("deleted")]
        return any(("dashboard", held.get("fullyQualifiedName")) not in self.catalogue for held in shown_in)


_SOFTLY = "It can be restored: it is only marked as deleted."


def _protection(change: Change, entity: Observed, user: CurrentUser) -> str:
    """Why the entity may not go; empty if it may."""
    is_root_team = change.spec.entity_type == "team" and change.fqn == ORGANIZATION["name"]
    if entity.is_system or is_root_team:
        return "The server came with it, and keeps it. Take it out of what is to be destroyed."
    if change.lifecycle.prevent_destroy:
        return "prevent_destroy is set."
    if change.spec.entity_type == "user" and entity.id == user.id:
        return "It is the user of the token that is used here."
    return ""
