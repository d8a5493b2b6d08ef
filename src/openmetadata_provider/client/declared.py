"""What all verbs of a collection stand on: the facts a generated class declares, and the connection that runs steps."""

from __future__ import annotations

from typing import ClassVar, Generic, Protocol, Self, TypeVar

from openmetadata_provider.client.exchange import Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import EntityT, Operations, RequestT
from openmetadata_spec import EntitySpec

T = TypeVar("T")


class Runner(Protocol):
    """What a collection needs of a connection."""

    @property
    def known(self) -> Known:
        """What the client has learned about its server."""

    def run(self, steps: Steps[T]) -> T:
        """What the steps return."""


class AsyncRunner(Protocol):
    """As `Runner`, awaited."""

    @property
    def known(self) -> Known:
        """What the client has learned about its server."""

    async def run(self, steps: Steps[T]) -> T:
        """What the steps return."""


class DefaultRunner:
    """The connection of the default client, looked up when it is used and not before."""

    @property
    def known(self) -> Known:
        """Memory of the default client."""
        return self._connection().known

    def run(self, steps: Steps[T]) -> T:
        """What the steps return, run by the default client."""
        return self._connection().run(steps)

    def _connection(self) -> Runner:
        from openmetadata_provider.client.default import default_client  # imports httpx: not before it is needed

        return default_client().connection


class Declared(Generic[RequestT, EntityT]):
    """What a generated class declares, and the operations that follow from it."""

    spec: ClassVar[EntitySpec]
    request_model: type[RequestT]
    entity_model: type[EntityT]

    @property
    def operations(self) -> Operations[RequestT, EntityT]:
        """The verbs without I/O."""
        return Operations(spec=self.spec, request_model=self.request_model, entity_model=self.entity_model)


class Collection(Declared[RequestT, EntityT]):
    """A collection on a sync client, or on the default one."""

    def __init__(self, connection: Runner) -> None:
        self._connection = connection

    @classmethod
    def on_default_client(cls) -> Self:
        """This collection on the client that `configure` or the environment describes."""
        return cls(DefaultRunner())

    @property
    def _known(self) -> Known:
        return self._connection.known

    def _run(self, steps: Steps[T]) -> T:
        return self._connection.run(steps)


class AsyncCollection(Declared[RequestT, EntityT]):
    """A collection on an async client."""

    def __init__(self, connection: AsyncRunner) -> None:
        self._connection = connection

    @property
    def _known(self) -> Known:
        return self._connection.known

    async def _run(self, steps: Steps[T]) -> T:
        return await self._connection.run(steps)
