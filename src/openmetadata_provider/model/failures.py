"""Turning several refusals of one value into the one worth reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

_WRONG_SHAPE = frozenset({"model_type", "string_type", "dict_type", "list_type", "bool_type", "int_type", "float_type"})


def merged_failure(failures: Sequence[ValidationError], *, drop: int = 0) -> ValidationError:
    """The refusal to show out of those of all branches: of the right shape first, then with the fewest errors.

    `drop` leading parts are taken off each location: the names of the branches, which nobody wrote.
    """
    chosen = min(failures, key=_distance)
    return relocated(chosen, drop=drop)


def _distance(failure: ValidationError) -> tuple[bool, int, int]:
    errors = failure.errors(include_url=False, include_input=False, include_context=False)
    wrong_shape = any(_of_another_branch(e["type"], e["loc"]) for e in errors)
    unknown = sum(e["type"] == "extra_forbidden" for e in errors)
    return wrong_shape, unknown + len(errors), len(errors)


def _of_another_branch(kind: str, location: tuple[int | str, ...]) -> bool:
    """Whether an error says that another branch was meant: no object, or one whose `type` names something else."""
    return (kind in _WRONG_SHAPE and len(location) <= 1) or (
        kind in ("enum", "literal_error") and len(location) == 2 and location[-1] == "type"
    )


def relocated(failure: ValidationError, *, drop: int = 0, prefix: tuple[str | int, ...] = ()) -> ValidationError:
    """`failure` with `drop` parts off the front of every location and `prefix` put there."""
    details = [_detail(e, drop, prefix) for e in failure.errors(include_url=False)]
    return ValidationError.from_exception_data(failure.title, details, hide_input=True)


def without_echoes(failure: ValidationError) -> ValidationError:
    """`failure` with one error for a misspelt property: it is unknown, and not also missing under its right name."""
    errors = failure.errors(include_url=False, include_context=False)
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    meant: dict[tuple[int | str, ...], tuple[int | str, ...]] = {}
    for error in errors:
        if error["type"] == "extra_forbidden":
            near = [loc for loc in sorted(missing - {*meant.values()}, key=str) if _resembles(loc, error["loc"])]
            meant.update((error["loc"], loc) for loc in near[:1])
    if not meant:
        return failure
    for error in errors:
        if error["loc"] in meant:
            error["msg"] += f"; did you mean {meant[error['loc']][-1]}?"
    details = [_detail(error, 0, ()) for error in errors if error["loc"] not in meant.values()]
    return ValidationError.from_exception_data(failure.title, details, hide_input=True)


def _resembles(wanted: tuple[int | str, ...], given: tuple[int | str, ...]) -> bool:
    from difflib import SequenceMatcher  # costs a millisecond of every start, and is needed for mistakes only

    names = str(wanted[-1]).casefold(), str(given[-1]).casefold()
    return wanted[:-1] == given[:-1] and SequenceMatcher(None, *names).ratio() >= 0.8


def _detail(error: Any, drop: int, prefix: tuple[str | int, ...]) -> InitErrorDetails:
    kind = PydanticCustomError(error["type"], error["msg"])
    return InitErrorDetails(type=kind, loc=(*prefix, *error["loc"][drop:]), input=error["input"])
