"""A sandbox in a process of its own: `with running() as sandbox`, and what that process runs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from openmetadata_provider import CreateDashboardServiceRequest, OpenMetadata

from .measure import ROOT, quiet_environment

SERVICE = "sample_superset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sandbox:
    """Where it listens, and as whom to come."""

    url: str
    token: str
    pid: int

    @property
    def peak_mb(self) -> float:
        """The most memory the process has had so far. Linux only."""
        return int(Path(f"/proc/{self.pid}/status").read_text().split("VmHWM:")[1].split()[0]) / 1024

    @property
    def requests(self) -> int:
        """How many requests to the API it has had so far."""
        with urlopen(Request(f"{self.url}/sandbox/requests", headers={"Authorization": f"Bearer {self.token}"})) as got:
            return int(json.load(got)["total"])


@contextmanager
def running(database: Path | None = None, *, delay_ms: float = 0) -> Iterator[Sandbox]:
    """A sandbox that lasts as long as the `with` block; in memory unless it gets a file.

    Its answers come `delay_ms` later than they could.
    """
    command = [sys.executable, "-m", "benchmarks.sandbox_process", str(database or ""), str(delay_ms / 1000)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=quiet_environment()
    )
    try:
        assert process.stdout
        yield Sandbox(pid=process.pid, **json.loads(process.stdout.readline()))
    finally:
        process.communicate()


@contextmanager
def client() -> Iterator[OpenMetadata]:
    """A client of a fresh sandbox that has one dashboard service."""
    with running() as sandbox, OpenMetadata(host=sandbox.url, jwt_token=sandbox.token) as om:
        om.dashboard_services.create(
            CreateDashboardServiceRequest.model_validate({"name": SERVICE, "serviceType": "Superset"})
        )
        yield om


def main() -> None:
    """Serve until the input ends."""
    from openmetadata_provider.sandbox import SandboxOptions, SandboxServer, fault_from_text

    database, delay_s = sys.argv[1:]
    faults = (fault_from_text(f"* * delay={delay_s}"),) if float(delay_s) else ()
    with SandboxServer(SandboxOptions(database=database or None, faults=faults, admin=True)) as server:
        print(json.dumps({"url": server.url, "token": server.admin_token}), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
