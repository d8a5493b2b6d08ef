"""A server that keeps dashboards and, by a plan, loses requests or answers. What it carried out is counted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import httpx
from scripted_server import Server, error_answer, json_answer

PATH = "/v1/dashboards"
NO_CONNECTION = httpx.ConnectError("[Errno 111] Connection refused")
NO_ANSWER = httpx.ReadTimeout("timed out")


class LosingServer(Server):
    """`plan` has one fault per request, in order; after its end all goes well."""

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[str, dict[str, Any]] = {}
        self.done: Counter[str] = Counter()
        """What was carried out: `created`, `patched`, `deleted`."""
        self.plan: list[tuple[str, Exception | httpx.Response | None]] = []
        self.between: Callable[[], None] | None = None
        """Called once, after the first fault: what another client does meanwhile."""

    def lose_requests(self, *errors: Exception | httpx.Response) -> None:
        """Nothing is carried out, and this comes back."""
        self.plan += [("before", error) for error in errors]

    def lose_answers(self, *errors: Exception | httpx.Response) -> None:
        """The request is carried out, and this comes back."""
        self.plan += [("after", error) for error in errors]

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        moment, fault = self.plan.pop(0) if self.plan else ("", None)
        answer = None if moment == "before" else self._answer(request)
        if fault is not None:
            between, self.between = self.between, None
            if between:
                between()
            if isinstance(fault, Exception):
                raise fault
            return httpx.Response(fault.status_code, headers=fault.headers, content=fault.content)
        assert answer is not None
        return answer

    def keep(self, **properties: Any) -> None:
        """Holds a dashboard of service `s`, as if another client had created it."""
        fqn = f"s.{properties['name']}"
        self.held[fqn] = {"id": f"id-{fqn}", "fullyQualifiedName": fqn, "version": 0.1, **properties}

    def _answer(self, request: httpx.Request) -> httpx.Response:
        path = unquote(request.url.raw_path.decode().partition("?")[0].removeprefix("/api"))
        if request.method == "POST":
            return self._created(json.loads(request.content))
        fqn = path.removeprefix(f"{PATH}/name/")
        if fqn not in self.held:
            return error_answer(404, f"dashboard instance for {fqn} not found")
        if request.method == "DELETE":
            self.done["deleted"] += 1
            return json_answer(200, self.held.pop(fqn))
        if request.method == "PATCH":
            return self._patched(fqn, request)
        return json_answer(200, self.held[fqn])

    def _created(self, body: dict[str, Any]) -> httpx.Response:
        if f"s.{body['name']}" in self.held:
            return error_answer(409, "Entity already exists")
        self.done["created"] += 1
        shown = {**body, "service": {"id": "1", "type": "dashboardService", "fullyQualifiedName": body["service"]}}
        self.keep(**shown)
        return json_answer(201, self.held[f"s.{body['name']}"])

    def _patched(self, fqn: str, request: httpx.Request) -> httpx.Response:
        entity = self.held[fqn]
        wanted = request.headers.get("If-Match")
        if wanted not in (None, f'W/"{entity["version"]}"'):
            return error_answer(412, "The entity has been modified.")
        for operation in json.loads(request.content):
            name = operation["path"].removeprefix("/")
            if operation["op"] == "remove":
                if name not in entity:
                    return error_answer(400, "nothing to remove")
                del entity[name]
            else:
                entity[name] = operation["value"]
        entity["version"] = round(entity["version"] + 0.1, 1)
        self.done["patched"] += 1
        return json_answer(200, entity)
