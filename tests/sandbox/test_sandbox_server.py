"""The sandbox on a real socket, in a file, and as a command."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

RUN = [sys.executable, "-W", "error", "-c", "from openmetadata_provider.sandbox.command import app; app()"]


def client(server: SandboxServer) -> httpx.Client:
    return httpx.Client(base_url=f"{server.url}/api/v1", headers={"Authorization": f"Bearer {server.admin_token}"})


def test_a_server_answers_on_the_loopback_interface() -> None:
    with SandboxServer() as server, client(server) as api:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", server.url)
        assert api.get("/system/version").json()["version"] == "1.13.0"
        made = api.post("/glossaries", json={"name": "g", "description": "d"})
        assert made.headers["Location"].startswith(f"{server.url}/api/v1/glossaries/")
        assert api.get(made.headers["Location"]).json()["name"] == "g"
        assert server.bot_token != server.reader_token


def test_an_encoded_slash_stays_in_the_name() -> None:
    with SandboxServer() as server, client(server) as api:
        api.post("/glossaries", json={"name": "a/b c%2F", "description": "d"})
        assert api.get("/glossaries/name/a%2Fb%20c%252F").json()["name"] == "a/b c%2F"


def test_parallel_callers_lose_nothing() -> None:
    with SandboxServer() as server, client(server) as api, ThreadPoolExecutor(8) as callers:
        names = [f"g{n:02}" for n in range(40)]
        made = callers.map(lambda name: api.post("/glossaries", json={"name": name, "description": "d"}), names)
        assert {answer.status_code for answer in made} == {201}
        same = callers.map(lambda _: api.put("/glossaries", json={"name": "one", "description": "d"}), range(20))
        assert sorted(answer.status_code for answer in same) == [200] * 19 + [201]
        assert api.get("/glossaries", params={"limit": 0}).json()["paging"]["total"] == 41


def test_a_server_frees_its_port_and_can_start_again() -> None:
    server = SandboxServer()
    with server:
        port = int(server.url.rsplit(":", 1)[1])
    with pytest.raises(RuntimeError):
        _ = server.url
    with SandboxServer(port=port) as again:
        assert again.url.endswith(f":{port}")


def test_a_file_keeps_entities_and_takes_new_tokens(tmp_path: Path) -> None:
    database = str(tmp_path / "catalogue.db")
    with SandboxServer(SandboxOptions(database=database)) as first, client(first) as api:
        made = api.post("/glossaries", json={"name": "g", "description": "d"}).json()
        old_token = first.admin_token
    with SandboxServer(SandboxOptions(database=database)) as second, client(second) as api:
        assert api.get(f"/glossaries/{made['id']}").json()["name"] == "g"
        assert api.get("/teams").json()["paging"]["total"] == 1
        refused = api.get("/glossaries", headers={"Authorization": f"Bearer {old_token}"})
        assert refused.status_code == 401
    assert [path.name for path in tmp_path.iterdir()] == ["catalogue.db"]


@pytest.mark.parametrize("signal_number", [signal.SIGINT, signal.SIGTERM])
def test_the_command_prints_url_and_tokens_and_stops_on_a_signal(signal_number: signal.Signals, tmp_path: Path) -> None:
    arguments = ["--port", "0", "--version", "1.12.3", "--database", str(tmp_path / "s.db")]
    with subprocess.Popen([*RUN, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(5)]
        url = re.search(r"http://[\d.:]+/api", lines[0])
        assert url is not None
        token = lines[1].split()[-1]
        assert httpx.get(f"{url[0]}/v1/system/version").json()["version"] == "1.12.3"
        found = httpx.get(f"{url[0]}/v1/users/loggedInUser", headers={"Authorization": f"Bearer {token}"})
        assert found.json()["name"] == "admin"
        process.send_signal(signal_number)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out.strip(), err) == (0, "Stopped.", "")


def test_the_command_says_that_a_port_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run([*RUN, "--port", port], capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 1
    assert f"Cannot listen on port {port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_command_says_that_a_database_is_of_no_use(tmp_path: Path) -> None:
    database = str(tmp_path / "no" / "such" / "folder.db")
    done = subprocess.run([*RUN, "--port", "0", "--database", database], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"Cannot use database {database}" in done.stderr
    assert "Traceback" not in done.stderr
