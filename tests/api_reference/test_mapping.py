"""`rows.toml` says which tests hold for each row of the page: it leaves no row out, and names no test that is not."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

from api_reference.documented import HERE, PAGE

ROWS: dict[str, list[str]] = tomllib.loads((HERE / "rows.toml").read_text(encoding="utf-8"))
SUITES = ("test_models.py", "test_client.py", "test_http.py", "test_python_examples.py")


def _page_rows() -> Iterator[str]:
    """A key for every table row, every field of a body or an answer, and every example of the page."""
    for section in PAGE.split("\n## "):
        title = section.partition("\n")[0]
        for row in re.findall(r"\n\|[-| ]+\|\n((?:\|.*\n?)+)", section):
            yield from (f"{title}: {line.split('|')[1].strip()}" for line in row.splitlines())
        for kind in ("Body", "Answer"):
            for text in re.findall(rf"^{kind}: (.*?)(?=\n\n|\n```|\Z)", section, re.MULTILINE | re.DOTALL):
                names = re.findall(r"`([A-Za-z]+)(?::[^`]*)?`", text)
                yield from (f"{title}: {kind.lower()} {name}" for name in names)
        if "```json" in section:
            yield f"{title}: example body"
        if "Bulk body:" in section:
            yield f"{title}: bulk body"


def _tests() -> set[str]:
    return {
        f"{name}::{node.name}"
        for name in SUITES
        for node in ast.parse((HERE / name).read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_row_of_the_page_has_tests() -> None:
    rows = set(_page_rows())
    assert len(rows) > 50, "the page is not read as it should be"
    assert rows - ROWS.keys() == set(), "rows of the page that rows.toml leaves out"
    assert all(ROWS.values())


def test_every_other_key_is_a_sentence_of_the_page() -> None:
    assert [key for key in ROWS.keys() - set(_page_rows()) if key not in PAGE] == []


def test_every_test_that_is_named_exists() -> None:
    assert {name for names in ROWS.values() for name in names} - _tests() == set()


def test_every_test_is_named() -> None:
    assert _tests() - {name for names in ROWS.values() for name in names} == set()
