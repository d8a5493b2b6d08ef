"""Drift as values: which declared entities are not as declared, in what, and whose doing it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

from openmetadata_provider.lifecycle.catalogue import Key
from openmetadata_provider.lifecycle.changes import PropertyChange


class State(Enum):
    """What became of a declared entity."""

    changed = "changed"
    missing = "missing"
    """It is not on the server, or was deleted for good."""
    deleted = "deleted"
    """It is soft-deleted, and may have changed besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastChange:
    """Who changed something last, and when."""

    by: str
    """Name of the user."""
    at: datetime | None
    """In UTC; None where the server does not tell."""
    version: float | None
    """The version of the entity that this made."""
    is_exact: bool
    """Whether the history names this property. Otherwise it is the last change of the entity, whatever it was."""

    def __str__(self) -> str:
        when = f", {self.at:%Y-%m-%d %H:%M} UTC" if self.at is not None else ""
        return f"{self.by}{'' if self.is_exact else '?'}{when}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftedProperty:
    """One property, or one inside it, that is not as declared. A secret has no values."""

    change: PropertyChange = field(repr=False)
    """What a plan would do about it."""
    changed: LastChange | None
    """None if nothing is known."""

    @property
    def path(self) -> str:
        """`description`, `connection.config.hostPort`."""
        return self.change.path

    @property
    def declared(self) -> Any:
        """The value as a manifest spells it; None for nothing, and for secrets."""
        return None if self.is_secret else self.change.after

    @property
    def on_server(self) -> Any:
        """As above, of the server."""
        return None if self.is_secret else self.change.before

    @property
    def is_secret(self) -> bool:
        """Whether its values are not shown."""
        return self.change.is_secret


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftedEntity:
    """One declared entity that is not as declared."""

    kind: str
    key: Key
    state: State
    properties: tuple[DriftedProperty, ...] = ()
    """Empty for what is missing."""
    changed: LastChange | None = None
    """Of a soft-deleted entity, who deleted it."""
    origin: str = ""
    """Where it is declared: `catalog/looker.yaml:8`."""

    @property
    def fqn(self) -> str:
        """`looker.sales`."""
        return self.key[1]

    @property
    def name(self) -> str:
        """Kind and FQN: `Dashboard looker.sales`."""
        return f"{self.kind} {self.fqn}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What of the declared entities is not as declared. Made by `drift`."""

    entities: tuple[DriftedEntity, ...]
    """In the order of making: what is needed stands before what needs it."""
    checked: int
    """How many entities are declared."""
    requests: int = field(default=0, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether everything is as declared."""
        return not self.entities

    @property
    def counts(self) -> Mapping[State, int]:
        """How many entities there are of each state."""
        return Counter(entity.state for entity in self.entities)

    def to_json(self) -> dict[str, Any]:
        """The drift as JSON, in the documented, stable form of `omp drift --json`. Holds no secret."""
        from openmetadata_provider.lifecycle.reports.drift_json import drift_json

        return drift_json(self)

    def __str__(self) -> str:
        from openmetadata_provider.lifecycle.reports.drift_text import drift_text

        return drift_text(self)
