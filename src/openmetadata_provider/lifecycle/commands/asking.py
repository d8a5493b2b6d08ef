"""Questions to the person at the terminal. Only `yes` is a yes."""

from __future__ import annotations

import select
import sys
from threading import Event
from typing import TYPE_CHECKING, Final, TextIO

from openmetadata_provider.errors import UsageError
from openmetadata_provider.validation.reports.terminal import look_of, print_pieces

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.changes import Change
    from openmetadata_provider.lifecycle.commands.progress import Display

ONLY_YES: Final = "Only 'yes' is accepted: "
_LOOK_S: Final = 0.2
"""How often somebody who is asked may change their mind and stop the whole run."""


def may_ask(*, yes: bool) -> bool:
    """Whether questions are asked. Raises UsageError if one would have to be, and nobody is there to answer it."""
    if not yes and not sys.stdin.isatty():
        raise UsageError("standard input is no terminal, so nobody can be asked. Say --yes, or apply a saved plan.")
    return not yes


def confirmed(question: str, stream: TextIO) -> bool:
    """Whether the answer is yes. The end of the input is a no."""
    print_pieces([f"\n{question}\n  {ONLY_YES}"], stream)
    answer = sys.stdin.readline()
    if not answer.endswith("\n"):
        print_pieces(["\n"], stream)
    return answer.strip() == "yes"


class Asker:
    """Asks about entities that somebody changed meanwhile. Called by the threads of a run, one at a time."""

    def __init__(self, display: Display, stop: Event) -> None:
        self._display, self._stop = display, stop

    def __call__(self, change: Change) -> bool:
        """Whether the change is wanted as it is now. The end of a run that is being stopped is a no."""
        from openmetadata_provider.lifecycle.reports.text import change_lines

        with self._display.paused():
            if self._stop.is_set():
                return False
            head = f"\n{change.name} was changed meanwhile. What would be done to it now:\n"
            lines = "".join(f"{line}\n" for line in change_lines(change, look_of(sys.stderr)))
            print_pieces([head, lines, f"\nDo this? {ONLY_YES}"], sys.stderr)
            return self._answer() == "yes"

    def _answer(self) -> str:
        while not self._stop.is_set():
            if _has_input():
                return sys.stdin.readline().strip()
        return ""


def _has_input() -> bool:
    """Whether a line can be read, after a moment of waiting; where one cannot look, reading itself waits."""
    try:
        return bool(select.select([sys.stdin], [], [], _LOOK_S)[0])
    except (OSError, ValueError):
        return True
