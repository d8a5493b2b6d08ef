"""What a plan says of one entity: what would be done to it, property by property, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Final

from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.lifecycle.catalogue import Declaration, Key
from openmetadata_provider.lifecycle.manifest import DEFAULT_LIFECYCLE, Lifecycle
from openmetadata_spec import EntitySpec


class Action(Enum):
    """What is done to an entity."""

    create = "create"
    update = "update"
    replace = "replace"
    """Deleted and created anew: a property changes that is settled when the entity is made."""
    restore = "restore"
    """Brought back from soft deletion, then made what is declared."""
    delete = "delete"
    none = "none"


SYMBOLS: Final[Mapping[Action, str]] = {
    Action.create: "+",
    Action.update: "~",
    Action.replace: "-/+",
    Action.restore: "<=",
    Action.delete: "-",
    Action.none: " ",
}
"""How a plan shows each action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """An entity as the server has it."""

    body: Payload
    """What was asked for: the properties that are declared, and those every answer has."""

    @property
    def properties(self) -> dict[str, Any]:
        """The entity's JSON. A bot's holds secrets."""
        value: dict[str, Any] = self.body.value
        return value

    @property
    def id(self) -> str:
        """Its UUID."""
        return str(self.properties.get("id"))

    @property
    def fqn(self) -> str:
        """Its FQN."""
        return str(self.properties.get("fullyQualifiedName") or self.properties.get("name"))

    @property
    def version(self) -> float | None:
        """Its version, None where the kind has none."""
        number = self.properties.get("version")
        return float(number) if isinstance(number, int | float) else None

    @property
    def is_deleted(self) -> bool:
        """Whether it is soft-deleted."""
        return self.properties.get("deleted") is True

    @property
    def is_system(self) -> bool:
        """Whether the server came with it: such an entity is neither deleted nor renamed."""
        return self.properties.get("provider") == "system" or self.properties.get("allowDelete") is False


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyChange:
    """One property, or one inside it, that changes. Values are as a manifest spells them; a secret is masked."""

    path: str
    """`description`, `connection.config.hostPort`."""
    before: Any = None
    after: Any = None
    is_secret: bool = False
    is_set: bool = False
    """Whether the values are lists whose order does not count."""
    forces_replacement: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a plan does to one entity."""

    action: Action
    spec: EntitySpec = field(repr=False)
    fqn: str
    declaration: Declaration | None = field(default=None, repr=False)
    observed: Observed | None = field(default=None, repr=False)
    fields: tuple[PropertyChange, ...] = ()
    wanted: Payload = field(default_factory=lambda: Payload({}))
    """Whole new values of the properties that change, as a request spells them; None removes. May hold references to
    secrets, never secrets that only the server knows."""
    lost: tuple[str, ...] = ()
    """What goes with it though it is declared nowhere: `3 Charts`."""
    notes: tuple[str, ...] = ()
    """What a reader should know before applying it."""
    refusal: str = ""
    """Why it cannot be applied as it stands, and what would allow it; empty if it can."""
    is_created_again: bool = False
    """Whether it exists, and goes with what is around it before it is created."""

    @property
    def key(self) -> Key:
        """Entity type and FQN."""
        return self.spec.entity_type, self.fqn

    @property
    def kind(self) -> str:
        """`Dashboard`."""
        return self.spec.kind

    @property
    def name(self) -> str:
        """Kind and FQN: `Dashboard looker.sales`."""
        return f"{self.spec.kind} {self.fqn}"

    @property
    def lifecycle(self) -> Lifecycle:
        """How the entity is to be treated."""
        return DEFAULT_LIFECYCLE if self.declaration is None else self.declaration.manifest.lifecycle

    def refused(self, reason: str) -> Change:
        """The change, with one more reason why it cannot be applied."""
        return replace(self, refusal=" ".join(filter(None, (self.refusal, reason))))

    @property
    def is_noop(self) -> bool:
        """Whether there is nothing to do."""
        return self.action is Action.none
