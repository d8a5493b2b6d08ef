"""A progress bar on the terminal, for runs that take longer than a moment."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from openmetadata_provider.validation.run import FileResult

if TYPE_CHECKING:
    from rich.progress import Progress

SILENT_S: Final = 1.0
"""How long a run may take before there is a bar."""


class ProgressBar:
    """Counts files on standard error, if that is a terminal. Nothing of it stays on the screen."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._begun = time.monotonic()
        self._wanted = sys.stderr.isatty()
        self._bar: Progress | None = None

    def __enter__(self) -> ProgressBar:
        return self

    def __call__(self, result: FileResult) -> None:
        """One more file is done."""
        self._done += 1
        if self._bar is None and self._wanted and time.monotonic() - self._begun >= SILENT_S:
            self._bar = self._started()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def _started(self) -> Progress:
        # Imported here: most runs are over before.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        bar = Progress(
            TextColumn("Checking"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        bar.add_task("files", total=self._total)
        bar.start()
        return bar
