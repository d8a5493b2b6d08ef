"""The ASGI application: which path and method goes to which handler."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from . import handlers
from .actions import actions
from .admin import admin_routes
from .calls import JSON, JSON_PATCH, Answer, Call, Endpoints, error_response, json_response
from .catalogue import Catalogue
from .connections import Connectors
from .entities import ENTITIES
from .errors import routing, unhandled
from .facts import EntityFacts
from .fault_injection import Observed
from .fault_rules import Faults
from .openapi import swagger
from .options import SandboxOptions
from .pages import page_routes
from .request_log import RequestLog
from .routing import KindHandler, KindRoute, allowed
from .schemas import Schemas
from .seeds import seed
from .storage import Store
from .type_routes import type_routes

SHORT: frozenset[KindHandler] = frozenset(
    {handlers.get_one, handlers.get_logged_in, handlers.post, handlers.put_one, handlers.patch_one}
)
"""Handlers that touch few entities; the others may touch everything there is."""


def create_app(options: SandboxOptions | None = None) -> Starlette:
    """A sandbox as an ASGI application; it closes its database when the server shuts it down.

    `app.state.requests` is its `RequestLog`, `app.state.faults` its `Faults`.
    """
    options = options or SandboxOptions()
    schemas = Schemas(options.schemas)
    catalogue = Catalogue(
        store=Store(options.database), schemas=schemas, connectors=Connectors(schemas), options=options
    )
    seed(catalogue)
    endpoints = Endpoints(catalogue)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        endpoints.close()

    faults, requests = Faults(options.faults), RequestLog(options.requests_kept)
    app = Starlette(
        routes=[*_routes(endpoints, catalogue), *admin_routes(options, faults, requests)],
        lifespan=lifespan,
        exception_handlers={HTTPException: _routing_error, Exception: _failure},
        middleware=[Middleware(Observed, faults=faults, requests=requests, options=options)],
    )
    app.router.redirect_slashes = False
    app.state.faults, app.state.requests = faults, requests
    return app


def _routes(endpoints: Endpoints, catalogue: Catalogue) -> list[BaseRoute]:
    options = catalogue.options
    collections = [route for facts in ENTITIES for route in _collection(endpoints, facts, options)]
    started_ms = options.clock()

    async def version(_: Request) -> Response:
        return json_response({"version": options.version, "revision": "sandbox", "timestamp": started_ms}, 200)

    async def health(_: Request) -> Response:
        return json_response({"status": "healthy"}, 200)

    return [
        Mount(
            "/api/v1",
            routes=[
                Route("/system/version", version),
                Route("/system/health", health),
                *collections,
                *type_routes(endpoints),
            ],
        ),
        Route("/swagger.json", swagger(catalogue)),
        *(page_routes(endpoints, catalogue) if options.page else []),
    ]


def _collection(endpoints: Endpoints, facts: EntityFacts, options: SandboxOptions) -> list[BaseRoute]:
    def route(path: str, method: str, handler: KindHandler, content_type: str = JSON) -> Route:
        bound = partial(_bound, handler, facts)
        endpoint: Any = endpoints.endpoint(bound, content_type, short=handler in SHORT)
        return KindRoute(path, endpoint, method, handler=handler, facts=facts, content_type=content_type)

    def one(path: str) -> list[BaseRoute]:
        return [
            route(path, "GET", handlers.get_one),
            route(path, "PATCH", handlers.patch_one, JSON_PATCH),
            route(path, "DELETE", handlers.delete_one),
        ]

    below = [
        *([route("/bulk", "PUT", handlers.put_bulk)] if options.answers_bulk else []),
        route("/restore", "PUT", handlers.put_restore),
        *([route("/loggedInUser", "GET", handlers.get_logged_in)] if facts.entity_type == "user" else []),
        *(route(path, method, action) for path, method, action in actions(facts, options.release)),
        *one("/name/{fqn:path}"),
        *one("/{id}"),
        route("/{id}/versions", "GET", handlers.get_versions),
        route("/{id}/versions/{version}", "GET", handlers.get_version),
    ]
    path = f"/{facts.collection}"
    verbs: dict[str, KindHandler] = {"GET": handlers.get_list, "POST": handlers.post, "PUT": handlers.put_one}
    return [*(route(path, method, handler) for method, handler in verbs.items()), Mount(path, routes=below)]


def _bound(handler: KindHandler, facts: EntityFacts, call: Call) -> Answer:
    return handler(call, facts)


async def _routing_error(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    response = error_response(routing(problem.status_code, problem.detail))
    if problem.status_code == 405:
        whole = {**request.scope, "root_path": request.scope.get("app_root_path", "")}
        response.headers["Allow"] = ", ".join(sorted(set(allowed(request.app.routes, whole))))
    return response


async def _failure(_: Request, problem: Exception) -> Response:
    """For a failure outside every handler; Starlette raises it again, so that the server logs it."""
    return error_response(unhandled(type(problem).__name__))
