"""`omp sandbox`: the configuration file, the command line over it, and what the terminal shows."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from openmetadata_provider.sandbox import SandboxOptions, SettingError, fault_from_text, text_from_fault
from openmetadata_provider.sandbox.banner import banner
from openmetadata_provider.sandbox.configuration import Settings, settings_from

RUN = [sys.executable, "-W", "error", "-c", "from openmetadata_provider.cli import main; main()", "sandbox"]
RULE = "POST /api/v1/dashboards 503 times=2 retry-after=1"
WRITTEN = "POST /api/v1/dashboards 503 retry-after=1 times=2"
URL = "http://127.0.0.1:8585"


def written(folder: Path, text: str) -> Path:
    path = folder / "sandbox.toml"
    path.write_text(text)
    return path


def test_a_file_holds_every_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINE", "a-token")
    path = written(
        tmp_path,
        f"""
        port = 0
        host = "localhost"
        allow_remote = true
        database = "data/catalogue.db"
        version = "1.12.3"
        admin = true
        bulk = false
        max_body_bytes = 1000
        requests_kept = 7
        admin_token = {{ env = "MINE" }}
        faults = ["{RULE}", "GET * 429"]
        """,
    )
    settings = settings_from(path, {})
    assert (settings.port, settings.host, settings.allow_remote) == (0, "localhost", True)
    options = settings.options
    assert options.database == str(tmp_path / "data/catalogue.db")
    assert (options.version, options.admin, options.bulk) == ("1.12.3", True, False)
    assert (options.max_body_bytes, options.requests_kept, options.admin_token) == (1000, 7, "a-token")
    assert [text_from_fault(fault) for fault in options.faults] == [WRITTEN, "GET * 429"]
    assert settings.from_environment == {"admin_token": "MINE"}


def test_the_command_line_goes_over_the_file_and_adds_to_its_faults(tmp_path: Path) -> None:
    path = written(tmp_path, 'port = 1\nversion = "1.12.0"\nfaults = ["GET * 429"]')
    settings = settings_from(path, {"port": 2, "faults": (fault_from_text(RULE),)})
    assert (settings.port, settings.options.version) == (2, "1.12.0")
    assert [text_from_fault(fault) for fault in settings.options.faults] == ["GET * 429", WRITTEN]


def test_without_a_file_everything_is_at_its_default() -> None:
    settings = settings_from(None, {})
    assert (settings.port, settings.host, settings.allow_remote) == (8585, "127.0.0.1", False)
    assert settings.options.database is None
    assert not settings.options.admin


def test_every_problem_of_a_file_is_named_and_no_token_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ABSENT", raising=False)
    path = written(
        tmp_path,
        'prot = 1\nport = "x"\nbulk = 3\nadmin_token = "s3cret"\nbot_token = {env = "ABSENT"}\nfaults = ["GET", "GET *"]',
    )
    with pytest.raises(SettingError) as caught:
        settings_from(path, {})
    assert str(caught.value).replace(f"{path}: ", "").splitlines() == [
        "prot is no setting (did you mean port)",
        "port is to be a whole number",
        "bulk is to be true or false",
        'admin_token names an environment variable: admin_token = { env = "SANDBOX_ADMIN_TOKEN" }',
        "bot_token: the environment variable ABSENT is not set, or empty",
        f"fault 'GET': a rule begins with a method and a path (* is any). A right one: '{RULE}'",
        f"fault 'GET *': the rule does nothing: it has neither an action nor a delay. A right one: '{RULE}'",
    ]
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("text", ["port", "port = 70000", "requests_kept = 0", "schemas = 1", "faults = 'GET * 503'"])
def test_a_file_that_cannot_be_meant_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingError):
        settings_from(written(tmp_path, text), {})


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(SettingError, match=re.escape(str(path))):
            settings_from(path, {})


def test_the_banner_fits_eighty_columns_and_shows_what_one_needs() -> None:
    settings = settings_from(None, {})
    text = banner(settings, URL, is_loopback=True)
    lines = text.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == f"OpenMetadata sandbox 1.13.0 at {URL}/api"
    assert lines[-1] == "Stop with Ctrl-C."
    for token in (settings.options.admin_token, settings.options.bot_token, settings.options.reader_token):
        assert text.count(token) == 1
    assert "data:         in memory, gone when the sandbox stops" in lines
    assert "faults:       none" in lines


def test_the_banner_shows_faults_and_admin_paths_and_warns_of_other_machines() -> None:
    given = settings_from(None, {"admin": True, "database": "c.db"}).options
    options = SandboxOptions(admin=given.admin, database=given.database)
    lines = banner(Settings(options=options), URL, is_loopback=False).splitlines()
    assert "data:         c.db" in lines
    assert f"admin:        {URL}/sandbox/faults (GET, PUT, DELETE)" in lines
    assert "warning:      other machines can reach this, without TLS" in lines
    assert max(map(len, lines)) <= 80


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """The command and the lines it printed until it was ready."""
    with subprocess.Popen(
        [*RUN, "--port", "0", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, **environment},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        lines = []
        while (line := process.stdout.readline()) and not line.startswith("Stop with"):
            lines.append(line.rstrip("\n"))
        try:
            yield process, lines
        finally:
            process.kill()


def test_the_command_takes_faults_admin_and_a_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'admin = true\nadmin_token = { env = "MINE" }\nfaults = ["GET /api/v1/charts 429"]')
    with running("--config", str(path), "--fault", RULE, MINE="a-token") as (process, lines):
        url = lines[0].split()[-1].removesuffix("/api")
        headers = {"Authorization": "Bearer a-token"}
        assert "admin token:  the one in $MINE" in lines
        assert "a-token" not in "\n".join(lines)
        faults = httpx.get(f"{url}/sandbox/faults", headers=headers).json()["faults"]
        assert [rule["fault"] for rule in faults] == ["GET /api/v1/charts 429", WRITTEN]
        assert httpx.get(f"{url}/api/v1/charts", headers=headers).status_code == 429
        assert httpx.get(f"{url}/api/v1/tags", headers={**headers, "Host": "evil.example"}).status_code == 421
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "Stopped.\n", "")


def test_a_request_in_a_long_delay_does_not_keep_it_from_stopping() -> None:
    with running("--fault", "GET * delay=600") as (process, lines):
        host, port = lines[0].split("//")[1].removesuffix("/api").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as plain:
            plain.sendall(b"GET /api/v1/charts HTTP/1.1\r\nHost: localhost\r\n\r\n")
            with pytest.raises(httpx.ReadTimeout):  # by then the first request is in its delay as well
                httpx.get(f"http://{host}:{port}/api/v1/system/version", timeout=0.5)
            process.send_signal(signal.SIGINT)
            assert plain.recv(100) == b""
        out, err = process.communicate(timeout=4)
    assert (process.returncode, out, err) == (0, "Stopped.\n", "")


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--host", "0.0.0.0"], "--host 0.0.0.0 opens the sandbox to other machines."),
        (["--fault", "POST /x 503 time=2"], "no option 'time' here (did you mean times)"),
        (["--config", "/no/such/file.toml"], "/no/such/file.toml: No such file or directory"),
        (["--host", "192.0.2.7", "--allow-remote"], "Cannot listen on port 0"),
    ],
)
def test_what_cannot_be_meant_ends_with_status_1_and_a_sentence(arguments: list[str], text: str) -> None:
    done = subprocess.run([*RUN, "--port", "0", *arguments], capture_output=True, text=True, check=False, timeout=30)
    assert (done.returncode, done.stdout) == (1, "")
    assert text in done.stderr
    assert "Traceback" not in done.stderr


def test_with_allow_remote_other_names_are_let_in() -> None:
    with running("--allow-remote") as (_, lines):
        url = lines[0].split()[-1].removesuffix("/api")
        answer = httpx.get(f"{url}/api/v1/system/version", headers={"Host": "catalogue.example"})
        assert answer.status_code == 200
        assert not [line for line in lines if line.startswith("warning")]


@pytest.mark.parametrize("columns", ["80", "120"])
def test_the_help_fits_the_terminal_and_shows_a_right_rule(columns: str) -> None:
    environment = {**os.environ, "COLUMNS": columns, "TERM": "dumb"}
    done = subprocess.run([*RUN, "--help"], capture_output=True, text=True, check=True, env=environment, timeout=30)
    assert max(map(len, done.stdout.splitlines())) <= int(columns)
    assert RULE in " ".join(done.stdout.split())
    for option in ("--fault", "--admin", "--config", "--host", "--allow-remote"):
        assert option in done.stdout
