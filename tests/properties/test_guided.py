"""Coverage-guided fuzzing runs where its engine is installed, finds what is wrong, and says so where it is not."""

from __future__ import annotations

import fuzz
import pytest

from properties import guided

needs_engine = pytest.mark.skipif(not guided.is_available(), reason=guided.MISSING)


@needs_engine
@pytest.mark.parametrize("suffix", guided.SUFFIXES)
def test_a_moment_of_guided_fuzzing_tries_cases_and_finds_nothing(suffix: str) -> None:
    came = guided.run(suffix, seconds=1, seed=0)
    assert came.cases > 50
    assert (came.found, came.complaint) == ((), "")


def test_where_there_is_no_engine_fuzzing_says_that_it_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(guided, "is_available", lambda: False)
    assert fuzz.guided_files(1, 0) == 0
    assert "skipped: atheris is not installed (pip install '.[fuzz]')" in capsys.readouterr().out


def test_what_is_found_is_printed_and_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    came = guided.Guided(cases=7, found=(b"[",), complaint="Traceback: here")
    monkeypatch.setattr(guided, "is_available", lambda: True)
    monkeypatch.setattr(guided, "run", lambda suffix, seconds, seed: came)
    assert fuzz.guided_files(1, 0) == len(guided.SUFFIXES)
    shown = capsys.readouterr().out
    assert "7 guided .yaml files in 1 s, 1 faults" in shown
    assert "b'['" in shown
    assert "Traceback: here" in shown
