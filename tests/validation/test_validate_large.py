"""Files of a size that nobody means: refused at once, with the limit, in little memory; and large ones that are meant."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest

from openmetadata_provider.validation.reading.limits import DEFAULT_LIMITS, MEBIBYTE, Limits
from openmetadata_provider.validation.run import FileResult, Options, checked

GIBIBYTE = 1024 * MEBIBYTE
OMP = [
    sys.executable,
    "-W",
    "error",
    "-c",
    """
import atexit, pathlib, re, resource, sys

def tell() -> None:
    status = pathlib.Path("/proc/self/status")  # ru_maxrss counts what the process was forked from, too
    found = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
    kilobytes = int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print("peak", kilobytes // 1024, file=sys.stderr)

atexit.register(tell)
from openmetadata_provider.cli import main
main()
""",
    "validate",
]
AT_REST_MB = 70
"""What a run takes that reads one small file."""
PIECE = b'{"name": "' + b"x" * (MEBIBYTE - 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How a run ended."""

    status: int
    text: str
    peak_mb: int
    seconds: float


def omp(folder: Path, *arguments: str, feed: Callable[[], bytes] | None = None) -> Done:
    """Runs the command; `feed` gives its standard input, piece by piece, for as long as it is read."""
    began = time.monotonic()
    process = subprocess.Popen(
        [*OMP, *arguments], cwd=folder, env={name: value for name, value in os.environ.items() if name != "COLUMNS"},
        bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    writer = Thread(target=_feed, args=(process, feed))
    writer.start()
    assert process.stdout is not None
    assert process.stderr is not None
    text, errors = process.stdout.read().decode(), process.stderr.read().decode()
    status = process.wait()
    writer.join()
    process.stdout.close()
    process.stderr.close()
    peak = re.search(r"peak (\d+)", errors)
    assert peak is not None, errors
    return Done(status=status, text=text, peak_mb=int(peak[1]), seconds=time.monotonic() - began)


def _feed(process: subprocess.Popen[bytes], feed: Callable[[], bytes] | None) -> None:
    assert process.stdin is not None
    try:
        while feed is not None and (piece := feed()):
            process.stdin.write(piece)
    except BrokenPipeError:  # it has read enough
        pass
    finally:
        process.stdin.close()


def sparse(file: Path) -> Path:
    """A file of 1 GiB that takes no room on the disk: one endless line of zeros."""
    with file.open("wb") as stream:
        stream.truncate(GIBIBYTE)
    return file


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_a_file_of_a_gibibyte_is_refused_without_being_read(tmp_path: Path, suffix: str) -> None:
    done = omp(tmp_path, sparse(tmp_path / f"big.{suffix}").name)
    assert (done.status, f"more than {DEFAULT_LIMITS.file_bytes:,} bytes" in done.text) == (1, True)
    assert done.peak_mb < AT_REST_MB
    assert done.seconds < 5


def test_a_line_of_a_gibibyte_is_refused_without_being_kept(tmp_path: Path) -> None:
    done = omp(tmp_path, sparse(tmp_path / "big.jsonl").name)
    assert f"big.jsonl:1: error[too-big]: a line has more than {DEFAULT_LIMITS.line_bytes:,} bytes" in done.text
    assert done.status == 1
    assert done.peak_mb < AT_REST_MB + 3 * DEFAULT_LIMITS.line_bytes // MEBIBYTE
    assert done.seconds < 10


@pytest.mark.parametrize("syntax", [None, "yaml", "json", "jsonl"])
def test_standard_input_that_never_ends_a_line_is_refused(tmp_path: Path, syntax: str | None) -> None:
    arguments = ["-", *(("--input", syntax) if syntax else ())]
    done = omp(tmp_path, *arguments, feed=lambda: PIECE)
    assert (done.status, "error[too-big]" in done.text) == (1, True)
    assert ("what comes after it was not read" in done.text) is (syntax == "jsonl")
    assert done.peak_mb < AT_REST_MB + 2 * DEFAULT_LIMITS.file_bytes // MEBIBYTE
    assert done.seconds < 10


def test_the_lines_after_one_that_is_too_long_are_checked(tmp_path: Path) -> None:
    limits = Limits(line_bytes=100, skipped_bytes=MEBIBYTE)
    wrong = '{"kind": "Dashboard", "spec": {"nmae": "a", "service": "b"}}\n'
    assert told(tmp_path, wrong + "x" * (MEBIBYTE // 2) + "\n" + wrong, "jsonl", limits) == [
        ("unknown-field", 1),
        ("too-big", 2),
        ("unknown-field", 3),
    ]
    assert told(tmp_path, "x" * (2 * MEBIBYTE) + "\n" + wrong, "jsonl", limits) == [
        ("too-big", 1),
        ("unknown-field", 2),
    ]


def told(folder: Path, text: str, suffix: str, limits: Limits = DEFAULT_LIMITS) -> list[tuple[str, int]]:
    """Code and line of each error."""
    found = result(folder, text, suffix, limits).diagnostics
    return [(d.code, d.place.line) for d in found if d.place is not None and d.severity.value == "error"]


def result(folder: Path, text: str, suffix: str, limits: Limits = DEFAULT_LIMITS) -> FileResult:
    file = folder / f"input.{suffix}"
    file.write_text(text, encoding="utf-8")
    (done,) = checked([str(file)], Options(limits=limits))
    return done


TEN_IN_JSON = [
    "[1,2,3,4,5,6,7,8,9,0]",
    "[[[[[[[[[[]]]]]]]]]]",
    '[[",,,[{", ["a", "b"], {"c": {}}], "\\\\", 1]',
]
"""Brackets that open, and commas."""
IN_YAML = {
    "[1,2,3,4,5,6,7,8,9]": 10,
    "[[[[[[[[[[]]]]]]]]]]": 10,
    "- - - 1\n    - 2\n    - 3\n  - 4\n- 5\n": 8,
    "{? a : {b, c}, d: [e: f]}": 12,
    "? a\n? b\n": 5,
}


@pytest.mark.parametrize("text", TEN_IN_JSON)
@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_the_limit_of_values_in_json_counts_no_texts(tmp_path: Path, text: str, suffix: str) -> None:
    assert ("too-big", 1) not in told(tmp_path, text, suffix, Limits(values=10))
    assert told(tmp_path, text, suffix, Limits(values=9)) == [("too-big", 1)]


@pytest.mark.parametrize(("text", "values"), IN_YAML.items())
def test_the_limit_of_values_is_exact_in_yaml_where_keys_count_too(tmp_path: Path, text: str, values: int) -> None:
    assert "too-big" not in {code for code, _ in told(tmp_path, text, "yaml", Limits(values=values))}
    assert {code for code, _ in told(tmp_path, text, "yaml", Limits(values=values - 1))} == {"too-big"}


def test_values_are_counted_for_each_document(tmp_path: Path) -> None:
    assert told(tmp_path, "[1, 2, 3]\n---\n[1, 2, 3]\n", "yaml", Limits(values=4)) == [
        ("no-document", 1),
        ("no-document", 3),
    ]


def test_more_lines_than_any_file_has_are_refused(tmp_path: Path) -> None:
    for suffix in ("yaml", "json"):
        assert told(tmp_path, "\n" * 11, suffix, Limits(lines=10)) == [("too-big", 0)]
        assert told(tmp_path, "\n" * 10, suffix, Limits(lines=10)) == []


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_a_small_file_of_very_many_values_takes_no_memory(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"dense.{suffix}").write_text("[" + "[]," * 1_500_000 + "[]]")
    done = omp(tmp_path, f"dense.{suffix}")
    assert (done.status, "error[too-big]: the document has more than 1,000,000 values" in done.text) == (1, True)
    assert done.peak_mb < AT_REST_MB + 60


SERVICE = {
    "serviceType": "Looker",
    "connection": {"config": {"clientId": "a", "clientSecret": "hunter2", "hostPort": "https://l", "nope": 1}},
}
MANY = {
    "rows of an array in one line": ("json", json.dumps([{"name": f"s{n}", **SERVICE} for n in range(5_000)])),
    "documents with a name twice": ("yaml", "kind: Dashboard\nspec: {name: a, service: b}\n---\n" * 2_000),
    "unknown keys": ("yaml", "".join(f"key{n}: &a{n} x\n" for n in range(20_000))),
    "unknown properties": ("json", json.dumps({"kind": "Dashboard", "spec": {f"propertie{n}": 1 for n in range(20_000)}})),
    "blanks at the end": ("json", '{"kind": 1}' + " " * 1_000_000),
    "words like secrets": ("json", '{"kind": "' + "token" * 100_000 + '"}'),
    "one key of a megabyte": ("json", '{"kind": "Dashboard", "spec": {"' + "x" * 1_000_000 + '": 1}}'),
    "one name of a megabyte": ("json", '{"kind": "Dashboard", "spec": {"name": "a", "service": "' + "x." * 500_000 + '"}}'),
}  # fmt: skip


@pytest.mark.parametrize(("suffix", "text"), MANY.values(), ids=MANY)
def test_very_much_that_is_wrong_is_told_in_time_that_does_not_explode(tmp_path: Path, suffix: str, text: str) -> None:
    """Each took minutes where the time grew with the square of the size; it takes a second or two."""
    file = tmp_path / f"dashboard_services.{suffix}"
    file.write_text(text, encoding="utf-8")
    began = time.process_time()
    (done,) = checked([str(file)], Options())
    assert time.process_time() - began < 15
    assert done.diagnostics
    assert max(len(diagnostic.message) for diagnostic in done.diagnostics) <= 1_000
    assert max(len(diagnostic.place.text) for diagnostic in done.diagnostics if diagnostic.place) < 2_000


def test_of_more_mistakes_than_are_kept_all_are_counted(tmp_path: Path) -> None:
    rows = json.dumps([{"nmae": "a", "service": "b"}] * 3_000)
    (tmp_path / "dashboards.json").write_text(rows)
    (done,) = checked([str(tmp_path / "dashboards.json")], Options())
    assert (done.counts.total(), len(done.diagnostics)) == (6_000, 1_000)  # the unknown and the missing property


@pytest.mark.parametrize("service", ["x.", ".", "x..y", '"x', '"x"y'])
def test_a_parent_whose_name_cannot_be_read_is_one_error(tmp_path: Path, service: str) -> None:
    text = json.dumps({"kind": "Dashboard", "spec": {"name": "a", "service": service}})
    assert told(tmp_path, text, "json") == [("wrong-name", 1)]
