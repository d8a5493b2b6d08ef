"""Colours and width, as where the text goes has them; and the way there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import TextIOWrapper
from typing import Final, TextIO

from openmetadata_provider.validation.diagnostics import Severity

_ESCAPES: Final = {
    Severity.error.value: "1;31",
    Severity.warning.value: "1;33",
    Severity.note.value: "1;36",
    "place": "1",
    "frame": "34",
    "good": "32",
    "added": "32",
    "changed": "33",
    "removed": "31",
    "quiet": "2",
}
UNKNOWN_WIDTH: Final = 120
"""Columns of an excerpt where there is no terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How text is to look."""

    colours: bool = False
    width: int | None = None
    """Columns of the terminal; None where there is none, and sentences stay in one line."""

    def paint(self, style: str, text: str) -> str:
        """The text in the colour of a style: a severity, or a key of the table above."""
        return f"\x1b[{_ESCAPES[style]}m{text}\x1b[0m" if self.colours and text else text

    @property
    def room(self) -> int:
        """Columns that a shown line may take."""
        return max(20, self.width or UNKNOWN_WIDTH)


def look_of(stream: TextIO, environment: Mapping[str, str] = os.environ) -> Look:
    """The look of what is written to a stream.

    Colours go to terminals. `NO_COLOR` (any text) forbids them, `FORCE_COLOR` (any text) asks for them anywhere;
    if both are set, `NO_COLOR` wins. `COLUMNS` is the width, if it is set.
    """
    is_terminal = stream.isatty()
    able = is_terminal and environment.get("TERM") != "dumb"
    colours = not environment.get("NO_COLOR") and (able or bool(environment.get("FORCE_COLOR")))
    width = shutil.get_terminal_size().columns if is_terminal or environment.get("COLUMNS", "").isdigit() else None
    return Look(colours=colours, width=width)


def print_pieces(pieces: Iterable[str], stream: TextIO | None = None) -> None:
    """To standard output or `stream`, whatever it can show; a reader that has seen enough ends it quietly."""
    stream = sys.stdout if stream is None else stream
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    try:
        stream.writelines(pieces)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # or Python complains when it exits
