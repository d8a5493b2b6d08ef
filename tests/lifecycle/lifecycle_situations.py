"""The situations of `golden/situations.yaml`, brought about on a sandbox of their own each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import yaml

from openmetadata_provider import OpenMetadata
from openmetadata_provider.lifecycle.deciding import PlanOptions
from openmetadata_provider.lifecycle.outcomes import Applied
from openmetadata_provider.lifecycle.plan import Plan, destroy, plan
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer
from openmetadata_provider.sandbox.fault_syntax import fault_from_text

GOLDEN = Path(__file__).parent / "golden"
HOST = "http://localhost:8585"
NOW_MS = 1_700_000_000_000
"""2023-11-14 22:13:20 UTC."""


@dataclass(frozen=True, kw_only=True)
class Situation:
    """One of the table; its head says what each field means."""

    name: str
    about: str
    declared: list[dict[str, Any]]
    held: list[dict[str, Any]] = field(default_factory=list)
    edits: list[dict[str, Any]] = field(default_factory=list)
    properties: list[dict[str, str]] = field(default_factory=list)
    version: str = "1.13.0"
    token: str = "admin"
    options: dict[str, Any] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    hashes: bool = False
    destroy: bool = False
    apply: bool = False
    faults: list[str] = field(default_factory=list)
    widths: list[int] = field(default_factory=lambda: [80])


@dataclass(frozen=True, kw_only=True)
class Result:
    """What came of a situation."""

    plan: Plan
    applied: Applied | None
    hidden: Callable[[str], str]
    """A text without what differs from run to run."""


def situations() -> list[Situation]:
    table = yaml.safe_load((GOLDEN / "situations.yaml").read_text(encoding="utf-8"))
    return [Situation(**row) for row in table]


def result_of(situation: Situation, folder: Path) -> Result:
    """The plan of a situation, and what became of it. `folder` takes the hashes of secrets."""
    hashes = str(folder / "hashes.json") if situation.hashes else None
    with _server(situation) as server:
        _prepare(situation, server, hashes)
        with OpenMetadata(host=server.url, jwt_token=_tokens(server)[situation.token]) as om:
            made = _planned(situation, om, hashes)
            server.faults.add(*map(fault_from_text, situation.faults))
            applied = made.apply() if situation.apply else None
            return Result(plan=made, applied=applied, hidden=lambda text, url=server.url: text.replace(url, HOST))


@contextmanager
def _server(situation: Situation) -> Iterator[SandboxServer]:
    with SandboxServer(SandboxOptions(version=situation.version, clock=lambda: NOW_MS)) as server:
        yield server


def _tokens(server: SandboxServer) -> dict[str, str]:
    options = server.options
    return {"admin": options.admin_token, "bot": options.bot_token, "reader": options.reader_token}


def _prepare(situation: Situation, server: SandboxServer, hashes: str | None) -> None:
    for row in situation.properties:
        _define(server, **row)
    with OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        plan(om, situation.held, options=PlanOptions(secret_hashes=hashes)).apply().raise_for_failures()
    for edit in situation.edits:
        _call(server, edit["by"], edit["method"], edit["path"], edit.get("body"))


def _planned(situation: Situation, om: OpenMetadata, hashes: str | None) -> Plan:
    """One request at a time: what is looked up twice otherwise depends on who comes first."""
    if situation.destroy:
        return destroy(om, situation.declared, parallelism=1)
    options = PlanOptions(**situation.options, secret_hashes=hashes)
    return plan(om, situation.declared, options=options, parallelism=1)


def _define(server: SandboxServer, kind: str, name: str, type: str) -> None:
    types = {t: _call(server, "admin", "GET", f"metadata/types/name/{t}")["id"] for t in (kind, type)}
    body = {"name": name, "description": name, "propertyType": {"id": types[type], "type": "type"}}
    _call(server, "admin", "PUT", f"metadata/types/{types[kind]}", body)


def _call(server: SandboxServer, by: str, method: str, path: str, body: Any = None) -> Any:
    headers = {"Authorization": f"Bearer {_tokens(server)[by]}"}
    if method == "PATCH":
        headers["Content-Type"] = "application/json-patch+json"
    answer = httpx.request(method, f"{server.url}/api/v1/{path}", json=body, headers=headers)
    return answer.raise_for_status().json()
