"""The request log: what it keeps of a request, and what it never holds."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, replace

import httpx
import pytest
from sandbox_callers import Api, Wire

from openmetadata_provider.sandbox import RequestLog, SandboxOptions, SandboxServer, SeenRequest, create_app

SEEN = SeenRequest(at_ms=1, method="GET", path="/api/v1/charts", status=200, duration_ms=0.5)


@pytest.fixture
def log(wire: Wire) -> RequestLog:
    found: RequestLog = wire.app.state.requests
    return found


def test_a_request_is_kept_with_method_path_status_and_times(log: RequestLog, admin: Api, nobody: Api) -> None:
    started_ms = time.time_ns() // 1_000_000
    admin.make("Glossary", "g")
    admin.get("glossaries/name/g")
    nobody.get("glossaries")
    admin.get("nonsense")
    assert [(seen.method, seen.path, seen.status) for seen in log] == [
        ("POST", "/api/v1/glossaries", 201),
        ("GET", "/api/v1/glossaries/name/g", 200),
        ("GET", "/api/v1/glossaries", 401),
        ("GET", "/api/v1/nonsense", 404),
    ]
    assert all(seen.at_ms >= started_ms and 0 < seen.duration_ms < 10_000 and seen.fault is None for seen in log)


def test_an_entry_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        SEEN.status = 500  # type: ignore[misc]


def test_nothing_secret_is_kept(log: RequestLog, admin: Api, options: SandboxOptions) -> None:
    admin.post("Glossary", {"name": "g", "description": "body-secret"})
    admin.get("glossaries", fields="", after="query-secret")
    admin.call("GET", "glossaries?token=query-secret")
    kept = repr(list(log)) + repr(vars(log))
    assert len(log) == 3
    assert not [text for text in ("body-secret", "query-secret", options.admin_token, "token=") if text in kept]


def test_a_path_is_kept_as_plain_text_of_bounded_length(log: RequestLog, admin: Api) -> None:
    admin.get("glossaries/name/%0d%0aGET%20/%1b[0m%c3%a9")
    admin.get("glossaries/name/" + "x" * 2000)
    escaped, long = log
    assert escaped.path == "/api/v1/glossaries/name/%0D%0AGET%20/%1B%5B0m%C3%A9"
    assert len(long.path) == 500


def test_only_the_last_requests_are_kept_and_a_wrong_count_is_refused(options: SandboxOptions) -> None:
    with asyncio.Runner() as runner:
        app = create_app(replace(options, requests_kept=3))
        api = Api(Wire(app, runner), options.admin_token)
        for number in range(5):
            api.get(f"glossaries/name/{number}")
        log = app.state.requests
        assert [seen.path[-1] for seen in log] == ["2", "3", "4"]
        assert (len(log), log.total) == (3, 5)
        with pytest.raises(LookupError, match="2 requests are forgotten"):
            log.count()
        log.clear()
        assert (len(log), log.total, log.count()) == (0, 0, 0)


def test_two_hundred_are_kept_unless_said_otherwise() -> None:
    assert SandboxOptions().requests_kept == 200


def test_requests_are_counted_by_method_path_and_status() -> None:
    log = RequestLog(10)
    for seen in (SEEN, replace(SEEN, status=404), replace(SEEN, method="POST", status=201), replace(SEEN, path="/x")):
        log.add(seen)
    assert log.count() == 4
    assert log.count("GET") == 3
    assert log.count(path="/api/**") == 3
    assert log.count("GET", "/api/v1/*", status=200) == 1
    assert log.matching("POST") == [replace(SEEN, method="POST", status=201)]


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as running:
        yield running


def test_an_entry_is_there_before_the_client_has_the_answer(server: SandboxServer) -> None:
    server.faults.add("* * truncate probability=0.5", "* * cut-after probability=0.5")
    with httpx.Client(base_url=server.url) as api:
        for number in range(1, 151):
            with contextlib.suppress(httpx.TransportError):
                api.get("/api/v1/system/version")
            assert server.requests.total == number
    assert {(seen.status, seen.fault) for seen in server.requests} == {
        (200, None),
        (200, "* * truncate probability=0.5"),
        (200, "* * cut-after probability=0.5"),
    }


def test_the_log_can_be_read_after_the_server_stopped() -> None:
    server = SandboxServer()
    with pytest.raises(RuntimeError, match="has not run yet"):
        _ = server.requests
    with server:
        httpx.get(f"{server.url}/api/v1/system/version")
    assert server.requests.count("GET", "/api/v1/system/version", status=200) == 1
