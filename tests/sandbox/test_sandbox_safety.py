"""What a hostile or broken request gets: a 4xx with a sentence, never a stack trace, never the sandbox's memory."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from sandbox_callers import COLLECTIONS, Api, Wire

from openmetadata_provider.sandbox import SandboxOptions, SandboxServer, SettingError, create_app
from openmetadata_provider.sandbox.addresses import LocalNamesOnly, address_of
from openmetadata_provider.sandbox.errors import ApiError
from openmetadata_provider.sandbox.json_patch import applied
from openmetadata_provider.sandbox.limits import MAX_COPIED, MAX_DEPTH, MAX_ITEMS, MAX_OPERATIONS

PATCH = {"Content-Type": "application/json-patch+json"}
JSON = {"Content-Type": "application/json"}


def nested(levels: int) -> bytes:
    return b'{"extension":' + b"[" * (levels - 1) + b"]" * (levels - 1) + b"}"


WRITES = [
    ("POST", "glossaries", JSON),
    ("PUT", "glossaries", JSON),
    ("PUT", "glossaries/bulk", JSON),
    ("PATCH", "glossaries/name/g", PATCH),
]


@pytest.mark.parametrize(("method", "path", "headers"), WRITES)
def test_json_beyond_the_depth_limit_is_400(admin: Api, method: str, path: str, headers: dict[str, str]) -> None:
    admin.make("Glossary", "g")
    for levels in (MAX_DEPTH + 1, 900, 5_000, 1_000_000):
        answer = admin.call(method, path, content=nested(levels), headers=headers)
        assert answer.status_code == 400
    text = f"Unable to process JSON: nested too deeply, at most {MAX_DEPTH} levels are taken"
    assert admin.call(method, path, content=nested(MAX_DEPTH + 1), headers=headers).json()["message"] == text
    assert "nested" not in admin.call(method, path, content=nested(MAX_DEPTH), headers=headers).text


def test_a_patch_cannot_nest_an_entity_beyond_the_limit() -> None:
    deep = json.loads(nested(60))["extension"]
    add = {"op": "add", "path": "/extension", "value": {"a": deep}}
    copy = {"op": "copy", "from": "/extension/a", "path": "/extension/a" + "/0" * 58 + "/-"}
    with pytest.raises(ApiError, match="nested too deeply"):
        applied({"name": "g"}, [add, copy])
    assert applied({"name": "g"}, [add])["extension"] == {"a": deep}


def test_a_list_beyond_the_limit_is_413(admin: Api) -> None:
    rows = [{"name": f"g{number}", "description": "d"} for number in range(MAX_ITEMS + 1)]
    for answer in (
        admin.bulk("Glossary", rows),
        admin.post("Glossary", {"name": "g", "description": "d", "tags": rows}),
    ):
        assert answer.status_code == 413
        assert (
            answer.json()["message"]
            == f"An array of {MAX_ITEMS + 1} elements is too long, at most {MAX_ITEMS} are taken"
        )
    assert admin.get("glossaries").json()["paging"]["total"] == 0


def test_a_patch_of_too_many_operations_is_413(admin: Api) -> None:
    admin.make("Glossary", "g")
    operation = {"op": "test", "path": "/name", "value": "g"}
    assert admin.patch("Glossary", "name/g", [operation] * MAX_OPERATIONS).status_code == 200
    assert admin.patch("Glossary", "name/g", [operation] * (MAX_OPERATIONS + 1)).status_code == 413


def test_copies_of_copies_do_not_fill_the_memory(admin: Api) -> None:
    admin.make("Glossary", "g")
    start = {"op": "add", "path": "/extension", "value": {"a": [1]}}
    double = {"op": "copy", "from": "/extension/a", "path": "/extension/a/-"}
    answer = admin.patch("Glossary", "name/g", [start] + [double] * 900)
    assert (answer.status_code, answer.json()["message"]) == (413, f"A JSON Patch may copy at most {MAX_COPIED} values")


@pytest.mark.parametrize(
    "content",
    [
        b'{"name": "\xff", "description": "d"}',
        b'{"name": "\xed\xa0\x80", "description": "d"}',
        b'{"name": "\\ud800", "description": "d"}',
        '{"name": "g", "description": "d"}'.encode("utf-16"),
        b'{"name": "g", "description": "d", "style": {"iconURL": ' + b"9" * 5000 + b"}}",
        b'{"name": "g", "description": "d", "style": 9223372036854775808}',
        b'{"name": "g", "description": "d", "style": -9223372036854775809}',
        b'{"name": "g", "description": "d", "style": 1e999}',
    ],
)  # fmt: skip
def test_bytes_that_are_no_text_and_numbers_that_are_no_numbers_are_400(admin: Api, content: bytes) -> None:
    for method, path, headers in WRITES[:2]:
        assert admin.call(method, path, content=content, headers=headers).status_code == 400


def test_a_byte_order_mark_is_no_offence(admin: Api) -> None:
    content = b"\xef\xbb\xbf" + json.dumps({"name": "g", "description": "d"}).encode()
    assert admin.call("POST", "glossaries", content=content, headers=JSON).status_code == 201


NUMBERS = ("9" * 5000, "9" * 4000, "-" + "9" * 4000, "1e9", "0x10", "%00", "%ff", "²", "٣" * 5000, "", "%", "%zz")


@pytest.mark.parametrize("text", NUMBERS, ids=lambda text: text[:8])
def test_a_query_number_out_of_range_is_400_or_ignored(admin: Api, text: str) -> None:
    for collection in COLLECTIONS.values():
        assert admin.get(f"{collection}?limit={text}").status_code in (200, 400)
        assert admin.get(f"{collection}?after={text}").status_code in (200, 400)


@pytest.fixture(scope="module")
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as running:
        yield running


def raw(server: SandboxServer, target: bytes, *, method: bytes = b"GET") -> tuple[int, bytes]:
    """Status and body of a request whose target is sent as it is."""
    host, port = server.url.removeprefix("http://").split(":")
    head = b"%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
    with socket.create_connection((host, int(port)), timeout=10) as plain:
        plain.sendall(head % (method, target, server.admin_token.encode()))
        answer = b"".join(iter(lambda: plain.recv(65536), b""))
    return int(answer.split(b" ")[1]), answer.partition(b"\r\n\r\n")[2]


BROKEN = (b"name/%", b"name/%zz", b"name/%4", b"name/a%00b", b"%00", b"name/%ff", b"name/%ED%A0%80", b"name/%C0%AF")


@pytest.mark.parametrize("path", BROKEN)
@pytest.mark.parametrize("method", [b"GET", b"DELETE"])
def test_a_path_that_is_no_text_is_400(server: SandboxServer, method: bytes, path: bytes) -> None:
    status, body = raw(server, b"/api/v1/glossaries/" + path, method=method)
    assert (status, json.loads(body)) == (400, {"code": 400, "message": "HTTP 400 Bad Request"})


@pytest.mark.parametrize(
    "target",
    [b"/api/v1/glossaries/name/\xff", b"*", b"http://[/x", b"/" + b"x" * 100_000, b"//", b"/api/v1/../../etc/passwd"],
)
def test_a_target_that_is_no_path_is_4xx(server: SandboxServer, target: bytes) -> None:
    assert 400 <= raw(server, target)[0] < 500


def test_no_malformed_request_was_a_failure_of_the_sandbox(server: SandboxServer) -> None:
    assert [seen for seen in server.requests if (seen.status or 0) >= 500] == []


def test_an_entity_that_changes_between_list_and_scalar_can_be_patched(admin: Api) -> None:
    admin.make("Glossary", "g")
    for value in (1.5, [1, 1], True, [], {"a": 1}, "text", [[]]):
        assert admin.patch("Glossary", "name/g", [{"op": "add", "path": "/extension", "value": value}]).status_code in (
            200,
            400,
        )


def test_a_failure_outside_the_handlers_is_json_without_a_trace_and_the_log_has_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("detail for the log alone")

    monkeypatch.setattr("openmetadata_provider.sandbox.calls.authenticated", broken)
    with SandboxServer() as server:
        answer = httpx.get(f"{server.url}/api/v1/glossaries")
        assert [seen.status for seen in server.requests] == [500]
    text = "An exception with message [RuntimeError] was thrown while processing request."
    assert (answer.status_code, answer.json()) == (500, {"code": 500, "message": text, "errorType": "UNHANDLED"})
    assert not [word for word in ("Traceback", "detail", ".py", "File", "/") if word in answer.text]
    logged = capsys.readouterr().err
    assert "RuntimeError: detail for the log alone" in logged
    assert "Traceback" in logged


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "localhost", "::1"])
def test_a_loopback_address_needs_no_leave(host: str) -> None:
    assert address_of(host)[1] in ("127.0.0.1", "127.8.0.1", "::1")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "::ffff:192.0.2.7"])
def test_another_address_is_refused_with_the_reason_unless_allowed(host: str) -> None:
    with pytest.raises(SettingError, match=r"opens the sandbox to other machines\. .* no TLS, .* --allow-remote"):
        address_of(host)
    assert address_of(host, allow_remote=True)[1]


def test_an_address_that_is_none_is_refused() -> None:
    for host in ("no such host", "256.1.1.1", "x" * 300):
        with pytest.raises(SettingError, match="there is no such address"):
            address_of(host)


def test_a_server_for_tests_listens_on_loopback(server: SandboxServer) -> None:
    assert server.url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8585", 200), ("LOCALHOST", 200), ("127.0.0.1:1", 200), ("127.0.0.1", 200), ("[::1]:8585", 200), ("[::1]", 200),
        ("evil.example", 421), ("localhost.evil.example:8585", 421), ("192.0.2.7:8585", 421), ("", 421), ("127.0.0.1.evil", 421),
    ],
)  # fmt: skip
def test_a_name_that_somebody_points_here_is_refused(host: str, status: int) -> None:
    app = create_app()
    with asyncio.Runner() as runner:
        wire = Wire(LocalNamesOnly(app), runner)  # type: ignore[arg-type]
        answer = wire.request("GET", "/api/v1/system/version", headers={"Host": host})
        assert answer.status_code == status
        assert status == 200 or "--allow-remote" in answer.json()["message"]


def test_options_that_cannot_be_meant_are_refused() -> None:
    for wrong in ({"max_body_bytes": 0}, {"requests_kept": 0}, {"admin_token": "same", "bot_token": "same"}):
        with pytest.raises(SettingError):
            SandboxOptions(**wrong)  # type: ignore[arg-type]
