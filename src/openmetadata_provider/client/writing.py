"""Verbs that take a create request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openmetadata_provider.client.bulk import Bulk, BulkResult
from openmetadata_provider.client.conflicts import told_apart
from openmetadata_provider.client.declared import AsyncCollection, Collection
from openmetadata_provider.client.operations import EntityT, RequestT
from openmetadata_provider.client.progress import OnProgress
from openmetadata_provider.client.verb import verb


class WritingVerbs(Collection[RequestT, EntityT]):
    """Create, and create or update."""

    @verb
    def create(self, request: RequestT | None = None, /, **properties: Any) -> EntityT:
        """The entity created (POST) from a request, or from its properties as keywords.

        Raises Conflict if the entity exists: its `deleted_id` tells the id of a soft-deleted one, for `restore` or
        `delete(..., hard=True)`. Raises InvalidRequest (nothing is sent) if the request is wrong or names what does not
        exist.
        """
        creating = self.operations.create(request, properties, self._known)
        return self._run(told_apart(creating, self.operations, self._known))

    @verb
    def upsert(self, request: RequestT | None = None, /, **properties: Any) -> EntityT:
        """The entity created or updated (PUT). Arguments as for `create`.

        PUT is no declarative update: it never removes tags, owners or domains, and clears description and displayName
        when they are absent. `update` changes what is named and nothing else. PUT brings a soft-deleted entity back.
        """
        return self._run(self.operations.upsert(request, properties, self._known))

    @verb
    def bulk_upsert(
        self, requests: Iterable[RequestT], /, *, chunk_size: int = 100, on_progress: OnProgress | None = None
    ) -> BulkResult:
        """What became of each request, all sent with PUT semantics.

        They go in chunks of `chunk_size`, or singly where the server has no bulk call for the collection.
        `on_progress` is called after each chunk.
        Rows that fail do not stop the others and raise nothing: they are in `failed` of the result, by FQN, with
        status and message; `raise_for_failures()` makes them a BulkError. An error that concerns every row (401, 5xx,
        no connection) is raised, with a note on how many rows were stored before it.
        """
        bulk = Bulk(operations=self.operations, known=self._known)
        return self._run(bulk.upsert(requests, chunk_size, on_progress))


class AsyncWritingVerbs(AsyncCollection[RequestT, EntityT]):
    """As `WritingVerbs`, awaited."""

    async def create(self, request: RequestT | None = None, /, **properties: Any) -> EntityT:
        """As `Resource.create`."""
        creating = self.operations.create(request, properties, self._known)
        return await self._run(told_apart(creating, self.operations, self._known))

    async def upsert(self, request: RequestT | None = None, /, **properties: Any) -> EntityT:
        """As `Resource.upsert`."""
        return await self._run(self.operations.upsert(request, properties, self._known))

    async def bulk_upsert(
        self, requests: Iterable[RequestT], /, *, chunk_size: int = 100, on_progress: OnProgress | None = None
    ) -> BulkResult:
        """As `Resource.bulk_upsert`."""
        bulk = Bulk(operations=self.operations, known=self._known)
        return await self._run(bulk.upsert(requests, chunk_size, on_progress))
