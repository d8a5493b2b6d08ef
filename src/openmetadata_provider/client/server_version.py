"""The version of the server, on which names of properties and the use of `If-Match` depend."""

from __future__ import annotations

import re
from typing import Final

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.errors import NotFound

NEWEST: Final = (9999, 0)
"""Stands for a version the server does not tell."""
_PATHS: Final = ("/v1/system/version", "/v1/version")
"""Where it is told; the second on servers before the first existed."""
_VERSION = re.compile(r"(\d+)\.(\d+)")


def server_version(known: Known) -> Steps[tuple[int, int]]:
    """Major and minor version of the server, read once per client; `NEWEST` if it does not say. Raises ApiError."""
    if known.server_version is None:
        known.server_version = yield from _told()
    return known.server_version


def _told() -> Steps[tuple[int, int]]:
    for path in _PATHS:
        try:
            answer = yield from fetch(Request(method="GET", path=path))
        except NotFound:
            continue
        text = answer.value.get("version") if isinstance(answer.value, dict) else None
        match = _VERSION.match(str(text))
        return (int(match[1]), int(match[2])) if match else NEWEST
    return NEWEST
