"""One exchange without a token, with what is otherwise left unseen: connection, certificate, times.

For diagnosis. What it sends is `GET /v1/system/version`, which a server answers to everybody.
"""

from __future__ import annotations

import re
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

import httpx

from openmetadata_provider.client.exchange import Request, Response
from openmetadata_provider.client.messages import Messages, http_client
from openmetadata_provider.client.settings import Settings
from openmetadata_provider.errors import TransportError

ASKED: Final = Request(method="GET", path="/v1/system/version")
REQUEST_ID: Final = "omp-doctor"
PROXY_AUTHENTICATION: Final = 407
_WHY_UNTRUSTED = re.compile(r"certificate verify failed: (.*?)(?: \(_ssl\.c:\d+\))?$")


@dataclass(slots=True, kw_only=True)
class Reached:
    """How far one exchange came. Times are seconds, None for what did not happen."""

    host: str = ""
    """Where the connection was made to, or tried: the server, or a proxy. Empty if nothing was tried."""
    port: int = 0
    address: str = ""
    """IP address of the other end; empty if there was no connection."""
    connected_s: float | None = None
    """Looking up the name, and connecting."""
    secured_s: float | None = None
    """The TLS handshake with the server."""
    tls_version: str = ""
    certificate: Mapping[str, Any] = field(default_factory=dict)
    """The server's certificate in the form of `ssl.SSLSocket.getpeercert`; empty if there is none, or it is unknown."""
    untrusted: str = ""
    """Why the certificate is not trusted, in the words of OpenSSL; empty if it is, or was not looked at."""
    is_refused_by_proxy: bool = False
    sent_at: float = 0.0
    """Unix time by the local clock, as `answered_at`."""
    answered_at: float = 0.0
    response: Response | None = None
    failure: TransportError | None = None


def reached(settings: Settings) -> Reached:
    """What came of one exchange with the server of the settings. Raises ConfigurationError; a failure is a result."""
    with http_client(httpx.Client, settings, None) as client:
        messages = Messages(settings, client.headers)
        trace = _Trace(urlsplit(settings.api_url).hostname or "")
        request = messages.request(ASKED, None, REQUEST_ID, client.cookies)
        request.extensions = {**request.extensions, "trace": trace}
        found = trace.found
        found.sent_at = time.time()
        try:
            found.response = messages.response(client.send(request), REQUEST_ID, None)
            found.is_refused_by_proxy = found.response.status == PROXY_AUTHENTICATION
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            found.failure = messages.failure(error, ASKED, REQUEST_ID, None)
            found.is_refused_by_proxy = isinstance(error, httpx.ProxyError)
            why = _WHY_UNTRUSTED.search(str(error))
            found.untrusted = why[1] if why else ""
        found.answered_at = time.time()
    return found


def untrusted_certificate(host: str, port: int, timeout_s: float) -> Mapping[str, Any]:
    """The certificate of a server that is not trusted; empty if it cannot be read (an expired one cannot).

    Nothing is sent but the handshake. Python decodes what it trusts, so the certificate is trusted alone, for a look.
    """
    anything = ssl.create_default_context()
    anything.check_hostname, anything.verify_mode = False, ssl.CERT_NONE
    try:
        encoded = _presented(anything, host, port, timeout_s).getpeercert(binary_form=True)
        itself = ssl.create_default_context(cadata=encoded)
        itself.check_hostname = False
        itself.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        return _presented(itself, host, port, timeout_s).getpeercert() or {}
    except (OSError, ValueError):
        return {}


def _presented(context: ssl.SSLContext, host: str, port: int, timeout_s: float) -> ssl.SSLObject:
    """The session of one handshake. Raises OSError."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    session = context.wrap_bio(incoming, outgoing, server_hostname=host)
    with socket.create_connection((host, port), timeout=timeout_s) as connection:
        while True:
            try:
                session.do_handshake()
                return session
            except ssl.SSLWantReadError:
                connection.sendall(outgoing.read())
                if not (piece := connection.recv(16_384)):
                    raise ConnectionResetError from None
                incoming.write(piece)


class _Trace:
    """Listens to what httpcore tells of one request."""

    def __init__(self, host: str) -> None:
        self.found = Reached()
        self._host = host
        self._begun = 0.0
        self._is_securing_server = False

    def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        match event.partition(".")[2]:
            case "connect_tcp.started":
                self._begun = time.perf_counter()
                self.found.host, self.found.port = str(info["host"]), int(info["port"])
            case "connect_tcp.complete":
                self._connected(info["return_value"])
            case "start_tls.started":
                self._begun = time.perf_counter()
                self._is_securing_server = info["server_hostname"] == self._host
            case "start_tls.complete" if self._is_securing_server:
                self._secured(info["return_value"])

    def _connected(self, stream: Any) -> None:
        self.found.connected_s = time.perf_counter() - self._begun
        address = stream.get_extra_info("server_addr")
        self.found.address = str(address[0]) if address else ""

    def _secured(self, stream: Any) -> None:
        self.found.secured_s = time.perf_counter() - self._begun
        session = stream.get_extra_info("ssl_object")
        self.found.certificate = session.getpeercert() or {}
        self.found.tls_version = session.version() or ""
