"""JSON values as people read them: every value becomes one of a few shapes that the templates know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from ..catalogue import Document
from ..entities import BY_TYPE

Shape = Literal["nothing", "text", "code", "flag", "link", "moment", "items", "fields"]
MOMENTS = frozenset({"updatedAt", "timestamp", "appliedAt", "appliedDate", "expiryDate"})
ELSEWHERE = frozenset({"id", "name", "fullyQualifiedName", "displayName", "description", "version", "updatedAt"}) | {
    "updatedBy", "deleted", "href", "changeDescription", "incrementalChangeDescription"
}  # fmt: skip
"""Properties that the page of an entity shows apart from the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value and how it is shown: `text` with an address for links, or what is below it."""

    shape: Shape
    text: str = ""
    address: str = ""
    below: tuple[Value, ...] = ()
    label: str = ""
    """The property it is the value of."""


def entity_address(entity_type: str, entity_id: str) -> str:
    """The page of an entity."""
    return f"/entities/{entity_type}/{entity_id}"


def moment(at_ms: int | float) -> str:
    """A time in UTC, to the second; the number itself if no calendar holds it."""
    try:
        return datetime.fromtimestamp(at_ms / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    except (OverflowError, ValueError, OSError):
        return str(at_ms)


def properties(document: Document) -> tuple[Value, ...]:
    """The properties of an entity that the page has no other place for, by name."""
    return tuple(value_of(document[name], name) for name in sorted(document.keys() - ELSEWHERE))


def value_of(value: Any, label: str = "") -> Value:
    """How a JSON value is shown."""
    if value is None or value in ("", [], {}):
        return Value(shape="nothing", label=label)
    match value:
        case bool():
            return Value(shape="flag", text="yes" if value else "no", label=label)
        case int() | float():
            return _number(value, label)
        case str():
            return Value(shape="text", text=value, label=label)
        case list():
            return Value(shape="items", below=tuple(value_of(item) for item in value), label=label)
        case _:
            return _object(value, label)


def _number(value: int | float, label: str) -> Value:
    if label in MOMENTS:
        return Value(shape="moment", text=moment(value), label=label)
    return Value(shape="code", text=str(value), label=label)


def _object(value: Mapping[str, Any], label: str) -> Value:
    if "tagFQN" in value:
        return _tag(value, label)
    if isinstance(value.get("id"), str) and value.get("type") in BY_TYPE:
        return _reference(value, label)
    below = tuple(value_of(item, name) for name, item in value.items() if name != "href")
    return Value(shape="fields", below=below, label=label)


def _reference(value: Mapping[str, Any], label: str) -> Value:
    name = str(value.get("fullyQualifiedName") or value.get("name") or value["id"])
    notes = [str(value["type"]), *(note for note in ("inherited", "deleted") if value.get(note))]
    note = Value(shape="text", text=", ".join(notes))
    return Value(
        shape="link", text=name, address=entity_address(value["type"], value["id"]), below=(note,), label=label
    )


def _tag(value: Mapping[str, Any], label: str) -> Value:
    """A tag label; its `href` ends in the id of a tag or a glossary term."""
    entity_type = "glossaryTerm" if value.get("source") == "Glossary" else "tag"
    entity_id = str(value.get("href", "")).rpartition("/")[2]
    note = Value(shape="text", text=", ".join([entity_type, str(value.get("labelType", ""))]).strip(", "))
    address = entity_address(entity_type, entity_id) if entity_id else ""
    return Value(shape="link", text=str(value["tagFQN"]), address=address, below=(note,), label=label)
