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
    wrong_shape = any(e["type"] in _WRONG_SHAPE and len(e["loc"]) <= 1 for e in errors)
    unknown = sum(e["type"] == "extra_forbidden" for e in errors)
    return wrong_shape, unknown + len(errors), len(errors)


def relocated(failure: ValidationError, *, drop: int = 0, prefix: tuple[str | int, ...] = ()) -> ValidationError:
    """`failure` with `drop` parts off the front of every location and `prefix` put there."""
    details = [_detail(e, drop, prefix) for e in failure.errors(include_url=False)]
    return ValidationError.from_exception_data(failure.title, details, hide_input=True)


def _detail(error: Any, drop: int, prefix: tuple[str | int, ...]) -> InitErrorDetails:
    kind = PydanticCustomError(error["type"], error["msg"])
    return InitErrorDetails(type=kind, loc=(*prefix, *error["loc"][drop:]), input=error["input"])
