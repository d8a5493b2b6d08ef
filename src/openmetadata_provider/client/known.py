"""What a client has learned about its server, kept as long as the client."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openmetadata_provider.client.current_user import CurrentUser


@dataclass(slots=True, kw_only=True)
class Known:
    """Answers worth asking for once, shared by all collections of a client. Misses are never kept."""

    server_version: tuple[int, int] | None = None
    """Major and minor version; None before the first look."""
    current_user: CurrentUser | None = None
    """Whose token it is; None before the first look."""
    references: dict[tuple[tuple[str, ...], str, str], dict[str, Any]] = field(default_factory=dict)
    """(types that may have it, "id" or "name", value) → `{id, type}`."""
    tag_sources: dict[str, str] = field(default_factory=dict)
    """FQN of a tag or glossary term → `Classification` or `Glossary`."""
    without_bulk: set[str] = field(default_factory=set)
    """Collections for which this server has no bulk call."""

    def forget_references(self) -> None:
        """Drops references and tags: after a deletion the same name may come back with another id."""
        self.references.clear()
        self.tag_sources.clear()
