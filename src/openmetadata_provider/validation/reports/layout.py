"""Text in columns of a terminal: wide characters, tabs, control characters, lines longer than the screen."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import Final
from unicodedata import category, combining, east_asian_width

TAB: Final = "    "
CUT: Final = "…"
_WORDS: Final = re.compile(r"(?<=\s)(?=\S)")
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def shown(character: str) -> str:
    """A character as it may go to a terminal: none that moves the cursor or turns the writing round."""
    if character == "\t":
        return TAB
    if character.isascii():
        return character if character.isprintable() else f"\\x{ord(character):02x}"
    return f"\\u{ord(character):04x}" if category(character) in _HIDDEN else character


def safe(text: str) -> str:
    """The text with every character as it may go to a terminal, in one line."""
    return text if text.isascii() and text.isprintable() else "".join(map(shown, text))


def columns(text: str) -> int:
    """How many columns a safe text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if combining(character) or category(character) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A line of a file as it is shown, and the stretch under which the carets stand."""

    text: str
    start: int
    """Columns before the stretch."""
    length: int
    """Columns of the stretch; at least 1."""


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """The part of a line around its characters `start` to `end` (from 0) that fits into `room` columns."""
    pieces = [safe(character) for character in line]
    widths = [columns(piece) for piece in pieces]
    start = min(start, len(pieces))
    end = max(start, min(end, len(pieces)))
    if sum(widths) <= room:
        first, last = 0, len(pieces)
    else:
        first, last = _window(widths, start, end, room - 2)
    before = CUT if first > 0 else ""
    after = CUT if last < len(pieces) else ""
    length = sum(widths[start : min(end, last)])
    text = before + "".join(pieces[first:last]) + after
    return Excerpt(text=text, start=len(before) + sum(widths[first:start]), length=max(1, length))


def _window(widths: list[int], start: int, end: int, room: int) -> tuple[int, int]:
    """First and last character that are shown: some before the stretch, the stretch, then more of both sides."""
    first = _reach(widths[:start][::-1], room // 4)
    last = _reach(widths[start:end], room - sum(widths[start - first : start]))
    used = sum(widths[start - first : start + last])
    more_after = _reach(widths[start + last :], (room - used) // 2 if last == end - start else 0)
    used += sum(widths[start + last : start + last + more_after])
    first = _reach(widths[:start][::-1], sum(widths[start - first : start]) + room - used)
    used = sum(widths[start - first : start + last])
    return start - first, start + last + _reach(widths[start + last :], room - used)


def _reach(widths: list[int], room: int) -> int:
    """How many characters from the first on fit into some columns."""
    used = 0
    for number, width in enumerate(widths):
        used += width
        if used > room:
            return number
    return len(widths)


def wrapped(text: str, width: int | None, indent: str = "    ") -> list[str]:
    """The text in lines of at most `width` columns (None: one line), broken between words, all but the first indented.

    A word longer than a line, such as a path, is left whole.
    """
    if width is None or columns(text) <= width:
        return [text]
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    ) or [text]


def folded(text: str, room: int) -> list[str]:
    """A safe text in lines of at most `room` columns, broken between words where that can be, else within them."""
    lines, line = [], ""
    for word in _WORDS.split(text):
        if line and columns((line + word).rstrip()) > room:
            lines.append(line.rstrip())
            line = ""
        while columns(word.rstrip()) > room:
            reach = max(1, _reach([columns(character) for character in word], room))
            lines.append(word[:reach])
            word = word[reach:]
        line += word
    return [*lines, line.rstrip()] if line.strip() or not lines else lines
