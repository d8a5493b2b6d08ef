"""`omp sandbox`: the switches of section 13 on the command line."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

RUN = [sys.executable, "-W", "error", "-c", "from openmetadata_provider.sandbox.command import app; app()"]


@contextmanager
def running(*arguments: str) -> Iterator[httpx.Client]:
    """An admin's client of a sandbox started with these arguments."""
    with subprocess.Popen([*RUN, "--port", "0", *arguments], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(5)]
        url, token = re.search(r"http://[\d.:]+/api", lines[0]), lines[1].split()[-1]
        assert url is not None
        try:
            with httpx.Client(base_url=f"{url[0]}/v1", headers={"Authorization": f"Bearer {token}"}) as client:
                yield client
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def test_an_old_release_is_served_by_its_version() -> None:
    with running("--version", "1.8.1") as api:
        api.post("/services/dashboardServices", json={"name": "bi", "serviceType": "Metabase"})
        api.post("/domains", json={"name": "sales", "description": "d", "domainType": "Aggregate"})
        made = api.post("/dashboards", json={"name": "d", "service": "bi", "domain": "sales"})
        assert made.json()["domain"]["name"] == "sales"
        assert api.put("/dashboards/bulk", json=[]).status_code == 405


def test_every_switch_may_be_set_apart_from_the_version() -> None:
    switches = ["--sanitize-descriptions", "2.0", "--json-error-text", "new", "--no-multi-domain-rule"]
    with running(*switches, "--background-delay-ms", "3600000") as api:
        made = api.post(
            "/services/dashboardServices", json={"name": "bi", "serviceType": "Metabase", "description": "`"}
        )
        assert made.json()["description"] == "&#96;"
        assert api.post("/dashboards", json={"foo": 1}).json()["message"] == "Invalid request format"
        for name in ("sales", "finance"):
            api.post("/domains", json={"name": name, "description": "d", "domainType": "Aggregate"})
        many = {"name": "d", "service": "bi", "domains": ["sales", "finance"]}
        assert api.post("/dashboards", json=many).status_code == 201
        api.delete(f"/services/dashboardServices/async/{made.json()['id']}", params={"recursive": "true"})
        assert "is being deleted" in api.post("/dashboards", json={"name": "e", "service": "bi"}).json()["message"]


def test_the_command_is_strict_unless_told_otherwise() -> None:
    for arguments, status in (([], 400), (["--no-strict"], 201)):
        with running(*arguments) as api:
            api.post("/services/dashboardServices", json={"name": "bi", "serviceType": "Metabase"})
            body = {"name": "d", "service": "bi", "owners": ["user:admin"]}
            assert api.post("/dashboards", json=body).status_code == status


@pytest.mark.parametrize("arguments", [["--sanitize-descriptions", "3.0"], ["--json-error-text", "none"]])
def test_an_unknown_value_of_a_switch_is_refused(arguments: list[str]) -> None:
    done = subprocess.run([*RUN, *arguments], capture_output=True, text=True, check=False, timeout=30)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
