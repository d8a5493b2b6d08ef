"""One log record and one event per exchange."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest
from clients import client
from scripted_server import Server, error_answer, json_answer

from openmetadata_provider import ConfigurationError, ExchangeEvent, NotFound, OpenMetadata, ServerError
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request

PATH = "/v1/dashboards/name/s.10"
LOGGER = "openmetadata_provider.client"


def _get(om: Any) -> Any:
    return om.connection.run(fetch(Request(method="GET", path=PATH, query=(("fields", "owners"),)))).value


def test_a_record_has_its_facts_as_text_and_as_fields(
    flavour: str, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, LOGGER)
    server.on("GET", PATH, json_answer(200, {}))
    with client(flavour, server) as om:
        _get(om)
    (record,) = [record for record in caplog.records if record.name == LOGGER]
    facts = vars(record)
    assert (facts["method"], facts["path"], facts["status"], facts["attempt"]) == ("GET", PATH, 200, 1)
    assert facts["request_id"] == server.last.headers["X-Request-Id"]
    assert record.getMessage() == (
        f"GET {PATH}: 200 in {facts['duration_ms']} ms (attempt 1, request {facts['request_id']})"
    )


def test_the_hook_gets_every_exchange(flavour: str, server: Server) -> None:
    events: list[ExchangeEvent] = []
    server.on("POST", "/v1/dashboards", httpx.ConnectError("refused"), json_answer(201, {"id": "1", "name": "10"}))
    with client(flavour, server, on_exchange=events.append) as om:
        om.dashboards.create(name="10", service="s")
    failed, good = events
    assert (failed.status, failed.error, failed.attempt, failed.received_bytes) == (None, "ConnectError: refused", 1, 0)
    assert (good.status, good.error, good.attempt) == (201, None, 2)
    assert (good.method, good.path, good.sent_bytes) == ("POST", "/v1/dashboards", len(server.last.content))
    assert good.received_bytes == len(b'{"id":"1","name":"10"}')
    assert good.duration_s >= 0
    assert failed.request_id == good.request_id


def test_requests_have_different_ids(flavour: str, server: Server) -> None:
    server.on("GET", PATH, json_answer(200, {}))
    with client(flavour, server) as om:
        _get(om)
        _get(om)
    first, second = (request.headers["X-Request-Id"] for request in server.requests)
    assert first != second


def test_a_hook_that_fails_breaks_no_call_and_is_told_once(
    flavour: str, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: ExchangeEvent) -> None:
        raise ZeroDivisionError

    server.on("GET", PATH, json_answer(200, {}))
    with client(flavour, server, on_exchange=broken) as om:
        _get(om)
        _get(om)
    told = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [record.getMessage() for record in told] == [
        "on_exchange failed with ZeroDivisionError; calls go on, and this is said once"
    ]


def test_a_hook_that_is_no_function_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="on_exchange must be a function"):
        OpenMetadata(host="http://x.test", jwt_token="t", on_exchange="print")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "kind"), [(error_answer(404, "no"), NotFound), (error_answer(500, "no"), ServerError)]
)
def test_an_error_has_the_id_its_request_was_sent_with(
    flavour: str, server: Server, answer: httpx.Response, kind: type[ServerError | NotFound]
) -> None:
    server.on("GET", PATH, answer)
    with client(flavour, server) as om, pytest.raises(kind) as caught:
        _get(om)
    assert caught.value.request_id == server.last.headers["X-Request-Id"]
