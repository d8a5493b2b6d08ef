"""Where the server is and how to talk to it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypedDict
from urllib.parse import urlsplit

from openmetadata_provider.client.limits import Limits
from openmetadata_provider.client.network import Network
from openmetadata_provider.client.observing import OnExchange
from openmetadata_provider.client.retries import RetryPolicy
from openmetadata_provider.client.secret import Secret, Token
from openmetadata_provider.client.token_sources import TokenFile
from openmetadata_provider.client.tokens import TokenSource
from openmetadata_provider.errors import ConfigurationError

DEFAULT_BINDINGS: Final = "openmetadata_bindings"
HOST_VARIABLE: Final = "OPENMETADATA_HOST"
TOKEN_VARIABLE: Final = "OPENMETADATA_JWT_TOKEN"
TOKEN_FILE_VARIABLE: Final = "OPENMETADATA_JWT_TOKEN_FILE"
_API_SUFFIX = re.compile(r"(/api(/v1)?)?/*\Z")
_TIMEOUTS: Final = ("connect_timeout_s", "read_timeout_s", "write_timeout_s", "pool_timeout_s")


class ClientOptions(TypedDict, total=False):
    """What a client may be given besides host and token."""

    timeout_s: float | None
    """Seconds: all four timeouts of `network` at once."""
    network: Network
    retries: RetryPolicy
    limits: Limits
    on_exchange: OnExchange | None
    """Called with an ExchangeEvent after every exchange."""
    bindings: str
    """Name of the package with the generated bindings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a client needs to know before its first request."""

    api_url: str
    """Base URL up to and with `/api`, no slash at the end."""
    tokens: TokenSource
    network: Network
    retries: RetryPolicy
    limits: Limits
    on_exchange: OnExchange | None
    bindings: str


def settings_from_arguments(
    host: Secret,
    tokens: TokenSource,
    *,
    timeout_s: float | None = None,
    network: Network | None = None,
    retries: RetryPolicy | None = None,
    limits: Limits | None = None,
    on_exchange: OnExchange | None = None,
    bindings: str = DEFAULT_BINDINGS,
) -> Settings:
    """Checked settings. Raises ConfigurationError."""
    if on_exchange is not None and not callable(on_exchange):
        raise ConfigurationError("on_exchange must be a function that takes an ExchangeEvent.")
    network = _with_timeout(network or Network(), timeout_s)
    network.check()
    return Settings(
        api_url=api_url_from_host(host),
        tokens=tokens,
        network=network,
        retries=retries or RetryPolicy(),
        limits=limits or Limits(),
        on_exchange=on_exchange,
        bindings=bindings,
    )


def _with_timeout(network: Network, timeout_s: float | None) -> Network:
    if timeout_s is None:
        return network
    if not timeout_s > 0:
        raise ConfigurationError("timeout_s must be a number of seconds above 0.")
    timeouts: dict[str, Any] = dict.fromkeys(_TIMEOUTS, timeout_s)
    return replace(network, **timeouts)


def api_url_from_host(host: str | Secret | None) -> str:
    """`https://metadata.example.com/api` from the host with or without `/api` (or `/api/v1`) and slash at the end.

    Raises ConfigurationError, without the value, for a host without scheme, or with a user, query or fragment in it.
    """
    host = Secret(host)  # under the same name: what is pasted there by mistake may be a secret
    parts = _parts(host)
    if parts is None:
        raise ConfigurationError(
            "host must be a URL that begins with http:// or https://, such as https://metadata.example.com "
            "or http://localhost:8585/api."
        )
    if not parts.is_bare:
        raise ConfigurationError("host must hold no user, password, query or fragment; the token goes into jwt_token.")
    return parts.api_url


@dataclass(frozen=True, slots=True, kw_only=True)
class _Host:
    api_url: str = field(repr=False)
    is_bare: bool


def _parts(host: Secret) -> _Host | None:
    try:
        parts = urlsplit(host.reveal().strip())
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return None
    if not valid:
        return None
    is_bare = not ("@" in parts.netloc or parts.query or parts.fragment)
    return _Host(api_url=f"{parts.scheme}://{parts.netloc}{_API_SUFFIX.sub('', parts.path)}/api", is_bare=is_bare)


def host_and_token_from_env(environ: Mapping[str, str] | None = None) -> tuple[str, Token | TokenFile]:
    """Host and token from `OPENMETADATA_HOST` and `OPENMETADATA_JWT_TOKEN` or `OPENMETADATA_JWT_TOKEN_FILE`.

    Raises ConfigurationError that names each variable that is missing or empty.
    """
    environ = os.environ if environ is None else environ
    if not (missing := _missing(environ)):
        token = Token(environ.get(TOKEN_VARIABLE))
        return environ[HOST_VARIABLE], token or TokenFile(environ[TOKEN_FILE_VARIABLE].strip())
    del environ  # tracebacks show it
    names = " and ".join(missing)
    raise ConfigurationError(f"{names} {'is' if len(missing) == 1 else 'are'} not set in the environment.")


def _missing(environ: Mapping[str, str]) -> list[str]:
    has_file = environ.get(TOKEN_FILE_VARIABLE, "").strip()
    needed = (HOST_VARIABLE,) if has_file else (HOST_VARIABLE, TOKEN_VARIABLE)
    return [name for name in needed if not environ.get(name, "").strip()]
