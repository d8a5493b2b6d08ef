"""The document itself: a walk over the served routes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from itertools import groupby
from typing import TypeVar

from starlette.routing import BaseRoute, Mount, Route

from ..catalogue import Catalogue
from ..entities import ENTITIES
from ..errors import CHALLENGED
from ..facts import EntityFacts
from ..routing import KindRoute
from .action_operations import OF_ACTIONS
from .components import JSON, Components, ref
from .operations import OF_HANDLERS, OF_PATHS, Good, Operation, PlainOperation, create_name, entity_name
from .parameters import PATH
from .shapes import ANSWERED_OTHERWISE, MAY_LACK, SHAPES

T = TypeVar("T")
ABOUT = """A local server that answers like OpenMetadata. Everything it serves is here.

Errors have one shape, `{code, message}`, with `errorType` on two of them. Faults that the sandbox was told to inject
are not described: they are meant to surprise."""


def served(routes: Sequence[BaseRoute], above: str = "") -> Iterator[tuple[str, str, Route]]:
    """Method, path and route of every verb, in the order of the route table. HEAD goes with every GET, unlisted."""
    for route in routes:
        if isinstance(route, Mount):
            yield from served(route.routes, above + route.path)
        elif isinstance(route, Route) and route.include_in_schema:
            for method in sorted((route.methods or set()) - {"HEAD"}):
                yield method, above + re.sub(r"\{(\w+):\w+\}", r"{\1}", route.path), route


def document(routes: Sequence[BaseRoute], catalogue: Catalogue) -> JSON:
    """The OpenAPI 3.1 document of `routes`; LookupError for a handler without a description."""
    found = list(served(routes))
    kinds = list({route.facts.kind: route.facts for _, _, route in found if isinstance(route, KindRoute)}.values())
    writer = _Writer(catalogue)
    paths: JSON = {}
    for path, group in groupby(found, key=lambda item: item[1]):
        paths.setdefault(path, {}).update(
            {method.lower(): writer.verb(method, path, route) for method, _, route in group}
        )
    return {
        "openapi": "3.1.0",
        "info": {"title": "OpenMetadata sandbox", "version": catalogue.options.version, "description": ABOUT},
        "servers": [{"url": "/"}],
        "security": [{"token": []}],
        "tags": [{"name": facts.kind, "description": writer.about(facts)} for facts in kinds],
        "paths": paths,
        "components": {
            "schemas": _components(catalogue, kinds).schemas,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "A token that the sandbox printed."}
            },
        },
    }


def _components(catalogue: Catalogue, kinds: list[EntityFacts]) -> Components:
    components = Components()
    for name, shape in SHAPES.items():
        components.add_plain(name, shape)
    for facts in kinds:
        components.add_bundle(entity_name(facts), catalogue.schemas.entity(facts.kind))
        component = components.schemas[entity_name(facts)]
        component["properties"] |= ANSWERED_OTHERWISE.get(facts.kind, {})
        component["required"] = [name for name in component["required"] if name not in MAY_LACK.get(facts.kind, ())]
        if facts in ENTITIES:  # types are extended, not created
            _add_create(components, catalogue, facts)
    return components


def _add_create(components: Components, catalogue: Catalogue, facts: EntityFacts) -> None:
    """The create request of a kind; of a service, one for each connector and one for all the others."""
    name, request = create_name(facts), catalogue.schemas.create(facts.kind)
    if not facts.connected:
        components.add_bundle(name, request)
        return
    components.add_bundle(f"{name}.Other", request)
    names = [f"{name}.Other"]
    for service_type in request.resolved(request.properties["serviceType"])["enum"]:
        bundle = catalogue.schemas.connected(facts.kind, service_type)
        if bundle is not None and catalogue.connectors.find(facts.kind, service_type) is not None:
            components.add_bundle(f"{name}.{service_type}", bundle)
            names.append(f"{name}.{service_type}")
    components.add_plain(name, {"anyOf": [ref(each) for each in sorted(names)]})


class _Writer:
    """Writes operations."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._schemas = catalogue.schemas

    def about(self, facts: EntityFacts) -> str:
        return str(self._schemas.entity(facts.kind).document.get("description", ""))

    def verb(self, method: str, path: str, route: Route) -> JSON:
        inside = [PATH[name] for name in re.findall(r"\{(\w+)\}", path)]
        if not isinstance(route, KindRoute):
            return _plain(_described(OF_PATHS.get((method, path)), f"{method} {path}"))
        operation: Operation = _described(
            {**OF_HANDLERS, **OF_ACTIONS}.get(route.handler), f"handlers.{route.handler.__name__}"
        )
        return self._operation(operation, path, route, inside)

    def _operation(self, operation: Operation, path: str, route: KindRoute, inside: list[JSON]) -> JSON:
        facts = route.facts
        written: JSON = {
            "tags": [facts.kind],
            "summary": operation.summary.format(kind=facts.kind) + (" by FQN" if "{fqn}" in path else ""),
            "operationId": f"{route.handler.__name__}_{facts.entity_type}" + ("_by_fqn" if "{fqn}" in path else ""),
            "parameters": [*inside, *operation.parameters(self._schemas, facts)],
        }
        if operation.description:
            written["description"] = operation.description
        if operation.body is not None:
            written["requestBody"] = _body(operation.body(facts), route.content_type)
        good = {str(status): _good(answer, facts) for status, answer in operation.good.items()}
        bad = _problems(operation.bad, needs_token=True, has_body=operation.body is not None)
        return {**written, "responses": good | bad}


def _described(operation: T | None, what: str) -> T:
    if operation is None:
        raise LookupError(f"{what} is served and not described in sandbox/openapi/operations.py")
    return operation


def _plain(operation: PlainOperation) -> JSON:
    written: JSON = {"summary": operation.summary}
    if not operation.needs_token:
        written["security"] = []
    if operation.body is not None:
        written["requestBody"] = _body(operation.body, "application/json")
    good = {
        str(status): {"description": "As asked.", "content": {operation.media_type: {"schema": schema}}}
        for status, schema in operation.good.items()
    }
    bad = _problems(operation.bad, needs_token=operation.needs_token, has_body=operation.body is not None)
    return {**written, "responses": good | bad}


def _body(schema: JSON, content_type: str) -> JSON:
    return {"required": True, "content": {content_type: {"schema": schema}}}


def _good(answer: Good, facts: EntityFacts) -> JSON:
    content = {"application/json": {"schema": answer.schema(facts)}}
    headers = {"headers": answer.headers} if answer.headers else {}
    return {"description": answer.says, **headers, "content": content}


def _problems(statuses: Sequence[int], *, needs_token: bool, has_body: bool) -> JSON:
    every = {*statuses, *((401,) if needs_token else ()), *((413, 415) if has_body else ())}
    return {str(status): _problem(status) for status in sorted(every)}


def _problem(status: int) -> JSON:
    challenge = {"WWW-Authenticate": {"description": "`om-auth`", "schema": {"type": "string"}}}
    headers = {"headers": challenge} if status in CHALLENGED else {}
    content = {"application/json": {"schema": ref("Error")}}
    return {"description": HTTPStatus(status).phrase, **headers, "content": content}
