"""Who may see the pages, and under which headers they are sent."""

from __future__ import annotations

import re
from ipaddress import ip_address

from starlette.requests import Request

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HOST = re.compile(r"(?:\[(?P<v6>[0-9a-fA-F:.]+)\]|(?P<name>[A-Za-z0-9.-]+))(?::[0-9]*)?")
PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""Headers of a proxy: the client is not who it seems to be."""


def refusal(request: Request) -> tuple[int, str] | None:
    """Status and reason if this client may not see the pages, or None."""
    if request.client is None or not _is_loopback(request.client.host):
        return 403, "The sandbox shows its pages only on the machine it runs on."
    if any(name in request.headers for name in PASSED_ON):
        return 403, "The sandbox shows its pages only directly, not through a proxy."
    if not _is_loopback(_name(request.headers.get("host", ""))):
        return 421, "The sandbox shows its pages only under the name localhost, 127.0.0.1 or [::1]."
    return None


def _name(host: str) -> str:
    """The name in a `Host` header, without the port; an empty one if the header is malformed."""
    found = HOST.fullmatch(host)
    return (found["v6"] or found["name"]) if found else ""


def _is_loopback(name: str) -> bool:
    if name.lower() == "localhost":
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)
