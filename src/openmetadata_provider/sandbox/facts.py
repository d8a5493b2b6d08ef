"""The vocabulary in which `entities` describes each kind of entity: declarations only, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Spelling = Literal["fqn", "name", "id", "ref"]
"""How a create request writes a reference: FQN, user name, UUID, or `EntityReference` (or `user:jane`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceFacts:
    """A property that is kept as rows of the relationship table."""

    property: str
    targets: tuple[str, ...]
    relation: str
    incoming: bool = False
    """True if the rows run from the other entity to this one."""
    symmetric: bool = False
    many: bool = True
    spelling: Spelling | None = None
    """None for what a create request cannot hold."""
    kept_on_put: bool = False
    """PUT without the property leaves it alone; otherwise it is cleared."""
    always_shown: bool = False
    fixed: bool = False
    """Set when the entity is created, never changed after."""
    envelope: str | None = None
    """Key under which an answer wraps each reference: `relatedTerms: [{term: …}]`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inheritance:
    """A reference that an entity takes from others while it has none of its own."""

    property: str
    via: tuple[str, ...]
    merged: bool = False
    """True if inherited references are added to the entity's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A query parameter of a list: children of an FQN, a JSON flag or text, or entities linked to a named one."""

    parameter: str
    means: Literal["below", "child_of", "flag", "equal", "linked"]
    property: str = ""
    """The flag, the text or the reference it looks at."""
    targets: tuple[str, ...] = ()
    """Entity types whose UUID may be given in place of an FQN."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityFacts:
    """One kind of entity."""

    kind: str
    entity_type: str
    collection: str
    java_package: str
    references: tuple[ReferenceFacts, ...]
    parents: tuple[str, ...] = ()
    """References that give the front part of the FQN; the first one set wins."""
    tagged: bool = True
    soft_delete: bool = True
    rename_allowed: bool = False
    votable: bool = False
    connected: bool = False
    """A service: has `serviceType` and `connection`."""
    hidden: frozenset[str] = frozenset({"extension", "votes", "certification", "usageSummary"})
    """Plain properties that are null unless asked for."""
    fixed: frozenset[str] = frozenset()
    """Plain properties that keep their first value."""
    lowercased: tuple[str, ...] = ()
    breaking: frozenset[str] = frozenset()
    """Properties whose change is backward-incompatible (+1.0). None of these kinds has one; tables do."""
    initial: Mapping[str, Any] = field(default_factory=dict)
    """Values an entity starts with that no create request holds."""
    inherits: tuple[Inheritance, ...] = ()
    filters: tuple[Filter, ...] = ()
    counts: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    """Computed properties: name → relation counted, and whether its rows come in."""
    rules_ignored: bool = False
    """The one-domain rule does not hold for users, teams, personas and bots."""
    roles_from: str | None = None
    """The roles that `inheritedRoles` goes with: it is answered whenever this property is asked for."""
    cascades: bool = False
    """True if deleting one deletes what it contains, asked for or not."""
    presented: frozenset[str] = field(init=False, repr=False, compare=False, default=frozenset())
    """Properties that an answer shows otherwise than they are stored."""
    _by_property: dict[str, ReferenceFacts] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_property.update({reference.property: reference for reference in self.references})
        names = {*self._by_property, "tags", "inheritedRoles", "certification", "votes"}
        object.__setattr__(self, "presented", frozenset(names))

    def reference(self, name: str) -> ReferenceFacts | None:
        """The reference that property `name` holds, or None."""
        return self._by_property.get(name)

    @property
    def create_class(self) -> str:
        """The server's name for a create request, as its errors show it."""
        return ".".join(filter(None, ("org.openmetadata.schema.api", self.java_package, f"Create{self.kind}")))

    @property
    def entity_class(self) -> str:
        """The server's name for an entity, as its errors show it."""
        return ".".join(filter(None, ("org.openmetadata.schema.entity", self.java_package, self.kind)))

    @property
    def root(self) -> bool:
        """True if the FQN is the quoted name alone."""
        return not self.parents
