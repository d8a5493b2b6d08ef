"""Our requests as httpx's, and httpx's answers and errors as ours."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final, TypeVar
from urllib.parse import urlencode, urlsplit

import httpx

from openmetadata_provider.client.answers import looks_like_json
from openmetadata_provider.client.exchange import Request, Response
from openmetadata_provider.client.retries import BAD_CERTIFICATE
from openmetadata_provider.client.secret import Token
from openmetadata_provider.client.settings import Settings
from openmetadata_provider.client.tokens import TokenRequest
from openmetadata_provider.errors import ConfigurationError, ConnectionFailed, TimedOut, TransportError

_JSON: Final = (b"Content-Type", b"application/json")
_CONTENT_TYPES: Final = {"PATCH": (b"Content-Type", b"application/json-patch+json")}
_UNTRUSTED: Final = "Give the certificate of the server's authority: Network(ca_file=...) or SSL_CERT_FILE."
_NEVER_LEFT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
"""No connection was made: the server cannot have seen the request."""


ClientT = TypeVar("ClientT", httpx.Client, httpx.AsyncClient)


def http_client(kind: type[ClientT], settings: Settings, transport: Any) -> ClientT:
    """One of httpx's clients. Raises ConfigurationError for a network that cannot be used."""
    arguments = client_arguments(settings)
    if transport is not None:
        arguments["proxy"] = None  # it stands for the whole network; httpx would go past it
    try:
        return kind(transport=transport, **arguments)
    except ImportError:
        reason = "http2 needs openmetadata-provider[http2], a SOCKS proxy needs httpx[socks]: install it"
    except OSError:
        reason = "SSL_CERT_FILE or SSL_CERT_DIR names no certificates that can be read"
    except ValueError:  # its text holds the URL of the proxy, and that a password
        reason = "HTTP_PROXY, HTTPS_PROXY or ALL_PROXY is no URL such as http://proxy.example.com:3128"
    raise ConfigurationError(f"the network cannot be used: {reason}.")


def client_arguments(settings: Settings) -> dict[str, Any]:
    """What httpx's clients are made with. Raises ConfigurationError for certificates that cannot be used."""
    network = settings.network
    limits = httpx.Limits(max_connections=network.max_connections, max_keepalive_connections=network.max_connections)
    context = network.ssl_context()
    return {
        "headers": {**_own_headers(), **network.headers},
        "limits": limits,
        "proxy": network.proxy,
        "http2": network.http2,
        "verify": True if context is None else context,
    }


def _own_headers() -> dict[str, str]:
    try:
        release = version("openmetadata-provider")
    except PackageNotFoundError:
        release = "unknown"
    return {"Accept": "application/json", "User-Agent": f"openmetadata-provider/{release}"}


class Messages:
    """Translates for one server. What it raises or returns as an error shows no secret."""

    def __init__(self, settings: Settings, headers: httpx.Headers) -> None:
        self._api_url = settings.api_url
        self._headers = [(b"Host", httpx.URL(settings.api_url).netloc), *headers.raw]
        self._secrets = (*settings.tokens.secrets, *settings.network.secrets)
        network = settings.network
        timeout = httpx.Timeout(
            connect=network.connect_timeout_s,
            read=network.read_timeout_s,
            write=network.write_timeout_s,
            pool=network.pool_timeout_s,
        )
        self._extensions = {"timeout": timeout.as_dict()}

    def request(
        self, request: Request | TokenRequest, token: Token | None, request_id: str, cookies: httpx.Cookies
    ) -> httpx.Request:
        """The request as it is sent. Frames of httpx then hold the token: whoever calls this drops their traceback."""
        if isinstance(request, TokenRequest):
            return self._token_request(request, request_id)
        content = b"" if request.body is None else json.dumps(request.body, separators=(",", ":")).encode()
        headers = [*self._headers, (b"X-Request-Id", request_id.encode())]
        if token is not None:
            headers.append((b"Authorization", token.header.encode()))
        if request.method != "GET":
            headers.append((b"Content-Length", b"%d" % len(content)))
        if content:
            headers.append(_CONTENT_TYPES.get(request.method, _JSON))
        made = httpx.Request(
            request.method,
            self._url(request.path, request.query),
            headers=headers,
            stream=httpx.ByteStream(content),  # httpx then adds nothing, and need not look what is missing
            extensions=self._extensions,
        )
        for name, value in request.headers:
            made.headers[name] = value
        if cookies:  # of a load balancer
            cookies.set_cookie_header(made)
        return made

    def _token_request(self, request: TokenRequest, request_id: str) -> httpx.Request:
        """Another server than ours gets no headers meant for a gateway."""
        is_own = request.url.startswith("/")
        made = httpx.Request(
            "POST",
            self._url(request.url) if is_own else request.url,
            headers=self._headers if is_own else _own_headers(),
            content=request.content,
            extensions=self._extensions,
        )
        made.headers.update({"Content-Type": request.content_type, "X-Request-Id": request_id})
        if request.authorization is not None:
            made.headers["Authorization"] = request.authorization.header
        return made

    def _url(self, path: str, query: Sequence[tuple[str, str]] = ()) -> str:
        url = f"{self._api_url}{path}"
        return f"{url}?{urlencode(query)}" if query else url

    def response(self, answer: httpx.Response, request_id: str, token: Token | None) -> Response:
        """The answer. Error answers and pages may repeat the request: there, secrets are masked."""
        content = answer.content
        headers: Mapping[str, str] = answer.headers
        if not (answer.is_success and looks_like_json(content)):
            headers = {name.lower(): self._masked(value, token) for name, value in answer.headers.items()}
            content = self._masked(answer.text, token).encode()
        return Response(status=answer.status_code, headers=headers, content=content, request_id=request_id)

    def failure(
        self, error: Exception, request: Request | TokenRequest, request_id: str, token: Token | None
    ) -> TransportError:
        """The error for one of httpx's. Raise it outside the `except` block: chained, httpx's frames come along."""
        kind: type[TransportError] = TransportError
        if isinstance(error, httpx.TimeoutException):
            kind = TimedOut
        elif isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError | httpx.ProxyError):
            kind = ConnectionFailed
        method, path, host = self._place(request)
        reason = self._masked(f"{type(error).__name__}: {error}".removesuffix(": "), token)
        return kind(
            method=method,
            path=path,
            host=host,
            reason=reason,
            may_have_arrived=not isinstance(error, _NEVER_LEFT),
            request_id=request_id,
            advice=_UNTRUSTED if BAD_CERTIFICATE in reason else "",
        )

    def _place(self, request: Request | TokenRequest) -> tuple[str, str, str]:
        if isinstance(request, Request):
            return request.method, request.path, self._api_url
        if request.url.startswith("/"):
            return "POST", request.url, self._api_url
        parts = urlsplit(request.url)
        return "POST", parts.path, f"{parts.scheme}://{parts.netloc}"

    def _masked(self, text: str, token: Token | None) -> str:
        for secret in (*self._secrets, *([token] if token else ())):
            text = secret.removed_from(text)
        return text
