"""Errors: one class per status, everything a reader needs in the message, and they survive pickling."""

from __future__ import annotations

import copy
import inspect
import pickle
from email.utils import formatdate
from typing import Any

import httpx
import pytest
from fake_bindings.models import CreateDashboardRequest
from scripted_server import Server, error_answer, json_answer

from openmetadata_provider import (
    AnswerMismatch,
    AnswerNotJson,
    ApiError,
    ApplyFailed,
    BadRequest,
    BulkError,
    BulkFailure,
    ConfigurationError,
    Conflict,
    ConnectionFailed,
    DeletionTimedOut,
    Forbidden,
    InvalidManifests,
    InvalidName,
    InvalidRequest,
    NotFound,
    OpenMetadataError,
    PlanOutdated,
    PlanRefused,
    PreconditionFailed,
    Problem,
    RateLimited,
    ServerError,
    TimedOut,
    TokenUnavailable,
    TransportError,
    Unauthorized,
    UsageError,
    errors,
)
from openmetadata_provider.client.answers import seconds_from_retry_after

REQUEST = CreateDashboardRequest(name="10", service="s")
CALL: dict[str, Any] = {"method": "POST", "path": "/v1/dashboards"}
EVERY_ERROR = [
    ConfigurationError("no host"),
    UsageError("not both"),
    InvalidName("no name"),
    InvalidRequest("Dashboard s.10", [Problem(pointer="/name", reason="too long")]),
    TransportError(**CALL, host="http://x/api", reason="broken"),
    ConnectionFailed(**CALL, host="http://x/api", reason="refused"),
    TimedOut(**CALL, host="http://x/api", reason="ReadTimeout"),
    TokenUnavailable(source="/v1/users/login", status=401, reason="wrong password", advice="Check it."),
    *(
        kind(**CALL, status=status, error="NAME", message="no", fqn="s.10")
        for status, kind in [*errors.API_ERRORS.items(), (500, ServerError), (418, ApiError)]
    ),
    AnswerNotJson(**CALL, status=200, content_type="text/html", excerpt="<html>"),
    AnswerMismatch(**CALL, subject="Dashboard", problems=[Problem(pointer="/id", reason="missing")]),
    BulkError(failed=[BulkFailure(fqn="s.10", status=400, message="no")], passed=2),
    DeletionTimedOut(kind="Dashboard", name="s.10", id="1", waited_s=5),
    InvalidManifests(["a.yaml:1: no name"]),
    PlanRefused(["Dashboard s.10: prevent_destroy is set."]),
    PlanOutdated(["Dashboard s.10: changed by jane."]),
    ApplyFailed(["Dashboard s.10: failed: 400"], done=2),
]


def _create(om: Any, server: Server, answer: httpx.Response | Exception) -> OpenMetadataError:
    server.on("POST", "/v1/dashboards", answer)
    with pytest.raises(OpenMetadataError) as caught:
        om.dashboards.create(REQUEST)
    return caught.value


@pytest.mark.parametrize(
    ("status", "kind", "name"),
    [
        (400, BadRequest, "BAD_REQUEST"),
        (401, Unauthorized, "UNAUTHORIZED"),
        (403, Forbidden, "FORBIDDEN"),
        (404, NotFound, "NOT_FOUND"),
        (409, Conflict, "ENTITY_ALREADY_EXISTS"),
        (412, PreconditionFailed, "PRECONDITION_FAILED"),
        (429, RateLimited, "TOO_MANY_REQUESTS"),
        (500, ServerError, "INTERNAL_SERVER_ERROR"),
        (503, ServerError, "SERVICE_UNAVAILABLE"),
        (415, ApiError, "UNSUPPORTED_MEDIA_TYPE"),
        (499, ApiError, "STATUS_499"),
    ],
)
def test_each_status_has_its_class_and_carries_the_facts(
    om: Any, server: Server, status: int, kind: type[ApiError], name: str
) -> None:
    error = _create(om, server, error_answer(status, "What the server says"))
    assert type(error) is kind
    assert isinstance(error, ApiError)
    assert (error.status, error.error, error.message) == (status, name, "What the server says")
    assert (error.method, error.path, error.fqn) == ("POST", "/v1/dashboards", "s.10")


def test_the_message_says_what_happened_where_and_what_to_do(om: Any, server: Server) -> None:
    error = _create(om, server, error_answer(409, "Entity already exists"))
    assert str(error) == (
        "409 ENTITY_ALREADY_EXISTS from POST /v1/dashboards (s.10): Entity already exists. "
        'Use upsert to update it, or read it with get_by_name(..., include="all"): a soft-deleted one counts too.'
    )


def test_every_api_error_says_what_to_do() -> None:
    assert all(kind.advice for kind in [*errors.API_ERRORS.values(), ServerError])


def test_the_servers_own_error_name_is_kept(om: Any, server: Server) -> None:
    error = _create(om, server, error_answer(400, "Rule [x] failed", errorType="RULE_VIOLATION"))
    assert isinstance(error, BadRequest)
    assert error.error == "RULE_VIOLATION"


def test_a_conflict_with_a_running_deletion_says_to_wait(om: Any, server: Server) -> None:
    error = _create(om, server, error_answer(409, "Entity s.10 cannot be changed: s is being deleted"))
    assert isinstance(error, Conflict)
    assert error.error == "ENTITY_LOCKED"
    assert str(error).endswith("Wait until the deletion has ended, then try again.")


@pytest.mark.parametrize(
    ("status", "message", "advice"),
    [
        (400, "dashboardService is not empty", "Delete what is inside first, or pass recursive=True."),
        (404, "HTTP 404 Not Found", "The server has no such path: check the host, and that its release has this call."),
    ],
)
def test_the_advice_follows_the_text_where_it_says_more_than_the_status(
    om: Any, server: Server, status: int, message: str, advice: str
) -> None:
    assert str(_create(om, server, error_answer(status, message))).endswith(f"{message}. {advice}")


def test_not_found_names_the_fqn(om: Any, server: Server) -> None:
    server.on("GET", "/v1/dashboards/name/s.10", error_answer(404, "dashboard instance for s.10 not found"))
    with pytest.raises(NotFound) as caught:
        om.dashboards.get_by_name("s.10")
    assert caught.value.fqn == "s.10"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7.0), (" 30 ", 30.0), ("", None), ("soon", None), ("-1", None), ("²", None), (formatdate(0), 0.0)],
)
def test_retry_after_is_read_in_both_of_its_forms(header: str, seconds: float | None) -> None:
    assert seconds_from_retry_after(header) == seconds


@pytest.mark.parametrize(("headers", "seconds"), [({"retry_after": "7"}, 7.0), ({}, None)])
def test_too_many_requests_tells_how_long_to_wait(
    om: Any, server: Server, headers: dict[str, str], seconds: float | None
) -> None:
    error = _create(om, server, json_answer(429, {"message": "slow down"}, **headers))
    assert isinstance(error, RateLimited)
    assert error.retry_after_s == seconds


@pytest.mark.parametrize(
    "content",
    [b"<html>\n  <h1>Welcome</h1>", b"{", b"\xff\xfe", b"[" * 100_000],
    ids=["html", "cut", "binary", "deep"],
)
def test_an_answer_that_is_not_json_says_so(om: Any, server: Server, content: bytes) -> None:
    error = _create(om, server, httpx.Response(200, content=content, headers={"Content-Type": "text/html"}))
    assert isinstance(error, AnswerNotJson)
    assert (error.status, error.content_type) == (200, "text/html")
    assert "not JSON (status 200, content type text/html)" in str(error)
    assert len(str(error)) < 600


def test_the_first_characters_of_a_foreign_page_are_shown_on_one_line(om: Any, server: Server) -> None:
    page = b"<html>\n  <h1>Sign in</h1>" + b"x" * 10_000
    error = _create(om, server, httpx.Response(200, content=page, headers={"Content-Type": "text/html"}))
    assert "begins with '<html> <h1>Sign in</h1>xxx" in str(error)


def test_an_error_page_of_a_proxy_is_still_an_error_of_its_status(om: Any, server: Server) -> None:
    page = httpx.Response(502, content=b"<h1>Bad gateway</h1>", headers={"Content-Type": "text/html"})
    error = _create(om, server, page)
    assert isinstance(error, ServerError)
    assert "The answer is no API error (content type text/html), it begins with '<h1>Bad gateway</h1>'" in str(error)


@pytest.mark.parametrize("body", [[], "text", {"message": None}, {"code": 500}, None])
def test_an_error_body_of_any_shape_gives_an_error(om: Any, server: Server, body: object) -> None:
    assert isinstance(_create(om, server, json_answer(500, body)), ServerError)


def test_a_redirect_says_where_to(om: Any, server: Server) -> None:
    error = _create(om, server, httpx.Response(301, headers={"Location": "https://metadata.test/api/v1/dashboards"}))
    assert isinstance(error, ApiError)
    assert "redirects to https://metadata.test/api/v1/dashboards" in str(error)


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (httpx.ConnectError("[Errno 111] Connection refused"), ConnectionFailed),
        (httpx.ReadError("broken"), ConnectionFailed),
        (httpx.RemoteProtocolError("Server disconnected"), ConnectionFailed),
        (httpx.ConnectTimeout("timed out"), TimedOut),
        (httpx.ReadTimeout("timed out"), TimedOut),
        (httpx.PoolTimeout(""), TimedOut),
        (httpx.DecodingError("bad gzip"), TransportError),
        (httpx.InvalidURL("URL too long"), TransportError),
    ],
)
def test_no_answer_is_a_transport_error(om: Any, server: Server, raised: Exception, kind: type[TransportError]) -> None:
    error = _create(om, server, raised)
    assert type(error) is kind
    assert isinstance(error, TransportError)
    assert str(error).startswith(
        f"POST /v1/dashboards: no answer from http://metadata.test:8585/api: {type(raised).__name__}"
    )
    assert error.__cause__ is None
    assert error.__context__ is None


def test_every_error_of_httpx_becomes_one_of_ours(om: Any, server: Server) -> None:
    for _, kind in inspect.getmembers(httpx, inspect.isclass):
        if issubclass(kind, httpx.RequestError):
            assert isinstance(_create(om, server, kind("no")), TransportError)


@pytest.mark.parametrize("error", EVERY_ERROR, ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling_and_copying(error: OpenMetadataError) -> None:
    error.add_note("a note")
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert again.__dict__ == error.__dict__


def test_all_errors_have_one_root_and_are_in_the_tree_of_the_docstring() -> None:
    kinds = [k for _, k in inspect.getmembers(errors, inspect.isclass) if issubclass(k, Exception)]
    assert {type(e) for e in EVERY_ERROR} | {OpenMetadataError, errors.AnswerError} == set(kinds)
    for kind in kinds:
        assert issubclass(kind, OpenMetadataError)
        assert f" {kind.__name__} " in f" {errors.__doc__} ".replace("\n", " ")
