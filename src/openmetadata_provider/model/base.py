"""The base class of every generated model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self, get_args

from pydantic import BaseModel, ConfigDict, SecretStr, model_validator
from pydantic_core import PydanticCustomError


class Model(BaseModel):
    """An object of the API.

    Unknown properties are refused (in answers the client tolerates them), inputs never show up in errors, properties
    go by their wire names and may be given by their Python names where these differ (`schema_`).
    """

    model_config = ConfigDict(
        extra="forbid",
        hide_input_in_errors=True,
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
        defer_build=True,
    )

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        for name, value in super().__repr_args__():
            field = type(self).model_fields.get(name or "")
            # A password assigned after construction is a plain string: pydantic does not check assignments.
            plain = isinstance(value, str) and field is not None and _takes_secret(field.annotation)
            yield name, SecretStr(value) if plain else value


def _takes_secret(annotation: object) -> bool:
    return annotation is SecretStr or any(_takes_secret(inner) for inner in get_args(annotation))


class PresenceModel(Model):
    """A model some of whose properties exclude or need each other."""

    exclusive_properties: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Groups of properties that must not all be given."""
    needed_properties: ClassVar[tuple[str, ...]] = ()
    """Properties of which at least one has to be given."""

    @model_validator(mode="after")
    def _check_presence(self) -> Self:
        for group in self.exclusive_properties:
            if all(map(self._gives, group)):
                names = " and ".join(group)
                raise PydanticCustomError("exclusive", "{names} exclude each other; give one of them", {"names": names})
        if self.needed_properties and not any(map(self._gives, self.needed_properties)):
            names = ", ".join(self.needed_properties)
            raise PydanticCustomError("needed", "one of {names} has to be given", {"names": names})
        return self

    def _gives(self, name: str) -> bool:
        return name in self.model_fields_set and getattr(self, name) is not None
