"""Unions that mean what JSON Schema means, and say one thing when they refuse.

pydantic takes the first branch that fits and reports the errors of all. `oneOf` wants exactly one, and a person wants
the errors of the branch that was meant: the one with the fewest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from openmetadata_provider.model.enums import is_reading_answer
from openmetadata_provider.model.failures import merged_failure, relocated


class Attempt:
    """A value on its way into one branch of a union."""

    __slots__ = ("branch", "value")

    def __init__(self, branch: str, value: Any) -> None:
        self.branch = branch
        self.value = value


class Branches:
    """Marks a property whose value is a union, at any depth: `exactly_one` for oneOf, else anyOf."""

    def __init__(self, *, exactly_one: bool) -> None:
        self.exactly_one = exactly_one

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        careful: CoreSchema = _rebuilt(schema, lambda union: _union(union, self.exactly_one))
        return careful if self.exactly_one else _quick_first(_rebuilt(schema, _in_order), careful)


OneOf = Branches(exactly_one=True)
AnyOf = Branches(exactly_one=False)


class UniqueItems:
    """Marks a list whose items have to differ, as `uniqueItems` does: 1 and 1.0 are the same, 1 and true are not."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_refuse_duplicates, handler(source))


Unique = UniqueItems()


def _refuse_duplicates(value: Any) -> Any:
    if isinstance(value, list):
        seen: list[Any] = []
        for item in value:
            if any(item == other and isinstance(item, bool) is isinstance(other, bool) for other in seen):
                raise PydanticCustomError("unique", "the items have to be different from one another")
            seen.append(item)
    return value


def _rebuilt(schema: Any, union: Callable[[Any], Any]) -> Any:
    """`schema` with every union in it passed through `union`. Goes through lists, maps and optionals, not models."""
    if schema["type"] == "union":
        return union(schema)
    for key in ("schema", "items_schema", "values_schema"):
        if key in schema and schema["type"] in ("nullable", "default", "list", "dict", "function-before"):
            schema = schema | {key: _rebuilt(schema[key], union)}
    return schema


def _in_order(union: Any) -> Any:
    return union | {"mode": "left_to_right"}


def _quick_first(quick: CoreSchema, careful: CoreSchema) -> CoreSchema:
    """Validates with `quick`, which calls no Python, and asks `careful` when that refuses: for a readable error."""

    def choose(value: Any, handler: Callable[[Any], Any]) -> Any:
        try:
            return handler(Attempt("quick", value))
        except ValidationError:
            pass
        try:
            return handler(Attempt("careful", value))
        except ValidationError as error:
            raise relocated(error, drop=1) from None

    tagged = _by_branch({"quick": quick, "careful": careful})
    return core_schema.no_info_wrap_validator_function(choose, tagged, serialization={"type": "any"})


def _union(union: core_schema.UnionSchema, exactly_one: bool) -> CoreSchema:
    choices = [c[0] if isinstance(c, tuple) else c for c in union["choices"]]
    names = [str(n) for n in range(len(choices))]
    branches = dict(zip(names, choices, strict=True))
    texts = {n for n, c in branches.items() if c["type"] == "str"}
    choose = _choose_one(names, [n for n in names if n not in texts] or names, exactly_one)
    tagged = _by_branch(branches)
    return core_schema.no_info_wrap_validator_function(choose, tagged, serialization={"type": "any"})


def _by_branch(branches: dict[str, CoreSchema]) -> CoreSchema:
    return core_schema.tagged_union_schema(
        {n: core_schema.no_info_before_validator_function(_unwrapped, c) for n, c in branches.items()},
        discriminator=lambda attempt: attempt.branch if isinstance(attempt, Attempt) else None,
    )


def _unwrapped(attempt: Attempt) -> Any:
    return attempt.value


def _sent(value: Any) -> Any:
    """`value` as it will be sent: a null property is left out, so it cannot tell one branch from another."""
    if isinstance(value, dict) and None in value.values():
        return {key: item for key, item in value.items() if item is not None}
    return value


def _choose_one(
    names: list[str], for_objects: list[str], exactly_one: bool
) -> Callable[[Any, Callable[[Any], Any]], Any]:
    """Tries the branches of a union in turn; an object is not tried against the texts, which never fit it."""

    def choose(value: Any, handler: Callable[[Any], Any]) -> Any:
        value = _sent(value)
        fitting: list[Any] = []
        failures: list[ValidationError] = []
        for name in for_objects if isinstance(value, dict) else names:
            try:
                fitting.append(handler(Attempt(name, value)))
            except ValidationError as error:
                failures.append(error)
            else:
                if not exactly_one:
                    break
        if len(fitting) > 1 and not is_reading_answer():
            message = "{count} of the allowed shapes fit; add what tells them apart"
            raise PydanticCustomError("one_of", message, {"count": len(fitting)})
        if not fitting:
            raise merged_failure(failures, drop=1)
        return fitting[0]

    return choose
