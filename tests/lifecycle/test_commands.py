"""`omp plan`, `omp apply` and `omp destroy` where nobody sits at a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lifecycle_omp import LOOKER, charts, omp

from openmetadata_provider import OpenMetadata
from openmetadata_provider.sandbox import SandboxServer

WRONG = "kind: Chart\nspec: {name: wrong, service: bi, colour: blue}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "service.yaml").write_text(LOOKER)
    (tmp_path / "charts.yaml").write_text(charts("a", "b"))
    return tmp_path


def writes(server: SandboxServer) -> int:
    return sum(server.requests.count(method) for method in ("POST", "PUT", "PATCH", "DELETE"))


def test_a_plan_shows_what_would_be_done_and_does_nothing(server: SandboxServer, folder: Path) -> None:
    done = omp(server, "plan", folder)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "+ Chart bi.a" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Plan: 3 to create")
    assert writes(server) == 0


def test_after_an_apply_a_plan_is_empty(server: SandboxServer, folder: Path) -> None:
    assert omp(server, "apply", folder, "--yes").exit_code == 0
    done = omp(server, "plan", folder, "--detailed-exitcode")
    assert done.exit_code == 0
    assert "3 unchanged" in done.stdout


def test_without_a_path_it_is_the_current_folder(
    server: SandboxServer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert "Chart bi.a" in omp(server, "plan").stdout


@pytest.mark.parametrize(("is_detailed", "status"), [(True, 2), (False, 0)])
def test_the_detailed_status_of_changes_is_2(
    server: SandboxServer, folder: Path, is_detailed: bool, status: int
) -> None:
    assert omp(server, "plan", folder, *["--detailed-exitcode"] * is_detailed).exit_code == status


def test_the_detailed_status_of_a_path_that_is_not_there_is_not_that_of_changes(server: SandboxServer) -> None:
    assert omp(server, "plan", "nowhere.yaml").exit_code == 2
    assert omp(server, "plan", "nowhere.yaml", "--detailed-exitcode").exit_code == 1


def test_a_mistake_is_shown_as_validate_shows_it_and_nothing_is_sent(server: SandboxServer, folder: Path) -> None:
    (folder / "wrong.yaml").write_text(WRONG)
    expected = omp(None, "validate", "-q", folder / "wrong.yaml").stdout
    assert "^^^^^^" in expected
    for command in (["plan"], ["apply", "--yes"], ["destroy", "--yes"]):
        done = omp(server, *command, folder)
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr == f"{expected}1 error in what is declared; nothing was sent.\n"
    assert len(server.requests) == 0


def test_json_is_all_there_is_on_standard_output(server: SandboxServer, folder: Path) -> None:
    assert len(json.loads(omp(server, "plan", folder, "--json").stdout)["changes"]) == 3
    applied = json.loads(omp(server, "apply", folder, "--json", "--yes").stdout)
    assert [outcome["status"] for outcome in applied["outcomes"]] == ["done"] * 3
    assert json.loads(omp(server, "apply", folder, "--json", "--yes").stdout)["outcomes"] == []


def test_where_nobody_can_be_asked_nothing_is_sent_without_yes(server: SandboxServer, folder: Path) -> None:
    for command in ("apply", "destroy"):
        done = omp(server, command, folder)
        assert done.exit_code == 2
        assert "--yes" in done.stderr
    assert len(server.requests) == 0


def test_destroy_deletes_what_is_declared_and_needs_a_path(server: SandboxServer, folder: Path) -> None:
    omp(server, "apply", folder, "--yes")
    assert omp(server, "destroy", "--yes").exit_code == 2
    done = omp(server, "destroy", folder, "--yes")
    assert done.exit_code == 0, done.output
    with OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        assert om.dashboard_services.find_by_name("bi") is None


def test_an_entity_that_fails_is_named_and_the_status_is_1(server: SandboxServer, folder: Path) -> None:
    server.faults.add("POST /api/v1/services/dashboardServices 500")
    done = omp(server, "apply", folder, "--yes")
    assert done.exit_code == 1
    assert "DashboardService bi: failed: 500" in done.stdout
    assert "Chart bi.a: skipped" in done.stdout


def test_a_refused_plan_is_shown_and_ends_with_1(server: SandboxServer, folder: Path) -> None:
    omp(server, "apply", folder, "--yes")
    before = writes(server)
    for command in ("plan", "apply"):
        done = omp(
            server,
            command,
            folder / "service.yaml",
            folder / "charts.yaml",
            "--create-only",
            *["--yes"] * (command == "apply"),
        )
        assert done.exit_code == 0  # nothing to do
    (folder / "charts.yaml").write_text(charts("a", "b", displayName="new"))
    for command in (["plan"], ["plan", "--detailed-exitcode"], ["apply", "--yes"]):
        done = omp(server, *command, folder, "--create-only")
        assert done.exit_code == 1
        assert "Chart bi.a: It exists already, and --create-only leaves that alone." in done.stderr
        assert "Traceback" not in done.stderr
    assert writes(server) == before


def test_options_reach_the_plan(server: SandboxServer, folder: Path) -> None:
    omp(server, "apply", folder, "--yes")
    with OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        om.charts.delete(om.charts.get_by_name("bi.a"), hard=False)
    assert "--on-deleted restore" in omp(server, "plan", folder).stderr
    assert omp(server, "plan", folder, "--on-deleted", "restore").exit_code == 0
    assert "clientSecret  (secret, changed)" in omp(server, "plan", folder / "service.yaml", "--rotate-secrets").stdout


@pytest.mark.parametrize("command", [["plan"], ["apply", "--yes"], ["destroy", "--yes"]])
def test_what_is_missing_in_the_environment_is_named(folder: Path, command: list[str]) -> None:
    done = omp(None, *command, folder)
    assert done.exit_code == 1
    said = f"omp {command[0]}: OPENMETADATA_HOST and OPENMETADATA_JWT_TOKEN are not set in the environment.\n"
    assert done.stderr.startswith(said)
    assert "OPENMETADATA_JWT_TOKEN_FILE" in done.stderr


def test_the_host_may_be_an_argument_and_the_token_may_be_in_a_file(server: SandboxServer, folder: Path) -> None:
    (folder / "token").write_text(server.bot_token)
    done = omp(None, "plan", folder, "--host", server.url, OPENMETADATA_JWT_TOKEN_FILE=str(folder / "token"))
    assert done.exit_code == 0, done.stderr
    assert omp(None, "plan", "--token", "x").exit_code == 2


def test_a_token_that_has_ended_is_said_in_one_line(server: SandboxServer, folder: Path) -> None:
    done = omp(server, "plan", folder, token="ended")
    assert done.exit_code == 1
    assert done.stderr.startswith("omp plan: 401 ")
    assert done.stderr.count("\n") == 1


def test_a_server_that_cannot_be_reached_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openmetadata_provider.client.retries.RetryPolicy.wait_s", lambda *_: 0.0)
    done = omp(None, "plan", folder, OPENMETADATA_HOST="http://127.0.0.1:1", OPENMETADATA_JWT_TOKEN="x")
    assert done.exit_code == 1
    assert "no answer from http://127.0.0.1:1/api" in done.stderr


def test_verbose_tells_progress_and_failed_requests_and_quiet_tells_neither(
    server: SandboxServer, folder: Path
) -> None:
    server.faults.add("GET /api/v1/charts** 503 times=1")
    done = omp(server, "apply", folder, "--yes", "--verbose")
    assert "Applying: 0 of 3" in done.stderr
    server.faults.replace("POST /api/v1/charts 503 times=1")
    (folder / "charts.yaml").write_text(charts("a", "b", "c"))
    assert "POST /v1/charts: 503 (attempt 1" in omp(server, "apply", folder, "--yes", "--verbose").stderr
    (folder / "charts.yaml").write_text(charts("a", "b", "c", "d"))
    done = omp(server, "apply", folder, "--yes", "--quiet")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "will be created" not in done.stdout  # the plan is not shown
    assert "1 created" in done.stdout


def test_a_folder_without_manifests_is_a_mistake_of_usage(server: SandboxServer, tmp_path: Path) -> None:
    done = omp(server, "plan", tmp_path)
    assert done.exit_code == 2
    assert "There are no YAML" in done.stderr
