"""Followers and votes: verbs of the kinds of entity that have them. Source: reference/openmetadata-server.md, 10.6."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args
from urllib.parse import quote

from pydantic import BaseModel

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.declared import AsyncCollection, Collection
from openmetadata_provider.client.exchange import Request, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import EntityT, Id, Operations, RequestT, id_text
from openmetadata_provider.client.references import reference_from
from openmetadata_provider.client.verb import verb
from openmetadata_provider.errors import InvalidRequest, Problem, UsageError

Vote: TypeAlias = Literal["votedUp", "votedDown", "unVoted"]
_FOLLOWER: Final = ("user",)


def followed(
    operations: Operations[RequestT, EntityT], id: Id, user: Id, known: Known, *, follows: bool
) -> Steps[None]:
    """Adds or removes a follower. Raises InvalidRequest for a user that does not exist."""
    about = operations.about(id)
    follower = yield from _user_id(user, f"Followers of {operations.spec.kind} {about}", known)
    path = f"{operations.path_of(id)}/followers"
    if follows:
        yield from fetch(Request(method="PUT", path=path, body=follower, about=about))
    else:
        yield from fetch(Request(method="DELETE", path=f"{path}/{quote(follower, safe='')}", about=about))


def _user_id(user: Id, subject: str, known: Known) -> Steps[str]:
    written = id_text(user) if isinstance(user, BaseModel) else str(user)
    found = yield from reference_from(written, _FOLLOWER, known)
    if isinstance(found, str):
        raise InvalidRequest(subject, [Problem(pointer="", reason=found)])
    return str(found["id"])


def voted(operations: Operations[RequestT, EntityT], id: Id, vote: Vote) -> Steps[None]:
    """Casts the vote of the token's user."""
    if vote not in get_args(Vote):
        raise UsageError(f"a vote is one of {', '.join(get_args(Vote))}.")
    path = f"{operations.path_of(id)}/vote"
    yield from fetch(Request(method="PUT", path=path, body={"updatedVoteType": vote}, about=operations.about(id)))


class Followed(Collection[RequestT, EntityT]):
    """Verbs of entities that users follow. Reading with `fields="followers"` shows who does."""

    @verb
    def follow(self, id: Id, user: Id, /) -> None:
        """Makes a user, given by id, name or entity, follow the entity. Following twice is fine."""
        self._run(followed(self.operations, id, user, self._known, follows=True))

    @verb
    def unfollow(self, id: Id, user: Id, /) -> None:
        """Ends the following of a user, given by id, name or entity."""
        self._run(followed(self.operations, id, user, self._known, follows=False))


class AsyncFollowed(AsyncCollection[RequestT, EntityT]):
    """As `Followed`, awaited."""

    async def follow(self, id: Id, user: Id, /) -> None:
        """As `Followed.follow`."""
        await self._run(followed(self.operations, id, user, self._known, follows=True))

    async def unfollow(self, id: Id, user: Id, /) -> None:
        """As `Followed.unfollow`."""
        await self._run(followed(self.operations, id, user, self._known, follows=False))


class Voted(Collection[RequestT, EntityT]):
    """Verbs of entities that users vote for. Reading with `fields="votes"` shows the count."""

    @verb
    def vote(self, id: Id, vote: Vote, /) -> None:
        """Casts the vote of the token's user: `votedUp`, `votedDown`, or `unVoted` to take it back."""
        self._run(voted(self.operations, id, vote))


class AsyncVoted(AsyncCollection[RequestT, EntityT]):
    """As `Voted`, awaited."""

    async def vote(self, id: Id, vote: Vote, /) -> None:
        """As `Voted.vote`."""
        await self._run(voted(self.operations, id, vote))
