"""The base class of every generated model."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator
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


class PresenceModel(Model):
    """A model some of whose properties exclude or need each other."""

    exclusive_properties: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Groups of properties that must not all be given."""
    needed_properties: ClassVar[tuple[str, ...]] = ()
    """Properties of which at least one has to be given."""

    @model_validator(mode="after")
    def _check_presence(self) -> Self:
        given = self.model_fields_set
        for group in self.exclusive_properties:
            if given.issuperset(group) and all(getattr(self, name) is not None for name in group):
                names = " and ".join(group)
                raise PydanticCustomError("exclusive", "{names} exclude each other; give one of them", {"names": names})
        if self.needed_properties and not given.intersection(self.needed_properties):
            names = ", ".join(self.needed_properties)
            raise PydanticCustomError("needed", "one of {names} has to be given", {"names": names})
        return self
