"""Arguments of a command line into files."""

from __future__ import annotations

from pathlib import Path

import pytest

from openmetadata_provider import UsageError
from openmetadata_provider.validation.reading.finding import files_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a.yaml", "b.json", "c.txt", "sub/d.yml", "sub/deep/e.jsonl", ".hidden/f.yaml", "sub/.g.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


ALL = ["a.yaml", "b.json", "sub/d.yml", "sub/deep/e.jsonl"]


def test_a_folder_is_what_can_be_read_below_it_sorted(folder: Path) -> None:
    assert files_of(["."]) == ALL
    assert files_of(["sub"]) == ["sub/d.yml", "sub/deep/e.jsonl"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called_and_once(folder: Path) -> None:
    assert files_of(["c.txt", "a.yaml", ".", "-"]) == ["c.txt", "a.yaml", "b.json", *ALL[2:], "-"]


def test_a_pattern_is_what_it_matches(folder: Path) -> None:
    assert files_of(["**/*.y*ml"]) == ["a.yaml", "sub/d.yml"]


def test_what_matches_nothing_is_an_error_of_usage(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere.*no such file"):
        files_of(["nowhere/*.yaml"])


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ("sub/\n", ALL[:2]),
        ("sub\n", ALL[:2]),
        ("/sub/deep\n", ALL[:3]),
        ("deep/\n", ALL[:3]),
        ("*.yaml\n# sub/\n\n", ALL[1:]),
        ("*.y*ml\n!d.yml\n", ALL[1:]),
        ("/d.yml\n", ALL),
        ("a.yaml/\n", ALL),
        ("sub/**\n", ALL[:2]),
        ("**/e.jsonl\n", ALL[:3]),
        ("?.json\n", [ALL[0], *ALL[2:]]),
        ("[ab].*\n", ALL[2:]),
        ("a(yaml\na+yaml\n", ALL),
    ],
)
def test_an_ignore_file_is_read_as_a_gitignore(folder: Path, lines: str, left: list[str]) -> None:
    (folder / ".ompignore").write_text(lines)
    assert files_of(["."]) == left


def test_an_ignore_file_below_has_the_last_word(folder: Path) -> None:
    (folder / ".ompignore").write_text("*.yml\n")
    (folder / "sub" / ".ompignore").write_text("!d.yml\ndeep/\n")
    assert files_of(["."]) == ALL[:3]


def test_what_is_named_is_checked_though_a_folder_above_ignores_it(folder: Path) -> None:
    (folder / ".ompignore").write_text("sub/\na.yaml\n")
    assert files_of(["sub", "a.yaml"]) == ["sub/d.yml", "sub/deep/e.jsonl", "a.yaml"]
