"""The ASGI application: which path and method goes to which handler."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from . import handlers
from .calls import JSON, JSON_PATCH, Answer, Call, Endpoints, error_response, json_response
from .catalogue import Catalogue
from .connections import Connectors
from .entities import ENTITIES
from .errors import routing
from .facts import EntityFacts
from .options import SandboxOptions
from .schemas import Schemas
from .seeds import seed
from .storage import Store
from .writing import now_ms

KindHandler = Callable[[Call, EntityFacts], Answer]
SHORT: frozenset[KindHandler] = frozenset(
    {handlers.get_one, handlers.get_logged_in, handlers.post, handlers.put_one, handlers.patch_one}
)
"""Handlers that touch few entities; the others may touch everything there is."""


def create_app(options: SandboxOptions | None = None) -> Starlette:
    """A sandbox as an ASGI application; it closes its database when the server shuts it down."""
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

    app = Starlette(
        routes=_routes(endpoints, options),
        lifespan=lifespan,
        exception_handlers={HTTPException: _routing_error},
    )
    app.router.redirect_slashes = False
    return app


def _routes(endpoints: Endpoints, options: SandboxOptions) -> list[BaseRoute]:
    collections = [route for facts in ENTITIES for route in _collection(endpoints, facts, bulk=options.bulk)]
    started_ms = now_ms()

    async def version(_: Request) -> Response:
        return json_response({"version": options.version, "revision": "sandbox", "timestamp": started_ms}, 200)

    async def health(_: Request) -> Response:
        return json_response({"status": "healthy"}, 200)

    return [
        Mount(
            "/api/v1",
            routes=[Route("/system/version", version), Route("/system/health", health), *collections],
        )
    ]


def _collection(endpoints: Endpoints, facts: EntityFacts, *, bulk: bool) -> list[BaseRoute]:
    def route(path: str, method: str, handler: KindHandler, content_type: str = JSON) -> Route:
        bound = partial(_bound, handler, facts)
        endpoint: Any = endpoints.endpoint(bound, content_type, short=handler in SHORT)
        return Route(path, endpoint, methods=[method])

    def one(path: str) -> list[BaseRoute]:
        return [
            route(path, "GET", handlers.get_one),
            route(path, "PATCH", handlers.patch_one, JSON_PATCH),
            route(path, "DELETE", handlers.delete_one),
        ]

    below = [
        *([route("/bulk", "PUT", handlers.put_bulk)] if bulk else []),
        route("/restore", "PUT", handlers.put_restore),
        *([route("/loggedInUser", "GET", handlers.get_logged_in)] if facts.entity_type == "user" else []),
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


async def _routing_error(_: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    return error_response(routing(problem.status_code, problem.detail))
