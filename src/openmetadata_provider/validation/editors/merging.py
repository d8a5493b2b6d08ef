"""Schemas with definitions of their own put together into one: what is the same is there once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

Schema = dict[str, Any]
_REF: Final = "#/definitions/"


def merged(parts: Mapping[str, Schema]) -> tuple[dict[str, Schema], Schema]:
    """The bodies of schemas by name, without their definitions, and the definitions that they share.

    A definition that means something else in another part is renamed to `NAME@PART`, and so is what refers to it.
    """
    definitions: Schema = {}
    bodies = {}
    clashing = _clashing(parts)
    for name, part in parts.items():
        renamed = {old: f"{old}@{name}" for old in clashing}
        own = part.get("definitions", {})
        definitions |= {renamed.get(old, old): _rewritten(node, renamed) for old, node in own.items()}
        bodies[name] = _rewritten({k: v for k, v in part.items() if k not in ("definitions", "$schema")}, renamed)
    return bodies, dict(sorted(definitions.items()))


def used(body: Schema, definitions: Schema) -> Schema:
    """The definitions that a schema leads to."""
    found: Schema = {}
    waiting = list(_references(body))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = definitions[name]
            waiting += _references(definitions[name])
    return dict(sorted(found.items()))


def _clashing(parts: Mapping[str, Schema]) -> set[str]:
    """Names of definitions that are not the same everywhere, or lead to such."""
    texts: dict[str, set[str]] = {}
    for part in parts.values():
        for name, node in part.get("definitions", {}).items():
            texts.setdefault(name, set()).add(json.dumps(node, sort_keys=True))
    clashing = {name for name, different in texts.items() if len(different) > 1}
    leads = {
        name: set(_references(node)) for part in parts.values() for name, node in part.get("definitions", {}).items()
    }
    while more := {name for name, targets in leads.items() if targets & clashing} - clashing:
        clashing |= more
    return clashing


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(target := node.get("$ref"), str):
            yield target.removeprefix(_REF)
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for item in node:
            yield from _references(item)


def _rewritten(node: Any, renamed: Mapping[str, str]) -> Any:
    if isinstance(node, list):
        return [_rewritten(item, renamed) for item in node]
    if not isinstance(node, Mapping):
        return node
    if isinstance(target := node.get("$ref"), str):
        name = target.removeprefix(_REF)
        return {**node, "$ref": _REF + renamed.get(name, name)}
    return {key: _rewritten(value, renamed) for key, value in node.items()}
