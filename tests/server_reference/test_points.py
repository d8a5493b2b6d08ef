"""The table beside this file leaves no point of the two checklists without a test, and names no test that is not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = (Path(__file__).parent / "README.md").read_text(encoding="utf-8")
POINTS = {"Sandbox": 31, "Client": 23}
"""How many points each checklist has."""


def _rows(section: str) -> Iterator[tuple[int, list[str]]]:
    body = TABLE.split(f"## {section}", 1)[1].split("\n## ")[0]
    for number, tests in re.findall(r"^\| (\d+) \|[^|]+\|(.*)\|$", body, re.MULTILINE):
        yield int(number), re.findall(r"`([^`]+)`", tests)


@cache
def _tests_in(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(("section", "count"), POINTS.items())
def test_every_point_has_a_test(section: str, count: int) -> None:
    rows = dict(_rows(section))
    assert sorted(rows) == list(range(1, count + 1))
    assert [number for number, tests in rows.items() if not tests] == []


def test_every_test_that_is_named_exists() -> None:
    named = [test for section in POINTS for _, tests in _rows(section) for test in tests]
    assert len(named) > 100
    missing = [test for test in named if test.partition("::")[2] not in _tests_in(test.partition("::")[0])]
    assert missing == []
