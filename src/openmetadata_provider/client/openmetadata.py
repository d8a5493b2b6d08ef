"""The two client objects: a connection, and a collection for every kind of entity in the bindings."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, Unpack

from openmetadata_provider.client.bindings import entry_by_attribute, load_class, suggestion
from openmetadata_provider.client.secret import Secret
from openmetadata_provider.client.settings import ClientOptions, host_and_token_from_env, settings_from_arguments
from openmetadata_provider.client.token_sources import concealed, token_source
from openmetadata_provider.client.tokens import TokenFunction, TokenSource
from openmetadata_provider.client.transport import AsyncConnection, Connection

if TYPE_CHECKING:
    import httpx

    from openmetadata_bindings.surface import AsyncSurface, Surface
    from openmetadata_provider.client.current_user import CurrentUser
else:
    # Editors see the collections of the default bindings; at run time they are found by name in the registry.
    Surface = AsyncSurface = object


class _Collections:
    """Collections as attributes, each made when it is first used."""

    connection: Connection | AsyncConnection
    _entry_property = "resource"

    def __repr__(self) -> str:
        connection = self.__dict__.get("connection")  # absent in a client that was refused
        return f"{type(self).__name__}({connection.settings.api_url if connection else ''})"

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *entry_by_attribute(self.connection.settings.bindings)})

    if not TYPE_CHECKING:  # type checkers see Surface, and are to report unknown names

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_") or "connection" not in self.__dict__:
                raise AttributeError(f"{type(self).__name__} has no attribute {name!r}.")
            entries = entry_by_attribute(self.connection.settings.bindings)
            if name not in entries:
                hint = suggestion(name, entries)
                raise AttributeError(f"{type(self).__name__} has no collection {name!r}.{hint}")
            resource = load_class(getattr(entries[name], self._entry_property))(self.connection)
            self.__dict__[name] = resource
            return resource


class OpenMetadata(_Collections, Surface):
    """A client of one OpenMetadata server.

    Its collections (`om.dashboards`, `om.dashboard_services`, ...) come from the bindings and load on first use.
    A context manager: leaving it closes the connections. Threads may share it.
    """

    connection: Connection

    def __init__(
        self,
        *,
        host: str | Secret,
        jwt_token: str | Secret | TokenSource | TokenFunction,
        transport: httpx.BaseTransport | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Sends nothing yet.

        `host` is a URL that may end in `/api` or not. `jwt_token` is the token, or where it comes from: a function
        that gives one, TokenFile, Login, ClientCredentials. `transport` replaces the network, for tests.

        Options: `timeout_s` (all timeouts at once), `network` (proxy, certificates, headers, timeouts, pool), `retries`
        (RetryPolicy), `limits` (concurrency, rate), `on_exchange` (called with an ExchangeEvent after every exchange),
        `bindings` (package with the generated bindings). Raises ConfigurationError.
        """
        # Under the same names: no frame of ours keeps the texts.
        host, jwt_token = Secret(host), concealed(jwt_token)
        self.connection = Connection(settings_from_arguments(host, token_source(jwt_token), **options), transport)

    @classmethod
    def from_env(cls, *, transport: httpx.BaseTransport | None = None, **options: Unpack[ClientOptions]) -> Self:
        """A client for `OPENMETADATA_HOST` and `OPENMETADATA_JWT_TOKEN` (or `OPENMETADATA_JWT_TOKEN_FILE`).

        Raises ConfigurationError that names what is missing.
        """
        host, token = host_and_token_from_env()
        return cls(host=host, jwt_token=token, transport=transport, **options)

    def current_user(self) -> CurrentUser:
        """Whose token it is, and whether that is a bot. Asks once. Raises ApiError, AnswerError, TransportError."""
        from openmetadata_provider.client.current_user import current_user  # not before it is asked for

        return self.connection.run(current_user(self.connection.known))

    def close(self) -> None:
        """Closes the connections. Closing twice is fine."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncOpenMetadata(_Collections, AsyncSurface):
    """As `OpenMetadata`, for asyncio: verbs are awaited, lists are read with `async for`."""

    connection: AsyncConnection
    _entry_property = "async_resource"

    def __init__(
        self,
        *,
        host: str | Secret,
        jwt_token: str | Secret | TokenSource | TokenFunction,
        transport: httpx.AsyncBaseTransport | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """As `OpenMetadata`, with an async transport. A function given as `jwt_token` may be async."""
        # Under the same names: no frame of ours keeps the texts.
        host, jwt_token = Secret(host), concealed(jwt_token)
        self.connection = AsyncConnection(settings_from_arguments(host, token_source(jwt_token), **options), transport)

    @classmethod
    def from_env(cls, *, transport: httpx.AsyncBaseTransport | None = None, **options: Unpack[ClientOptions]) -> Self:
        """As `OpenMetadata.from_env`."""
        host, token = host_and_token_from_env()
        return cls(host=host, jwt_token=token, transport=transport, **options)

    async def current_user(self) -> CurrentUser:
        """As `OpenMetadata.current_user`."""
        from openmetadata_provider.client.current_user import current_user  # not before it is asked for

        return await self.connection.run(current_user(self.connection.known))

    async def aclose(self) -> None:
        """Closes the connections. Closing twice is fine."""
        await self.connection.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()
