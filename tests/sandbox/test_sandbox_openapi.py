"""`/swagger.json`: valid, complete, open to everybody, and built from what is served."""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from jsonschema_rs import Draft7Validator, Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from properties.agreement import Bundle, bundles
from sandbox_callers import COLLECTIONS, MINIMAL, Api, Wire
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount, Route
from strategies import UnsatisfiableError, mutate, sample

from openmetadata_provider.sandbox import SandboxOptions, create_app

VERBS = ("get", "put", "post", "patch", "delete")


def document_of(app: Starlette) -> dict[str, Any]:
    with asyncio.Runner() as runner:
        answer = Wire(app, runner).request("GET", "/swagger.json")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture(scope="module")
def app() -> Starlette:
    return create_app(SandboxOptions())


@pytest.fixture(scope="module")
def document(app: Starlette) -> dict[str, Any]:
    return document_of(app)


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, verbs in document["paths"].items():
        for verb, operation in verbs.items():
            yield verb, path, operation


def flat(routes: Sequence[BaseRoute], above: str = "") -> Iterator[tuple[str, str]]:
    for route in routes:
        if isinstance(route, Mount):
            yield from flat(route.routes, above + route.path)
        elif isinstance(route, Route) and route.include_in_schema:
            path = (above + route.path).replace(":path}", "}")
            yield from ((method.lower(), path) for method in (route.methods or set()) - {"HEAD"})


def component(document: dict[str, Any], name: str) -> Draft202012Validator:
    schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    return Draft202012Validator(schema, validate_formats=False)


def test_it_is_valid_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    assert [
        f"{list(error.absolute_path)}: {error.message}" for error in OpenAPIV31SpecValidator(document).iter_errors()
    ] == []


def test_it_lists_every_verb_of_every_path_that_is_served_and_no_other(
    app: Starlette, document: dict[str, Any]
) -> None:
    listed = [(verb, path) for verb, path, _ in operations(document)]
    assert sorted(listed) == sorted(flat(app.routes))
    assert {path.removeprefix("/api/v1/") for _, path in listed} >= set(COLLECTIONS.values())


def test_every_listed_verb_is_answered_and_the_others_of_its_path_are_not(
    nobody: Api, document: dict[str, Any]
) -> None:
    some_id = "0b3c4b0e-6e6f-4a53-8f5f-5b0a3f4c8a11"
    for path, listed in document["paths"].items():
        real = path.replace("{id}", some_id).replace("{fqn}", "a").replace("{version}", "0.1")
        for verb in VERBS:
            headers = {"Content-Type": "application/json-patch+json"} if verb == "patch" else {}
            status = nobody.wire.request(verb.upper(), real, headers=headers).status_code
            if verb in listed:
                assert status == (401 if "401" in listed[verb]["responses"] else 200), (verb, path)
            elif not path.endswith(("/bulk", "/restore", "/loggedInUser")):  # to the other verbs these are ids
                assert status == 405, (verb, path)


def test_operation_ids_are_unique_and_every_operation_says_what_it_does(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, _, operation in operations(document) if "operationId" in operation]
    assert len(ids) == len(set(ids)) > 150
    assert all(operation["summary"] for _, _, operation in operations(document))


def test_only_what_needs_a_token_asks_for_one(document: dict[str, Any]) -> None:
    open_to_all = {path for _, path, operation in operations(document) if operation.get("security") == []}
    assert {"/swagger.json", "/api/v1/system/version", "/api/v1/system/health"} <= open_to_all
    assert not [path for path in open_to_all if path.removeprefix("/api/v1/").startswith(tuple(COLLECTIONS.values()))]
    assert document["security"] == [{"token": []}]
    assert document["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_a_list_takes_bounded_pages_known_fields_and_the_filters_of_its_kind(document: dict[str, Any]) -> None:
    given = {item["name"]: item for item in document["paths"]["/api/v1/dashboards"]["get"]["parameters"]}
    assert given.keys() >= {"fields", "include", "limit", "before", "after", "service", "domain"}
    assert given["limit"]["schema"] == {"type": "integer", "minimum": 0, "maximum": 1_000_000, "default": 10}
    assert {"owners", "tags", "*"} <= set(given["fields"]["schema"]["items"]["enum"])
    deleting = document["paths"]["/api/v1/dashboards/{id}"]["delete"]["parameters"]
    assert {item["name"] for item in deleting} == {"id", "hardDelete", "recursive"}


def test_a_service_request_is_shown_for_each_known_connector(document: dict[str, Any]) -> None:
    body = document["paths"]["/api/v1/services/dashboardServices"]["post"]["requestBody"]
    assert body["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/CreateDashboardService"}
    branches = {
        branch["$ref"].rpartition("/")[2]
        for branch in document["components"]["schemas"]["CreateDashboardService"]["anyOf"]
    }
    assert {"CreateDashboardService.Looker", "CreateDashboardService.Other"} <= branches
    looker = component(document, "CreateDashboardService.Looker")
    config = {"clientId": "a", "clientSecret": "b", "hostPort": "https://looker.example.com"}
    request = {"name": "l", "serviceType": "Looker", "connection": {"config": config}}
    assert looker.is_valid(request)
    assert not looker.is_valid({**request, "connection": {"config": {**config, "surprise": 1}}})


@pytest.mark.parametrize("kind", COLLECTIONS)
def test_the_least_request_of_each_kind_is_valid_and_an_unknown_key_is_not(document: dict[str, Any], kind: str) -> None:
    request = {"name": "a", **MINIMAL[kind]}
    assert component(document, f"Create{kind}").is_valid(request)
    assert not component(document, f"Create{kind}").is_valid({**request, "surprise": 1})


@pytest.mark.parametrize("bundle", bundles(), ids=lambda bundle: bundle.name)
def test_a_component_judges_as_the_bundle_that_it_was_made_from(document: dict[str, Any], bundle: Bundle) -> None:
    rng, before = random.Random(bundle.name), Draft7Validator(dict(bundle.schema), validate_formats=False)
    names = [f"Create{bundle.kind}.{bundle.service_type or 'Other'}", f"Create{bundle.kind}"]
    after = component(document, next(name for name in names if name in document["components"]["schemas"]))
    for payload in payloads(bundle, rng):
        assert before.is_valid(payload) == after.is_valid(payload), json.dumps(payload)


def payloads(bundle: Bundle, rng: random.Random) -> Iterator[Any]:
    for _ in range(15):
        try:
            payload = sample(bundle.schema, rng)
        except UnsatisfiableError:
            continue
        yield payload
        if (mutation := mutate(bundle.schema, payload, rng)) is not None:
            yield mutation.payload


def test_it_is_built_once(options: SandboxOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    from openmetadata_provider.sandbox.openapi import document as module

    built = []
    monkeypatch.setattr(module, "document", lambda routes, catalogue: built.append(1) or {"openapi": "3.1.0"})
    app = create_app(options)
    assert not built
    assert document_of(app) == document_of(app)
    assert built == [1]


def test_it_leaves_out_what_is_switched_off(options: SandboxOptions) -> None:
    found = document_of(create_app(replace(options, bulk=False)))
    assert not [path for path in found["paths"] if path.endswith("/bulk")]


def test_a_handler_that_is_served_without_a_description_is_named(
    app: Starlette, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openmetadata_provider.sandbox.openapi import document as module

    known = {handler: what for handler, what in module.OF_HANDLERS.items() if handler.__name__ != "get_versions"}
    monkeypatch.setattr(module, "OF_HANDLERS", known)
    with pytest.raises(LookupError, match=r"handlers\.get_versions is served and not described"):
        document_of(create_app(SandboxOptions()))


def test_a_405_lists_what_the_path_takes(nobody: Api) -> None:
    assert nobody.call("DELETE", "dashboards").headers["Allow"] == "GET, HEAD, POST, PUT"
    assert nobody.call("POST", "dashboards/name/a.b/c").headers["Allow"] == "DELETE, GET, HEAD, PATCH"


def test_a_start_pays_for_neither_document_nor_page() -> None:
    late = ("jinja2", "openmetadata_provider.sandbox.openapi.", "openmetadata_provider.sandbox.pages.views")
    code = (
        "import sys; from openmetadata_provider.sandbox import create_app; create_app()\n"
        f"print([name for name in sys.modules if name.startswith({late})])"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("op", [{}, [], None, 1])
def test_a_patch_whose_op_is_no_text_is_a_400(world: Api, op: Any) -> None:
    assert world.patch("Glossary", "name/words", [{"op": op, "path": "/name", "value": "x"}]).status_code == 400


def test_an_id_that_is_no_uuid_is_a_400_wherever_it_stands(world: Api) -> None:
    accessed = {"timestamp": 0, "accessedBy": {"id": "", "type": "user"}}
    answer = world.put("Dashboard", {"name": "d", "service": "bi", "lifeCycle": {"accessed": accessed}})
    assert (answer.status_code, "uuid" in answer.json()["message"]) == (400, True)
