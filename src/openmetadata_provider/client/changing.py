"""Verbs that change what exists.

What they are given may hold secrets: they let go of it before anything can fail, for tracebacks show variables.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openmetadata_provider.client import patching, updating
from openmetadata_provider.client.declared import AsyncCollection, Collection
from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.client.operations import EntityT, Id, RequestT
from openmetadata_provider.client.patching import Patch
from openmetadata_provider.client.verb import verb
from openmetadata_provider.client.wanted import Changes


class ChangingVerbs(Collection[RequestT, EntityT]):
    """Updates of named properties, and JSON Patches as they are."""

    @verb
    def update(
        self, entity: EntityT, changes: EntityT | Mapping[str, Any] | None = None, /, **properties: Any
    ) -> EntityT:
        """The entity after the changes: properties as keywords or a mapping, or the entity as it should be.

        `om.dashboards.update(dashboard, displayName="Sales", owners=["team:data"], description=None)`: a value is the
        whole new value of its property, None removes it, and what is not named stays as it is. References may be given
        by name. Of a changed entity what it sets counts. Nothing is sent if nothing changes.
        Raises PreconditionFailed if somebody else changed the entity since it was read (servers from 1.10),
        InvalidRequest for a property that does not exist or that only the server sets, or for a reference that does not
        exist.
        """
        wanted = Changes.taken(changes, properties)
        del changes
        return self._run(updating.updated(self.operations, entity, wanted, self._known))

    @verb
    def update_by_name(self, fqn: str, changes: Mapping[str, Any] | None = None, /, **properties: Any) -> EntityT:
        """The entity after the changes, which are those of `update`. Reads it first; again if it changes meanwhile."""
        wanted: Changes[EntityT] = Changes.taken(changes, properties)
        del changes
        return self._run(updating.updated_by_name(self.operations, fqn, wanted, self._known))

    @verb
    def patch(self, id: Id, patch: Patch, /, *, version: float | None = None) -> EntityT:
        """The entity after a JSON Patch (RFC 6902), which is sent as it is.

        With `version`, PreconditionFailed if the entity has another one by now (servers from 1.10).
        """
        body = Payload(patch)
        del patch
        return self._run(patching.patched(self.operations, id, body, version, self._known))

    @verb
    def patch_by_name(self, fqn: str, patch: Patch, /, *, version: float | None = None) -> EntityT:
        """As `patch`, by FQN."""
        body = Payload(patch)
        del patch
        return self._run(patching.patched_by_name(self.operations, fqn, body, version, self._known))


class AsyncChangingVerbs(AsyncCollection[RequestT, EntityT]):
    """As `ChangingVerbs`, awaited."""

    async def update(
        self, entity: EntityT, changes: EntityT | Mapping[str, Any] | None = None, /, **properties: Any
    ) -> EntityT:
        """As `Resource.update`."""
        wanted = Changes.taken(changes, properties)
        del changes
        return await self._run(updating.updated(self.operations, entity, wanted, self._known))

    async def update_by_name(self, fqn: str, changes: Mapping[str, Any] | None = None, /, **properties: Any) -> EntityT:
        """As `Resource.update_by_name`."""
        wanted: Changes[EntityT] = Changes.taken(changes, properties)
        del changes
        return await self._run(updating.updated_by_name(self.operations, fqn, wanted, self._known))

    async def patch(self, id: Id, patch: Patch, /, *, version: float | None = None) -> EntityT:
        """As `Resource.patch`."""
        body = Payload(patch)
        del patch
        return await self._run(patching.patched(self.operations, id, body, version, self._known))

    async def patch_by_name(self, fqn: str, patch: Patch, /, *, version: float | None = None) -> EntityT:
        """As `Resource.patch_by_name`."""
        body = Payload(patch)
        del patch
        return await self._run(patching.patched_by_name(self.operations, fqn, body, version, self._known))
