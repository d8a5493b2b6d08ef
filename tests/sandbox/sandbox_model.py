"""What the server reference says of POST, PUT, PATCH, DELETE, restore and versions, as a small model in memory.

Written from sections 2.7, 3.2 to 3.4, 4.1, 5, 7, 10.1 and 10.2 of the reference; it knows nothing of the sandbox.
A PATCH without `If-Match` by whoever wrote last may be consolidated, depending on a clock: callers leave that out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

BOT = "ingestion-bot"
ASSET = ("description", "displayName", "owners", "tags", "domains")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "DashboardService": ASSET,
    "Dashboard": (*ASSET, "sourceUrl", "charts"),
    "Chart": (*ASSET, "sourceUrl", "dashboards"),
    "Glossary": (*ASSET, "reviewers"),
}
CHILDREN = ("Dashboard", "Chart")
SETS = frozenset({"owners", "tags", "domains", "charts", "dashboards", "reviewers"})
TARGETS = {"charts": "Chart", "dashboards": "Dashboard"}
"""Both are the same relationship, seen from its two ends."""
KEPT = frozenset({"owners", "domains"})
"""What a PUT without it leaves alone; tags are merged, everything else is cleared."""
GUARDED = frozenset({"description", "domains"})
"""What the PUT of a bot leaves alone where there is something."""
CREATED, UPDATED, UNCHANGED = "entityCreated", "entityUpdated", "entityNoChange"
SOFT, HARD, RESTORED = "entitySoftDeleted", "entityDeleted", "entityRestored"

Fields = dict[str, Any]
"""Property → text or set of names; what is not there is null or empty."""


@dataclass(frozen=True, slots=True)
class Key:
    """Which entity: its kind and FQN."""

    kind: str
    fqn: str

    @property
    def parent(self) -> Key:
        return Key("DashboardService", self.fqn.partition(".")[0])


@dataclass(slots=True)
class Thing:
    """An entity as it should be."""

    fields: Fields
    updated_by: str
    version: float = 0.1
    deleted: bool = False
    changed: frozenset[str] = frozenset()
    """Properties that the last change names."""
    history: list[tuple[float, Fields, bool]] = field(default_factory=list)
    """Past versions, oldest first."""

    def become(self, fields: Fields, actor: str, *, deleted: bool, renamed: bool = False) -> bool:
        """The next version, unless nothing differs."""
        names = {name for name in self.fields.keys() | fields.keys() if self.fields.get(name) != fields.get(name)}
        changed = names | ({"deleted"} if deleted != self.deleted else set()) | ({"name"} if renamed else set())
        if not changed:
            return False
        self.history.append((self.version, self.fields, self.deleted))
        self.fields, self.deleted, self.updated_by = fields, deleted, actor
        self.version, self.changed = round(self.version + 0.1, 1), frozenset(changed)
        return True


@dataclass(frozen=True, slots=True)
class Expected:
    """What a call should answer, and which entities it may have touched."""

    status: int
    change: str | None = None
    touched: tuple[Key, ...] = ()


class Model:
    """A catalogue of dashboard services, their dashboards and charts, and glossaries."""

    def __init__(self) -> None:
        self.things: dict[Key, Thing] = {}

    def is_live(self, key: Key) -> bool:
        """There and not deleted."""
        return key in self.things and not self.things[key].deleted

    def below(self, key: Key) -> list[Key]:
        """Children, deleted ones as well."""
        if key.kind != "DashboardService":
            return []
        return [other for other in self.things if other.kind in CHILDREN and other.parent == key]

    def domains(self, key: Key) -> tuple[frozenset[str], bool]:
        """The domains that an answer shows, and whether they are inherited from the service."""
        own = self.things[key].fields.get("domains", frozenset())
        if own or key.kind not in CHILDREN:
            return own, False
        return self.things[key.parent].fields.get("domains", frozenset()), True

    def post(self, key: Key, given: Fields, actor: str) -> Expected:
        """A name is taken by a soft-deleted entity, too."""
        if not self._resolves(key, given):
            return Expected(404)
        if not _tags_fit(given.get("tags", ())):
            return Expected(400)
        if key in self.things:
            return Expected(409)
        return self._create(key, given, actor)

    def put(self, key: Key, given: Fields, actor: str) -> Expected:
        """Creates, or updates by the table of section 3.2, or revives."""
        if not self._resolves(key, given):
            return Expected(404)
        if key not in self.things:
            return self._create(key, given, actor) if _tags_fit(given.get("tags", ())) else Expected(400)
        thing = self.things[key]
        fields = {name: _put_value(name, thing.fields.get(name), given.get(name), actor) for name in FIELDS[key.kind]}
        if not _tags_fit(fields.get("tags") or ()):
            return Expected(400)
        touched = self._revive_below(key, actor) if thing.deleted else []
        changed = thing.become(_clean(fields), actor, deleted=False)
        self._mirror(key)
        return Expected(200, UPDATED if changed else UNCHANGED, (key, *touched))

    def bulk(self, rows: Iterable[tuple[Key, Fields]], actor: str) -> list[Expected]:
        """PUT of each row by itself, in order."""
        return [self.put(key, given, actor) for key, given in rows]

    def patch(self, key: Key, given: Fields, actor: str) -> Expected:
        """Exactly what is given; None or an empty set removes."""
        if not self.is_live(key):
            return Expected(404)
        thing = self.things[key]
        fields = _clean({**thing.fields, **given})
        known = self._targets(thing.fields)
        if not all(self.is_live(target) for target in self._targets(fields) if target not in known):
            return Expected(404)
        if not _tags_fit(fields.get("tags", ())):
            return Expected(400)
        changed = thing.become(fields, actor, deleted=False)
        self._mirror(key)
        return Expected(200, UPDATED if changed else UNCHANGED, (key,))

    def rename(self, key: Key, new: Key, actor: str) -> Expected:
        """PATCH of `name`, for kinds that allow it."""
        if not self.is_live(key):
            return Expected(404)
        if new != key and new in self.things:
            return Expected(409)
        thing = self.things.pop(key)
        self.things[new] = thing
        changed = thing.become(thing.fields, actor, deleted=False, renamed=new != key)
        return Expected(200, UPDATED if changed else UNCHANGED, (new,))

    def delete(self, key: Key, actor: str, *, hard: bool, recursive: bool) -> Expected:
        """Soft or hard, with children and lonely charts."""
        if key not in self.things:
            return Expected(404)
        below = self.below(key)
        if below and not recursive:
            return Expected(400)
        touched = tuple(dict.fromkeys([key, *below, *self._lonely_charts({key, *below})]))
        for each in touched:
            if hard:
                self._remove(each)
            else:
                self._mark(each, actor)
        return Expected(200, HARD if hard else SOFT, touched)

    def restore(self, key: Key, actor: str) -> Expected:
        """With everything below; an entity that lives cannot be restored."""
        if key not in self.things:
            return Expected(404)
        thing = self.things[key]
        if not thing.deleted:
            return Expected(500)
        touched = self._revive_below(key, actor)
        thing.become(thing.fields, actor, deleted=False)
        return Expected(200, RESTORED, (key, *touched))

    def _resolves(self, key: Key, given: Fields) -> bool:
        parents = (key.parent,) if key.kind in CHILDREN else ()
        return all(self.is_live(target) for target in (*parents, *self._targets(given)))

    def _targets(self, fields: Fields) -> list[Key]:
        return [Key(kind, fqn) for name, kind in TARGETS.items() for fqn in fields.get(name) or ()]

    def _mirror(self, key: Key) -> None:
        """What a dashboard says of its charts shows on the charts, and the other way round, without a new version."""
        if key.kind not in TARGETS.values():
            return
        shown = self._targets(self.things[key].fields) if key in self.things else []
        back = next(name for name, kind in TARGETS.items() if kind == key.kind)
        for other, thing in self.things.items():
            if back in FIELDS[other.kind]:
                names = thing.fields.get(back, frozenset()) - {key.fqn}
                names |= {key.fqn} if other in shown else frozenset()
                thing.fields = _clean({**thing.fields, back: names})

    def _create(self, key: Key, given: Fields, actor: str) -> Expected:
        self.things[key] = Thing(fields=_clean(given), updated_by=actor)
        self._mirror(key)
        return Expected(201, CREATED, (key,))

    def _lonely_charts(self, deleted: set[Key]) -> list[Key]:
        """Charts of deleted dashboards that no other live dashboard shows."""
        shown: dict[bool, set[str]] = {True: set(), False: set()}
        for key, thing in self.things.items():
            if key in deleted or not thing.deleted:
                shown[key in deleted] |= thing.fields.get("charts", frozenset())
        return [Key("Chart", fqn) for fqn in sorted(shown[True] - shown[False])]

    def _mark(self, key: Key, actor: str) -> None:
        self.things[key].become(self.things[key].fields, actor, deleted=True)

    def _remove(self, key: Key) -> None:
        """A hard deletion takes the relationships along, without a new version of the other side."""
        del self.things[key]
        self._mirror(key)

    def _revive_below(self, key: Key, actor: str) -> list[Key]:
        deleted = [child for child in self.below(key) if self.things[child].deleted]
        for child in deleted:
            self.things[child].become(self.things[child].fields, actor, deleted=False)
        return deleted


def _put_value(name: str, old: Any, given: Any, actor: str) -> Any:
    if actor == BOT and name in GUARDED and old:
        return old
    if name == "tags":
        return (old or frozenset()) | (given or frozenset())
    return old if name in KEPT and not given else given


def _tags_fit(tags: Iterable[str]) -> bool:
    """Tier is mutually exclusive."""
    return sum(tag.startswith("Tier.") for tag in tags) <= 1


def _clean(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value}
