"""A sandbox in a process of its own: `with running() as sandbox`, and what that process runs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from openmetadata_provider import CreateDashboardServiceRequest, OpenMetadata

from .delaying import delayed
from .measure import ROOT, quiet_environment

SERVICE = "sample_superset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sandbox:
    """Where it listens, and as whom to come."""

    url: str
    token: str


@contextmanager
def running(delay_ms: float = 0) -> Iterator[Sandbox]:
    """A sandbox that lasts as long as the `with` block. Its answers come `delay_ms` later than they could."""
    command = [sys.executable, "-m", "benchmarks.sandbox_process", str(delay_ms)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=quiet_environment()
    )
    try:
        assert process.stdout
        yield Sandbox(**json.loads(process.stdout.readline()))
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
    from openmetadata_provider.sandbox.server import SandboxServer

    delay_s = float(sys.argv[1]) / 1000
    with SandboxServer() as server, ExitStack() as stack:
        url = server.url
        if delay_s:
            address, _, port = url.rpartition(":")
            url = f"{address}:{stack.enter_context(delayed(int(port), delay_s))}"
        print(json.dumps({"url": url, "token": server.admin_token}), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
