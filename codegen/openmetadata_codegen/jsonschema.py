"""Walking JSON Schemas: which parts of a schema are schemas themselves, and how pointers are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]
Rewrite: TypeAlias = Callable[[Schema, str], Schema]

NAMED = ("properties", "definitions", "patternProperties")
"""Keywords that hold a mapping of names to schemas."""
LISTED = ("oneOf", "anyOf", "allOf")
"""Keywords that hold a list of schemas."""
NESTED = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")
"""Keywords that hold one schema (or, for some, something else)."""


def escaped(token: str) -> str:
    """One token of a JSON pointer."""
    return token.replace("~", "~0").replace("/", "~1")


def children(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """(relative pointer, schema) of every schema directly inside `schema`."""
    for key in NAMED:
        group = schema.get(key)
        if isinstance(group, dict):
            yield from ((f"/{key}/{escaped(n)}", c) for n, c in group.items() if isinstance(c, dict))
    for key in LISTED:
        branches = schema.get(key)
        if isinstance(branches, list):
            yield from ((f"/{key}/{n}", c) for n, c in enumerate(branches) if isinstance(c, dict))
    for key in NESTED:
        child = schema.get(key)
        if isinstance(child, dict):
            yield f"/{key}", child


def walk(schema: Schema, at: str = "") -> Iterator[tuple[str, Schema]]:
    """(pointer, schema) of `schema` and every schema inside it, outermost first."""
    yield at, schema
    for pointer, child in children(schema):
        yield from walk(child, at + pointer)


def rewritten(schema: Schema, rewrite: Rewrite, at: str = "") -> Schema:
    """A copy of `schema` with `rewrite(node, pointer)` applied to every schema in it, innermost first."""
    out = dict(schema)
    for key in NAMED:
        group = out.get(key)
        if isinstance(group, dict):
            out[key] = {
                n: rewritten(c, rewrite, f"{at}/{key}/{escaped(n)}") if isinstance(c, dict) else c
                for n, c in group.items()
            }
    for key in LISTED:
        branches = out.get(key)
        if isinstance(branches, list):
            out[key] = [
                rewritten(c, rewrite, f"{at}/{key}/{n}") if isinstance(c, dict) else c for n, c in enumerate(branches)
            ]
    for key in NESTED:
        child = out.get(key)
        if isinstance(child, dict):
            out[key] = rewritten(child, rewrite, f"{at}/{key}")
    return rewrite(out, at)
