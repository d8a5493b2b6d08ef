"""Where the sandbox listens. Other machines reach it only if somebody says so."""

from __future__ import annotations

import socket
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from .calls import error_response
from .errors import ApiError, SettingError

LOOPBACK = "127.0.0.1"
Address = tuple[socket.AddressFamily, str]


def address_of(host: str, *, allow_remote: bool = False) -> Address:
    """The address that a name or an IP means; `SettingError` if it is none, or not loopback and not allowed."""
    try:
        [(family, _, _, _, place), *_] = socket.getaddrinfo(host or LOOPBACK, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise SettingError(f"--host {host}: there is no such address on this machine") from None
    address = str(place[0])
    if not allow_remote and not ip_address(address.partition("%")[0]).is_loopback:
        raise SettingError(
            f"--host {host} opens the sandbox to other machines. It is made for one: it has no TLS, so tokens and "
            "secrets would cross the network in clear text. Leave --host out to listen on "
            f"{LOOPBACK}, or add --allow-remote if the network is yours."
        )
    return family, address


def listening_socket(port: int, address: Address = (socket.AF_INET, LOOPBACK)) -> socket.socket:
    """A socket that listens; OSError if the port is taken or the address is not of this machine.

    The protocol is named because asyncio switches Nagle's algorithm off only then: 40 ms per answer otherwise.
    """
    family, host = address
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(128)
    except (OSError, OverflowError):
        bound.close()
        raise
    return bound


def url_of(bound: socket.socket) -> str:
    """The base URL of a bound socket: `http://127.0.0.1:8585`."""
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def is_loopback(bound: socket.socket) -> bool:
    """Whether a bound socket takes calls from this machine alone."""
    return ip_address(bound.getsockname()[0].partition("%")[0]).is_loopback


class LocalNamesOnly:
    """ASGI wrapper: 421 for a `Host` that does not name this machine.

    A page in a browser could otherwise reach the sandbox under a name of its own that it points to 127.0.0.1.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not _is_local(Headers(scope=scope).get("host", "")):
            text = "This sandbox answers to localhost and 127.0.0.1 only; --allow-remote lets other names in"
            await error_response(ApiError(421, text))(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_local(host: str) -> bool:
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    try:
        return name.lower() == "localhost" or ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False
