"""Unions that mean what JSON Schema means, and say one thing when they refuse.

pydantic takes the first branch that fits and reports the errors of all. `oneOf` wants exactly one, and a person wants
the errors of the branch that was meant: the one with the fewest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from openmetadata_provider.model.failures import merged_failure


class Attempt(NamedTuple):
    """A value on its way into one branch of a union."""

    branch: str
    value: Any


@dataclass(frozen=True, slots=True)
class Branches:
    """Marks a property whose value is a union, at any depth: `exactly_one` for oneOf, else anyOf."""

    exactly_one: bool

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        marked: CoreSchema = _marked(handler(source), self.exactly_one)
        return marked


OneOf = Branches(exactly_one=True)
AnyOf = Branches(exactly_one=False)


@dataclass(frozen=True, slots=True)
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


def _marked(schema: Any, exactly_one: bool) -> Any:
    """`schema` with every union in it replaced. Goes through lists, maps and optionals, not into models."""
    if schema["type"] == "union":
        return _union(schema, exactly_one)
    for key in ("schema", "items_schema", "values_schema"):
        if key in schema and schema["type"] in ("nullable", "default", "list", "dict", "function-before"):
            schema = schema | {key: _marked(schema[key], exactly_one)}
    return schema


def _union(union: core_schema.UnionSchema, exactly_one: bool) -> CoreSchema:
    choices = [c[0] if isinstance(c, tuple) else c for c in union["choices"]]
    names = [str(n) for n in range(len(choices))]
    tagged = core_schema.tagged_union_schema(
        {n: core_schema.no_info_before_validator_function(_unwrapped, c) for n, c in zip(names, choices, strict=True)},
        discriminator=lambda attempt: attempt.branch if isinstance(attempt, Attempt) else None,
    )
    texts = {n for n, c in zip(names, choices, strict=True) if c["type"] == "str"}
    choose = _choose_one(names, [n for n in names if n not in texts] or names, exactly_one)
    return core_schema.no_info_wrap_validator_function(choose, tagged, serialization={"type": "any"})


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
        if len(fitting) > 1:
            message = "{count} of the allowed shapes fit; add what tells them apart"
            raise PydanticCustomError("one_of", message, {"count": len(fitting)})
        if not fitting:
            raise merged_failure(failures, drop=1)
        return fitting[0]

    return choose
