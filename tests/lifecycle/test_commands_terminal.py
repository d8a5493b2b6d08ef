"""`omp apply` and `omp destroy` with somebody at the terminal: questions, progress, Ctrl-C."""

from __future__ import annotations

import json
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lifecycle_omp import LOOKER, Terminal, charts, omp

from openmetadata_provider import OpenMetadata
from openmetadata_provider.sandbox import SandboxServer
from openmetadata_provider.validation.reports.layout import columns

QUESTION = "Only 'yes' is accepted"


@pytest.fixture
def om(server: SandboxServer) -> Iterator[OpenMetadata]:
    with OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        yield om


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "catalogue.yaml"
    file.write_text(LOOKER + charts("a", "b"))
    return file


def _wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.01)


def test_yes_is_a_yes(server: SandboxServer, om: OpenMetadata, file: Path) -> None:
    terminal = Terminal(server, "apply", file)
    assert f"{server.url}/api" in terminal.expect(QUESTION)
    assert server.requests.count("POST") == 0
    terminal.type("yes")
    assert terminal.end() == 0
    assert om.charts.find_by_name("bi.b") is not None


@pytest.mark.parametrize("answer", ["y", "no", "", "YES"])
def test_anything_else_is_a_no(server: SandboxServer, file: Path, answer: str) -> None:
    terminal = Terminal(server, "apply", file)
    terminal.expect(QUESTION)
    terminal.type(answer)
    assert terminal.end() == 1
    assert "Nothing was done." in terminal.shown
    assert server.requests.count("POST") == 0


def test_destroy_asks_too(server: SandboxServer, om: OpenMetadata, file: Path) -> None:
    omp(server, "apply", file, "--yes")
    terminal = Terminal(server, "destroy", file)
    assert "Delete all this" in terminal.expect(QUESTION)
    terminal.type("yes")
    assert terminal.end() == 0
    assert om.charts.find_by_name("bi.b") is None


def test_nobody_is_asked_when_there_is_nothing_to_do(server: SandboxServer, file: Path) -> None:
    omp(server, "apply", file, "--yes")
    terminal = Terminal(server, "apply", file)
    assert terminal.end() == 0
    assert QUESTION not in terminal.shown


def test_with_json_people_read_standard_error(server: SandboxServer, file: Path, tmp_path: Path) -> None:
    terminal = Terminal(server, "apply", file, "--json", out=tmp_path / "out.json")
    assert "Chart bi.a" in terminal.expect(QUESTION)
    terminal.type("yes")
    assert terminal.end() == 0
    assert len(json.loads((tmp_path / "out.json").read_text())["outcomes"]) == 3


def test_ctrl_c_at_the_question_changes_nothing(server: SandboxServer, file: Path) -> None:
    terminal = Terminal(server, "apply", file)
    terminal.expect(QUESTION)
    terminal.interrupt()
    assert terminal.end() == 130
    assert "nothing was changed." in terminal.shown
    assert server.requests.count("POST") == 0


def test_ctrl_c_while_the_server_is_read_ends_at_once(server: SandboxServer, file: Path) -> None:
    server.faults.add("GET /api/v1/users/loggedInUser delay=3")
    terminal = Terminal(server, "plan", file)
    _wait_until(lambda: len(server.requests) > 0)
    terminal.interrupt()
    assert terminal.end() == 130
    assert "nothing was changed." in terminal.shown


def test_ctrl_c_lets_finish_what_is_under_way_and_tells_what_was_done(
    server: SandboxServer, om: OpenMetadata, tmp_path: Path
) -> None:
    file, out = tmp_path / "many.yaml", tmp_path / "out.json"
    file.write_text(LOOKER + charts(*(f"c{number}" for number in range(500))))
    server.faults.add("PUT /api/v1/charts/bulk delay=0.7")
    terminal = Terminal(server, "apply", file, "--yes", "--json", "--parallelism", "2", out=out)
    terminal.expect("201/501")
    terminal.interrupt()
    terminal.expect("Stopping")
    assert terminal.end() == 130
    outcomes = Counter(outcome["status"] for outcome in json.loads(out.read_text())["outcomes"])
    assert outcomes == {"done": 1 + len(list(om.charts.list())), "not_started": 500 - len(list(om.charts.list()))}
    assert 201 <= outcomes["done"] < 501
    assert omp(server, "apply", file, "--yes").exit_code == 0
    assert len(list(om.charts.list())) == 500


def test_a_second_ctrl_c_ends_at_once(server: SandboxServer, file: Path) -> None:
    server.faults.add("POST /api/v1/services/** delay=4")
    terminal = Terminal(server, "apply", file, "--yes")
    terminal.expect("Applying")
    _wait_until(lambda: server.faults.counted()[0].fired == 1)
    terminal.interrupt()
    terminal.expect("Stopping")
    begun = time.monotonic()
    terminal.interrupt()
    assert terminal.end() == 130
    assert time.monotonic() - begun < 2
    assert "ended at once, after 0 of 3 changes." in terminal.shown.replace("\n    ", " ")


def test_the_signal_that_ends_jobs_lets_finish_what_is_under_way_too(server: SandboxServer, file: Path) -> None:
    server.faults.add("POST /api/v1/services/** delay=1")
    terminal = Terminal(server, "apply", file, "--yes")
    terminal.expect("Applying")
    _wait_until(lambda: server.faults.counted()[0].fired == 1)
    terminal.interrupt(signal.SIGTERM)
    assert terminal.end() == 143
    assert server.requests.count("POST", "/api/v1/services/dashboardServices") == 1
    assert server.requests.count("POST", "/api/v1/charts") == 0


@pytest.mark.parametrize(("answer", "status", "description"), [("yes", 0, "new"), ("no", 1, "theirs")])
def test_an_entity_that_somebody_changed_meanwhile_is_asked_about(
    server: SandboxServer, om: OpenMetadata, file: Path, answer: str, status: int, description: str
) -> None:
    omp(server, "apply", file, "--yes")
    file.write_text(LOOKER + charts("a", description="new", displayName="new"))
    terminal = Terminal(server, "apply", file)
    terminal.expect(QUESTION)
    om.charts.update_by_name("bi.a", description="theirs")
    terminal.type("yes")
    assert "theirs" in terminal.expect("Do this?")
    terminal.type(answer)
    assert terminal.end() == status
    assert om.charts.get_by_name("bi.a").description == description


def test_who_said_yes_ahead_is_not_asked_again(server: SandboxServer, om: OpenMetadata, file: Path) -> None:
    omp(server, "apply", file, "--yes")
    file.write_text(LOOKER + charts("a", description="new"))
    server.faults.add("PATCH /api/v1/charts/** delay=2 times=1")
    terminal = Terminal(server, "apply", file, "--yes")
    _wait_until(lambda: server.faults.counted()[0].fired == 1)
    om.charts.update_by_name("bi.a", description="theirs")
    assert terminal.end() == 1
    assert "Do this?" not in terminal.shown
    assert om.charts.get_by_name("bi.a").description == "theirs"


@pytest.mark.parametrize("width", [80, 120])
def test_messages_fit_the_terminal(server: SandboxServer, file: Path, width: int) -> None:
    server.faults.add("GET /api/v1/users/loggedInUser 500")
    terminal = Terminal(server, "plan", file, columns=width)
    assert terminal.end() == 1
    assert terminal.shown.startswith("omp plan: 500 ")
    assert max(map(columns, terminal.shown.splitlines())) <= width
