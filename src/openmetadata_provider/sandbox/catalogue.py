"""What every call works with: the store, the schemas, and who is calling."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .background import Background
from .connections import Connectors
from .errors import ApiError, forbidden
from .options import SandboxOptions
from .schemas import Schemas
from .storage import Store

Document = dict[str, Any]
"""An entity as a dict: references filled but without `href`, secrets in clear."""
Ref = dict[str, Any]
"""An `EntityReference` without `href`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """The user behind a token."""

    name: str
    is_bot: bool = False
    may_write: bool = True

    def refusal(self, operation: str) -> ApiError | None:
        """The 403 for a write that this principal may not do, or None."""
        return None if self.may_write else forbidden(self.name, operation)

    def require(self, operation: str) -> None:
        """Raise the 403, if there is one."""
        if refusal := self.refusal(operation):
            raise refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The parts of one sandbox."""

    store: Store
    schemas: Schemas
    connectors: Connectors
    options: SandboxOptions
    background: Background = field(default_factory=Background)
    sources: dict[str, str] = field(default_factory=dict)
    """Id of an entity → source of its last change, where that was not `Manual`. Forgotten at the end."""
