"""Services: models whose connection is chosen by `serviceType`, and loaded only then.

The schemas offer every connector in one `oneOf`. The server picks by `serviceType`, and so do these models: one
connector is tried, and a mistake in it is one error.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError, ValidationInfo, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from openmetadata_provider.model.base import PresenceModel
from openmetadata_provider.model.failures import without_echoes

ANSWER = "answer"
"""Key of the validation context that says: this came from a server, tolerate what is new in it."""


class Chosen:
    """The config of a connection, and the service type that says what it has to be."""

    __slots__ = ("config", "service_type")

    def __init__(self, service_type: str, config: Any) -> None:
        self.service_type = service_type
        self.config = config


class Connectors:
    """The connection models of one service family, by service type; also the annotation of their `config`."""

    # No dataclass: making one takes a millisecond of every start.
    def __init__(
        self, *, service_types: tuple[str, ...], models: Mapping[str, str], aliases: Mapping[str, str]
    ) -> None:
        """`models`: service type → `package.module:Class`; a service type without an entry takes any object."""
        self.service_types = service_types
        self.models = models
        self.aliases = aliases

    @cached_property
    def _spellings(self) -> dict[str, str]:
        return {name.casefold(): name for name in self.service_types} | {
            alias.casefold(): name for alias, name in self.aliases.items()
        }

    def service_type(self, spelling: str) -> str:
        """The server's spelling of a service type; `spelling` itself where none is known."""
        return self._spellings.get(spelling.casefold(), spelling)

    def service_type_of(self, connection: object) -> str | None:
        """The service type that a connection model belongs to."""
        path = f"{type(connection).__module__}:{type(connection).__qualname__}"
        return next((name for name, model in self.models.items() if model == path), None)

    def model(self, service_type: str) -> type[BaseModel] | None:
        """The connection model of a service type, imported now."""
        path = self.models.get(service_type)
        if path is None:
            return None
        module, _, name = path.partition(":")
        loaded: type[BaseModel] = getattr(import_module(module), name)
        return loaded

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._config, serialization={"type": "any"})

    def _config(self, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, BaseModel):
            return self._known(value)
        chosen = value if isinstance(value, Chosen) else Chosen(self._named_by_type(value), value)
        service_type, config = chosen.service_type, chosen.config
        if isinstance(config, BaseModel):
            return self._of_type(config, service_type)
        if not isinstance(config, dict):
            raise PydanticCustomError("connection_config", "a connection config has to be an object")
        model = self.model(service_type) if config else None
        if model is None:
            return config
        extra: Literal["ignore"] | None = "ignore" if info.context and info.context.get(ANSWER) else None
        try:
            return model.__pydantic_validator__.validate_python(config, extra=extra, context=info.context)
        except ValidationError as error:
            refusal = without_echoes(error)
        raise refusal

    def _named_by_type(self, value: Any) -> str:
        named = value.get("type") if isinstance(value, dict) else None
        if value and not isinstance(named, str):
            message = "which connector this is cannot be told: give serviceType beside it, or type in it"
            raise PydanticCustomError("connection_type", message)
        service_type = self.service_type(named or "")
        if value and service_type not in self.service_types:
            message = "there is no connector {type} in this kind of service"
            raise PydanticCustomError("connection_type", message, {"type": service_type})
        return service_type

    def _of_type(self, connection: BaseModel, service_type: str) -> BaseModel:
        own = self.service_type_of(self._known(connection))
        if own != service_type:
            message = "serviceType is {wanted}, but this is a {given}"
            context = {"wanted": service_type, "given": type(connection).__name__}
            raise PydanticCustomError("connection_mismatch", message, context)
        return connection

    def _known(self, connection: BaseModel) -> BaseModel:
        if self.service_type_of(connection) is None:
            context = {"given": type(connection).__name__, "known": ", ".join(self.models)}
            message = "{given} is no connection of this kind of service; there are connections for {known}"
            raise PydanticCustomError("connection_unknown", message, context)
        return connection


class ServiceModel(PresenceModel):
    """A service, in a request or an answer: `serviceType` in any spelling, `connection` chosen by it.

    A connection model may stand directly where the connection belongs; the service type then follows from its class.
    """

    connectors: ClassVar[Connectors]

    @model_validator(mode="before")
    @classmethod
    def _choose_connector(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        changes: dict[str, Any] = dict(_service_type(cls.connectors, data))
        service_type = changes.get("serviceType", data.get("serviceType"))
        config = _config_of(data.get("connection"))
        if service_type is None and isinstance(config, BaseModel):
            service_type = ""  # a connection of no service type here: let `config` say so
        if config is not None and isinstance(service_type, str):
            connection = data["connection"]
            rest = connection if isinstance(connection, dict) else {}
            changes["connection"] = {**rest, "config": Chosen(service_type, config)}
        return {**data, **changes} if changes else data


def _service_type(connectors: Connectors, data: Mapping[str, Any]) -> Mapping[str, str]:
    """The service type as it should be read, where that differs from what is written."""
    written = data.get("serviceType")
    if isinstance(written, str):
        spelled = connectors.service_type(written)
        return {} if spelled == written else {"serviceType": spelled}
    if written is None and (inferred := connectors.service_type_of(_config_of(data.get("connection")))):
        return {"serviceType": inferred}
    return {}


def _config_of(connection: Any) -> Any:
    """The config inside a connection, however it was given; None where there is none to choose for."""
    if isinstance(connection, dict):
        return connection.get("config")
    if isinstance(connection, BaseModel):
        return getattr(connection, "config", connection)
    return None
