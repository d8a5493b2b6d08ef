"""A server that several people work on at once: applies of changing sets by two tokens, between edits by hand."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from lifecycle.lifecycle_inprocess import COLLECTIONS, KINDS, Place
from lifecycle.lifecycle_laws import RELEASES, TALLY, check_spared
from lifecycle.lifecycle_worlds import SLOTS, Set, Universe, prepare, sets

from openmetadata_provider import Applied, OpenMetadata, PlanOptions, destroy, plan
from openmetadata_provider.client.fqn import escape
from openmetadata_provider.lifecycle.catalogue import Catalogue
from openmetadata_provider.lifecycle.changes import Action
from openmetadata_provider.lifecycle.loading import manifests_from
from openmetadata_provider.lifecycle.outcomes import Status

PATCH = {"Content-Type": "application/json-patch+json"}
LIMITED = frozenset({"RULE_VIOLATION", "BAD_REQUEST", "400"})
UNIVERSE = Universe(".x")
BY_KEY = {(KINDS[slot.kind].entity_type, UNIVERSE.fqn(key)): key for key, slot in SLOTS.items()}
PICKS = st.integers(0, 2**16)
"""Which of the entities that were declared so far."""


class Machine(RuleBasedStateMachine):
    """Rules are what may happen; each checks what must hold after it."""

    @initialize(release=st.sampled_from(RELEASES))
    def start(self, release: dict[str, Any]) -> None:
        self.server = Place(**release)
        self.declared: Set = []
        self.known: list[str] = []
        prepare(self.server, [{"kind": "Chart", "spec": {"extension": {"note": "a"}}}])
        TALLY["walks"] += 1

    def teardown(self) -> None:
        if hasattr(self, "server"):
            self.server.close()

    @rule(documents=sets(UNIVERSE, most=6), is_bot=st.booleans(), on_deleted=st.sampled_from(["restore", "purge"]))
    def apply(self, documents: Set, is_bot: bool, on_deleted: Any) -> None:
        """A set is applied: all of it happens and nothing else, or what did not is named."""
        self.declared = documents
        options = PlanOptions(allow_replace=True, on_deleted=on_deleted)
        om = self.server.bot if is_bot else self.server.admin
        self._apply(om, documents, options)

    @rule(is_bot=st.booleans())
    def apply_again(self, is_bot: bool) -> None:
        """The last set is applied over what happened since."""
        options = PlanOptions(allow_replace=True, on_deleted="restore")
        self._apply(self.server.bot if is_bot else self.server.admin, self.declared, options)

    @rule()
    def destroyed(self) -> None:
        """The last set is destroyed: nothing of it is left, unless the plan said why not."""
        TALLY["steps"] += 1
        changes = destroy(self.server.admin, self.declared, parallelism=1)
        if changes.refusals:
            return
        result = changes.apply()
        self._named(result)
        if result.is_complete:
            assert destroy(self.server.admin, self.declared, parallelism=1).is_empty

    @precondition(lambda self: self.known)
    @rule(pick=PICKS, text=st.sampled_from(["by hand", "<b>x</b> & y", ""]))
    def edited(self, pick: int, text: str) -> None:
        """Somebody writes a description and a display name."""
        key = self._picked(pick)
        operations = [{"op": "add", "path": "/displayName", "value": text or "n"}]
        operations += [{"op": "add", "path": "/description", "value": text}]
        self._by_hand("PATCH", key, operations)

    @precondition(lambda self: self.known)
    @rule(pick=PICKS, is_automated=st.booleans())
    def labelled(self, pick: int, is_automated: bool) -> None:
        """Somebody, or a job, sets a tag."""
        key = self._picked(pick)
        label = {"tagFQN": "PII.Sensitive", "source": "Classification", "state": "Confirmed"}
        label["labelType"] = "Automated" if is_automated else "Manual"
        if KINDS[SLOTS[key].kind].property("tags"):
            self._by_hand("PATCH", key, [{"op": "add", "path": "/tags", "value": [label]}])

    @precondition(lambda self: self.known)
    @rule(pick=PICKS)
    def owned(self, pick: int) -> None:
        """Somebody takes an entity over."""
        key, entity = self._picked(pick), self._entity("user", "admin")
        owner = {"id": entity["id"], "type": "user"} if entity else {}
        if KINDS[SLOTS[key].kind].reference("owners"):
            self._by_hand("PATCH", key, [{"op": "add", "path": "/owners", "value": [owner]}])

    @precondition(lambda self: self.known)
    @rule(pick=PICKS, is_hard=st.booleans())
    def deleted(self, pick: int, is_hard: bool) -> None:
        """Somebody deletes an entity with what is in it."""
        self._by_hand("DELETE", self._picked(pick), query=f"?recursive=true&hardDelete={str(is_hard).lower()}")

    @precondition(lambda self: self.known)
    @rule(pick=PICKS)
    def restored(self, pick: int) -> None:
        """Somebody brings an entity back."""
        key = self._picked(pick)
        entity = self._entity_of(key)
        if entity is not None and entity.get("deleted"):
            TALLY["steps"] += 1
            collection = COLLECTIONS[KINDS[SLOTS[key].kind].entity_type]
            self.server.call("PUT", f"{collection}/restore", {"id": entity["id"]})

    @precondition(lambda self: self.known)
    @rule(pick=PICKS, is_bot=st.booleans())
    def renamed(self, pick: int, is_bot: bool) -> None:
        """An entity gets another name, and its old one again: it stays the same one."""
        key = self._picked(pick)
        entity = self._entity_of(key)
        if entity is None or entity.get("deleted") or not KINDS[SLOTS[key].kind].renamable:
            return
        if SLOTS[key].kind == "DataProduct" and not _domains(entity):
            return
        TALLY["steps"] += 1
        kind, old = SLOTS[key].kind, UNIVERSE.name(key)
        om = self.server.bot if is_bot else self.server.admin
        for before, after in ((old, f"{old} new"), (f"{old} new", old)):
            spec = {p.name: entity[p.name] for p in KINDS[kind].properties if p.required and p.name in entity}
            spec |= {
                name: entity[name]["fullyQualifiedName"] for name in ("glossary", "classification") if name in entity
            }
            spec |= {"name": after}
            if kind == "DataProduct":
                spec["domains"] = [domain["fullyQualifiedName"] for domain in _domains(entity)]
            document = {"kind": kind, "renamed_from": before, "spec": spec}
            result = plan(om, [document], parallelism=1).apply()
            assert result.is_complete, [str(outcome) for outcome in result.undone]
            assert plan(om, [document], parallelism=1).is_empty
        again = self._entity_of(key)
        assert again is not None
        assert again["id"] == entity["id"]

    def _apply(self, om: OpenMetadata, documents: Set, options: PlanOptions) -> None:
        TALLY["steps"] += 1
        keys = [BY_KEY[key] for key in Catalogue(manifests_from(documents)).declarations]
        self.known = sorted({*self.known, *keys})
        before, ids = self.server.snapshot(), self._ids()
        writes = self.server.transport.writes
        changes = plan(om, documents, options=options, parallelism=1)
        assert self.server.transport.writes == writes, "the plan wrote"
        if changes.refusals:
            TALLY["refused plans"] += 1
            return
        result = changes.apply()
        self._named(result)
        made_anew = {
            o.change.key for o in result.outcomes if o.change.action in (Action.create, Action.replace, Action.restore)
        }
        after, now = self.server.snapshot(), self._ids()
        for key, entity in before.items():
            if any(key[1] == k[1] or key[1].startswith(f"{k[1]}.") for k in made_anew):
                continue
            if key not in after:
                continue
            assert now[key] == ids[key], f"{key} is another one"
            if not self._touches(result):
                check_spared(key, entity, after[key], documents)
        if not result.is_complete:
            TALLY["incomplete applies"] += 1
            return
        again = plan(om, documents, parallelism=1)
        assert again.is_empty, str(again)

    def _picked(self, pick: int) -> str:
        return self.known[pick % len(self.known)]

    def _touches(self, result: Applied) -> bool:
        """Whether anything went: references to it went with it, and children were restored."""
        return any(o.change.action in (Action.replace, Action.restore) for o in result.outcomes)

    def _named(self, result: Applied) -> None:
        """What was not done is named, with a reason."""
        for outcome in result.undone:
            assert outcome.change.fqn in str(outcome)
            assert outcome.reason or outcome.status is Status.not_started, str(outcome)

    def _ids(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for entity_type, collection in COLLECTIONS.items():
            rows = self.server.call("GET", f"{collection}?include=all&limit=100000")["data"]
            names = [(entity_type, row["fullyQualifiedName"]) for row in rows]
            assert len(names) == len(set(names)), "something is there twice"
            found |= dict(zip(names, [row["id"] for row in rows], strict=True))
        return found

    def _entity_of(self, key: str) -> dict[str, Any] | None:
        return self._entity(KINDS[SLOTS[key].kind].entity_type, UNIVERSE.fqn(key))

    def _entity(self, entity_type: str, fqn: str) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = self.server.call(
                "GET", f"{COLLECTIONS[entity_type]}/name/{escape(fqn)}?include=all&fields=*"
            )
        except AssertionError:
            return None
        return found

    def _by_hand(self, method: str, key: str, body: Any = None, query: str = "") -> None:
        """What the server refuses does not happen."""
        entity = self._entity_of(key)
        if entity is None or (entity.get("deleted") and method == "PATCH"):
            return
        TALLY["steps"] += 1
        collection = COLLECTIONS[KINDS[SLOTS[key].kind].entity_type]
        self.server.attempt(method, f"{collection}/{entity['id']}{query}", body, **(PATCH if body else {}))


def _domains(entity: dict[str, Any]) -> list[dict[str, Any]]:
    """Of any release."""
    found = entity.get("domains") or [entity["domain"]] if "domain" in entity or "domains" in entity else []
    return [domain for domain in found if not domain.get("deleted")]
