"""Ctrl-C, and the signal that ends jobs: while nothing is changed they end a command at once, afterwards in order."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Final, NoReturn

from openmetadata_provider.validation.reports.layout import wrapped
from openmetadata_provider.validation.reports.terminal import look_of

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.commands.progress import Display

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)
_STOPPING: Final = "Stopping: what is under way is finished, nothing more is started. Ctrl-C again ends at once."
_UNKNOWN: Final = "after {counts} changes. What was under way may be done or not: omp plan shows what is left."
_STDERR: Final = 2
_CLEAN: Final = "\n\x1b[2K\x1b[?25h"
"""Below the ^C that a terminal shows: the line of a bar is emptied, the cursor is shown again."""


class Interruption:
    """What was asked for by signals while a command runs."""

    def __init__(self, command: str, display: Display) -> None:
        self.stop = threading.Event()
        """Set by the first signal once changes are made; the run sets it, too, when going on is no use."""
        self._signal = 0
        self._command, self._display = command, display
        self._is_changing = False

    @property
    def status(self) -> int | None:
        """Exit status of a run that was interrupted, None for one that was not: 130 after Ctrl-C."""
        return 128 + self._signal if self._signal else None

    def changes_begin(self) -> None:
        """From now on a signal lets what is on its way finish."""
        self._is_changing = True

    @contextmanager
    def handled(self) -> Iterator[None]:
        """Signals come here while the block runs."""
        if threading.current_thread() is not threading.main_thread():
            yield  # signals are for the main thread alone
            return
        before = {number: signal.signal(number, self._handle) for number in SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _handle(self, number: int, _: FrameType | None) -> None:
        if not self._is_changing or self._signal:
            self._end(number)
        self._signal = number
        self.stop.set()
        with contextlib.suppress(RuntimeError):  # the signal came in the middle of a write to the same stream
            self._display.say(_STOPPING, below_echo=True)

    def _end(self, number: int) -> NoReturn:
        """Without looking back: threads wait for a server, and this one may be anywhere, in a handler or a write."""
        left = _UNKNOWN.format(counts=self._display.counts()) if self._is_changing else "and nothing was changed."
        is_terminal = sys.stderr.isatty()
        lines = wrapped(f"omp {self._command}: ended at once, {left}", look_of(sys.stderr).width)
        text = "".join(f"{line}\n" for line in lines)
        os.write(_STDERR, f"{_CLEAN if is_terminal else ''}{text}".encode())
        os._exit(128 + number)
