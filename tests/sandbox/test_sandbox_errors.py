"""Tokens, bodies and routing: what goes wrong before a handler's own work (server reference, 8)."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from sandbox_callers import COLLECTIONS, MINIMAL, Api, Wire

from openmetadata_provider.sandbox import SandboxOptions, create_app
from openmetadata_provider.sandbox.storage import Store

LEAST = {"name": "d", "service": "bi"}
NOWHERE = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (None, "Not Authorized! Token not present"),
        ("Basic admin-token", "Not Authorized! Token not present"),
        ("Bearer ", "Not Authorized! Token not present"),
        ("Bearer nonsense", "Not Authorized! Invalid token."),
        ("Bearer admin-tokeñ", "Not Authorized! Invalid token."),
    ],
)
def test_a_call_without_a_good_token_is_401(nobody: Api, header: str | None, message: str) -> None:
    headers = {} if header is None else {b"Authorization": header.encode("latin-1")}
    for collection in COLLECTIONS.values():
        answer = nobody.wire.request("GET", f"/api/v1/{collection}", headers=headers)
        assert (answer.status_code, answer.json()) == (401, {"code": 401, "message": message})
        assert answer.headers["WWW-Authenticate"] == "om-auth"


def test_version_and_health_need_no_token(nobody: Api) -> None:
    answer = nobody.get("system/version")
    assert answer.status_code == 200
    assert answer.json()["version"] == "1.13.0"
    assert set(answer.json()) == {"version", "revision", "timestamp"}
    assert nobody.get("system/health").status_code == 200


def test_every_token_knows_its_user(admin: Api, bot: Api, reader: Api) -> None:
    seen = [api.get("users/loggedInUser").json() for api in (admin, bot, reader)]
    assert [user["name"] for user in seen] == ["admin", "ingestion-bot", "reader"]
    assert [user["isBot"] for user in seen] == [False, True, False]
    assert [user["isAdmin"] for user in seen] == [True, False, False]


def test_tokens_are_random_and_not_in_the_repr() -> None:
    one, two = SandboxOptions(), SandboxOptions()
    tokens = {one.admin_token, one.bot_token, one.reader_token, two.admin_token, two.bot_token, two.reader_token}
    assert len(tokens) == 6
    assert not any(token in repr(one) for token in tokens)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"name": "d"}, "[query param service must not be null]"),
        ({"name": "", "service": "bi"}, "[query param name size must be between 1 and 256]"),
        ({"name": None, "service": "bi"}, "[query param name must not be null]"),
        ({**LEAST, "sourceHash": "x" * 33}, "[query param sourceHash size must be between 1 and 32]"),
        ({**LEAST, "domain": "a", "domains": ["a"]}, "Only one of domain and domains may be given"),
    ],
)
def test_a_body_that_breaks_the_schema_is_400(world: Api, body: dict[str, Any], message: str) -> None:
    for answer in (world.post("Dashboard", body), world.put("Dashboard", body)):
        assert (answer.status_code, answer.json()) == (400, {"code": 400, "message": message})


def test_several_violations_stand_in_one_message(world: Api) -> None:
    message = world.post("Dashboard", {}).json()["message"]
    assert sorted(message.strip("[]").split(", ")) == [
        "query param name must not be null",
        "query param service must not be null",
    ]


def test_a_name_with_a_double_colon_breaks_the_pattern(world: Api) -> None:
    assert "query param name must match" in world.post("Dashboard", {"name": "a::b", "service": "bi"}).json()["message"]


@pytest.mark.parametrize("body", [[], "text", 7, True])
def test_a_body_that_is_no_object_is_400(world: Api, body: Any) -> None:
    answer = world.post("Dashboard", body)
    assert answer.status_code == 400
    assert answer.json()["message"].startswith(
        "Cannot deserialize value of type `org.openmetadata.schema.api.data.Crea"
    )


@pytest.mark.parametrize(
    ("field", "value", "start"),
    [
        ("displayName", 7, "Cannot deserialize value of type `string` from int"),
        ("dashboardType", "Poster", "Cannot construct instance of `"),
        ("tags", [{"tagFQN": "PII.None", "foo": 1}], 'Unrecognized field "foo" (class org.openmetadata.schema.'),
        ("owners", [7], "Cannot deserialize value of type `"),
        ("owners", [{"type": "user"}], "Cannot deserialize value of type `"),
        ("domain", ["a"], "Cannot deserialize value of type `java.lang.String`"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_map_is_400(world: Api, field: str, value: Any, start: str) -> None:
    answer = world.post("Dashboard", {"name": "d", "service": "bi", field: value})
    assert answer.status_code == 400
    assert answer.json()["message"].lower().startswith(start.lower())


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe{", b'{"name": NaN}', b"[" * 100_000, b'{"name": "\\ud800"}', b'{"name": "d" "service": 1}'],
)
def test_malformed_json_is_400(world: Api, content: bytes) -> None:
    for method, path, content_type in (
        ("POST", "dashboards", "application/json"),
        ("PUT", "dashboards", "application/json"),
        ("PUT", "dashboards/bulk", "application/json"),
        ("PATCH", "dashboards/name/bi.d", "application/json-patch+json"),
    ):
        answer = world.call(method, path, content=content, headers={"Content-Type": content_type})
        assert answer.status_code == 400
        assert answer.json()["code"] == 400


def test_a_body_over_the_limit_is_413(options: SandboxOptions) -> None:
    with asyncio.Runner() as runner:
        api = Api(Wire(create_app(replace(options, max_body_bytes=100)), runner), options.admin_token)
        assert api.post("Glossary", {"name": "g", "description": "d" * 100}).status_code == 413
        assert api.post("Glossary", {"name": "g", "description": "d"}).status_code == 201


def test_another_content_type_is_415(world: Api) -> None:
    answer = world.call("POST", "dashboards", content=b"name: d", headers={"Content-Type": "application/yaml"})
    assert (answer.status_code, answer.json()) == (415, {"code": 415, "message": "HTTP 415 Unsupported Media Type"})


@pytest.mark.parametrize("path", ["nonsense", "dashboards/", "dashboards/not-a-uuid", "dashboards/name", "", "../x"])
def test_an_unknown_path_is_a_json_404(admin: Api, path: str) -> None:
    answer = admin.get(path)
    assert (answer.status_code, answer.json()) == (404, {"code": 404, "message": "HTTP 404 Not Found"})


def test_a_wrong_method_is_a_json_405(admin: Api) -> None:
    answer = admin.call("DELETE", "dashboards")
    assert (answer.status_code, answer.json()) == (405, {"code": 405, "message": "HTTP 405 Method Not Allowed"})


def test_a_reference_to_nothing_is_404_with_type_and_key(world: Api) -> None:
    cases: list[tuple[str, dict[str, Any], str]] = [
        ("Dashboard", {"service": "nope"}, "dashboardService instance for nope not found"),
        ("Database", {"service": "bi"}, "databaseService instance for bi not found"),
        ("Dashboard", {"charts": ["bi.c"]}, "chart instance for bi.c not found"),
        ("Dashboard", {"dataModels": ["bi.m"]}, "dashboardDataModel instance for bi.m not found"),
        ("Dashboard", {"domains": ["nope"]}, "domain instance for nope not found"),
        ("Dashboard", {"domain": "nope"}, "domain instance for nope not found"),
        ("Dashboard", {"dataProducts": ["nope"]}, "dataProduct instance for nope not found"),
        ("Dashboard", {"tags": [{"tagFQN": "No.Such"}]}, "tag instance for No.Such not found"),
        (
            "Dashboard",
            {"tags": [{"tagFQN": "PII.None", "source": "Glossary"}]},
            "glossaryTerm instance for PII.None not found",
        ),
        ("Dashboard", {"owners": [{"id": NOWHERE, "type": "user"}]}, f"user instance for {NOWHERE} not found"),
        ("Dashboard", {"owners": ["team:nope"]}, "team instance for nope not found"),
        ("Domain", {"experts": ["nope"]}, "user instance for nope not found"),
        ("GlossaryTerm", {"glossary": "nope"}, "glossary instance for nope not found"),
        ("GlossaryTerm", {"parent": "words.nope"}, "glossaryTerm instance for words.nope not found"),
        ("Tag", {"classification": "nope"}, "classification instance for nope not found"),
        ("User", {"roles": [NOWHERE]}, f"role instance for {NOWHERE} not found"),
    ]
    for kind, extra, message in cases:
        answer = world.post(kind, {"name": "x", **MINIMAL[kind], **extra})
        assert (answer.status_code, answer.json()) == (404, {"code": 404, "message": message})


def test_a_deleted_service_is_no_parent(world: Api) -> None:
    world.delete("DashboardService", "name/bi")
    answer = world.post("Dashboard", {"name": "d", "service": "bi"})
    assert answer.json()["message"] == "dashboardService instance for bi not found"


def test_a_failure_inside_is_a_500_without_trace(
    world: Api, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(Store, "by_id", broken)
    answer = world.get(f"dashboards/{NOWHERE}")
    text = "An exception with message [RuntimeError] was thrown while processing request."
    assert (answer.status_code, answer.json()["message"]) == (500, text)
    assert "secret detail" not in answer.text
    assert "secret detail" in caplog.text


def test_a_write_that_fails_leaves_nothing_behind(world: Api) -> None:
    two_domains = {"name": "d", "service": "bi", "owners": ["user:admin"], "domains": ["sales", "finance"]}
    assert world.post("Dashboard", two_domains).status_code == 400
    assert world.get("dashboards").json()["paging"]["total"] == 0
    world.make("Dashboard", "d")
    assert world.put("Dashboard", {**two_domains, "description": "x"}).status_code == 400
    assert "description" not in world.read("Dashboard", "name/bi.d")


def test_bulk_can_be_switched_off(options: SandboxOptions) -> None:
    with asyncio.Runner() as runner:
        api = Api(Wire(create_app(replace(options, bulk=False)), runner), options.admin_token)
        assert api.bulk("Dashboard", []).status_code == 405
