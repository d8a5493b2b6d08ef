"""`/sandbox/faults` and `/sandbox/requests`: only when asked for, only for the admin."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from sandbox_callers import Api, Wire

from openmetadata_provider.sandbox import SandboxOptions, create_app

CALLS = [("GET", "faults"), ("PUT", "faults"), ("DELETE", "faults"), ("GET", "requests")]


@pytest.fixture
def opened(options: SandboxOptions) -> Iterator[Wire]:
    with asyncio.Runner() as runner:
        yield Wire(create_app(replace(options, admin=True)), runner)


@pytest.fixture
def api(opened: Wire, options: SandboxOptions) -> Api:
    return Api(opened, options.admin_token)


def call(api: Api, method: str, path: str, **options: Any) -> httpx.Response:
    return api.wire.request(method, f"/sandbox/{path}", headers=api.headers, **options)


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_without_being_asked_for_it_does_not_exist(admin: Api, method: str, path: str) -> None:
    assert call(admin, method, path).json() == {"code": 404, "message": "HTTP 404 Not Found"}


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_only_the_admin_gets_in(opened: Wire, options: SandboxOptions, method: str, path: str) -> None:
    statuses = [
        call(Api(opened, token), method, path, json={"faults": []} if method == "PUT" else None).status_code
        for token in (None, "nonsense", options.reader_token, options.bot_token, options.admin_token)
    ]
    assert statuses == [401, 401, 403, 403, 200]


def test_faults_are_set_shown_with_their_counts_and_taken_away(api: Api) -> None:
    set_answer = call(api, "PUT", "faults", json={"faults": ["get /api/v1/charts 503 times=1", "GET * 429 skip=9"]})
    assert set_answer.status_code == 200
    assert [api.get("charts").status_code for _ in range(2)] == [503, 200]
    assert call(api, "GET", "faults").json()["faults"] == [
        {"fault": "GET /api/v1/charts 503 times=1", "matched": 2, "fired": 1},
        {"fault": "GET * 429 skip=9", "matched": 1, "fired": 0},
    ]
    assert call(api, "DELETE", "faults").json() == {"faults": []}
    assert call(api, "GET", "faults").json() == {"faults": []}


@pytest.mark.parametrize(
    "body", [7, [], "GET * 503", {}, {"faults": "GET * 503"}, {"faults": [1]}, {"faults": [], "more": 1}]
)
def test_a_body_of_another_form_is_400_and_shows_a_right_one(api: Api, body: Any) -> None:
    answer = call(api, "PUT", "faults", json=body)
    assert answer.status_code == 400
    assert '{"faults": ["POST /api/v1/dashboards 503 times=2 retry-after=1"]}' in answer.json()["message"]


def test_every_bad_line_is_named_and_the_rules_in_force_stay(api: Api) -> None:
    call(api, "PUT", "faults", json={"faults": ["POST * 503"]})
    answer = call(api, "PUT", "faults", json={"faults": ["GET * 503", "GET * tim=1", "nonsense"]})
    assert answer.status_code == 400
    assert "no option 'tim'" in answer.json()["message"]
    assert "'nonsense'" in answer.json()["message"]
    assert [rule["fault"] for rule in call(api, "GET", "faults").json()["faults"]] == ["POST * 503"]


def test_a_fault_for_every_path_leaves_the_way_to_take_it_away(api: Api) -> None:
    call(api, "PUT", "faults", json={"faults": ["* ** cut-before", "* * 503"]})
    assert call(api, "DELETE", "faults").status_code == 200
    assert api.get("charts").status_code == 200


def test_requests_are_shown_with_the_fault_that_fired_and_without_its_own_calls(api: Api) -> None:
    call(api, "PUT", "faults", json={"faults": ["GET /api/v1/charts 503 times=1"]})
    api.get("charts")
    api.make("Glossary", "g")
    shown = call(api, "GET", "requests").json()
    assert shown["total"] == 2
    assert [(seen["method"], seen["path"], seen["status"], seen["fault"]) for seen in shown["requests"]] == [
        ("GET", "/api/v1/charts", 503, "GET /api/v1/charts 503 times=1"),
        ("POST", "/api/v1/glossaries", 201, None),
    ]
    assert set(shown["requests"][0]) == {"at_ms", "method", "path", "status", "duration_ms", "fault"}


def test_a_body_over_a_mebibyte_is_413(api: Api) -> None:
    assert call(api, "PUT", "faults", content=b" " * (1024 * 1024 + 1)).status_code == 413


def test_a_wrong_method_is_a_json_405(api: Api) -> None:
    assert call(api, "POST", "faults").json() == {"code": 405, "message": "HTTP 405 Method Not Allowed"}
