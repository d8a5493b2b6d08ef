"""Where the server is and how to talk to it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from openmetadata_provider.client.secret import Token
from openmetadata_provider.errors import ConfigurationError

DEFAULT_BINDINGS: Final = "openmetadata_bindings"
DEFAULT_TIMEOUT_S: Final = 30.0
HOST_VARIABLE: Final = "OPENMETADATA_HOST"
TOKEN_VARIABLE: Final = "OPENMETADATA_JWT_TOKEN"
_API_SUFFIX = re.compile(r"(/api(/v1)?)?/*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a client needs to know before its first request."""

    api_url: str
    """Base URL up to and with `/api`, no slash at the end."""
    token: Token
    timeout_s: float = DEFAULT_TIMEOUT_S
    bindings: str = DEFAULT_BINDINGS
    """Name of the package with the generated bindings."""


def settings_from_arguments(
    host: str | None, token: Token, *, timeout_s: float = DEFAULT_TIMEOUT_S, bindings: str = DEFAULT_BINDINGS
) -> Settings:
    """Checked settings. Raises ConfigurationError."""
    token.check()
    if not timeout_s > 0:
        raise ConfigurationError("timeout_s must be a number of seconds above 0.")
    return Settings(api_url=api_url_from_host(host), token=token, timeout_s=timeout_s, bindings=bindings)


def api_url_from_host(host: str | None) -> str:
    """`https://metadata.example.com/api` from the host with or without `/api` (or `/api/v1`) and slash at the end.

    Raises ConfigurationError for a host without scheme, or with a user, query or fragment in it.
    """
    try:
        parts = urlsplit((host or "").strip())
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        valid = False
    if not valid:
        raise ConfigurationError(
            "host must be a URL that begins with http:// or https://, such as https://metadata.example.com "
            "or http://localhost:8585/api."
        )
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ConfigurationError("host must hold no user, password, query or fragment; the token goes into jwt_token.")
    return f"{parts.scheme}://{parts.netloc}{_API_SUFFIX.sub('', parts.path)}/api"


def host_and_token_from_env(environ: Mapping[str, str] | None = None) -> tuple[str, Token]:
    """Host and token from `OPENMETADATA_HOST` and `OPENMETADATA_JWT_TOKEN`.

    Raises ConfigurationError that names each variable that is missing or empty.
    """
    environ = os.environ if environ is None else environ
    missing = [name for name in (HOST_VARIABLE, TOKEN_VARIABLE) if not environ.get(name, "").strip()]
    if missing:
        names = " and ".join(missing)
        raise ConfigurationError(f"{names} {'is' if len(missing) == 1 else 'are'} not set in the environment.")
    return environ[HOST_VARIABLE], Token(environ[TOKEN_VARIABLE])
