"""What "the same" means, and from there: an entity and what it should be, as a JSON Patch of whole properties.

The one definition, for updates, plans and drift. The server does not keep, or does not tell, some differences:

| what | how it is compared |
|---|---|
| references (owners, charts, domains, ...) | as sets; by id, or by type and FQN; inherited ones do not count |
| tags | as sets; labels that the server derives, propagates or sets by itself do not count |
| description | as it reads: servers store some characters as HTML entities |
| rules of a policy | in any order, as what they grant: `EditAll` holds every other `Edit...` |
| e-mail addresses | in any case: the server makes them lower case |
| custom properties (`extension`) | lists as sets: the server sorts them |
| a team above all others | `parents` of a team and `teams` of a user: none at all is the Organization |
| null, absent, empty | the same |

Source: reference/openmetadata-server.md, 5.2, 10, 12 and 14.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from html import unescape
from typing import Any, Final

from openmetadata_provider.client.references import ReferenceQuery, reference_fqn, reference_query
from openmetadata_provider.errors import InvalidName, Problem
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
COMPUTED_LABELS: Final = frozenset({"Derived", "Propagated", "Automated", "Generated"})
"""Label types that the server, or a job on it, sets by itself."""
ORGANIZATION: Final = {"type": "team", "name": "Organization", "fullyQualifiedName": "Organization"}
"""The team that holds what is in no other."""
_IN_ORGANIZATION: Final = frozenset({"teams", "parents"})
_ALL: Final = {"All": "", "ViewAll": "View", "EditAll": "Edit"}
"""Operations that hold all others whose names begin alike."""


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
        if is_same(name, current.get(name), value, references.get(name)):
            continue
        if name == CONNECTION and value is not None and covers(current.get(name), value):
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


def covers(current: Any, wanted: Any) -> bool:
    """Whether everything that is wanted is there; what is there beside it does not count."""
    if isinstance(current, Mapping) and isinstance(wanted, Mapping):
        return all(name in current and covers(current[name], value) for name, value in wanted.items())
    return bool(current == wanted)


def stored_references(items: list[Any]) -> list[Any]:
    """The references without those that are inherited: sent back, these would become the entity's own."""
    return [item for item in items if not (isinstance(item, Mapping) and item.get("inherited"))]


def _pointer(name: str) -> str:
    return "/" + name.replace("~", "~0").replace("/", "~1")


def is_same(name: str, current: Any, wanted: Any, reference: Reference | None = None) -> bool:
    """Whether a property holds what is wanted. `reference` is what the kind says of it, if it refers to others.

    `current` is in the entity's shape, `wanted` in that or in the request's.
    """
    if reference is not None:
        return _same_references(name, current, wanted, reference)
    if _is_empty(current) or _is_empty(wanted):
        return _is_empty(_without_computed(name, current)) and _is_empty(_without_computed(name, wanted))
    if name == "tags" and isinstance(current, list) and isinstance(wanted, list):
        return _same_labels(current, wanted)
    return bool(_comparable(name, current) == _comparable(name, wanted))


def _is_empty(value: Any) -> bool:
    return value is None or value in ([], {}, "")


def _comparable(name: str, value: Any) -> Any:
    """The value in a form in which what the server does not tell apart is equal."""
    if name == "description" and isinstance(value, str):
        return unescape(value)
    if name == "email" and isinstance(value, str):
        return value.lower()
    if name == "rules" and isinstance(value, list):
        return sorted((_rule(rule) for rule in value), key=str)
    if name == "extension" and isinstance(value, Mapping):
        return {key: _unordered(item) for key, item in value.items()}
    return value


def _rule(rule: Any) -> Any:
    if not isinstance(rule, Mapping):
        return rule
    operations, resources = set(rule.get("operations") or ()), rule.get("resources") or ()
    held = {prefix for name, prefix in _ALL.items() if name in operations}
    kept = {o for o in operations if not any(o.startswith(p) and _ALL.get(o) != p for p in held)}
    everything = {"all"} & {str(name).lower() for name in resources}
    body = {key: item for key, item in rule.items() if not _is_empty(item) and key != "fullyQualifiedName"}
    resources = sorted(everything or {str(name) for name in resources})
    return {**body, "operations": sorted(kept), "resources": resources}


def _unordered(value: Any) -> Any:
    return sorted(value, key=str) if isinstance(value, list) else value


def _without_computed(name: str, value: Any) -> Any:
    if name != "tags" or not isinstance(value, list):
        return value
    return [label for label in value if not (isinstance(label, Mapping) and is_computed(label))]


def is_computed(label: Mapping[str, Any]) -> bool:
    """Whether the server, or a job on it, set the label by itself."""
    return label.get("labelType") in COMPUTED_LABELS


def _same_labels(current: list[Any], wanted: list[Any]) -> bool:
    held = {label.get("tagFQN"): label for label in current if isinstance(label, Mapping)}
    asked = {label.get("tagFQN"): label for label in wanted if isinstance(label, Mapping)}
    own = {name for name, label in held.items() if not is_computed(label)}
    if not own <= asked.keys() <= held.keys():
        return False
    return all(label.get(k) in (None, held[name].get(k)) for name, label in asked.items() for k in LABEL_KEYS)


def _same_references(name: str, current: Any, wanted: Any, reference: Reference) -> bool:
    held = stored_references(_listed(current))
    asked = stored_references(_listed(wanted))
    if name in _IN_ORGANIZATION and "team" in reference.entities:
        held, asked = held or [ORGANIZATION], asked or [ORGANIZATION]
    places = {key: number for number, item in enumerate(held) for key in _names_of(item, reference.inside)}
    found = [_place_of(item, reference, held, places) for item in asked]
    return None not in found and len(set(found)) == len(held)


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(value)
    return [] if _is_empty(value) else [value]


def _names_of(item: Any, inside: str) -> Iterator[Hashable]:
    """All that an entity's reference can be recognised by."""
    held = item.get(inside, item) if inside and isinstance(item, Mapping) else item
    if not isinstance(held, Mapping):
        yield str(held)
        return
    if held.get("id"):
        yield str(held["id"])
    if name := held.get("fullyQualifiedName") or held.get("name"):
        yield held.get("type"), name
        if held.get("type") is None:
            yield None, name


def _place_of(item: Any, reference: Reference, held: list[Any], places: Mapping[Hashable, int]) -> int | None:
    """Which of the held references the item is; None if it is none of them."""
    inner = item.get(reference.inside, item) if reference.inside and isinstance(item, Mapping) else item
    query = reference_query(inner, reference.entities)
    if query is None:
        return None
    try:
        place = next((places[key] for key in _keys_of(query) if key in places), None)
    except InvalidName:
        return None
    if place is None or not _rest_agrees(item, held[place], reference.inside):
        return None
    return place


def _keys_of(query: ReferenceQuery) -> Iterator[Hashable]:
    """All that `_names_of` may have for it, the likeliest first: working out an FQN costs more than trying."""
    yield query.value
    if query.by == "id":
        return
    if len(query.types) == 1:
        yield query.types[0], query.value
    names = [(kind, reference_fqn(kind, query.value)) for kind in query.types]
    yield from names
    yield from ((None, name) for _, name in names)


def _rest_agrees(item: Any, held: Any, inside: str) -> bool:
    """Of a reference inside an object (a related term), whether what is said beside it is there."""
    if not inside or not isinstance(item, Mapping) or inside not in item:
        return True
    return isinstance(held, Mapping) and all(held.get(key) == value for key, value in item.items() if key != inside)
