"""No file, however broken, makes validation raise, hang or take the machine down."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from properties.hostile import MOST_BYTES, SUFFIXES, keeps_its_password, storm, survives
from properties.hostile_words import TOKENS

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
        keeps_its_password(survives(tmp_path, "".join(tokens).encode("utf-8", "surrogatepass"), suffix))

    holds()


def test_a_storm_of_hostile_files_stays_within_its_memory(tmp_path: Path) -> None:
    assert storm(tmp_path, 600, seed=1) < MOST_BYTES


def test_a_password_that_broken_quotes_put_into_a_key_is_not_shown(tmp_path: Path) -> None:
    """Found by a storm: the password stands in no value, so that no value of a secret's name hides it."""
    result = survives(tmp_path, b'{"x clientSecret: hunter2 y": 1}', ".yaml")
    assert result.diagnostics
    keeps_its_password(result)


FOUND = {
    "a key twice before what is no JSON": (".json", b'{"a": 1, "a": 2}\n}\n'),
    "the same in a line": (".jsonl", b'{"a": 1, "a": 2}}\n\n"b"\n'),
    "a key twice and a number that is none": (".json", b'{"a": 1, "a": NaN}'),
    "a key twice and an end too early": (".json", b'{"a": 1, "a": 2'),
    "a key without a colon at the very end": (".yaml", b"kind: Team\nsqeckin"),
    "a byte-order mark before a carriage return": (".jsonl", b'\xef\xbb\xbf{"kind":\r\n"spec": 1}\n'),
    "a lone carriage return before what is not UTF-8": (".yaml", b"spec:\r\x8a \xc4 name: x\nspec:\n"),
    "a parent that ends in a dot": (".yaml", b"kind: Dashboard\nspec: {name: a, service: x.}\n"),
}
"""What fuzzing found, each by a traceback or by a place outside of the file."""


@pytest.mark.parametrize(("suffix", "data"), FOUND.values(), ids=FOUND)
def test_what_fuzzing_once_found_is_answered(tmp_path: Path, suffix: str, data: bytes) -> None:
    assert survives(tmp_path, data, suffix).diagnostics
