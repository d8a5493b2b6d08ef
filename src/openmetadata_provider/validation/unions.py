"""Errors of a union, narrowed to those of the branch that was meant: one mistake is one error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from jsonschema_rs import ValidationError

UNIONS = frozenset({"anyOf", "oneOf"})


def leaves(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """The errors, with each that only says `no branch fits` replaced by those of the branch that comes nearest."""
    for error in errors:
        branches = _branches(error)
        if branches:
            yield from leaves(min(branches, key=partial(_distance, error)))
        else:
            yield error


def _branches(error: ValidationError) -> list[list[ValidationError]]:
    if error.kind.name not in UNIONS:
        return []
    branches: list[list[ValidationError]] = error.kind.as_dict().get("context", [])
    return [branch for branch in branches if branch]


def _distance(union: ValidationError, branch: list[ValidationError]) -> tuple[int, int, int, int]:
    """How surely another shape was meant; unknown properties count twice; the number of errors; what is missing."""
    found = list(leaves(branch))
    other = max((_otherness(error, union) for error in found), default=0)
    unknown = sum(len(e.kind.as_dict().get("unexpected", ())) for e in found)
    missing = sum(e.kind.name == "required" for e in found)
    return other, len(found) + unknown, len(found), missing


def _otherness(error: ValidationError, union: ValidationError) -> int:
    """2: this branch takes nothing or another type. 1: `type` names another branch. 0: a mistake inside this one."""
    inside = error.instance_path[len(union.instance_path) :]
    kind = error.kind.name
    if kind == "falseSchema" or (not inside and kind in ("type", "maxProperties")):
        return 2
    return int(inside in ([], ["type"]) and (kind == "const" or _is_constant(error)))


def _is_constant(error: ValidationError) -> bool:
    """Whether it is an enum of one value, which tells branches apart; one of several values is a choice inside one."""
    return error.kind.name == "enum" and len(error.kind.as_dict().get("options", ())) == 1
