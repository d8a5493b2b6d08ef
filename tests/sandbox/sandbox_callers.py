"""Callers of a sandbox, and the least that a request for each kind must hold."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
from starlette.applications import Starlette

COLLECTIONS = {
    "DashboardService": "services/dashboardServices",
    "DatabaseService": "services/databaseServices",
    "Dashboard": "dashboards",
    "Chart": "charts",
    "Database": "databases",
    "Team": "teams",
    "User": "users",
    "Domain": "domains",
    "DataProduct": "dataProducts",
    "Classification": "classifications",
    "Tag": "tags",
    "Glossary": "glossaries",
    "GlossaryTerm": "glossaryTerms",
    "Role": "roles",
    "Policy": "policies",
    "Persona": "personas",
    "Bot": "bots",
}
MINIMAL: dict[str, dict[str, Any]] = {
    "DashboardService": {"serviceType": "Metabase"},
    "DatabaseService": {"serviceType": "Mysql"},
    "Dashboard": {"service": "bi"},
    "Chart": {"service": "bi"},
    "Database": {"service": "db"},
    "Team": {"teamType": "Group"},
    "User": {"email": "someone@acme.io"},
    "Domain": {"description": "d", "domainType": "Aggregate"},
    "DataProduct": {"description": "d", "domains": ["sales"]},
    "Classification": {"description": "d"},
    "Tag": {"description": "d", "classification": "Colour"},
    "Glossary": {"description": "d"},
    "GlossaryTerm": {"description": "d", "glossary": "words"},
    "Role": {"policies": ["DataConsumerPolicy"]},
    "Policy": {"rules": [{"name": "r", "effect": "allow", "operations": ["ViewAll"], "resources": ["dashboard"]}]},
    "Persona": {},
    "Bot": {"botUser": "robot"},
}


class Wire:
    """Requests to an application in this process, one after the other, without a socket."""

    def __init__(self, app: Starlette, runner: asyncio.Runner) -> None:
        self.app = app
        self._runner = runner
        self._client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://catalogue.test")

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        return self._runner.run(self._client.request(method, path, **options))


class Api:
    """Calls with one token. `make`, `change` and `read` insist on success and give the body back."""

    def __init__(self, wire: Wire, token: str | None) -> None:
        self.wire = wire
        self.headers = {} if token is None else {"Authorization": f"Bearer {token}"}

    def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        headers = {**self.headers, **options.pop("headers", {})}
        return self.wire.request(method, f"/api/v1/{path}", headers=headers, **options)

    def get(self, path: str, **params: Any) -> httpx.Response:
        return self.call("GET", path, params=params)

    def post(self, kind: str, body: Any) -> httpx.Response:
        return self.call("POST", COLLECTIONS[kind], json=body)

    def put(self, kind: str, body: Any) -> httpx.Response:
        return self.call("PUT", COLLECTIONS[kind], json=body)

    def bulk(self, kind: str, rows: Any, **params: Any) -> httpx.Response:
        return self.call("PUT", f"{COLLECTIONS[kind]}/bulk", json=rows, params=params)

    def patch(self, kind: str, key: str, operations: Any, **headers: str) -> httpx.Response:
        headers = {"Content-Type": "application/json-patch+json", **headers}
        return self.call("PATCH", f"{COLLECTIONS[kind]}/{key}", json=operations, headers=headers)

    def delete(self, kind: str, key: str, **params: Any) -> httpx.Response:
        return self.call("DELETE", f"{COLLECTIONS[kind]}/{key}", params=params)

    def make(self, kind: str, name: str, **body: Any) -> dict[str, Any]:
        answer = self.post(kind, {"name": name, **MINIMAL[kind], **body})
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    def change(self, kind: str, name: str, **body: Any) -> dict[str, Any]:
        answer = self.put(kind, {"name": name, **MINIMAL[kind], **body})
        assert answer.status_code == 200, answer.text
        changed: dict[str, Any] = answer.json()
        return changed

    def define(self, entity_type: str, name: str, property_type: str, config: Any = None) -> httpx.Response:
        """Put a custom property to an entity type."""
        body: dict[str, Any] = {"name": name, "description": "d", "propertyType": self.property_type(property_type)}
        if config is not None:
            body["customPropertyConfig"] = {"config": config}
        entity_type_id = self.get(f"metadata/types/name/{entity_type}").json()["id"]
        return self.call("PUT", f"metadata/types/{entity_type_id}", json=body)

    def property_type(self, name: str) -> dict[str, str]:
        """A reference to a property type."""
        return {"id": self.get(f"metadata/types/name/{name}").json()["id"], "type": "type"}

    def read(self, kind: str, key: str, **params: Any) -> dict[str, Any]:
        answer = self.get(f"{COLLECTIONS[kind]}/{key}", **params)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found
