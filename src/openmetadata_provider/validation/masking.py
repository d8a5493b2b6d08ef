"""Passwords in what is shown: not their text, and not how long they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from openmetadata_provider.client.secret import SECRET_LIKE

MASK: Final = "********"
"""What stands for any password."""
_WRITTEN: Final = re.compile(
    rf"(?:{SECRET_LIKE.pattern})\w{{0,40}}[\"']?\s{{0,8}}[:=]\s{{0,8}}[\"']?"
    r"(?P<value>[^\s\"'{\[](?:[^\"',}\]\n]|[,}\]](?=[^\s\"',}\]]))*)",
    re.I,
)
"""A password inside a text or a key, where broken quotes put it: `clientSecret: …`. It goes on to the next quote, or to
what ends a value. What may be repeated is bounded: a line of many megabytes is searched in one pass."""


def written_passwords(text: str) -> Iterator[tuple[int, int]]:
    """Where in a text passwords stand, begin and end, after what looks like their key."""
    return (match.span("value") for match in _WRITTEN.finditer(text))


def without_passwords(text: str) -> str:
    """The text with a mask for every password in it. The same again for what is masked already."""
    return masked(text, list(written_passwords(text)))


def masked(text: str, parts: list[tuple[int, int]]) -> str:
    """The text with a mask for each of these parts, which are in order and apart."""
    pieces, end = [], 0
    for start, stop in parts:
        pieces += [text[end:start], MASK]
        end = stop
    return "".join(pieces) + text[end:]
