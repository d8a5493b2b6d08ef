"""Values of a plan in words and signs: none sends a control character to the terminal, none shows a secret."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from openmetadata_provider.client.settling import SERVER_MASK
from openmetadata_provider.validation.reports.layout import columns, safe

SECRET: Final = "(secret)"
CONTEXT: Final = 2
"""Lines of a text around each of its changes."""
_SENTENCES: Final = re.compile(r"(?<=[.!?;:])\s+")


def value_text(value: Any) -> str:
    """The value as JSON in one line, safe for a terminal; the mask of a secret in words."""
    if value == SERVER_MASK:
        return SECRET
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{value_text(key)}: {value_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(value_text, value)) + "]"
    return safe(json.dumps(value, ensure_ascii=False, default=str))


def item_text(value: Any) -> str:
    """An item that has a line for itself: a name needs no quotes there."""
    return safe(value) if isinstance(value, str) and value != SERVER_MASK else value_text(value)


def text_diff(before: str, after: str, room: int) -> Iterator[tuple[str, str]]:
    """What changes in a text, as signs of a unified diff (`@`, ` `, `-`, `+`) and lines that are safe to show.

    A text of lines longer than `room` columns is compared sentence by sentence.
    """
    old, new = _lines(before), _lines(after)
    if any(columns(safe(line)) > room for line in (*old, *new)):
        sentences = _sentences(old), _sentences(new)
        old, new = sentences if sentences[0] != sentences[1] else (old, new)
    for line in list(difflib.unified_diff(old, new, n=CONTEXT, lineterm=""))[2:]:
        yield line[0], (line if line[0] == "@" else _shown(line[1:]))


def text_lines(text: str) -> list[str]:
    """The lines of a text, safe to show."""
    return [_shown(line) for line in _lines(text)]


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _sentences(lines: list[str]) -> list[str]:
    return [sentence for line in lines for sentence in _SENTENCES.split(line)]


def _shown(line: str) -> str:
    """Spaces at the end, which nobody would see, are dots."""
    kept = line.rstrip(" ")
    return safe(kept) + "·" * (len(line) - len(kept))
