"""Every situation of the table looks as it is recorded beside it."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft7Validator
from lifecycle.lifecycle_situations import GOLDEN, Result, Situation, result_of, situations

from openmetadata_provider.lifecycle.reports.text import plan_lines
from openmetadata_provider.validation.reports.layout import columns
from openmetadata_provider.validation.reports.terminal import Look

UPDATE = "UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/lifecycle/test_golden_plans.py"
SITUATIONS = {situation.name: situation for situation in situations()}
UNSAFE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def plan_schema() -> dict[str, Any]:
    schema = files("openmetadata_provider.lifecycle.reports").joinpath("plan.schema.json")
    value: dict[str, Any] = json.loads(schema.read_text(encoding="utf-8"))
    return value


@cache
def validator() -> Draft7Validator:
    Draft7Validator.check_schema(plan_schema())
    return Draft7Validator(plan_schema())


def records(situation: Situation, result: Result) -> Iterator[tuple[str, str]]:
    """Name and content of every record."""
    for width in situation.widths:
        suffix = "" if width == 80 else f".{width}"
        yield f"{situation.name}{suffix}.txt", "\n".join(plan_lines(result.plan, Look(width=width)))
    yield f"{situation.name}.json", written(result.plan.to_json())
    if result.applied is not None:
        yield f"{situation.name}.applied.txt", str(result.applied)
        yield f"{situation.name}.applied.json", written(result.applied.to_json())


def written(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=2)


@pytest.fixture(params=SITUATIONS.values(), ids=SITUATIONS.keys())
def situation(request: pytest.FixtureRequest) -> Situation:
    found: Situation = request.param
    return found


def test_a_situation_looks_as_recorded(
    situation: Situation, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in situation.environment.items():
        monkeypatch.setenv(name, value)
    result = result_of(situation, tmp_path_factory.mktemp("hashes"))
    for name, text in records(situation, result):
        compare(name, result.hidden(text) + "\n")


def compare(name: str, text: str) -> None:
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    wanted = golden.read_text(encoding="utf-8") if golden.exists() else ""
    assert text == wanted, f"not what {name} holds; if it is meant to change: {UPDATE}"
    assert "hush" not in text


def test_there_are_enough_of_them_and_no_record_is_without_one() -> None:
    assert len(SITUATIONS) >= 50
    names = {path.name.partition(".")[0] for path in GOLDEN.iterdir() if path.name != "situations.yaml"}
    assert names == set(SITUATIONS)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.name)
def test_a_record_in_json_is_what_the_schema_describes(path: Any) -> None:
    validator().validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.name)
def test_a_record_in_text_fits_the_screen_and_moves_no_cursor(path: Any) -> None:
    width = 120 if path.name.endswith(".120.txt") else 80
    for line in path.read_text(encoding="utf-8").split("\n"):
        assert columns(line) <= width or line.startswith(("Plan: ", "Applied: "))
        assert not {unicodedata.category(character) for character in line} & UNSAFE
        assert line == line.rstrip()
