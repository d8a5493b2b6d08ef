"""JSON Lines: the fast way takes no line that the slow way has a word to say about, and stretches add up to the file."""

from __future__ import annotations

import concurrent.futures
import json
import sys
from functools import partial, reduce
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openmetadata_provider.validation import jobs
from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.file_check import checked_file
from openmetadata_provider.validation.reading import json_lines
from openmetadata_provider.validation.reading.files import documents
from openmetadata_provider.validation.reading.json_lines import PARSER, Parser, exact_value, undoubted_value
from openmetadata_provider.validation.reading.limits import Limits
from openmetadata_provider.validation.reading.raw_bytes import ONCE
from openmetadata_provider.validation.reading.source import Document
from openmetadata_provider.validation.reading.stretches import stretches
from openmetadata_provider.validation.run import Options, checked

PARSERS = [pytest.param(PARSER, id="fast"), pytest.param(exact_value, id="exact")]
LIMITS = Limits(depth=6, line_bytes=2_000)
GOOD = '{"name": "a", "service": "b"}'

# Keys and texts that are written in several ways, and colons where they may be mistaken for those between.
KEYS = (
    r'"a"',
    r'"b"',
    '""',
    '":"',
    '"a:b"',
    r'"\u0061"',
    r'"\u003a"',
    r'"\u003A"',
    r'"\\u003a"',
    r'"\":"',
    r'"\\"',
    '"é"',
)
SCALARS = ("0", "-0", "1", "1.5", "-1e3", "1e-400", "true", "null", r'"\u0000"', r'"\ud83d\ude00"')
BIG = (str(2**63), str(2**64), str(-(2**63) - 1), "9" * 308, "9" * 400, "0." + "1" * 400)
BAD_SCALARS = ("01", "1.", "1e400", "-1e400", "NaN", "Infinity", "-Infinity", "nul", r'"\ud800"', '"\x01"', "9" * 5000)
keys = st.sampled_from(KEYS)
scalars = keys | st.sampled_from([*SCALARS, *BIG]) | st.integers().map(str) | st.floats(allow_nan=False).map(repr)


def _written(scalars: st.SearchStrategy[str], spaces: str) -> st.SearchStrategy[str]:
    """JSON with `spaces` here and there."""
    space = st.sampled_from(["", "", *spaces])

    def below(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        item = st.builds("{}{}{}".format, space, inner, space)
        pair = st.builds("{}{}{}:{}{}".format, space, keys, space, space, inner)
        listed = st.lists(item, max_size=3).map(lambda items: f"[{','.join(items)}]")
        return listed | st.lists(pair, max_size=4).map(lambda pairs: "{" + ",".join(pairs) + "}")

    return st.recursive(scalars, below, max_leaves=12)


sound = _written(scalars, " \t\r")
written = sound | _written(scalars | st.sampled_from(BAD_SCALARS), " \x0c\xa0")
ends = st.sampled_from(["\n", "\n", "", "\r\n", " \n", "\x00\n", "]\n", " 1\n"])


@st.composite
def lines(draw: st.DrawFn) -> bytes:
    """A line that looks like JSON: mostly good, else with a byte of it changed."""
    data = (draw(written) + draw(ends)).encode()
    if len(data) > 1 and draw(st.integers(0, 3)) == 0:
        at = draw(st.integers(0, len(data) - 2))
        byte = draw(st.sampled_from([b"", b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b'"', b":", b"{", b"\\"]))
        data = data[:at] + byte + data[at + draw(st.integers(0, 1)) :]
    return data.removesuffix(b"\n").replace(b"\n", b" ") + b"\n"


def slowly(folder: Path, data: bytes, limits: Limits = LIMITS) -> list[Any]:
    """What is read without the fast way: values, and diagnostics, but for bytes that both ways are told of before."""
    file = folder / "input.jsonl"
    file.write_bytes(data)
    read = documents(str(file), "jsonl", limits)
    parts = [part.value if isinstance(part, Document) else part for part in read]
    return [part for part in parts if not (isinstance(part, Diagnostic) and part.code in ONCE)]


def in_64_bits(value: Any) -> Any:
    """The value with integers beyond 64 bits as the nearest floats."""
    if isinstance(value, dict):
        return {key: in_64_bits(item) for key, item in value.items()}
    if isinstance(value, list):
        return [in_64_bits(item) for item in value]
    return float(value) if type(value) is int and not -(2**63) <= value < 2**64 else value


def fast_value(data: bytes, parser: Parser) -> list[Any]:
    """The value, or nothing where the fast way is in doubt."""
    try:
        return [undoubted_value(data, LIMITS.depth, parser)]
    except (ValueError, RecursionError):
        return []


@pytest.mark.parametrize("parser", PARSERS)
@given(data=lines())
@example(data=b'{"a": 1, "a": 2}\n')
@example(data=b'{"a": 1, "\\u0061": 2}\n')
@example(data=b'{"a": "", "a": "\\u003a"}\n')
@example(data=b'{"a": "", "a": "\\u003A"}\n')
@example(data=b'{"a" : [{"": 1, "" : ":"}]}\n')
@example(data=b"[1e400]\n")
@example(data=b"[NaN]\n")
@example(data=b"[18446744073709551616]\n")
@example(data=b"[[[[[[]]]]]]\n")
@example(data=b"[[[[[[[]]]]]]]\n")
@example(data=b"[" * 300 + b"]" * 300 + b"\n")
@example(data=b'\xef\xbb\xbf{"a": 1}\n')
@example(data=b'"\xed\xa0\x80"\n')
@example(data=b'"\\ud800"\n')
@example(data=b'"\x01"\n')
@example(data=b'{"a": 1}\x00\n')
@example(data=b'{"a": 1} {"a": 2}\n')
@example(data=b" \n")
def test_what_the_fast_way_takes_the_slow_way_reads_the_same(
    tmp_path_factory: pytest.TempPathFactory, parser: Parser, data: bytes
) -> None:
    fast = fast_value(data, parser)
    if fast:
        slow = slowly(tmp_path_factory.getbasetemp(), data)
        assert repr(fast) == repr(in_64_bits(slow) if parser is PARSER else slow)


@pytest.mark.parametrize("parser", PARSERS)
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text('aé:\\"/{[\n\x00'), st.lists
    )
)
def test_the_fast_way_takes_whatever_holds_no_doubt(parser: Parser, value: Any) -> None:
    data = json.dumps({"": value, "b": {"": value}}, ensure_ascii=False).encode() + b"\n"
    assert undoubted_value(data, 200, parser) == json.loads(data)


def test_without_the_extra_lines_are_read_by_the_standard_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "orjson", None)
    assert json_lines._fastest() is exact_value
    monkeypatch.undo()
    assert json_lines._fastest() is not exact_value


def test_no_schema_tells_an_integer_beyond_64_bits_from_the_nearest_float() -> None:
    found: dict[str, set[float]] = {}
    for file in files("openmetadata_bindings").joinpath("schemas", "create").iterdir():
        json.loads(file.read_text("utf-8"), object_hook=lambda node: _note_limits(node, found))
    assert found
    assert "multipleOf" not in found
    assert max(abs(limit) for limits in found.values() for limit in limits) < 2**53


def _note_limits(node: dict[str, Any], found: dict[str, set[float]]) -> dict[str, Any]:
    for key in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "const"):
        if type(node.get(key)) in (int, float):
            found.setdefault(key, set()).add(node[key])
    return node


BAD = {
    '{"name": "a", "service": "b", "name": "c"}': "duplicate-key",
    '{"name": "a", "service": "b", "\\u006eame": ":"}': "duplicate-key",
    '{"name": "a", "service": "b", "extension": {"x": NaN}}': "no-number",
    '{"name": "a", "service": "b", "extension": {"x": 1e400}}': "no-number",
    '{"name": "a", "service": "b", "extension": ' + "[" * 100 + "]" * 100 + "}": "too-deep",
    '{"name": "a", "service": "b", "extension": ' + "[" * 300 + "]" * 300 + "}": "too-deep",
    '{"name": "a", "service": "b"} {}': "syntax",
    '{"name": "a", "service": "b"}\x00': "syntax",
    '{"name": "a", "service": "b", "description": "\x01"}': "syntax",
    '{"name": "a", "service": "b", "description": "\udcff"}': "not-utf-8",
    '{"name": "a", "service": "b", "servce": "b"}': "unknown-field",
}


@pytest.mark.parametrize("extra", ["with", "without"])
def test_what_is_wrong_with_a_line_is_told_among_good_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: str
) -> None:
    if extra == "without":
        monkeypatch.setattr(json_lines, "undoubted_value", partial(undoubted_value, parser=exact_value))
    file = tmp_path / "input.jsonl"
    text = "".join(f"{GOOD}\n{bad}\n" for bad in BAD)
    file.write_bytes(text.encode(errors="surrogateescape"))
    (result,) = checked([str(file)], Options(kind="Dashboard"), jobs=1)
    places = [(d.place.line, d.code) for d in result.diagnostics if d.place]
    assert places == [(2 * number, code) for number, code in enumerate(BAD.values(), 1)]
    assert (result.payloads, result.lines) == (len(BAD) + 1, 2 * len(BAD))


PIECES = (GOOD, "", "\r", "\ufeff", "\ufeff" + GOOD, '{"name": 1}', "{", "x" * 40, '"' + "y" * 80 + '"', "é", "[1]")


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=12),
    ends=st.booleans(),
    most=st.integers(1, 120),
    shown=st.integers(1, 8),
)
@example(pieces=["\ufeff" + GOOD, "\ufeff" + GOOD], ends=True, most=30, shown=8)
@example(pieces=['"' + "y" * 80 + '"', GOOD], ends=False, most=7, shown=8)
@example(pieces=["{", GOOD, "{"], ends=True, most=2, shown=1)
def test_the_stretches_of_a_file_say_together_what_the_file_says(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], ends: bool, most: int, shown: int
) -> None:
    file = tmp_path_factory.getbasetemp() / "stretches.jsonl"
    file.write_bytes(("\n".join(pieces) + "\n" * ends).encode())
    options = Options(kind="Dashboard", limits=Limits(line_bytes=60), shown_per_file=shown)
    parts = [checked_file(str(file), options, stretch) for stretch in stretches(file.stat().st_size, most)]
    assert reduce(partial(jobs.joined, shown=shown), parts) == checked_file(str(file), options)


def test_two_processes_say_of_long_files_what_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "STRETCH_BYTES", (200, 1_000))
    for name, bad in (("a.jsonl", 7), ("b.jsonl", 5), ("dashboards.jsonl", 100)):
        text = (GOOD if number % bad else '{"name": "a"' for number in range(1, 400))
        (tmp_path / name).write_text("\n".join(text), "utf-8")
    (tmp_path / "c.yaml").write_text("kind: Dashboard\nspec: {name: c, service: none}\n", "utf-8")
    names = sorted(str(path) for path in tmp_path.iterdir())
    options = Options(kind="Dashboard", shown_per_file=20)
    one, two = (checked(names, options, jobs=count) for count in (1, 2))
    assert one == two
    assert [(len(result.diagnostics), result.lines) for result in one] == [(20, 399), (20, 399), (1, 0), (3, 399)]


@pytest.mark.parametrize(
    ("names", "most_lines", "jobs_taken"),
    [
        (["a.jsonl"], 10, [2]),
        (["a.jsonl"], 10_000, []),
        ([f"{n}.yaml" for n in range(600)], 10_000, [2]),
        (["1.yaml", "2.yaml"], 10, []),
    ],
    ids=["long lines", "short lines", "many files", "few files"],
)
def test_more_processes_are_started_by_themselves_only_where_there_is_much_to_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str], most_lines: int, jobs_taken: list[int]
) -> None:
    taken: list[int | None] = []

    class Pool(concurrent.futures.ProcessPoolExecutor):
        def __init__(self, jobs: int) -> None:
            taken.append(jobs)
            super().__init__(jobs)

    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(jobs, "STRETCH_BYTES", (100, 1_000))
    monkeypatch.setattr(jobs, "BYTES_FOR_MANY_JOBS", most_lines * len(GOOD))
    monkeypatch.setattr(jobs, "_cores", lambda: 2)
    (tmp_path / "a.jsonl").write_text(f"{GOOD}\n" * 200, "utf-8")
    for number in range(600):
        (tmp_path / f"{number}.yaml").write_text(f"{{name: d{number}, service: b}}\n", "utf-8")
    results = checked([str(tmp_path / name) for name in names], Options(kind="Dashboard"))
    assert taken == jobs_taken
    assert {result.payloads for result in results} == ({200} if names == ["a.jsonl"] else {1})


def test_a_file_that_may_not_be_read_is_one_error_for_many_processes_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "STRETCH_BYTES", (10, 20))
    (tmp_path / "a.jsonl").write_text(f"{GOOD}\n" * 9, "utf-8")
    names = [str(tmp_path / "none.jsonl"), str(tmp_path / "a.jsonl")]
    results = checked(names, Options(kind="Dashboard"), jobs=2)
    assert [[d.code for d in result.diagnostics] for result in results] == [["unreadable"], []]
    assert results[1].payloads == 9
