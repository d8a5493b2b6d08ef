"""How the server is reached: proxy, certificates, headers, timeouts, pool.

What is not given here, httpx takes from the environment: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`,
`SSL_CERT_FILE`, `SSL_CERT_DIR`. Host and token come from `OPENMETADATA_*` (see `settings`).
"""

from __future__ import annotations

import math
import os
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NoReturn, TypeAlias
from urllib.parse import unquote, urlsplit

from openmetadata_provider.client.secret import Secret
from openmetadata_provider.errors import ConfigurationError

FilePath: TypeAlias = str | os.PathLike[str]
PROXY_SCHEMES: Final = ("http", "https", "socks5", "socks5h")
OWN_HEADERS: Final = ("authorization", "content-type", "content-length", "host", "transfer-encoding", "x-request-id")
"""Headers the client sets itself."""
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_HEADER_VALUE = re.compile(r"[\t -~]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How to reach the server. Checked by the client that gets it: making one never fails, as with `Token`."""

    proxy: str | None = field(default=None, repr=False)
    """URL of a proxy, with user and password if it wants them; None for what the environment says."""
    ca_file: FilePath | None = None
    """PEM file with the certificates to trust instead of the public ones."""
    client_cert: FilePath | tuple[FilePath, FilePath] | None = None
    """PEM file with the client's certificate and key, or one file for each."""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Sent with every request to the server, for a gateway before it. Not `Authorization`: that is `jwt_token`."""
    connect_timeout_s: float = 10.0
    read_timeout_s: float = 30.0
    """Between two pieces of an answer, hence also until it begins."""
    write_timeout_s: float = 30.0
    pool_timeout_s: float = 30.0
    """Until a connection is free."""
    max_connections: int = 100
    http2: bool = False
    """Offer HTTP/2 to an https server or gateway. Pays for many requests at a time in one event loop, not otherwise.
    Needs the extra `openmetadata-provider[http2]`."""

    def check(self) -> None:
        """Raises ConfigurationError, without the value, that says what to correct."""
        for name in ("connect_timeout_s", "read_timeout_s", "write_timeout_s", "pool_timeout_s"):
            if not 0 < getattr(self, name) < math.inf:
                raise ConfigurationError(f"Network: {name} must be a number of seconds above 0.")
        if self.max_connections < 1:
            raise ConfigurationError("Network: max_connections must be 1 or more.")
        self._check_proxy()
        self._check_headers()

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Network is not pickled: proxy and headers may hold passwords")

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What may not be shown: values of headers, the proxy's password."""
        password = urlsplit(self.proxy or "").password
        texts = [*self.headers.values(), *({password, unquote(password)} if password else ())]
        return tuple(Secret(text) for text in texts)

    def ssl_context(self) -> ssl.SSLContext | None:
        """What certificates are checked with; None for what is usual. Raises ConfigurationError."""
        if self.ca_file is None and self.client_cert is None:
            return None
        context = self._trusting()
        if self.client_cert is not None:
            self._show_certificate(context)
        return context

    def _trusting(self) -> ssl.SSLContext:
        import certifi  # what httpx trusts by itself

        trusted = os.fspath(self.ca_file or os.environ.get("SSL_CERT_FILE") or certifi.where())
        try:
            return ssl.create_default_context(cafile=trusted)
        except (OSError, ssl.SSLError) as error:
            reason = error.strerror if isinstance(error, FileNotFoundError | PermissionError) else "no PEM certificates"
        raise ConfigurationError(
            f"ca_file {trusted} cannot be used: {reason}. Give a PEM file that holds the certificate of the authority."
        )

    def _show_certificate(self, context: ssl.SSLContext) -> None:
        files = self.client_cert if isinstance(self.client_cert, tuple) else (self.client_cert,)
        paths = [os.fspath(file) for file in files if file is not None]
        reason = " and ".join(f"{path} does not exist" for path in paths if not os.path.exists(path))
        if not reason:
            try:
                # Without a function, a key with a password would be asked for on the terminal.
                return context.load_cert_chain(paths[0], paths[-1], password=lambda: "")
            except PermissionError:
                reason = "a file may not be read by this process"
            except (OSError, ValueError):
                reason = "certificate and key are not PEM, do not belong together, or the key has a password"
        raise ConfigurationError(
            f"client_cert cannot be used: {reason}. Give a PEM file with certificate and key (without password), "
            "or a pair of files."
        )

    def _check_proxy(self) -> None:
        if self.proxy is not None and not _is_proxy(self.proxy):
            raise ConfigurationError(
                "proxy must be a URL such as http://proxy.example.com:3128 (http, https or socks5); "
                "a user and password go before the host: http://user:password@proxy.example.com:3128."
            )

    def _check_headers(self) -> None:
        for name in self.headers:
            if not isinstance(name, str) or not _HEADER_NAME.match(name):
                raise ConfigurationError(f"headers: {name!r} is no name of a header.")
            if name.lower() in OWN_HEADERS:
                better = "give the token as jwt_token" if name.lower() == "authorization" else "leave it out"
                raise ConfigurationError(f"headers: {name} is set by the client itself; {better}.")
            if not isinstance(self.headers[name], str) or not _HEADER_VALUE.match(self.headers[name]):
                raise ConfigurationError(f"headers: the value of {name} must be one line of ASCII text.")


def _is_proxy(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in PROXY_SCHEMES and bool(parts.hostname) and (parts.port or 1) > 0
    except (ValueError, TypeError, AttributeError):
        return False
