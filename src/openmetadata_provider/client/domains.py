"""The one property whose name depends on the server's version: `domain` before 1.9, `domains` since.

Source: reference/openmetadata-server.md, 11.2.
"""

from __future__ import annotations

import re
from typing import Final

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.errors import Problem

MANY_DOMAINS_SINCE: Final = (1, 9)
NEWEST: Final = (9999, 0)
"""Stands for a version the server does not tell."""
_VERSION = re.compile(r"(\d+)\.(\d+)")


def server_version(known: Known) -> Steps[tuple[int, int]]:
    """Major and minor version of the server, read once per client; `NEWEST` if it does not say. Raises ApiError."""
    if known.server_version is None:
        answer = yield from fetch(Request(method="GET", path="/v1/system/version"))
        text = answer.value.get("version") if isinstance(answer.value, dict) else None
        match = _VERSION.match(str(text))
        known.server_version = (int(match[1]), int(match[2])) if match else NEWEST
    return known.server_version


def domains_placed(payload: Payload, known: Known) -> Steps[list[Problem]]:
    """Renames `domain` to `domains`, or back for an old server, in place. Returns what is wrong with them."""
    given = payload.value.keys() & {"domain", "domains"}
    if not given:
        return []
    if len(given) == 2:
        return [Problem(pointer="/domain", reason="give either domain or domains, not both")]
    version = yield from server_version(known)
    domains = payload.value.pop("domains") if "domains" in given else [payload.value.pop("domain")]
    if version >= MANY_DOMAINS_SINCE:
        payload.value["domains"] = domains
    elif len(domains) > 1:
        reason = f"this server ({version[0]}.{version[1]}) takes one domain per entity, {len(domains)} were given"
        return [Problem(pointer="/domains", reason=reason)]
    elif domains:
        payload.value["domain"] = domains[0]
    return []
