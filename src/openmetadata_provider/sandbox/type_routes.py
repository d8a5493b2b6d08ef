"""The routes below `/metadata/types`: types are read and extended, not created."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.routing import BaseRoute, Mount, Route

from . import handlers
from .bodies import json_from_bytes
from .calls import JSON, JSON_PATCH, Answer, Call, Endpoints
from .custom_properties import with_property
from .facts import EntityFacts
from .loading import load_whole
from .routing import KindRoute
from .type_facts import TYPE
from .writing import update


def type_routes(endpoints: Endpoints) -> list[BaseRoute]:
    """The routes, relative to `/api/v1`."""

    def route(path: str, method: str, handler: Callable[..., Answer], content_type: str = JSON) -> Route:
        endpoint: Any = endpoints.endpoint(partial(handler, facts=TYPE), content_type)
        return KindRoute(path, endpoint, method, handler=handler, facts=TYPE, content_type=content_type)

    below = [
        route("/name/{fqn:path}", "GET", handlers.get_one),
        route("/name/{fqn:path}", "PATCH", handlers.patch_one, JSON_PATCH),
        route("/{id}", "GET", handlers.get_one),
        route("/{id}", "PUT", put_property),
        route("/{id}", "PATCH", handlers.patch_one, JSON_PATCH),
        route("/{id}/versions", "GET", handlers.get_versions),
        route("/{id}/versions/{version}", "GET", handlers.get_version),
    ]
    path = f"/{TYPE.collection}"
    return [route(path, "GET", handlers.get_list), Mount(path, routes=below)]


def put_property(call: Call, facts: EntityFacts) -> Answer:
    """PUT of one custom property to a type: added, or changed if the type has one of its name."""
    body = json_from_bytes(call.body)
    row = handlers.found(call, facts)
    call.principal.require("EditAll")
    with call.catalogue.store.transaction():
        before = load_whole(call.catalogue.store, row)
        outcome = update(call.catalogue, row, before, with_property(call.catalogue, before, body), call.principal)
    shown = call.presenter.written(facts, load_whole(call.catalogue.store, outcome.row))
    return Answer(body=shown, headers={handlers.CHANGE: outcome.change})
