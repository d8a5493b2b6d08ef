"""One sandbox on a socket for the folder, with the least that the documented requests refer to."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from openmetadata_provider import OpenMetadata
from openmetadata_provider.client.default import forget_default_client
from openmetadata_provider.sandbox import SandboxServer

CURL = shutil.which("curl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Status and JSON of a raw call."""

    status: int
    body: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Http:
    """Calls without any code of the client."""

    url: str
    token: str | None
    way: str = "httpx"

    def call(self, method: str, path: str, body: str | object = None) -> Answer:
        """`body` goes out as it is if it is text."""
        text = body if isinstance(body, str) or body is None else json.dumps(body)
        return (self._curl if self.way == "curl" else self._httpx)(method, path, text)

    def _headers(self) -> dict[str, str]:
        token = {} if self.token is None else {"Authorization": f"Bearer {self.token}"}
        return {"Content-Type": "application/json", **token}

    def _httpx(self, method: str, path: str, text: str | None) -> Answer:
        url = f"{self.url}/api{path}"
        answer = httpx.request(method, url, content=text, headers=self._headers(), trust_env=False)
        return Answer(status=answer.status_code, body=answer.json())

    def _curl(self, method: str, path: str, text: str | None) -> Answer:
        headers = [part for name, value in self._headers().items() for part in ("-H", f"{name}: {value}")]
        data = [] if text is None else ["--data-binary", text]
        command = [str(CURL), "-q", "-sS", "--noproxy", "*", "-X", method, *headers, *data, "-w", "\n%{http_code}"]
        done = subprocess.run([*command, f"{self.url}/api{path}"], capture_output=True, text=True, check=True)
        body, _, status = done.stdout.rpartition("\n")
        return Answer(status=int(status), body=json.loads(body))


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What stands in the sandbox before the tests."""

    service: str
    domain: str
    team: dict[str, Any]
    user: dict[str, Any]
    chart: str


@pytest.fixture(scope="module")
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


@pytest.fixture(scope="module")
def world(sandbox: SandboxServer) -> World:
    http = Http(url=sandbox.url, token=sandbox.admin_token)

    def made(path: str, body: object) -> dict[str, Any]:
        answer = http.call("POST", path, body)
        assert answer.status == 201, answer
        return dict(answer.body)

    service = made("/v1/services/dashboardServices", {"name": "sample_superset", "serviceType": "Superset"})
    domain = made("/v1/domains", {"name": "Sales", "description": "d", "domainType": "Aggregate"})
    made("/v1/glossaries", {"name": "words", "description": "d"})
    made("/v1/glossaryTerms", {"name": "churn", "glossary": "words", "description": "d"})
    chart = made("/v1/charts", {"name": "c1", "service": service["fullyQualifiedName"]})
    return World(
        service=service["fullyQualifiedName"],
        domain=domain["fullyQualifiedName"],
        team=made("/v1/teams", {"name": "data", "teamType": "Group"}),
        user=made("/v1/users", {"name": "jane", "email": "jane@example.com"}),
        chart=chart["fullyQualifiedName"],
    )


@pytest.fixture
def om(sandbox: SandboxServer, world: World) -> Iterator[OpenMetadata]:
    with OpenMetadata(host=sandbox.url, jwt_token=sandbox.admin_token) as client:
        yield client


@pytest.fixture(params=["httpx", pytest.param("curl", marks=pytest.mark.skipif(CURL is None, reason="no curl"))])
def http(request: pytest.FixtureRequest, sandbox: SandboxServer, world: World) -> Http:
    """Raw calls as the admin, with httpx and with the real curl."""
    return Http(url=sandbox.url, token=sandbox.admin_token, way=request.param)


@pytest.fixture
def plain(sandbox: SandboxServer, world: World) -> Http:
    """Raw calls as the admin, one way: for tests of many values."""
    return Http(url=sandbox.url, token=sandbox.admin_token)


@pytest.fixture
def cleared(sandbox: SandboxServer, world: World) -> Iterator[Callable[..., None]]:
    """Deletes dashboards and services by the path of their collection and FQN, for good, before and after the test."""
    http = Http(url=sandbox.url, token=sandbox.admin_token)
    wanted: list[tuple[str, str]] = []

    def clear(path: str, *names: str) -> None:
        wanted.extend((path, name) for name in names)
        delete()

    def delete() -> None:
        for path, name in wanted:
            http.call("DELETE", f"{path}/name/{name}?hardDelete=true&recursive=true")

    yield clear
    delete()


@pytest.fixture(autouse=True)
def _no_configuration_from_outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("OPENMETADATA_HOST", raising=False)
    monkeypatch.delenv("OPENMETADATA_JWT_TOKEN", raising=False)
    yield
    forget_default_client()
