"""A method that can also be called on the class, on the default client.

`om.dashboards.create(...)` and, after `configure(...)`, `Dashboards.create(...)`: both are typed with the types of
the class.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from typing import Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar, cast


class OnDefaultClient(Protocol):
    """What a class must offer for its verbs to be called on it."""

    @classmethod
    def on_default_client(cls) -> Self:
        """An instance on the client that `configure` or the environment describes. Must not do anything else yet."""


P = ParamSpec("P")
SelfT = TypeVar("SelfT", bound=OnDefaultClient)
ResultT_co = TypeVar("ResultT_co", covariant=True)


class verb(Generic[SelfT, P, ResultT_co]):  # noqa: N801 (a decorator, spelled like `property`)
    """Descriptor of a verb: access on an instance binds to it, access on the class to `on_default_client()`."""

    def __init__(self, function: Callable[Concatenate[SelfT, P], ResultT_co]) -> None:
        self.__wrapped__ = function
        self.__doc__ = function.__doc__

    def __get__(self, instance: SelfT | None, owner: type[SelfT]) -> Callable[P, ResultT_co]:
        bound_to = owner.on_default_client() if instance is None else instance
        return cast("Callable[P, ResultT_co]", MethodType(self.__wrapped__, bound_to))
