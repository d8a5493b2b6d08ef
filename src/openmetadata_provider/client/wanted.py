"""What a caller of `update` wants of an entity, as JSON by property: None removes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic

from pydantic import BaseModel, SecretStr
from pydantic_core import PydanticSerializationError, to_jsonable_python

from openmetadata_provider.client.differences import OWNED_BY_SERVER
from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.client.operations import EntityT
from openmetadata_provider.client.plurals import with_lists
from openmetadata_provider.client.wire import wire_from_model
from openmetadata_provider.errors import InvalidRequest, Problem, UsageError

_MASKED: Final = (
    "this is what the server shows in the place of a secret; give the secret itself, or leave the property out"
)
_MASK = re.compile(r"\*{9,10}\Z")
"""What the server shows in the place of a secret; one asterisk more is how a model shows its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Generic[EntityT]):
    """Changes as a caller gives them: the entity as it should be, a mapping, keywords."""

    entity: EntityT | None
    properties: Payload

    @classmethod
    def taken(cls, given: EntityT | Mapping[str, Any] | None, keywords: dict[str, Any]) -> Changes[EntityT]:
        """What a verb was given. Empties `keywords`: they may hold secrets, and tracebacks show them.

        Raises UsageError for an entity and keywords together.
        """
        if isinstance(given, BaseModel):
            if keywords:
                keywords.clear()
                raise UsageError("give either the changed entity or its properties, not both.")
            return cls(entity=given, properties=Payload({}))
        properties = Payload({**(given or {}), **keywords})
        keywords.clear()
        return cls(entity=None, properties=properties)


def wanted_from(model: type[EntityT], kind: str, entity: EntityT | None, changes: Changes[EntityT]) -> Payload:
    """The properties that are to change, by wire name. Raises UsageError, InvalidRequest."""
    if changes.entity is not None:
        return _from_model(model, kind, entity, changes.entity)
    wire_names = {name: field.alias or name for name, field in model.model_fields.items()}
    wanted = Payload({wire_names.get(name, name): value for name, value in changes.properties.value.items()})
    problems = [*_owned(wanted), *with_lists(wanted.value)]
    problems += _made_json(wanted)
    problems += [Problem(pointer=pointer, reason=_MASKED) for pointer in masks(wanted.value)]
    if problems:
        raise InvalidRequest(f"Changes of {kind}", problems)
    return wanted


def _from_model(model: type[EntityT], kind: str, entity: EntityT | None, changed: BaseModel) -> Payload:
    """What another state of the entity sets differently. What only the server changes is passed over."""
    if entity is None or not isinstance(changed, model):
        raise UsageError(f"{kind} takes a {model.__name__} or properties, not a {type(changed).__name__}.")
    before, after = wire_from_model(entity), wire_from_model(changed)
    names = {field.alias or name for name, field in model.model_fields.items() if name in changed.model_fields_set}
    names |= (changed.model_extra or {}).keys()
    changing = sorted(n for n in names - OWNED_BY_SERVER.keys() if after.value.get(n) != before.value.get(n))
    wanted = Payload({name: after.value.get(name) for name in changing})
    if masked := [Problem(pointer=pointer, reason=_MASKED) for pointer in masks(wanted.value)]:
        raise InvalidRequest(f"Changes of {kind}", masked)
    return wanted


def _owned(wanted: Payload) -> list[Problem]:
    return [
        Problem(pointer=f"/{name}", reason="; ".join(filter(None, ["only the server sets it", OWNED_BY_SERVER[name]])))
        for name in wanted.value
        if name in OWNED_BY_SERVER
    ]


def _made_json(wanted: Payload) -> list[Problem]:
    """Turns models, enums, UUIDs and passwords into JSON, in place. Returns what cannot be turned."""
    problems = []
    for name, value in wanted.value.items():
        try:
            wanted.value[name] = json_from_value(value)
        except PydanticSerializationError:
            problems.append(Problem(pointer=f"/{name}", reason=f"a {type(value).__name__} has no form in JSON"))
    return problems


def json_from_value(value: Any) -> Any:
    """The value as JSON, secrets revealed. Raises PydanticSerializationError."""
    if isinstance(value, BaseModel):
        return wire_from_model(value).value
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, Mapping):
        return {str(key): json_from_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [json_from_value(item) for item in value]
    return to_jsonable_python(value)


def masks(value: Any, pointer: str = "") -> Iterator[str]:
    """JSON pointers of the masked secrets in a value."""
    if isinstance(value, str) and _MASK.match(value):
        yield pointer
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from masks(item, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from masks(item, f"{pointer}/{index}")
