"""Where tokens come from.

a text or Token        used until the client is closed
TokenFile              read again when the file changes
a function             called when its token nears its end, and once after a 401
Login                  email and password of a user           } in token_servers
ClientCredentials      OpenID Connect, for machines           }
"""

from __future__ import annotations

import inspect
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from openmetadata_provider.client.secret import Secret, Token
from openmetadata_provider.client.tokens import (
    Held,
    RenewedTokens,
    TokenCall,
    TokenFunction,
    TokenSource,
    TokenSteps,
    held_token,
)
from openmetadata_provider.errors import ConfigurationError

_FILE_LIMIT_BYTES: Final = 65_536


@dataclass(frozen=True, slots=True)
class FixedToken:
    """One token, for good."""

    token: Token

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """The token."""
        return (self.token,)

    def is_stale(self, held: Held, now: float) -> bool:
        """Never."""
        return False

    def fetched(self, held: Held | None, now: float) -> TokenSteps[Held]:
        """The token."""
        return Held(token=self.token)
        yield  # what makes this a generator; there is nothing to ask


@dataclass(frozen=True, slots=True)
class FunctionToken(RenewedTokens):
    """Tokens that a function of the user's gives."""

    function: TokenFunction

    def fetched(self, held: Held | None, now: float) -> TokenSteps[Held]:
        """What the function gives."""
        token = yield TokenCall(function=self.function)
        assert isinstance(token, Token)
        token.check("what the function given as jwt_token gave")
        return held_token(token, now)


@dataclass(frozen=True, slots=True)
class TokenFile:
    """A token in a file, as secret stores and sidecars write it. It is read again when its time or size changes.

    While the file is missing, empty or half written, the last good token stays in use.
    """

    path: str | os.PathLike[str]

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """None that could be told ahead."""
        return ()

    def is_stale(self, held: Held, now: float) -> bool:
        """Whether the file changed."""
        return held.mark != self._mark()

    def fetched(self, held: Held | None, now: float) -> TokenSteps[Held]:
        """What the file holds. Raises ConfigurationError if it never held a token."""
        mark, token = self._mark(), self._read()
        if token is not None and token.is_sendable and (held is None or _is_as_whole_as(token, held.token)):
            return Held(token=token, mark=mark)
        if held is None:
            raise ConfigurationError(
                f"the token file {os.fspath(self.path)} "
                + ("cannot be read." if token is None else "holds no token.")
                + " Write the token alone into it, readable for this process."
            )
        return held
        yield  # what makes this a generator; a file is read in place

    def _mark(self) -> tuple[int, int] | None:
        try:
            status = os.stat(self.path)
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def _read(self) -> Token | None:
        try:
            with Path(self.path).open("rb") as file:
                return Token(file.read(_FILE_LIMIT_BYTES).decode(errors="replace"))
        except OSError:
            return None


def _is_as_whole_as(token: Token, last: Token) -> bool:
    """False for the front part of a JWT where the last token was a whole one."""
    return bool(token.claims()) or not last.claims()


def concealed(given: str | Secret | TokenSource | TokenFunction) -> Secret | TokenSource | TokenFunction:
    """What was given as `jwt_token`, text made a Secret. Never fails: assign it to the same name first."""
    if isinstance(given, Secret | TokenSource) or callable(given):
        return given
    return Secret(given if isinstance(given, str) else None)


def token_source(given: Secret | TokenSource | TokenFunction) -> TokenSource:
    """The source for what was given as `jwt_token`. Raises ConfigurationError: a token is checked at once."""
    if isinstance(given, Secret):
        token = Token(given)
        token.check()
        return FixedToken(token)
    return given if isinstance(given, TokenSource) else FunctionToken(given)


def called(call: TokenCall) -> Token:
    """What the user's function gives, for a client without an event loop. Raises ConfigurationError if it is async."""
    given = call.function()
    if not inspect.isawaitable(given):
        return Token(given if isinstance(given, str | Secret) else None)
    if inspect.iscoroutine(given):
        given.close()
    raise ConfigurationError("jwt_token is an async function: use it with AsyncOpenMetadata, or give a plain one.")


async def called_async(call: TokenCall) -> Token:
    """What the user's function gives. One that is not async runs in a thread: it may take its time."""
    import asyncio  # not before a client needs it

    given = call.function() if inspect.iscoroutinefunction(call.function) else await asyncio.to_thread(call.function)
    if inspect.isawaitable(given):
        given = await given
    return Token(given if isinstance(given, str | Secret) else None)
