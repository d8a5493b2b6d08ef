"""Texts into documents: what is read, what is refused and where, and that no text takes the machine down."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.reading.files import Syntax, documents
from openmetadata_provider.validation.reading.limits import DEFAULT_LIMITS, Limits
from openmetadata_provider.validation.reading.source import Document


def read(folder: Path, data: str | bytes, syntax: Syntax = "yaml", limits: Limits = DEFAULT_LIMITS) -> list[Any]:
    """Values of documents, and diagnostics, in order."""
    file = folder / "input"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return [part.value if isinstance(part, Document) else part for part in documents(str(file), syntax, limits)]


def the_error(found: list[Any]) -> tuple[str, int, int]:
    """Code, line and column of the only thing found."""
    assert len(found) == 1
    assert isinstance(found[0], Diagnostic)
    assert found[0].place is not None
    return found[0].code, found[0].place.line, found[0].place.column


def test_several_documents_are_read_and_empty_ones_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, "a: 1\n---\n---\n# nothing\n---\nb: [2]\n") == [{"a": 1}, {"b": [2]}]


@pytest.mark.parametrize("data", ["", "\n\n", "# nothing\n", "---\n"])
@pytest.mark.parametrize("syntax", ["yaml"])
def test_an_empty_file_has_no_documents(tmp_path: Path, data: str, syntax: Syntax) -> None:
    assert read(tmp_path, data, syntax) == []


def test_scalars_are_those_of_yaml_1_2(tmp_path: Path) -> None:
    text = "[yes, no, 2024-01-01, 0o17, 0x1F, 1e3, ~, true, '1', 012, 1_000, 12:30]"
    assert read(tmp_path, text) == [["yes", "no", "2024-01-01", 15, 31, 1000.0, None, True, "1", 12, "1_000", "12:30"]]


def test_anchors_and_merges_work_and_own_keys_win(tmp_path: Path) -> None:
    text = "base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4}\nmade: {<<: [*b, *o], x: 9}\nsame: *b\n"
    made = read(tmp_path, text)[0]
    assert made["made"] == {"x": 9, "y": 2, "z": 4}
    assert made["same"] == {"x": 1, "y": 2}


def test_a_duplicate_key_is_an_error_at_the_second(tmp_path: Path) -> None:
    assert the_error(read(tmp_path, "a: 1\nb: 2\na: 3\n")) == ("duplicate-key", 3, 1)
    assert the_error(read(tmp_path, '{"a": 1,\n "a": 2}', "json")) == ("duplicate-key", 2, 2)


@pytest.mark.parametrize("syntax", ["json", "jsonl"])
@pytest.mark.parametrize(
    ("rest", "code", "column"),
    [("]", "syntax", 17), ("}", "syntax", 17), (" {", "syntax", 18), ("[" * 9999, "syntax", 17)],
)
def test_what_is_no_json_after_a_duplicate_key_is_the_one_error(
    tmp_path: Path, syntax: Syntax, rest: str, code: str, column: int
) -> None:
    assert the_error(read(tmp_path, '{"a": 1, "a": 2}' + rest, syntax)) == (code, 1, column)


def test_an_alias_bomb_is_refused_before_it_is_written_out(tmp_path: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefghijklmnop", "bcdefghijklmnopq", strict=True):
        lines.append(f"{name}: &{name} [{', '.join(['*' + before] * 9)}]")
    assert the_error(read(tmp_path, "\n".join(lines)))[0] == "too-many-aliases"


def test_as_many_aliases_as_are_allowed_are_read(tmp_path: Path) -> None:
    text = "a: &a [1, 2, 3]\nb: [*a, *a]\n"
    assert read(tmp_path, text, limits=Limits(alias_values=8)) == [{"a": [1, 2, 3], "b": [[1, 2, 3]] * 2}]
    assert the_error(read(tmp_path, text, limits=Limits(alias_values=7)))[0] == "too-many-aliases"


def test_an_endless_alias_is_refused(tmp_path: Path) -> None:
    assert the_error(read(tmp_path, "a: &a\n  b: *a\n"))[0] == "endless-alias"
    assert the_error(read(tmp_path, "&a [*a]\n"))[0] == "endless-alias"


NESTED = {
    "flow lists": "[" * 10_000 + "]" * 10_000,
    "flow objects": '{"a":' * 10_000 + "1" + "}" * 10_000,
    "unclosed": "[" * 10_000,
    "block": "\n".join(" " * n + "a:" for n in range(2_000)),
    "dashes": "- " * 10_000 + "x",
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_ten_thousand_levels_of_yaml_are_one_error(tmp_path: Path, text: str) -> None:
    assert the_error(read(tmp_path, text))[0] == "too-deep"


@pytest.mark.parametrize("text", [NESTED["flow lists"], NESTED["flow objects"], NESTED["unclosed"]])
@pytest.mark.parametrize("syntax", ["json", "jsonl"])
def test_ten_thousand_levels_of_json_are_one_error(tmp_path: Path, text: str, syntax: Syntax) -> None:
    assert the_error(read(tmp_path, text, syntax))[0] in ("too-deep", "syntax")


@pytest.mark.parametrize("syntax", ["yaml", "json", "jsonl"])
def test_the_limit_of_depth_is_exact(tmp_path: Path, syntax: Syntax) -> None:
    limits = Limits(depth=5)
    assert read(tmp_path, "[" * 5 + "]" * 5, syntax, limits) == [[[[[[]]]]]]
    assert the_error(read(tmp_path, "[" * 6 + "]" * 6, syntax, limits))[0] == "too-deep"


@pytest.mark.parametrize("syntax", ["yaml", "json"])
def test_a_file_over_the_limit_is_not_read_on(tmp_path: Path, syntax: Syntax) -> None:
    assert read(tmp_path, '"' + "x" * 98 + '"', syntax, Limits(file_bytes=100)) == ["x" * 98]
    assert the_error(read(tmp_path, '"' + "x" * 99 + '"', syntax, Limits(file_bytes=100))) == ("too-big", 0, 0)


def test_a_long_line_of_json_lines_is_one_error_and_the_others_are_read(tmp_path: Path) -> None:
    first, *rest = read(tmp_path, '"' + "x" * 500 + '"\n"b"\n', "jsonl", Limits(line_bytes=100))
    assert the_error([first]) == ("too-big", 1, 0)
    assert rest == ["b"]


def test_a_bad_line_of_json_lines_leaves_the_others(tmp_path: Path) -> None:
    one, bad, three = read(tmp_path, '{"a": 1}\n{"a": \n\n{"a": 3}\n', "jsonl")
    assert (one, three) == ({"a": 1}, {"a": 3})
    assert the_error([bad])[:2] == ("syntax", 2)


@pytest.mark.parametrize("syntax", ["yaml", "json", "jsonl"])
@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_json_does_not_have_are_refused(tmp_path: Path, syntax: Syntax, number: str) -> None:
    written = {"NaN": ".nan", "Infinity": ".inf", "-Infinity": "-.inf"}.get(number, number)
    text = f'{{"a": 1, "b": {written if syntax == "yaml" else number}}}'
    assert the_error(read(tmp_path, text, syntax)) == ("no-number", 1, 15)


def test_a_number_of_many_digits_is_refused(tmp_path: Path) -> None:
    assert the_error(read(tmp_path, "[" + "9" * 10_000 + "]", "json"))[0] == "no-number"


@pytest.mark.parametrize("text", ["!!python/object/apply:os.system [ls]", "!own x", "!!set {a}", "!!binary aGk="])
def test_a_tag_is_refused_and_nothing_runs(tmp_path: Path, text: str) -> None:
    assert the_error(read(tmp_path, text))[0] == "unknown-tag"


def test_what_is_wrong_in_one_document_of_yaml_leaves_the_others(tmp_path: Path) -> None:
    one, bad, three = read(tmp_path, "a: 1\n---\na: 1\na: 2\n---\na: 3\n")
    assert (one, bad.code, three) == ({"a": 1}, "duplicate-key", {"a": 3})


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [('{"a": 1,}', 1, 8), ("{'a': 1}", 1, 2), ('{"a": 1} {"b": 2}', 1, 10), ('{"a":\n', 2, 1), ("// no\n{}", 1, 1)],
)
def test_a_syntax_error_of_json_stands_where_the_mistake_is(tmp_path: Path, text: str, line: int, column: int) -> None:
    assert the_error(read(tmp_path, text, "json")) == ("syntax", line, column)


def test_no_line_is_shown_of_a_text_that_cannot_be_read(tmp_path: Path) -> None:
    for syntax, text in (("yaml", 'password: "hunter2\n'), ("json", '{"password": "hunter2",}')):
        found = read(tmp_path, text, syntax)  # type: ignore[arg-type]
        assert "hunter2" not in str(found) + json.dumps(str(found[0].place))


def test_a_file_that_is_not_there_is_an_error_and_no_exception(tmp_path: Path) -> None:
    found = list(documents(str(tmp_path / "none.yaml"), "yaml", DEFAULT_LIMITS))
    assert the_error(found) == ("unreadable", 0, 0)
