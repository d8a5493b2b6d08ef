"""Where the lines of a plan are written: how far in, in how many columns, and in which colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from openmetadata_provider.validation.reports.layout import folded
from openmetadata_provider.validation.reports.terminal import Look

STEP: Final = 4
"""Columns by which what is inside stands further right."""
STYLES: Final = {"+": "added", "~": "changed", "-": "removed", "@": "quiet", "!": "changed", "x": "removed"}
"""Of signs at the beginning of lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Where lines are written: how far in, and how they look."""

    look: Look
    indent: int
    is_new: bool = False
    """Whether all of it is new: lists then need no line for each item."""

    @property
    def room(self) -> int:
        """Columns after the indent, a sign and a space."""
        return max(20, self.look.room - self.indent - 2)

    @property
    def inner(self) -> Sheet:
        """The sheet for what is inside."""
        return replace(self, indent=self.indent + STEP)

    def line(self, sign: str, text: str) -> str:
        """A line that begins with a sign in its colour."""
        painted = self.look.paint(STYLES[sign], sign) if sign in STYLES else sign
        return f"{' ' * self.indent}{painted} {text}".rstrip()

    def block(self, sign: str, text: str, style: str = "") -> Iterator[str]:
        """A safe text in as many lines as it takes; the sign stands before the first."""
        for number, part in enumerate(folded(text, self.room)):
            yield self.line(" " if number else sign, self.look.paint(style, part) if style else part)
