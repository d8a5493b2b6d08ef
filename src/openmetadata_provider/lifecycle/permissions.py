"""What the user of the token may not do of a plan, as far as the server's rules tell it before anything is tried.

| who | may not | source in reference/openmetadata-server.md |
|---|---|---|
| no admin | make bots, users that are bots or admins, or make a user one of them | 10.8 |
| a bot, from 2.0 on | change `displayName`: the policy that bots come with denies it | 3.2, 8.2, 12.4 |
| neither bot nor admin | what the policies of the user's roles do not allow, which only trying tells | 8.2 |

That a bot's PUT leaves descriptions, domains and custom properties alone is no matter here: they are written by PATCH,
and the PUT of a connection holds everything else as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from openmetadata_provider.client.current_user import CurrentUser
from openmetadata_provider.client.exchange import Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.server_version import server_version
from openmetadata_provider.lifecycle.changes import Action, Change

LABELS_DENIED_FROM: Final = (2, 0)
"""First release whose server looks at what a write changes, and denies bots the display name."""
NAMES_SHOWN: Final = 3
_ABOVE: Final = ("isAdmin", "isBot")
_MADE: Final = frozenset({Action.create, Action.replace})


@dataclass(frozen=True, slots=True, kw_only=True)
class PermissionNote:
    """Something in a plan that the server will refuse, or may."""

    message: str
    entities: tuple[str, ...] = ()
    """Kind and FQN of what it is about; empty for the whole plan."""

    def __str__(self) -> str:
        if not self.entities:
            return self.message
        more = len(self.entities) - NAMES_SHOWN
        names = ", ".join(self.entities[:NAMES_SHOWN])
        return f"{self.message.rstrip('.')}: {names}{f' and {more:,} more' if more > 0 else ''}."


def permission_notes(user: CurrentUser, changes: Iterable[Change], known: Known) -> Steps[tuple[PermissionNote, ...]]:
    """What the user may not do of the changes. Looks up the server's version if that matters. Raises ApiError."""
    changes = [change for change in changes if not change.is_noop]
    if user.is_admin or not user.name or not changes:
        return ()
    notes = list(_of_no_admin(user, changes))
    labels = tuple(change.name for change in changes if _changes_label(change)) if user.is_bot else ()
    if labels and (yield from server_version(known)) >= LABELS_DENIED_FROM:
        message = "From 2.0 on, the policy of bots denies changing displayName; do this with the token of a person."
        notes.append(PermissionNote(message=message, entities=labels))
    return tuple(notes)


def _of_no_admin(user: CurrentUser, changes: list[Change]) -> Iterator[PermissionNote]:
    if not user.is_bot:
        message = f"{user.name} is no admin: the server refuses what the policies of this user's roles do not allow."
        yield PermissionNote(message=message)
    if names := tuple(change.name for change in changes if _needs_admin(change)):
        message = "Only an admin makes bots and admins; the server will refuse this."
        yield PermissionNote(message=message, entities=names)


def _needs_admin(change: Change) -> bool:
    if change.kind == "Bot":
        return change.action in _MADE
    return change.kind == "User" and any(field.path in _ABOVE and field.after is True for field in change.fields)


def _changes_label(change: Change) -> bool:
    is_kept = change.action in (Action.update, Action.restore)
    return is_kept and any(field.path == "displayName" for field in change.fields)
