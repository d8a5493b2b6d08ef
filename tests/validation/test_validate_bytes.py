"""Bytes that editors on other systems leave in a file: told once, by byte and place, and the file is read all the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from openmetadata_provider.validation.diagnostics import Diagnostic, Severity
from openmetadata_provider.validation.reading.files import Syntax, documents
from openmetadata_provider.validation.reading.limits import DEFAULT_LIMITS
from openmetadata_provider.validation.reading.raw_bytes import Allowed
from openmetadata_provider.validation.reading.source import Document
from openmetadata_provider.validation.run import Options, checked

BOM = b"\xef\xbb\xbf"
SYNTAXES: tuple[Syntax, ...] = ("yaml", "json", "jsonl")
ROW = '{"kind": "Dashboard", "spec": {"name": "%s", "service": "looker"}}\n'
RIGHT = {
    "yaml": "kind: Dashboard\nspec:\n  name: a\n  service: looker\n",
    "json": '{\n  "kind": "Dashboard",\n  "spec": {"name": "a", "service": "looker"}\n}\n',
    "jsonl": ROW % "a" + ROW % "b",
}
OMP = [sys.executable, "-W", "error", "-c", "from openmetadata_provider.cli import main\nmain()", "validate"]


def told(folder: Path, data: bytes, syntax: str, *allow: Allowed) -> list[tuple[str, int, int]]:
    """Code, line and column of every error and warning."""
    file = folder / f"input.{syntax}"
    file.write_bytes(data)
    (result,) = checked([str(file)], Options(allow=frozenset(allow)))
    return [
        (d.code, d.place.line, d.place.column)
        for d in result.diagnostics
        if d.severity is not Severity.note and d.place is not None
    ]


def windows(syntax: str) -> bytes:
    return RIGHT[syntax].replace("\n", "\r\n").encode()


def first(folder: Path, data: bytes, syntax: Syntax) -> Diagnostic:
    file = folder / "input"
    file.write_bytes(data)
    found = next(iter(documents(str(file), syntax, DEFAULT_LIMITS)))
    assert isinstance(found, Diagnostic)
    return found


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_a_byte_order_mark_is_an_error_that_names_its_bytes(tmp_path: Path, syntax: Syntax) -> None:
    data = BOM + RIGHT[syntax].encode()
    assert told(tmp_path, data, syntax) == [("byte-order-mark", 1, 1)]
    found = first(tmp_path, data, syntax)
    assert "0xEF 0xBB 0xBF" in found.message
    assert "UTF-8 without BOM" in found.hint


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_line_ends_of_windows_are_one_error_that_names_the_byte(tmp_path: Path, syntax: Syntax) -> None:
    column = RIGHT[syntax].index("\n") + 1
    assert told(tmp_path, windows(syntax), syntax) == [("carriage-return", 1, column)]
    found = first(tmp_path, windows(syntax), syntax)
    assert "0x0D" in found.message
    assert "dos2unix, git config core.autocrlf input" in found.hint


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("allow", [(), (Allowed.bom,), (Allowed.crlf,), (Allowed.bom, Allowed.crlf)])
def test_each_is_allowed_by_its_own_name(tmp_path: Path, syntax: str, allow: tuple[Allowed, ...]) -> None:
    codes = {Allowed.bom: "byte-order-mark", Allowed.crlf: "carriage-return"}
    found = told(tmp_path, BOM + windows(syntax), syntax, *allow)
    assert [code for code, _, _ in found] == [codes[name] for name in Allowed if name not in allow]


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("allow", [(), (Allowed.crlf,)])
def test_a_lone_carriage_return_is_an_error_even_where_those_of_windows_are_not(
    tmp_path: Path, syntax: str, allow: tuple[Allowed, ...]
) -> None:
    data = RIGHT[syntax].replace(": ", ":\r ", 1).replace("\n", "\r\n" if allow else "\n").encode()
    before = data[: data.index(b"\r ")].split(b"\n")
    assert ("carriage-return", len(before), len(before[-1]) + 1) in told(tmp_path, data, syntax, *allow)


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_other_mistakes_are_told_in_the_same_run(tmp_path: Path, syntax: str) -> None:
    data = BOM + windows(syntax).replace(b"name", b"nmae")
    codes = {code for code, _, _ in told(tmp_path, data, syntax)}
    assert codes == {"byte-order-mark", "carriage-return", "unknown-field"}


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_places_are_those_of_the_same_file_without_these_bytes(tmp_path: Path, syntax: str) -> None:
    wrong = RIGHT[syntax].replace("name", "nmae")
    clean = told(tmp_path, wrong.encode(), syntax)
    assert clean
    data = BOM + wrong.replace("\n", "\r\n").encode()
    assert told(tmp_path, data, syntax, Allowed.bom, Allowed.crlf) == clean


def test_in_json_lines_the_first_line_that_ends_so_is_told(tmp_path: Path) -> None:
    rows = [ROW % name for name in "abcd"]
    data = (rows[0] + rows[1] + rows[2].replace("\n", "\r\n") + rows[3].replace("\n", "\r\n")).encode()
    assert told(tmp_path, data, "jsonl") == [("carriage-return", 3, len(rows[2]))]


@pytest.mark.parametrize(("syntax", "between"), [("yaml", "---\n"), ("jsonl", "")])
def test_a_mark_in_the_middle_of_files_put_together_is_told_too(tmp_path: Path, syntax: str, between: str) -> None:
    part = BOM + RIGHT[syntax].encode()
    line = (RIGHT[syntax] + between).count("\n") + 1
    joined = between.encode().join(
        [part.removeprefix(BOM), part.replace(b": a", b": c").replace(b'"a', b'"c').replace(b'"b', b'"d')]
    )
    assert told(tmp_path, joined, syntax) == [("byte-order-mark", line, 1)]
    assert told(tmp_path, joined, syntax, Allowed.bom) == []


def test_a_mark_inside_of_a_text_is_a_character(tmp_path: Path) -> None:
    assert told(tmp_path, RIGHT["json"].replace('"a"', '"a\ufeff"').encode(), "json") == []


@pytest.mark.parametrize("data", [windows("jsonl"), BOM + windows("jsonl"), RIGHT["jsonl"].encode("utf-16")])
def test_a_long_file_on_several_cores_is_told_once_too(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "long.jsonl"
    file.write_bytes(data * (3 * 1024 * 1024 // len(data)))
    one, two = (checked([str(file)], Options(), jobs=jobs) for jobs in (1, 2))
    assert one == two
    assert len(one[0].diagnostics) == one[0].counts.total() < 3


def test_a_carriage_return_written_as_an_escape_is_none(tmp_path: Path) -> None:
    assert told(tmp_path, RIGHT["yaml"].replace("a\n", '"a"\n  description: "x\\r\\n"\n').encode(), "yaml") == []


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_reader_alone_takes_the_same_option(tmp_path: Path, syntax: Syntax) -> None:
    file = tmp_path / "input"
    file.write_bytes(BOM + windows(syntax))
    read = list(documents(str(file), syntax, DEFAULT_LIMITS, allow=frozenset(Allowed)))
    assert read
    assert all(isinstance(part, Document) for part in read)


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.jsonl", "-"])
def test_the_command_refuses_them_unless_it_is_told_to_allow_them(tmp_path: Path, name: str) -> None:
    data = BOM + windows(name.partition(".")[2] or "jsonl")
    (tmp_path / "a.yaml" if name == "-" else tmp_path / name).write_bytes(data)

    def status(*arguments: str) -> int:
        return subprocess.run(
            [*OMP, name, *arguments], cwd=tmp_path, input=data, capture_output=True, check=False
        ).returncode

    assert status() == 1
    assert status("--allow", "bom") == 1
    assert status("--allow", "bom", "--allow", "crlf") == 0
    assert status("--allow", "utf-16") == 2


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\n\tb: 1\n", 2, 1),
        ("a: 1\n\tb: 2\n", 2, 1),
        ("a:\n  b: 1\n  \tc: 2\n", 3, 3),
        ("- a\n\t- b\n", 2, 1),
        ("-\tx: 1\n", 1, 2),
        ("a: |\n\tx\n", 2, 1),
        ("a: 1\n \tb: 2\n", 2, 2),
    ],
)
def test_a_tab_that_indents_is_named_wherever_yaml_stumbles_over_it(
    tmp_path: Path, text: str, line: int, column: int
) -> None:
    found = first(tmp_path, text.encode(), "yaml")
    assert found.place is not None
    assert (found.code, found.place.line, found.place.column) == ("tab", line, column)
    assert "byte 0x09" in found.message


@pytest.mark.parametrize("text", ["a: {\n\tb: 1}\n", "a:\t1\n", 'a: "x\n\ty"\n'])
def test_a_tab_elsewhere_is_none_of_our_business(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text)
    assert all(isinstance(part, Document) for part in documents(str(file), "yaml", DEFAULT_LIMITS))


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_bad_utf_8_is_an_error_that_names_the_byte(tmp_path: Path, syntax: Syntax) -> None:
    found = first(tmp_path, '"é'.encode() + b"\xff\n", syntax)
    assert found.place is not None
    assert (found.code, found.place.line, found.place.column) == ("not-utf-8", 1, 3)
    assert "byte 0xFF at offset 3" in found.message


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_utf_16_is_called_so_once(tmp_path: Path, syntax: str) -> None:
    assert told(tmp_path, (RIGHT[syntax] * 2).encode("utf-16"), syntax) == [("not-utf-8", 1, 1)]
    assert "UTF-16" in first(tmp_path, "a: 1\n".encode("utf-16"), "yaml").message
