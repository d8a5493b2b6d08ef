"""The report for people: width, wide characters, tabs, colours, and nothing that a terminal would obey."""

from __future__ import annotations

import io
import re

import pytest

from openmetadata_provider.validation.diagnostics import Diagnostic, Place, Severity
from openmetadata_provider.validation.reports.github import github_report
from openmetadata_provider.validation.reports.layout import columns
from openmetadata_provider.validation.reports.outcome import Outcome
from openmetadata_provider.validation.reports.terminal import Look, look_of
from openmetadata_provider.validation.reports.text import diagnostic_lines, summary_lines
from openmetadata_provider.validation.run import FileResult

PLAIN = Look()


def told(line: str, stretch: str, look: Look = PLAIN, *, file: str = "a.yaml", hint: str = "Mend it.") -> list[str]:
    start = line.index(stretch)
    end = start + len(stretch)
    place = Place(file=file, line=12, column=start + 1, end_column=end + 1, text=line, text_start=start, text_end=end)
    diagnostic = Diagnostic(code="unknown-field", message='there is no "x"', hint=hint, place=place)
    return list(diagnostic_lines(diagnostic, look))


def test_the_line_is_shown_with_carets_under_the_stretch_and_the_hint_after_them() -> None:
    assert told("  nmae: sales", "nmae") == [
        'a.yaml:12:3: error[unknown-field]: there is no "x"',
        "  12 |   nmae: sales",
        "     |   ^^^^ Mend it.",
    ]


@pytest.mark.parametrize("line", ["a\tnmae: x", "日本: nmae", "e\u0301: nmae", "\U0001f600 nmae", "\x1b[31m nmae"])
def test_carets_stand_under_the_stretch_whatever_is_before_it(line: str) -> None:
    _, shown, carets = told(line, "nmae")
    before = shown[: shown.index("nmae")]
    assert columns(before) == carets.index("^")
    assert carets.count("^") == 4


def test_carets_are_as_wide_as_wide_characters() -> None:
    assert told("x: 日本語 y", "日本語")[2].count("^") == 6


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("filler", ["word ", "日本 ", "x", "\t"])
@pytest.mark.parametrize("where", [0, 30, 500])
def test_no_line_is_wider_than_the_terminal(width: int, filler: str, where: int) -> None:
    line = filler * where + "nmae" + filler * (500 - where)
    hint = "It has name, displayName, description, sourceUrl, project, charts, dataModels and tags."
    lines = told(line, "nmae", Look(width=width), hint=hint)
    assert max(map(columns, lines)) <= width
    shown, carets = lines[1:3] if lines[1].startswith("  12") else lines[2:4]
    assert columns(shown[: shown.index("nmae")]) == carets.index("^")


def test_a_stretch_longer_than_the_terminal_begins_where_it_begins() -> None:
    lines = told("  name: " + "x" * 500, "x" * 500, Look(width=80))
    assert max(map(columns, lines)) <= 80
    assert "name: xxx" in lines[1]
    assert lines[2].index("^") == lines[1].index("xxx")


def test_without_a_terminal_sentences_stay_in_one_line_and_excerpts_are_short() -> None:
    lines = told("nmae " + "x" * 5000, "nmae", hint="word " * 100 + "end")
    assert max(map(len, lines[1:3])) <= 120
    assert lines[3].endswith("word end")


def test_what_a_terminal_would_obey_is_written_out() -> None:
    text = "\n".join(told("nmae: \x1b]0;title\x07\u202e\x9b", "nmae", file="a\x1b[2J.yaml"))
    assert not any(character in text for character in "\x1b\x07\x9b\u202e")
    assert "\\x1b]0;title\\x07\\u202e\\u009b" in text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "colours"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (io.StringIO(), {}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
    ],
)
def test_colours_are_as_the_terminal_and_the_environment_say(
    stream: io.StringIO, environment: dict[str, str], colours: bool
) -> None:
    look = look_of(stream, environment)
    assert look.colours is colours
    assert ("\x1b[" in "".join(told("nmae: x", "nmae", look))) is colours


def test_colours_change_nothing_else() -> None:
    coloured = "\n".join(told("  nmae: sales", "nmae", Look(colours=True)))
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == "\n".join(told("  nmae: sales", "nmae"))


def test_the_summary_lists_what_has_to_be_on_the_server_by_kind() -> None:
    notes = [
        Diagnostic(code="expected-on-server", message="m", severity=Severity.note, refers_to=refers_to)
        for refers_to in (
            ("User or Team", "jane"),
            ("Domain", "Sales"),
            ("Domain", "Sales"),
            ("Domain", "Europe North"),
        )
    ]
    result = FileResult(file="a.yaml", diagnostics=tuple(notes), payloads=4)
    assert list(summary_lines(Outcome(results=[result]), PLAIN)) == [
        "3 references to what has to be on the server:",
        "  Domain: Europe North, Sales",
        "  User or Team: jane",
        "1 file, 4 payloads: valid.",
    ]


def test_what_github_reads_as_a_command_is_escaped() -> None:
    place = Place(file="a,b:c%.yaml", line=3, column=2, end_column=4)
    diagnostic = Diagnostic(code="syntax", message="100% wrong\r\n::error::x", hint="Mend it.", place=place)
    result = FileResult(file="x", diagnostics=(diagnostic,))
    assert next(github_report(Outcome(results=[result]))) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=3,endLine=3,col=2,endColumn=4,title=omp syntax::"
        "100%25 wrong%0D%0A::error::x%0AMend it."
    )


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Name, properties and message of every workflow command, read as a runner reads them: line by line."""
    found = (re.fullmatch(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<message>.*)", line) for line in text.splitlines())
    return [
        (
            command["name"],
            {key: _read(value) for key, _, value in (one.partition("=") for one in command["properties"].split(","))},
            _read(command["message"]),
        )
        for command in found
        if command
    ]


def _read(written: str) -> str:
    codes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    return re.sub("|".join(codes), lambda match: codes[match[0]], written)


@pytest.mark.parametrize("name", ["a.yaml", "a,line=9.yaml", "::error::x.yaml", "100%0A.yaml", "a\nb.yaml", "a\r\n::x"])
@pytest.mark.parametrize("message", ["plain", "::error file=b::y", "%0A%25", "a\r\nb\nc", "x,y=z"])
def test_github_reads_what_was_meant_whatever_characters_it_has(name: str, message: str) -> None:
    place = Place(file=name, line=3, column=2, end_column=4)
    diagnostic = Diagnostic(code="syntax", message=message, hint="Mend it.", place=place)
    text = "\n".join(github_report(Outcome(results=[FileResult(file=name, diagnostics=(diagnostic,))])))
    properties = {"file": name, "line": "3", "endLine": "3", "col": "2", "endColumn": "4", "title": "omp syntax"}
    assert commands(text) == [("error", properties, f"{message}\nMend it.")]
