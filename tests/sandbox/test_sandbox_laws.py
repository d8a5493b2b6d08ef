"""What holds for any input: nothing a caller sends makes the sandbox fail, and PUT is idempotent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sandbox_callers import COLLECTIONS, MINIMAL, Api, Wire

from openmetadata_provider.sandbox import SandboxOptions, create_app

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.text(st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters=':"'), min_size=1, max_size=20)


@cache
def properties(folder: str, kind: str) -> tuple[str, ...]:
    text = files("openmetadata_bindings").joinpath("schemas", folder, f"{kind}.json").read_text("utf-8")
    return tuple(json.loads(text)["properties"])


@pytest.fixture(scope="module")
def anything() -> Iterator[Api]:
    options = SandboxOptions()
    with asyncio.Runner() as runner:
        api = Api(Wire(create_app(options), runner), options.admin_token)
        for kind, name in (("DashboardService", "bi"), ("DatabaseService", "db"), ("Domain", "sales")):
            api.make(kind, name)
        api.make("Classification", "Colour")
        api.make("Glossary", "words")
        api.make("User", "robot", email="robot@acme.io", isBot=True)
        yield api


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_no_create_request_makes_the_sandbox_fail(anything: Api, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(COLLECTIONS)))
    extra = data.draw(st.dictionaries(st.sampled_from(properties("create", kind)), JSON, max_size=3))
    body = {"name": "thing", **MINIMAL[kind], **extra}
    for answer in (anything.put(kind, body), anything.bulk(kind, [body])):
        assert answer.status_code < 500, answer.text
        json.loads(answer.text)


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_a_patch_fails_only_as_documented(anything: Api, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(COLLECTIONS)))
    body = {"name": "thing", **MINIMAL[kind]}
    made = anything.put(kind, body).json()
    name = data.draw(st.sampled_from(properties("entity", kind)))
    operation = {"op": data.draw(st.sampled_from(["add", "replace", "remove"])), "path": f"/{name}"}
    answer = anything.patch(kind, made["id"], [{**operation, "value": data.draw(JSON)}])
    assert answer.status_code < 500 or "JSON Patch failed" in answer.json()["message"], answer.text


@given(name=NAMES, description=st.none() | st.text(max_size=20), display_name=st.none() | st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_put_twice_is_put_once_and_the_fqn_finds_it(
    anything: Api, name: str, description: str | None, display_name: str | None
) -> None:
    body = {"name": name, "service": "bi", "description": description, "displayName": display_name}
    first, second = anything.put("Dashboard", body), anything.put("Dashboard", body)
    assert second.headers["X-OpenMetadata-Change"] == "entityNoChange"
    assert second.json() == first.json() | {"href": second.json()["href"]}
    path = "".join(f"%{byte:02X}" for byte in first.json()["fullyQualifiedName"].encode())
    assert anything.read("Dashboard", f"name/{path}")["id"] == first.json()["id"]


def test_json_that_is_too_deep_is_400(anything: Api) -> None:
    for depth in (300, 900, 5000):
        extension = "[" * depth + "]" * depth
        content = f'{{"name": "deep", "service": "bi", "extension": {{"x": {extension}}}}}'.encode()
        answer = anything.call("POST", "dashboards", content=content, headers={"Content-Type": "application/json"})
        assert answer.status_code in (201, 400)
        anything.delete("Dashboard", "name/bi.deep", hardDelete="true")


def test_numbers_out_of_range_are_400(anything: Api) -> None:
    for number in ("1e999", "-1e999", "9" * 5000):
        content = f'{{"name": "n", "service": "bi", "extension": {{"x": {number}}}}}'.encode()
        answer = anything.call("POST", "dashboards", content=content, headers={"Content-Type": "application/json"})
        assert answer.status_code == 400, answer.text
        assert "Unable to process JSON" in answer.json()["message"]


def test_a_cursor_of_any_text_is_400_or_a_page(anything: Api) -> None:
    for cursor in ("é", "eyJuYW1lIjogIlx1ZDgwMCIsICJpZCI6IDF9", "W10=", "IngI", "e30="):
        assert anything.get("dashboards", after=cursor).status_code == 400
