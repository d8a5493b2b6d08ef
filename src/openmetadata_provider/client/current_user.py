"""Whose token it is: the server treats bots differently (reference/openmetadata-server.md, 3.2 and 9.1)."""

from __future__ import annotations

from dataclasses import dataclass

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.errors import AnswerMismatch, Problem

PATH = "/v1/users/loggedInUser"


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentUser:
    """The user a token belongs to."""

    id: str
    name: str
    is_bot: bool
    """Bots read secrets in plain text, and their PUT leaves descriptions, extensions and domains as they are."""
    is_admin: bool


def current_user(known: Known) -> Steps[CurrentUser]:
    """The token's user, asked for once per client. Raises ApiError, AnswerMismatch."""
    if known.current_user is None:
        answer = yield from fetch(Request(method="GET", path=PATH))
        user = answer.value if isinstance(answer.value, dict) else {}
        if not (isinstance(user.get("id"), str) and isinstance(user.get("name"), str)):
            problems = [Problem(pointer="", reason="no id and name")]
            raise AnswerMismatch(subject="User", problems=problems, method="GET", path=PATH)
        known.current_user = CurrentUser(
            id=user["id"], name=user["name"], is_bot=bool(user.get("isBot")), is_admin=bool(user.get("isAdmin"))
        )
    return known.current_user
