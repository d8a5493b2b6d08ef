"""`/sandbox/faults` and `/sandbox/requests`: faults set and requests read while the sandbox runs, when asked for.

Only the admin's token opens them. Faults are lines as on the command line.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from .authentication import ADMIN, authenticated
from .bodies import json_from_bytes
from .calls import error_response, json_response, whole_body
from .errors import ApiError, SettingError, bad_request, forbidden
from .fault_rules import Faults
from .fault_syntax import EXAMPLE, faults_from_texts, text_from_fault
from .options import SandboxOptions
from .request_log import RequestLog

LARGEST_BODY = 1024 * 1024
RIGHT = f'{{"faults": ["{EXAMPLE}"]}}'
Endpoint = Callable[[Request], Awaitable[Response]]


def admin_routes(options: SandboxOptions, faults: Faults, requests: RequestLog) -> list[BaseRoute]:
    """The routes; none unless the options ask for them."""
    if not options.admin:
        return []

    async def shown(_: Request) -> Response:
        return json_response(_faults_body(faults), 200)

    async def replaced(request: Request) -> Response:
        lines = _lines(json_from_bytes(await whole_body(request, LARGEST_BODY)))
        try:
            faults.replace(*faults_from_texts(lines))
        except SettingError as problem:
            raise bad_request(str(problem)) from None
        return json_response(_faults_body(faults), 200)

    async def cleared(_: Request) -> Response:
        faults.clear()
        return json_response(_faults_body(faults), 200)

    async def seen(_: Request) -> Response:
        return json_response({"total": requests.total, "requests": [asdict(request) for request in requests]}, 200)

    endpoints = [("/faults", "GET", shown), ("/faults", "PUT", replaced), ("/faults", "DELETE", cleared)]
    endpoints.append(("/requests", "GET", seen))
    routes = [Route(path, _guarded(options, endpoint), methods=[method]) for path, method, endpoint in endpoints]
    return [Mount("/sandbox", routes=routes)]


def _guarded(options: SandboxOptions, endpoint: Endpoint) -> Endpoint:
    async def run(request: Request) -> Response:
        try:
            principal = authenticated(options, request.headers.get("authorization"))
            if principal != ADMIN:
                raise forbidden(principal.name, "SandboxAdmin")
            return await endpoint(request)
        except ApiError as problem:
            return error_response(problem)

    return run


def _faults_body(faults: Faults) -> dict[str, Any]:
    rules = faults.counted()
    return {
        "faults": [
            {"fault": text_from_fault(rule.fault), "matched": rule.matched, "fired": rule.fired} for rule in rules
        ]
    }


def _lines(body: Any) -> list[str]:
    lines = body.get("faults") if isinstance(body, dict) and body.keys() == {"faults"} else None
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise bad_request(f"The body is an object of one list of lines: {RIGHT}")
    return lines
