"""What a source of tokens is, and the token a client uses now.

A source does no I/O beyond a look at a file: what it needs sent or called it yields, and the connection does it.
The sources are in `token_sources` and `token_servers`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeAlias, TypeVar, runtime_checkable

from openmetadata_provider.client.clock import Clock
from openmetadata_provider.client.exchange import Response
from openmetadata_provider.client.secret import Secret, Token

T = TypeVar("T")
TokenFunction: TypeAlias = Callable[[], "str | Token | Awaitable[str | Token]"]
"""Gives the token to use from now on. May be `async` for an AsyncOpenMetadata."""
RENEWAL_S: Final = 60.0
"""How long before its end a token is renewed, or a tenth of its life if that is less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRequest:
    """A POST to whoever gives tokens. It carries no token itself."""

    url: str
    """A path below `/api` of the server (`/v1/users/login`), or the URL of another one."""
    content: bytes = field(repr=False)
    content_type: str
    authorization: Token | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenCall:
    """A function of the user's to call. The answer sent in is what it gives, awaited if need be."""

    function: TokenFunction


TokenSteps: TypeAlias = Generator["TokenRequest | TokenCall", "Response | Token", T]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A token in use."""

    token: Token
    renew_at: float | None = None
    """Unix time (seconds) from which a new one is fetched; None for a token whose end is unknown."""
    mark: object = None
    """What its source recognises it by."""


@runtime_checkable
class TokenSource(Protocol):
    """Gives tokens to one client, or to several."""

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """Texts to mask wherever a server repeats them."""

    def is_stale(self, held: Held, now: float) -> bool:
        """Whether `held` is to be replaced before the next request. Asked before each one, hence cheap. Unix time."""

    def fetched(self, held: Held | None, now: float) -> TokenSteps[Held]:
        """The token to use from now on. Raises ConfigurationError, TokenUnavailable, TransportError."""


def renewal_time(expires_at: object, now: float) -> float | None:
    """When to renew a token that ends at `expires_at` (Unix time, seconds); None if that is unknown.

    A token that reads as expired already was issued by a clock ahead or behind ours; then only a 401 tells.
    """
    if not isinstance(expires_at, int | float) or expires_at <= now:
        return None
    return expires_at - min(RENEWAL_S, (expires_at - now) / 10)


def held_token(token: Token, now: float, *, mark: object = None) -> Held:
    """The token, to be renewed shortly before the end that it tells itself."""
    return Held(token=token, renew_at=renewal_time(token.claims().get("exp"), now), mark=mark)


class RenewedTokens:
    """A source whose tokens are replaced when they near their end."""

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """None."""
        return ()

    def is_stale(self, held: Held, now: float) -> bool:
        """Whether the token nears its end."""
        return held.renew_at is not None and now >= held.renew_at


class TokenKeeper:
    """The token of one client. The caller sees to it that `steps` and `keep` are not run twice at a time."""

    def __init__(self, source: TokenSource, clock: Clock) -> None:
        self._source, self._clock = source, clock
        self._held: Held | None = None

    def current(self) -> Token | None:
        """The token to send, None if one must be fetched first."""
        held = self._held
        if held is None or self._source.is_stale(held, self._clock.unix_s()):
            return None
        return held.token

    def newer_than(self, rejected: Token | None) -> Token | None:
        """A good token other than the rejected one, which somebody else may have fetched in the meantime."""
        token = self.current()
        return None if token is None or token == rejected else token

    def steps(self) -> TokenSteps[Held]:
        """Fetches a token."""
        return self._source.fetched(self._held, self._clock.unix_s())

    def keep(self, held: Held) -> Token:
        """From now on this is the token."""
        self._held = held
        return held.token
