"""How far a command has come: a bar on a terminal, lines now and then elsewhere if they are asked for."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Final

from openmetadata_provider.validation.reports.layout import wrapped
from openmetadata_provider.validation.reports.terminal import look_of, print_pieces

if TYPE_CHECKING:
    from rich.progress import Progress

SILENT_S: Final = 1.0
"""How long reading may take before there is a bar."""
INTERVAL_S: Final = 5.0
"""Seconds between two lines where there is no bar."""


class Display:
    """Shows nothing but what is said; the others build on it. Threads may share it."""

    def __init__(self) -> None:
        self._lock = RLock()
        self.what, self.total, self.done, self.failed = "", 0, 0, 0

    def begin(self, what: str, total: int, *, is_short: bool = False) -> None:
        """A piece of work begins: `Applying` so many changes. `is_short`: it may be over before anybody looks."""
        with self._lock:
            self.end()
            self.what, self.total, self.done, self.failed = what, total, 0, 0
            self._begun(is_short=is_short)

    def advance(self, count: int = 1, *, failed: int = 0) -> None:
        """So many more are dealt with, so many of them in vain."""
        with self._lock:
            self.done += count
            self.failed += failed
            self._advanced()

    def say(self, sentence: str, *, below_echo: bool = False) -> None:
        """Something that stays on the screen. `below_echo`: the terminal shows a ^C just now."""
        with self._lock:
            lines = wrapped(sentence, look_of(sys.stderr).width)
            first = ["\n"] if below_echo and sys.stderr.isatty() else []
            print_pieces([*first, *(f"{line}\n" for line in lines)], sys.stderr)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """While somebody is asked something."""
        yield

    def end(self) -> None:
        """The work is over."""

    def counts(self) -> str:
        """`120 of 500, 2 failed`."""
        return f"{self.done:,} of {self.total:,}" + (f", {self.failed:,} failed" if self.failed else "")

    def _begun(self, *, is_short: bool) -> None:
        pass

    def _advanced(self) -> None:
        pass


class Lines(Display):
    """A line at the beginning, and another one every few seconds while something happens."""

    def __init__(self) -> None:
        super().__init__()
        self._said_at = 0.0

    def _begun(self, *, is_short: bool) -> None:
        self._said_at = time.monotonic()
        if not is_short:
            self.say(f"{self.what}: {self.counts()}")

    def _advanced(self) -> None:
        if time.monotonic() - self._said_at >= INTERVAL_S:
            self._said_at = time.monotonic()
            self.say(f"{self.what}: {self.counts()}")


class Bar(Display):
    """A bar on standard error. Nothing of it stays on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._bar: Progress | None = None
        self._started_at: float | None = None

    def say(self, sentence: str, *, below_echo: bool = False) -> None:
        with self.paused():
            super().say(sentence, below_echo=below_echo and self._bar is None)

    @contextmanager
    def paused(self) -> Iterator[None]:
        with self._lock:
            if self._bar is not None:
                self._bar.stop()
            yield
            if self._bar is not None:
                self._bar.start()

    def end(self) -> None:
        with self._lock:
            self._stop()
            self._started_at = None

    def _begun(self, *, is_short: bool) -> None:
        self._started_at = time.monotonic()
        if not is_short:
            self._start()

    def _advanced(self) -> None:
        if self._bar is None and self._started_at is not None and time.monotonic() - self._started_at >= SILENT_S:
            self._start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self.done, failed=self._failures())

    def _failures(self) -> str:
        return f"{self.failed:,} failed" if self.failed else ""

    def _start(self) -> None:
        # Imported here: most plans are made before there is anything to show.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("[red]{task.fields[failed]}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._bar.add_task(self.what, total=self.total, completed=self.done, failed=self._failures())
        self._bar.start()

    def _stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def display_for(*, quiet: bool, verbose: bool) -> Display:
    """What suits where standard error goes."""
    if quiet:
        return Display()
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        return Bar()
    return Lines() if verbose else Display()
