"""No file, however broken, makes validation raise, hang or take the machine down."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from properties.hostile import MOST_BYTES, SUFFIXES, TOKENS, storm, survives

QUIET = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_any_bytes_are_answered(tmp_path: Path, suffix: str) -> None:
    @QUIET
    @given(st.binary(max_size=300))
    @example(b"\xff\xfe")
    @example(b"[" * 10_000)
    @example(b'{"a":' * 10_000)
    @example(b"- " * 10_000)
    def holds(data: bytes) -> None:
        survives(tmp_path, data, suffix)

    holds()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_any_order_of_what_yaml_is_made_of_is_answered(tmp_path: Path, suffix: str) -> None:
    @QUIET
    @given(st.lists(st.sampled_from(TOKENS), max_size=40))
    def holds(tokens: list[str]) -> None:
        survives(tmp_path, "".join(tokens).encode("utf-8", "surrogatepass"), suffix)

    holds()


def test_a_storm_of_hostile_files_stays_within_its_memory(tmp_path: Path) -> None:
    assert storm(tmp_path, 600, seed=1) < MOST_BYTES


def test_a_password_that_broken_quotes_put_into_a_key_is_not_shown(tmp_path: Path) -> None:
    """Found by a storm: the password stands in no value, so that no value of a secret's name hides it."""
    result = survives(tmp_path, b'{"x clientSecret: hunter2 y": 1}', ".yaml")
    assert result.diagnostics
    assert all("hunter2" not in str(d) + (d.place.text if d.place else "") for d in result.diagnostics)
