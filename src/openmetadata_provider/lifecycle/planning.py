"""From what is declared, and what the server holds, to a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from openmetadata_provider.client.current_user import CurrentUser
from openmetadata_provider.client.entity_types import ENTITY_TYPES
from openmetadata_provider.client.references import ReferenceQuery, resolved
from openmetadata_provider.lifecycle.catalogue import Catalogue, Declaration, Key
from openmetadata_provider.lifecycle.changes import Action, Change, Observed
from openmetadata_provider.lifecycle.contents import contents, counted
from openmetadata_provider.lifecycle.deciding import PlanOptions, compared, created, judged
from openmetadata_provider.lifecycle.observing import OnFound, OnRead, observed, wanted_from
from openmetadata_provider.lifecycle.renaming import OldNames, Translation
from openmetadata_provider.lifecycle.secrets import SecretsPolicy, dotted
from openmetadata_provider.lifecycle.server import Server
from openmetadata_provider.validation.links import Link


class Planner:
    """One plan being made."""

    def __init__(self, server: Server, catalogue: Catalogue, options: PlanOptions, secrets: SecretsPolicy) -> None:
        self._server, self._catalogue, self._options, self._secrets = server, catalogue, options, secrets
        self._old_names = OldNames(catalogue)
        self._translation = Translation()
        self._changes: dict[Key, Change] = {}
        self._compared: dict[Key, Change] = {}
        """Compared while others were still being read."""

    def changes(self, on_read: OnRead | None = None) -> list[Change]:
        """A change for every declaration, in the order of making. Raises InvalidManifests, ApiError, TransportError."""
        levels = self._catalogue.levels
        user = self._server.user()
        found = self.observed(on_read, None if self._old_names.by_key else partial(self._compare, user))
        for level in levels:
            for declaration in level:
                self._changes[declaration.key] = self._change(declaration, found.get(declaration.key), user)
        self._check_references()
        return list(self._changes.values())

    def _compare(self, user: CurrentUser, found: Mapping[Key, Observed]) -> None:
        """Compares what has been read while more is being read."""
        for key, entity in found.items():
            self._compared[key] = self.compared(self._catalogue.declarations[key], entity, user)

    def observed(self, on_read: OnRead | None, on_found: OnFound | None = None) -> dict[Key, Observed]:
        """What the server has of each declaration, by its new key; what is in an absent parent is not asked for."""
        found: dict[Key, Observed] = {}
        pending = list(self._catalogue)
        while pending:
            waiting = {d.key for d in pending}
            ready = [d for d in pending if d.parent not in waiting]
            pending = [d for d in pending if d.parent in waiting]
            asked = [d for d in ready if d.parent not in self._catalogue or d.parent in found]
            rows = observed(self._server, wanted_from(asked, self._old_names.names_of), on_read, on_found)
            for declaration in asked:
                names = self._old_names.names_of(declaration)
                entity = next((rows[k] for n in names if (k := (declaration.spec.entity_type, n)) in rows), None)
                if entity is not None:
                    found[declaration.key] = self._renamed(declaration, entity)
        return found

    def _renamed(self, declaration: Declaration, entity: Observed) -> Observed:
        if entity.fqn != declaration.fqn:
            self._translation.rename(declaration.spec.entity_type, entity.fqn, declaration.fqn)
        return entity

    def _change(self, declaration: Declaration, entity: Observed | None, user: CurrentUser) -> Change:
        if entity is None or self._parent_is_replaced(declaration):
            change = created(declaration, is_again=entity is not None)
        else:
            early = self._compared.get(declaration.key) if self._translation.is_empty else None
            change = early or self.compared(declaration, entity, user)
            change = judged(change, self._options)
            change = replace(change, lost=self._lost(change))
        if change.action is Action.replace or change.is_created_again:
            self._translation.remove(declaration.key)
        return change

    def compared(self, declaration: Declaration, entity: Observed, user: CurrentUser) -> Change:
        """What it takes to make an entity what is declared. Only of what `observed` found."""
        translated = self._translation.applied(declaration.spec, entity)
        return compared(declaration, translated, self._secrets, user, self._old_names.parent_of(declaration))

    def _parent_is_replaced(self, declaration: Declaration) -> bool:
        """Whether the deletion of its parent takes it along."""
        parent = self._changes.get(declaration.parent) if declaration.parent is not None else None
        return parent is not None and (parent.action is Action.replace or parent.is_created_again)

    def _lost(self, change: Change) -> tuple[str, ...]:
        """What a replacement takes along that is declared nowhere."""
        if change.action is not Action.replace or change.observed is None:
            return ()
        inside = self._server.run(contents(change.observed.fqn, change.spec.entity_type))
        return counted([key for key in inside if key not in self._catalogue])

    def _check_references(self) -> None:
        """Refuses changes that refer to what is neither declared nor on the server. Looks up each name once."""
        asked: dict[ReferenceQuery, list[tuple[Key, Link]]] = defaultdict(list)
        for change in self._changes.values():
            for link in self._external_links(change):
                asked[ReferenceQuery(link.entities, "name", link.fqn)].append((change.key, link))
        known = self._server.known
        found = self._server.map(lambda query: self._server.run(resolved(query, known)), asked)
        for (query, places), reference in zip(asked.items(), found, strict=True):
            for key, link in places if reference is None else ():
                reason = f"{dotted(link.path)}: {query}, neither on the server nor in what is declared."
                self._changes[key] = self._changes[key].refused(reason)

    def _external_links(self, change: Change) -> Iterator[Link]:
        """References that the change would send, to what is not declared."""
        if change.is_noop or change.declaration is None:
            return
        is_whole = change.action in (Action.create, Action.replace)
        for link in change.declaration.links:
            is_sent = is_whole or link.path[0] in change.wanted.value
            if is_sent and self._catalogue.target(link) is None and set(link.entities) & ENTITY_TYPES.keys():
                yield link
