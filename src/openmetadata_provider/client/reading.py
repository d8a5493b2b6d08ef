"""Verbs that read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping

from openmetadata_provider.client import history
from openmetadata_provider.client.declared import AsyncCollection, Collection
from openmetadata_provider.client.operations import EntityT, Id, RequestT
from openmetadata_provider.client.paging import Fields, Include, QueryValue, Reading
from openmetadata_provider.client.progress import OnProgress
from openmetadata_provider.client.verb import verb


class ReadingVerbs(Collection[RequestT, EntityT]):
    """One entity, a list of them, earlier versions."""

    @verb
    def get(self, id: Id, /, *, fields: Fields | None = None, include: Include | None = None) -> EntityT:
        """The entity with an id. `fields` asks for properties that the server leaves out (as None) by itself."""
        return self._run(self.operations.get(id, fields, include, self._known))

    @verb
    def get_by_name(self, fqn: str, /, *, fields: Fields | None = None, include: Include | None = None) -> EntityT:
        """The entity with an FQN, in which a part that holds a dot is quoted: `"my.service".dashboard`."""
        return self._run(self.operations.get_by_name(fqn, fields, include, self._known))

    @verb
    def find(self, id: Id, /, *, fields: Fields | None = None, include: Include | None = None) -> EntityT | None:
        """As `get`, None where there is no such entity."""
        return self._run(self.operations.found(self.operations.get(id, fields, include, self._known)))

    @verb
    def find_by_name(
        self, fqn: str, /, *, fields: Fields | None = None, include: Include | None = None
    ) -> EntityT | None:
        """As `get_by_name`, None where there is no such entity."""
        return self._run(self.operations.found(self.operations.get_by_name(fqn, fields, include, self._known)))

    @verb
    def list(
        self,
        /,
        *,
        limit: int = 100,
        fields: Fields | None = None,
        include: Include | None = None,
        query: Mapping[str, QueryValue] | None = None,
        on_progress: OnProgress | None = None,
        **filters: QueryValue,
    ) -> Iterator[EntityT]:
        """All entities of the collection, fetched page by page as they are consumed.

        `limit` is the size of a page, not of the result. `filters` are the server's own: `service="sample_looker"`. The
        server ignores those it does not know, so a name that the bindings do not know is a UsageError; `query` takes
        query parameters as they are. `on_progress` is called after each page.
        """
        shape = {"limit": limit, "fields": fields, "include": include}
        reading: Reading[EntityT] | None
        reading = Reading.begun(self.spec, self.entity_model, filters, unchecked=query, **shape)
        while reading is not None:
            page = self._run(reading.page(self._known, on_progress))
            yield from page.entities
            reading = reading.following(page)

    @verb
    def versions(self, id: Id, /) -> tuple[EntityT, ...]:
        """All versions of an entity, newest first."""
        return self._run(history.versions(self.operations, id))

    @verb
    def version(self, id: Id, number: float | str, /) -> EntityT:
        """One version of an entity: `0.1` is the first. Raises NotFound."""
        return self._run(history.version(self.operations, id, number))


class AsyncReadingVerbs(AsyncCollection[RequestT, EntityT]):
    """As `ReadingVerbs`, awaited."""

    async def get(self, id: Id, /, *, fields: Fields | None = None, include: Include | None = None) -> EntityT:
        """As `Resource.get`."""
        return await self._run(self.operations.get(id, fields, include, self._known))

    async def get_by_name(
        self, fqn: str, /, *, fields: Fields | None = None, include: Include | None = None
    ) -> EntityT:
        """As `Resource.get_by_name`."""
        return await self._run(self.operations.get_by_name(fqn, fields, include, self._known))

    async def find(self, id: Id, /, *, fields: Fields | None = None, include: Include | None = None) -> EntityT | None:
        """As `Resource.find`."""
        return await self._run(self.operations.found(self.operations.get(id, fields, include, self._known)))

    async def find_by_name(
        self, fqn: str, /, *, fields: Fields | None = None, include: Include | None = None
    ) -> EntityT | None:
        """As `Resource.find_by_name`."""
        return await self._run(self.operations.found(self.operations.get_by_name(fqn, fields, include, self._known)))

    async def list(
        self,
        /,
        *,
        limit: int = 100,
        fields: Fields | None = None,
        include: Include | None = None,
        query: Mapping[str, QueryValue] | None = None,
        on_progress: OnProgress | None = None,
        **filters: QueryValue,
    ) -> AsyncIterator[EntityT]:
        """As `Resource.list`, for `async for`."""
        shape = {"limit": limit, "fields": fields, "include": include}
        reading: Reading[EntityT] | None
        reading = Reading.begun(self.spec, self.entity_model, filters, unchecked=query, **shape)
        while reading is not None:
            page = await self._run(reading.page(self._known, on_progress))
            for entity in page.entities:
                yield entity
            reading = reading.following(page)

    async def versions(self, id: Id, /) -> tuple[EntityT, ...]:
        """As `Resource.versions`."""
        return await self._run(history.versions(self.operations, id))

    async def version(self, id: Id, number: float | str, /) -> EntityT:
        """As `Resource.version`."""
        return await self._run(history.version(self.operations, id, number))
