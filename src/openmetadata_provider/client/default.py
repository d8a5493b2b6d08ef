"""The client behind verbs that are called on a class: `configure(...)` once, then `Dashboards.create(...)`."""

from __future__ import annotations

import atexit
from threading import Lock
from typing import TYPE_CHECKING, Unpack

from openmetadata_provider.client.openmetadata import OpenMetadata
from openmetadata_provider.client.secret import Secret
from openmetadata_provider.client.settings import HOST_VARIABLE, TOKEN_VARIABLE, ClientOptions
from openmetadata_provider.client.token_sources import concealed
from openmetadata_provider.client.tokens import TokenFunction, TokenSource
from openmetadata_provider.errors import ConfigurationError

if TYPE_CHECKING:
    import httpx


class _Slot:
    """Holds the default client of the process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._client: OpenMetadata | None = None

    def replace(self, client: OpenMetadata | None) -> None:
        with self._lock:
            previous, self._client = self._client, client
        if previous is not None:
            previous.close()

    def get(self) -> OpenMetadata:
        with self._lock:
            if self._client is None:
                self._client = _client_from_env()
            return self._client


_slot = _Slot()
atexit.register(_slot.replace, None)


def configure(
    *,
    host: str | Secret,
    jwt_token: str | Secret | TokenSource | TokenFunction,
    transport: httpx.BaseTransport | None = None,
    **options: Unpack[ClientOptions],
) -> None:
    """Sets the server that verbs called on classes talk to. Calling it again replaces (and closes) the client before.

    Arguments as for `OpenMetadata`. Raises ConfigurationError; then the client before stays.
    """
    host, jwt_token = Secret(host), concealed(jwt_token)
    _slot.replace(OpenMetadata(host=host, jwt_token=jwt_token, transport=transport, **options))


def default_client() -> OpenMetadata:
    """The client that `configure` set, else one for the environment. Raises ConfigurationError if neither is there."""
    return _slot.get()


def forget_default_client() -> None:
    """Closes the default client and goes back to the state before `configure`."""
    _slot.replace(None)


def _client_from_env() -> OpenMetadata:
    try:
        return OpenMetadata.from_env()
    except ConfigurationError as error:
        reason = str(error)
    raise ConfigurationError(
        f"no server is configured: {reason} Call configure(host=..., jwt_token=...) first, "
        f"or set {HOST_VARIABLE} and {TOKEN_VARIABLE}."
    )
