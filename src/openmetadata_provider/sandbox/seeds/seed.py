"""One entity of a fresh server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..facts import EntityFacts

SYSTEM = {"provider": "system"}
PROTECTED = {"provider": "system", "allowDelete": False}
"""What roles and policies of the system say of themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A document in the making: plain properties as stored, and references by FQN."""

    facts: EntityFacts
    name: str
    plain: Mapping[str, Any]
    references: Mapping[str, Sequence[str]] = field(default_factory=dict)
    since: int = 1
    """The first major release that has it."""

    @property
    def parent(self) -> str | None:
        """The FQN of the entity it is below."""
        return next((self.references[name][0] for name in self.facts.parents if name in self.references), None)
