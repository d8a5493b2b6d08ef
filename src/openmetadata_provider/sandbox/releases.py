"""Releases of OpenMetadata: which behaviours came with which (server reference, 11.2)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_VERSION = re.compile(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?")


class Release(NamedTuple):
    """A release by its numbers; releases compare as these do."""

    major: int
    minor: int = 0
    patch: int = 0


OWNERS_LIST = Release(1, 5)
"""Before: one `owner` in place of `owners`."""
ASYNC_DELETE = Release(1, 6)
INCREMENTAL_CHANGES = Release(1, 7)
DOMAINS_LIST = Release(1, 9)
"""Before: one `domain` in place of `domains`."""
ETAG = Release(1, 10)
RULES = Release(1, 10)
"""Rule engine (one domain per entity) and deletion locks."""
BULK = Release(1, 11)
TERM_RELATIONS = Release(1, 13)
"""`relatedTerms` says how terms are related; before it lists references."""
SANITIZED_WRITES = Release(1, 13, 3)
"""POST and PUT clean descriptions; the first release this was reported of."""
SECOND = Release(2)
"""2.0: names checked more strictly, mapping errors without details, PATCH cleans descriptions too."""
NEWEST_KNOWN = Release(1, 13)


@lru_cache(maxsize=64)
def release_of(version: str) -> Release:
    """The release that a version text starts with (`1.13.0-SNAPSHOT`); the newest known one for any other text."""
    match = _VERSION.match(version)
    return Release(*(int(number or 0) for number in match.groups())) if match else NEWEST_KNOWN
