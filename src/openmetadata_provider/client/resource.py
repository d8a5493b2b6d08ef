"""The verbs of a collection, typed: what generated resource classes inherit.

A generated class adds three facts and no behaviour:

    class Dashboards(Resource[CreateDashboardRequest, Dashboard]):
        spec = SPEC
        request_model = CreateDashboardRequest
        entity_model = Dashboard
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, Self, TypeVar
from uuid import UUID

from openmetadata_provider.client.bulk import Bulk, BulkResult
from openmetadata_provider.client.exchange import Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import EntityT, Operations, RequestT, list_query
from openmetadata_provider.client.paging import Fields, Include, QueryValue
from openmetadata_provider.client.verb import verb
from openmetadata_spec import EntitySpec

if TYPE_CHECKING:
    from openmetadata_provider.client.transport import AsyncConnection

T = TypeVar("T")


class Runner(Protocol):
    """What a Resource needs of a connection."""

    @property
    def known(self) -> Known:
        """What the client has learned about its server."""

    def run(self, steps: Steps[T]) -> T:
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


class _Declared(Generic[RequestT, EntityT]):
    """What a generated class declares, and the operations that follow from it."""

    spec: ClassVar[EntitySpec]
    request_model: type[RequestT]
    entity_model: type[EntityT]

    @property
    def operations(self) -> Operations[RequestT, EntityT]:
        """The verbs without I/O."""
        return Operations(spec=self.spec, request_model=self.request_model, entity_model=self.entity_model)


class Resource(_Declared[RequestT, EntityT]):
    """One collection of entities. Every verb can be called on an instance (`om.dashboards.get(...)`), or on the class
    after `configure(...)` (`Dashboards.get(...)`).

    Every verb may raise ApiError (by status: NotFound, Conflict, ...), AnswerError and TransportError.
    """

    def __init__(self, connection: Runner) -> None:
        self._connection = connection

    @classmethod
    def on_default_client(cls) -> Self:
        """This collection on the client that `configure` or the environment describes."""
        return cls(DefaultRunner())

    @verb
    def create(self, request: RequestT | None = None, /, **properties: Any) -> EntityT:
        """The entity created (POST) from a request, or from its properties as keywords.

        Raises Conflict if it exists, InvalidRequest (nothing is sent) if the request is wrong or an owner does not
        exist.
        """
        return self._connection.run(self.operations.create(request, properties, self._connection.known))

    @verb
    def upsert(self, request: RequestT | None = None, /, **properties: Any) -> EntityT:
        """The entity created or updated (PUT). Arguments as for `create`.

        PUT is no declarative update: it never removes tags, owners or domains, and clears description and displayName
        when they are absent.
        """
        return self._connection.run(self.operations.upsert(request, properties, self._connection.known))

    @verb
    def bulk_upsert(self, requests: Iterable[RequestT], /, *, chunk_size: int = 100) -> BulkResult:
        """What became of each request, all sent with PUT semantics.

        They go in chunks of `chunk_size`, or singly where the server has no bulk call for the collection.
        Rows that fail do not stop the others and raise nothing: they are in `failed` of the result, by FQN, with
        status and message; `raise_for_failures()` makes them a BulkError. An error that concerns every row (401, 5xx,
        no connection) is raised, with a note on how many rows were stored before it.
        """
        bulk = Bulk(operations=self.operations, known=self._connection.known)
        return self._connection.run(bulk.upsert(requests, chunk_size))

    @verb
    def get(self, id: str | UUID, /, *, fields: Fields | None = None, include: Include | None = None) -> EntityT:
        """The entity with an id. `fields` asks for properties that the server leaves out (as None) by itself."""
        return self._connection.run(self.operations.get(id, fields, include))

    @verb
    def get_by_name(self, fqn: str, /, *, fields: Fields | None = None, include: Include | None = None) -> EntityT:
        """The entity with an FQN, in which a part that holds a dot is quoted: `"my.service".dashboard`."""
        return self._connection.run(self.operations.get_by_name(fqn, fields, include))

    @verb
    def list(
        self,
        /,
        *,
        limit: int = 100,
        fields: Fields | None = None,
        include: Include | None = None,
        **filters: QueryValue,
    ) -> Iterator[EntityT]:
        """All entities of the collection, fetched page by page as they are consumed.

        `limit` is the size of a page, not of the result. `filters` are the server's own: `service="sample_looker"`.
        """
        query, after = list_query(limit, fields, include, filters), None
        while True:
            page = self._connection.run(self.operations.page(query, after))
            yield from page.entities
            if (after := page.after) is None:
                return

    @verb
    def delete(self, id: str | UUID, /, *, hard: bool = False, recursive: bool = False) -> None:
        """Deletes by id: softly unless `hard`, with everything inside if `recursive` (else BadRequest if not empty)."""
        self._connection.run(self.operations.delete(id, self._connection.known, hard=hard, recursive=recursive))

    @verb
    def delete_by_name(self, fqn: str, /, *, hard: bool = False, recursive: bool = False) -> None:
        """Deletes by FQN, as `delete` does."""
        steps = self.operations.delete_by_name(fqn, self._connection.known, hard=hard, recursive=recursive)
        self._connection.run(steps)


class AsyncResource(_Declared[RequestT, EntityT]):
    """One collection of entities, for `AsyncOpenMetadata`. The verbs are those of `Resource`, awaited."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def create(self, request: RequestT | None = None, /, **properties: Any) -> EntityT:
        """As `Resource.create`."""
        return await self._connection.run(self.operations.create(request, properties, self._connection.known))

    async def upsert(self, request: RequestT | None = None, /, **properties: Any) -> EntityT:
        """As `Resource.upsert`."""
        return await self._connection.run(self.operations.upsert(request, properties, self._connection.known))

    async def bulk_upsert(self, requests: Iterable[RequestT], /, *, chunk_size: int = 100) -> BulkResult:
        """As `Resource.bulk_upsert`."""
        bulk = Bulk(operations=self.operations, known=self._connection.known)
        return await self._connection.run(bulk.upsert(requests, chunk_size))

    async def get(self, id: str | UUID, /, *, fields: Fields | None = None, include: Include | None = None) -> EntityT:
        """As `Resource.get`."""
        return await self._connection.run(self.operations.get(id, fields, include))

    async def get_by_name(
        self, fqn: str, /, *, fields: Fields | None = None, include: Include | None = None
    ) -> EntityT:
        """As `Resource.get_by_name`."""
        return await self._connection.run(self.operations.get_by_name(fqn, fields, include))

    async def list(
        self,
        /,
        *,
        limit: int = 100,
        fields: Fields | None = None,
        include: Include | None = None,
        **filters: QueryValue,
    ) -> AsyncIterator[EntityT]:
        """As `Resource.list`, for `async for`."""
        query, after = list_query(limit, fields, include, filters), None
        while True:
            page = await self._connection.run(self.operations.page(query, after))
            for entity in page.entities:
                yield entity
            if (after := page.after) is None:
                return

    async def delete(self, id: str | UUID, /, *, hard: bool = False, recursive: bool = False) -> None:
        """As `Resource.delete`."""
        await self._connection.run(self.operations.delete(id, self._connection.known, hard=hard, recursive=recursive))

    async def delete_by_name(self, fqn: str, /, *, hard: bool = False, recursive: bool = False) -> None:
        """As `Resource.delete_by_name`."""
        steps = self.operations.delete_by_name(fqn, self._connection.known, hard=hard, recursive=recursive)
        await self._connection.run(steps)
