"""Verbs that delete, and the one that brings back."""

from __future__ import annotations

from dataclasses import dataclass, field

from openmetadata_provider.client import removal
from openmetadata_provider.client.declared import AsyncCollection, AsyncRunner, Collection, Runner
from openmetadata_provider.client.operations import EntityT, Id, RequestT
from openmetadata_provider.client.removal import Deletion
from openmetadata_provider.client.verb import verb


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionJob:
    """A deletion in the background, which can be waited for."""

    deletion: Deletion
    connection: Runner = field(repr=False)

    def wait(self, timeout_s: float = 600.0) -> None:
        """Returns when the entity is gone (after a soft deletion: is marked as deleted).

        Looks at the server again and again, at growing distances of up to 10 s. Raises DeletionTimedOut, which says
        what is still there, after `timeout_s` seconds.
        """
        self.connection.run(removal.ended(self.deletion, self.connection.known, timeout_s))


@dataclass(frozen=True, slots=True, kw_only=True)
class AsyncDeletionJob:
    """As `DeletionJob`, awaited."""

    deletion: Deletion
    connection: AsyncRunner = field(repr=False)

    async def wait(self, timeout_s: float = 600.0) -> None:
        """As `DeletionJob.wait`."""
        await self.connection.run(removal.ended(self.deletion, self.connection.known, timeout_s))


class DeletingVerbs(Collection[RequestT, EntityT]):
    """Soft and hard deletion, at once or in the background, and restoring."""

    @verb
    def delete(self, id: Id, /, *, hard: bool = False, recursive: bool = False, missing_ok: bool = False) -> None:
        """Deletes by id: softly unless `hard`, with everything inside if `recursive` (else BadRequest if not empty).

        Raises NotFound for what is not there, unless `missing_ok`. A dashboard takes the charts along that no other
        dashboard has.
        """
        self._run(self.operations.delete(id, self._known, hard=hard, recursive=recursive, missing_ok=missing_ok))

    @verb
    def delete_by_name(
        self, fqn: str, /, *, hard: bool = False, recursive: bool = False, missing_ok: bool = False
    ) -> None:
        """Deletes by FQN, as `delete` does."""
        self._run(
            self.operations.delete_by_name(fqn, self._known, hard=hard, recursive=recursive, missing_ok=missing_ok)
        )

    @verb
    def delete_async(self, id: Id, /, *, hard: bool = False, recursive: bool = False) -> DeletionJob:
        """Begins a deletion that the server works on in the background, for what is large: `job.wait(timeout_s=...)`.

        Needs a server from about 1.6.
        """
        begun = removal.started(self.operations, id, self._known, hard=hard, recursive=recursive)
        return DeletionJob(deletion=self._run(begun), connection=self._connection)

    @verb
    def restore(self, id: Id, /) -> EntityT:
        """The entity, alive again with what was soft-deleted inside it. One that was never deleted stays as it is."""
        return self._run(removal.restored(self.operations, id, self._known))

    @verb
    def restore_by_name(self, fqn: str, /) -> EntityT:
        """As `restore`, by FQN."""
        return self._run(removal.restored_by_name(self.operations, fqn, self._known))


class AsyncDeletingVerbs(AsyncCollection[RequestT, EntityT]):
    """As `DeletingVerbs`, awaited."""

    async def delete(self, id: Id, /, *, hard: bool = False, recursive: bool = False, missing_ok: bool = False) -> None:
        """As `Resource.delete`."""
        await self._run(self.operations.delete(id, self._known, hard=hard, recursive=recursive, missing_ok=missing_ok))

    async def delete_by_name(
        self, fqn: str, /, *, hard: bool = False, recursive: bool = False, missing_ok: bool = False
    ) -> None:
        """As `Resource.delete_by_name`."""
        await self._run(
            self.operations.delete_by_name(fqn, self._known, hard=hard, recursive=recursive, missing_ok=missing_ok)
        )

    async def delete_async(self, id: Id, /, *, hard: bool = False, recursive: bool = False) -> AsyncDeletionJob:
        """As `Resource.delete_async`."""
        begun = removal.started(self.operations, id, self._known, hard=hard, recursive=recursive)
        return AsyncDeletionJob(deletion=await self._run(begun), connection=self._connection)

    async def restore(self, id: Id, /) -> EntityT:
        """As `Resource.restore`."""
        return await self._run(removal.restored(self.operations, id, self._known))

    async def restore_by_name(self, fqn: str, /) -> EntityT:
        """As `Resource.restore_by_name`."""
        return await self._run(removal.restored_by_name(self.operations, fqn, self._known))
