"""The progress bar: on a terminal only, and only when a run takes a while."""

from __future__ import annotations

import io
import sys

import pytest

from openmetadata_provider.validation import progress
from openmetadata_provider.validation.run import FileResult


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "silent_s", "is_shown"),
    [(Terminal(), 0.0, True), (Terminal(), 1000.0, False), (io.StringIO(), 0.0, False)],
    ids=["long, terminal", "short, terminal", "long, no terminal"],
)
def test_a_bar_is_for_long_runs_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, silent_s: float, is_shown: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "SILENT_S", silent_s)
    monkeypatch.setenv("TERM", "xterm")
    with progress.ProgressBar(2) as bar:
        bar(FileResult(file="a"))
        bar(FileResult(file="b"))
    assert ("Checking" in stream.getvalue()) is is_shown
    assert (stream.getvalue() == "") is not is_shown
