"""`omp validate` as a person or a CI job runs it."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from openmetadata_provider.validation.reports.layout import columns

ROOT = Path(__file__).parents[2]
OMP = [sys.executable, "-W", "error", "-c", "from openmetadata_provider.cli import main\nmain()", "validate"]
PLAIN = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
VALID = "kind: Dashboard\nspec: {name: sales, service: looker}\n"
INVALID = "kind: Dashboard\nspec: {name: sales, service: looker, colour: blue}\n"
LITERAL = (
    "kind: DashboardService\nspec: {name: l, serviceType: Looker, connection: {config: "
    "{clientId: a, clientSecret: hunter2, hostPort: https://l}}}\n"
)
EMPTY = "kind: DashboardService\nspec: {name: l, serviceType: Looker, connection: {config: {}}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"valid": VALID, "invalid": INVALID, "literal": LITERAL, "empty": EMPTY}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def omp(folder: Path, *arguments: str, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run([*OMP, *arguments], cwd=folder, env=PLAIN, input=data, capture_output=True, check=False)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def test_a_valid_file_ends_with_0_and_says_what_has_to_be_on_the_server(folder: Path) -> None:
    done = omp(folder, "valid.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "1 reference to what has to be on the server:\n  DashboardService: looker\n1 file, 1 payload: valid.\n"
    )


def test_an_invalid_file_ends_with_1(folder: Path) -> None:
    done = omp(folder, "invalid.yaml")
    assert done.returncode == 1
    assert done.stdout.startswith('invalid.yaml:2:38: error[unknown-field]: a Dashboard has no "colour"\n')
    assert done.stdout.endswith("1 file, 1 payload: 1 error.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.yaml"], "no such file"),
        (["--kind", "Dashbord", "valid.yaml"], 'Did you mean "Dashboard"?'),
        (["--server-version", "new", "valid.yaml"], "write it as 1.8"),
        (["--bindings", "no_such_package", "valid.yaml"], "no bindings package"),
        (["--format", "html", "valid.yaml"], "html"),
        (["--jobs", "-1", "valid.yaml"], "greater than or equal to 0"),
        (["--no-such-option"], "--no-such-option"),
        (["--output", "no/such/folder/x", "valid.yaml"], "cannot be written"),
    ],
)
def test_a_command_that_is_not_understood_ends_with_2(folder: Path, arguments: list[str], said: str) -> None:
    done = omp(folder, *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_folder_with_nothing_to_check_is_a_mistake_of_usage(tmp_path: Path) -> None:
    assert omp(tmp_path).returncode == 2


def test_without_arguments_the_current_folder_is_checked(folder: Path) -> None:
    assert omp(folder).stdout == omp(folder, ".").stdout != ""


def test_several_jobs_say_the_same_as_one(folder: Path) -> None:
    assert omp(folder, "--jobs", "2").stdout == omp(folder, "--jobs", "1").stdout


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        (VALID, []),
        ('{"kind": "Dashboard",\n "spec": {"name": "a", "service": "b"}}', []),
        ('{"kind": "Dashboard", "spec": {"name": "a", "service": "b"}}\n{"kind": "Dashboard", "spec": {"name": "c", "service": "b"}}\n', []),
        ('[{"name": "a", "service": "b"}]', ["--kind", "Dashboard"]),
        ('{"name": "a", "service": "b"}\n{"name": "c", "service": "b"}\n', ["--kind", "dashboard"]),
        ('{"name": "a", "service": "b"}\n', ["--kind", "Dashboard", "--input", "jsonl"]),
        ("name: a\nservice: b\n", ["--kind", "Dashboard"]),
    ],
    ids=["yaml", "json", "jsonl", "bare list", "bare lines", "told", "bare yaml"],
)  # fmt: skip
def test_standard_input_is_read_as_what_it_looks_like(tmp_path: Path, text: str, arguments: list[str]) -> None:
    assert omp(tmp_path, "-", *arguments, stdin=text).returncode == 0
    broken = omp(tmp_path, "-", *arguments, stdin=text.replace("service", "servce"))
    assert broken.returncode == 1
    assert 'Did you mean "service"?' in broken.stdout


def test_the_input_option_goes_before_the_suffix(tmp_path: Path) -> None:
    (tmp_path / "payload.txt").write_text('{"name": "a", "service": "b"}\n{"name": "c", "service": "b"}\n')
    assert omp(tmp_path, "payload.txt", "--kind", "Dashboard").returncode == 1
    assert omp(tmp_path, "payload.txt", "--kind", "Dashboard", "--input", "jsonl").returncode == 0


def test_the_name_of_a_collection_tells_the_kind_of_bare_payloads(tmp_path: Path) -> None:
    for name in ("dashboards.json", "Dashboards.jsonl"):
        (tmp_path / name).write_text('{"name": "a", "service": "b"}\n')
    (tmp_path / "dashboard_services.json").write_text('[{"name": "b", "serviceType": "Looker"}]')
    assert omp(tmp_path).stdout.endswith("3 files, 3 payloads: valid.\n")


def test_a_literal_secret_is_a_warning_that_can_be_switched_off(folder: Path) -> None:
    done = omp(folder, "literal.yaml")
    assert done.returncode == 0
    assert "warning[literal-secret]" in done.stdout
    assert "hunter2" not in done.stdout
    assert omp(folder, "literal.yaml", "--allow-literal-secrets").stdout == "1 file, 1 payload: valid.\n"


def test_strict_makes_an_empty_connection_an_error(folder: Path) -> None:
    assert omp(folder, "empty.yaml").returncode == 0
    assert omp(folder, "empty.yaml", "--strict").returncode == 1


def test_closed_makes_a_reference_to_the_server_an_error(folder: Path) -> None:
    assert omp(folder, "valid.yaml", "--closed").returncode == 1


def test_the_release_of_the_server_counts(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("kind: Dashboard\nspec: {name: a, service: b, owners: ['user:a', 'user:b']}\n")
    assert omp(tmp_path, "a.yaml", "--server-version", "1.8").returncode == 0
    assert omp(tmp_path, "a.yaml", "--server-version", "1.4.2").returncode == 1


def test_quiet_shows_errors_only_and_verbose_every_reference(folder: Path) -> None:
    assert omp(folder, "valid.yaml", "literal.yaml", "--quiet").stdout == ""
    assert "error[unknown-field]" in omp(folder, "invalid.yaml", "-q").stdout
    assert "valid.yaml:2:30: note[expected-on-server]" in omp(folder, "valid.yaml", "-v").stdout


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_a_report_goes_to_a_file_and_the_summary_to_the_terminal(folder: Path, form: str) -> None:
    done = omp(folder, "invalid.yaml", "--format", form, "--output", "report")
    assert done.returncode == 1
    assert (
        done.stdout
        == "1 reference to what has to be on the server:\n  DashboardService: looker\n1 file, 1 payload: 1 error.\n"
    )
    assert "unknown-field" in (folder / "report").read_text(encoding="utf-8")


def test_json_has_the_shape_that_is_promised(folder: Path) -> None:
    report = json.loads(omp(folder, "invalid.yaml", "--format", "json").stdout)
    assert {key: report[key] for key in ("version", "valid", "files", "payloads", "errors", "warnings", "notes")} == {
        "version": 1, "valid": False, "files": 1, "payloads": 1, "errors": 1, "warnings": 0, "notes": 1,
    }  # fmt: skip
    error = next(row for row in report["diagnostics"] if row["severity"] == "error")
    assert (error["pointer"], error["line"], error["column"], error["endColumn"]) == ("/spec/colour", 2, 38, 44)


def test_a_reader_that_stops_reading_is_no_error(folder: Path) -> None:
    command = " ".join(f"'{part}'" for part in [*OMP, "invalid.yaml", "--format", "json"])
    done = subprocess.run(["sh", "-c", f"{command} | true"], cwd=folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def _on_a_terminal(folder: Path, *arguments: str, environment: dict[str, str]) -> str:
    """What the command writes where it finds a terminal."""
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [*OMP, *arguments], cwd=folder, env=PLAIN | {"TERM": "xterm"} | environment,
        stdin=subprocess.DEVNULL, stdout=child, stderr=child,
    )  # fmt: skip
    os.close(child)
    shown = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(parent)
    process.wait()
    return shown.decode()


@pytest.mark.parametrize("width", [80, 120])
def test_on_a_terminal_there_are_colours_and_its_width_is_kept(folder: Path, width: int) -> None:
    (folder / "long.yaml").write_text(
        f"kind: Dashboard\nspec: {{name: a, service: b, description: {'日本' * 90}, colour: x}}\n"
    )
    shown = _on_a_terminal(folder, "long.yaml", environment={"COLUMNS": str(width)})
    assert "\x1b[1;31merror[unknown-field]\x1b[0m" in shown
    plain = re.sub("\x1b\\[[0-9;]*m", "", shown)
    assert max(map(columns, plain.splitlines())) <= width
    assert "Checking" not in shown


def test_no_color_is_honoured_on_a_terminal(folder: Path) -> None:
    assert "\x1b[" not in _on_a_terminal(folder, "invalid.yaml", environment={"NO_COLOR": "1"})


def test_the_examples_are_valid() -> None:
    done = omp(ROOT, "examples")
    assert (done.returncode, done.stderr) == (0, "")
    assert "error[" not in done.stdout
    assert omp(ROOT, "examples/quickstart").returncode == 0
    assert omp(ROOT, "examples/manifests", "--closed", "--strict").stdout.endswith(" payloads: valid.\n")


def test_the_manifests_have_every_kind() -> None:
    from openmetadata_provider.validation.kinds import kinds

    text = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "examples" / "manifests").glob("*.yaml"))
    assert set(re.findall(r"^kind: (\w+)$", text, re.MULTILINE)) == set(kinds())


def test_a_wrong_example_is_invalid_when_it_is_named() -> None:
    assert omp(ROOT, "examples/invalid").returncode == 1
    assert omp(ROOT, "examples/quickstart/refused/misspelled_host.json", "--kind", "DashboardService").returncode == 1
