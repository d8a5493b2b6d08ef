"""Fully qualified names: how parts are quoted, joined and taken apart."""

from __future__ import annotations

import re

from .errors import bad_request

_PART = re.compile(r'"((?:[^"]|"")*)"|([^".]+)')


def quoted(name: str) -> str:
    """`name` as one part of an FQN: in quotes if it holds a dot, bare otherwise. 400 if it holds a quote."""
    bare = name[1:-1] if len(name) > 2 and name[0] == name[-1] == '"' else name
    if '"' in bare or not bare:
        raise bad_request(f"Invalid name {name}")
    return f'"{bare}"' if "." in bare else bare


def child_fqn(parent: str | None, name: str) -> str:
    """The FQN of an entity called `name` under `parent`, or at the root."""
    return quoted(name) if parent is None else f"{parent}.{quoted(name)}"


def parts(fqn: str) -> list[str] | None:
    """The unquoted parts of an FQN, or None if the text is not one."""
    found: list[str] = []
    at = 0
    while match := _PART.match(fqn, at):
        found.append(match[1] if match[1] is not None else match[2])
        at = match.end()
        if at == len(fqn):
            return found
        if fqn[at] != ".":
            return None
        at += 1
    return None


def spellings(text: str, *, root: bool) -> tuple[str, ...]:
    """FQNs that `text` may mean in a look-up, best first; a root entity is also found by its bare name."""
    read = parts(text)
    exact = ".".join(quoted(part) for part in read) if read and all('"' not in part for part in read) else None
    whole = f'"{text}"' if root and '"' not in text and "." in text else None
    return tuple(dict.fromkeys(spelling for spelling in (exact, whole) if spelling))
