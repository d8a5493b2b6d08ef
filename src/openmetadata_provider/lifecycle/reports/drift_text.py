"""Drift as people read it: cells of a table, and lines where there is none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from openmetadata_provider.lifecycle.drifting.findings import DriftedEntity, DriftedProperty, State

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.drifting.findings import Drift

LONGEST: Final = 120
"""Characters of a value that are shown: around the place where the two differ."""
CONTEXT: Final = 30
"""Of these, characters before that place."""
SECRET: Final = "(secret)"
NOTHING: Final = "(nothing)"
_TITLES: Final = {State.changed: "", State.missing: " is not on the server", State.deleted: " is soft-deleted"}
NOT_EXACT: Final = (
    "? Its history names no version that changed this: who changed the entity last, whatever it was that changed."
)


def drift_text(drift: Drift) -> str:
    """All of it: entity by entity, a line for each property, then one line that counts them."""
    return "\n".join([*(line for entity in drift.entities for line in _lines(entity)), summary(drift)])


def _lines(entity: DriftedEntity) -> Iterator[str]:
    yield title(entity)
    for found in entity.properties:
        declared, on_server = cells(found)
        by = f" ({found.changed})" if found.changed is not None else ""
        yield f"  {found.path}: {declared} is declared, {on_server} on the server{by}".replace("\n", " ")


def title(entity: DriftedEntity) -> str:
    """`Dashboard looker.sales is soft-deleted (jane, 2026-11-21 10:07 UTC)`."""
    by = f" ({entity.changed})" if entity.changed is not None else ""
    return printable(f"{entity.name}{_TITLES[entity.state]}{by}")


def summary(drift: Drift) -> str:
    """`Drift: 2 changed, 1 missing, 0 soft-deleted, 25 as declared (31 requests).`"""
    changed, missing, deleted = (drift.counts.get(state, 0) for state in State)
    requests = "1 request" if drift.requests == 1 else f"{drift.requests} requests"
    counts = f"{changed} changed, {missing} missing, {deleted} soft-deleted"
    return f"Drift: {counts}, {drift.checked - len(drift.entities)} as declared ({requests})."


def cells(found: DriftedProperty) -> tuple[str, str]:
    """What is declared and what the server has, as far as they differ."""
    if found.is_secret:
        return SECRET, SECRET
    declared, on_server = found.declared, found.on_server
    if found.change.is_set and isinstance(declared, list) and isinstance(on_server, list):
        return _members(declared, on_server), _members(on_server, declared)
    one, other = _text(declared), _text(on_server)
    pairs = enumerate(zip(one, other, strict=False))
    start = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    return _excerpt(one, start), _excerpt(other, start)


def _members(own: list[Any], others: list[Any]) -> str:
    """Those that only one of two sets has, and how many both have."""
    alone = [_text(item) for item in own if item not in others]
    shared = len(own) - len(alone)
    return printable("\n".join([*alone, *([f"({shared} in both)"] if shared else [])]))


def _text(value: Any) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _excerpt(text: str, start: int) -> str:
    if len(text) <= LONGEST:
        return printable(text)
    begin = max(0, min(start - CONTEXT, len(text) - LONGEST))
    end = begin + LONGEST
    return printable(f"{'…' if begin else ''}{text[begin:end]}{'…' if end < len(text) else ''}")


def printable(text: str) -> str:
    """The text without characters that a terminal takes for commands."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def divided_path(path: str, width: int) -> str:
    """The path in lines that end with a dot, each as long as the width allows."""
    lines = [""]
    for step in re.split(r"(?<=\.)", path):
        if lines[-1] and len(lines[-1] + step) > width:
            lines.append("")
        lines[-1] += step
    return "\n".join(lines)
