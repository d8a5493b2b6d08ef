"""From an entity and what it should be, to a JSON Patch of whole top-level properties.

Reference lists and tag labels are compared as sets, and neither inherited references nor derived labels count: the
server computes those on reading. A description is compared as it reads, since servers store some characters as HTML
entities; a connection by the keys that are wanted, since the server adds defaults. Source:
reference/openmetadata-server.md, 5.2, 12 and 14.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from html import unescape
from typing import Any, Final

from openmetadata_provider.errors import Problem
from openmetadata_spec import EntitySpec, Reference

OWNED_BY_SERVER: Final = {
    "id": "",
    "fullyQualifiedName": "it follows from the names on the path to the entity",
    "href": "",
    "version": "",
    "updatedAt": "",
    "updatedBy": "",
    "impersonatedBy": "",
    "changeDescription": "",
    "incrementalChangeDescription": "",
    "deleted": "use delete or restore",
    "followers": "use follow or unfollow",
    "votes": "use vote",
    "usageSummary": "",
    "inheritedRoles": "change the roles of the team",
}
"""Properties that no patch changes, and what to do instead."""
CONNECTION: Final = "connection"
LABEL_KEYS: Final = ("tagFQN", "source", "labelType", "state")
"""What makes two tag labels the same; the rest of a label is filled in from its tag."""


def references_of(spec: EntitySpec) -> dict[str, Reference]:
    """Every property of the entity that refers to others, its parent included."""
    parents = {
        parent.property: Reference(property=parent.property, entities=(parent.entity,), spelling="fqn", many=False)
        for parent in spec.parents
    }
    return parents | {reference.property: reference for reference in spec.references}


def patch_between(current: Mapping[str, Any], wanted: Mapping[str, Any], spec: EntitySpec) -> Iterator[dict[str, Any]]:
    """The operations that make an entity what is wanted; properties that `wanted` does not name are left alone.

    Both in the entity's own shape; None in `wanted` removes. `add` replaces what is there, so it does for both cases.
    """
    references = references_of(spec)
    for name, value in wanted.items():
        if _comparable(name, current.get(name), references) == _comparable(name, value, references):
            continue
        if name == CONNECTION and value is not None and _covers(current.get(name), value):
            continue
        if value is None:
            yield {"op": "remove", "path": _pointer(name)}
        else:
            yield {"op": "add", "path": _pointer(name), "value": value}


def unchangeable(patch: Iterable[Mapping[str, Any]], spec: EntitySpec) -> list[Problem]:
    """What the patch wants to change though it is settled when the entity is made."""
    fixed = {p.name for p in spec.properties if p.immutable} | {p.property for p in spec.parents if p.immutable}
    return [
        Problem(pointer=operation["path"], reason="is settled when the entity is made; delete and create it anew")
        for operation in patch
        if operation["path"].lstrip("/") in fixed
    ]


def _covers(current: Any, wanted: Any) -> bool:
    """Whether everything that is wanted is there; what is there beside it does not count."""
    if isinstance(current, Mapping) and isinstance(wanted, Mapping):
        return all(name in current and _covers(current[name], value) for name, value in wanted.items())
    return bool(current == wanted)


def stored_references(items: list[Any]) -> list[Any]:
    """The references without those that are inherited: sent back, these would become the entity's own."""
    return [item for item in items if not (isinstance(item, Mapping) and item.get("inherited"))]


def _pointer(name: str) -> str:
    return "/" + name.replace("~", "~0").replace("/", "~1")


def _comparable(name: str, value: Any, references: Mapping[str, Reference]) -> Any:
    """The value in a form in which what the server does not tell apart is equal."""
    if value is None or value == [] or value == {}:
        return None
    if (reference := references.get(name)) is not None:
        items = stored_references(value if isinstance(value, list) else [value])
        return frozenset(_identity(item, reference.inside) for item in items) or None
    if name == "tags" and isinstance(value, list):
        labels = [label for label in value if isinstance(label, Mapping) and label.get("labelType") != "Derived"]
        return frozenset(tuple(label.get(key) for key in LABEL_KEYS) for label in labels) or None
    return unescape(value) if name == "description" and isinstance(value, str) else value


def _identity(item: Any, inside: str) -> Hashable:
    if not isinstance(item, Mapping):
        return str(item)
    if inside and isinstance(item.get(inside), Mapping):
        rest = sorted((key, str(value)) for key, value in item.items() if key != inside)
        return (item[inside].get("id"), *rest)
    return (str(item.get("id")),)
