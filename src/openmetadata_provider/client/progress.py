"""How far a long operation has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One report of a running operation, made after each chunk of a bulk call and each page of a list."""

    verb: str
    """`bulk_upsert` or `list`."""
    kind: str
    """Kind of the entities: `Dashboard`."""
    done: int
    """Entities dealt with so far, failed ones included."""
    failed: int = 0
    total: int | None = None
    """How many there are, None where nobody knows: a generator of requests, a server that does not tell."""


OnProgress: TypeAlias = Callable[[Progress], object]
"""Called between two requests; what it raises ends the operation."""
