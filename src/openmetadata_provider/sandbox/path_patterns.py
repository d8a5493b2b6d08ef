"""Paths in one spelling, and patterns that match them.

A pattern is a glob: `*` stands for any text within one segment, `**` for any text at all, everything else for itself.
`*` alone matches every path. A slash inside a name is written `%2F`, a star `%2A`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from .errors import SettingError

UNESCAPED = "!$&'()+,;=:@"
"""What may stand in a segment as it is, beside letters, digits and `-._~`. A star may not: patterns use it."""
WILD = re.compile(r"(\*\*?)")


def spelled(text: str) -> str:
    """`text` with each segment escaped as far as needed and no further: `/a b%2fc` is `/a%20b%2Fc`."""
    return "/".join(quote(unquote_to_bytes(segment), safe=UNESCAPED) for segment in text.split("/"))


def path_of(scope: Mapping[str, Any]) -> str:
    """The path of an ASGI request in that spelling: ASCII, no control characters, no query."""
    raw: bytes = scope.get("raw_path") or quote(scope["path"]).encode()
    return spelled(raw.partition(b"?")[0].decode("latin-1"))


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression that a pattern means; `SettingError` if it is none."""
    if pattern in ("*", "**"):
        return re.compile(".*")
    if not pattern.startswith(("/", "**")):
        raise SettingError(f"the path {pattern!r} starts neither with / nor with **; * alone means every path")
    if "?" in pattern:
        raise SettingError(f"the path {pattern!r} has a query: rules match the path alone")
    return re.compile("".join(_expression(part) for part in WILD.split(pattern)))


def _expression(part: str) -> str:
    return {"*": "[^/]*", "**": ".*"}.get(part) or re.escape(spelled(part))


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern covers the whole of a path that is `spelled`."""
    return compiled(pattern).fullmatch(path) is not None
