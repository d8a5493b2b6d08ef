"""Objects that are managed key by key: what is there, under what is declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from openmetadata_provider.client.differences import covers
from openmetadata_provider.lifecycle.changes import PropertyChange


def merged(current: Any, declared: Any) -> Any:
    """The whole new value: of an object, what is there under what is declared; null in it removes a key."""
    if isinstance(declared, Mapping):
        held = current if isinstance(current, Mapping) else {}
        changed = {key: merged(held.get(key), value) for key, value in declared.items() if value is not None}
        return {**{key: value for key, value in held.items() if key not in declared}, **changed}
    if isinstance(declared, list) and isinstance(current, list):
        return [_paired(current, index, item) for index, item in enumerate(declared)]
    return declared


def _paired(current: list[Any], index: int, item: Any) -> Any:
    """What the server has of an item, where that holds all that is declared of it: it adds keys of its own."""
    if not isinstance(item, Mapping):
        return item
    same_name = [held for held in current if isinstance(held, Mapping) and held.get("name") == item.get("name", 0)]
    held = (same_name or current[index : index + 1] or [None])[0]
    return held if covers(held, item) else item


def leaf_changes(path: str, before: Any, after: Any, **facts: bool) -> Iterator[PropertyChange]:
    """The leaves that change; an object that comes or goes is told key by key."""
    if not isinstance(before, Mapping) and not isinstance(after, Mapping):
        if before != after:
            yield PropertyChange(path=path, before=before, after=after, **facts)
        return
    for key in _keys(before, after):
        old, new = (value.get(key) if isinstance(value, Mapping) else None for value in (before, after))
        yield from leaf_changes(f"{path}.{key}", old, new, **facts)


def _keys(before: Any, after: Any) -> Iterable[str]:
    tables = [value for value in (before, after) if isinstance(value, Mapping)]
    return dict.fromkeys(key for table in tables for key in table)


def without_ignored(name: str, value: Any, ignored: Iterable[str]) -> Any:
    """The value of a property without the keys whose changes are ignored: `connection.config.hostPort`."""
    inner = [path.partition(".")[2] for path in ignored if path.startswith(f"{name}.")]
    if not inner or not isinstance(value, Mapping):
        return value
    return {key: without_ignored(key, item, inner) for key, item in value.items() if key not in inner}
