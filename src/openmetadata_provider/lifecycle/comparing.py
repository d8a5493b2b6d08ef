"""A declaration against what the server has: which properties change, and what their whole new values are.

A document declares what it names. Objects (a connection, custom properties, a style) are managed key by key: what is
not named in them stays. Lists are managed as a whole. What "the same" means is defined in `client.differences`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from openmetadata_provider.client.differences import CONNECTION, is_computed, is_same
from openmetadata_provider.client.plurals import with_lists
from openmetadata_provider.lifecycle.catalogue import Declaration
from openmetadata_provider.lifecycle.changes import Observed, PropertyChange
from openmetadata_provider.lifecycle.connections import connection_changes, hidden
from openmetadata_provider.lifecycle.merging import leaf_changes, merged, without_ignored
from openmetadata_provider.lifecycle.secrets import SecretsPolicy
from openmetadata_provider.lifecycle.spelling import spelled
from openmetadata_provider.validation.kinds import Kind
from openmetadata_spec import EntitySpec, PropertySpec, Reference

NAME: Final = "name"


class Difference(NamedTuple):
    """One property that differs: what a plan shows of it, and its whole new value (None removes)."""

    name: str
    value: Any
    changes: tuple[PropertyChange, ...]


def declared_properties(declaration: Declaration) -> dict[str, Any]:
    """What a declaration names, by the names of the entity: `owners` and `domains` are lists."""
    properties = dict(declaration.payload)
    with_lists(properties)
    return properties


def differences(declaration: Declaration, observed: Observed, secrets: SecretsPolicy) -> list[Difference]:
    """The properties that are not as declared, in the order of the declaration."""
    facts, current = _facts(declaration.kind), observed.properties
    ignored = declaration.manifest.lifecycle.ignore_changes
    found: list[Difference] = []
    for name, value in declared_properties(declaration).items():
        if name in facts.never_compared or name in ignored:
            continue
        value = without_ignored(name, value, ignored) if ignored else value
        if name == CONNECTION and declaration.spec.service is not None:
            found += (Difference(*one) for one in connection_changes(declaration, observed, value, secrets))
        elif (difference := _difference(facts, name, current.get(name), value)) is not None:
            found.append(difference)
    return found


def references(spec: EntitySpec) -> dict[str, Reference]:
    """Properties that refer to others, those that place the entity left out: they are part of its name."""
    return {reference.property: reference for reference in spec.references}


class _Facts(NamedTuple):
    """What comparing needs to know of a kind."""

    references: Mapping[str, Reference]
    properties: Mapping[str, PropertySpec]
    never_compared: frozenset[str]


@cache
def _facts(kind: Kind) -> _Facts:
    spec = kind.spec
    unseen = {NAME, *(p.property for p in spec.parents), *(p.name for p in spec.properties if p.write_only)}
    return _Facts(references(spec), {p.name: p for p in spec.properties}, frozenset(unseen))


def _difference(facts: _Facts, name: str, current: Any, value: Any) -> Difference | None:
    """None if the property is as declared."""
    if current == value:
        return None
    reference, known = facts.references.get(name), facts.properties.get(name)
    wanted = merged(current, value) if reference is None and _has_content(value) else value
    if is_same(name, current, wanted, reference) or _is_default(known, current, wanted):
        return None
    if name == "tags":
        wanted = _with_computed(current, wanted)
    before, after = spelled(name, current, reference), spelled(name, wanted, reference)
    is_set = reference is not None or name == "tags"
    immutable = known is not None and known.immutable
    changes = map(hidden, leaf_changes(name, before, after, is_set=is_set, forces_replacement=immutable))
    is_required = known is not None and known.required  # then it is set to what is empty, not removed
    return Difference(name, wanted if _has_content(wanted) or is_required else None, tuple(changes))


def _is_default(known: PropertySpec | None, current: Any, wanted: Any) -> bool:
    """Whether nothing is wanted, and the server holds what it takes for nothing (or the other way round)."""
    if known is None or known.default is None:
        return False
    pair = [known.default if value is None else value for value in (current, wanted)]
    return bool(pair[0] == pair[1])


def _has_content(value: Any) -> bool:
    return value is not None and value not in ([], {}, "")


def _with_computed(current: Any, wanted: Any) -> Any:
    """The labels with those that jobs on the server set, which a patch of the whole list would take away."""
    asked = list(wanted or ())
    names = {label.get("tagFQN") for label in asked if isinstance(label, Mapping)}
    held = [label for label in current or () if isinstance(label, Mapping) and is_computed(label)]
    return asked + [label for label in held if label.get("tagFQN") not in names and label["labelType"] != "Derived"]
