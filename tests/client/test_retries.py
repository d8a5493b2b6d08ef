"""What is sent again, how often and after which waits; and that nothing is done twice or lost."""

from __future__ import annotations

import logging
import subprocess
import sys
from typing import Any

import httpx
import pytest
from clients import StillClock, client
from losing_server import NO_ANSWER, NO_CONNECTION, PATH, LosingServer
from scripted_server import Server, error_answer, json_answer

from openmetadata_provider import (
    ConfigurationError,
    Conflict,
    ConnectionFailed,
    NotFound,
    PreconditionFailed,
    RateLimited,
    RetryPolicy,
    ServerError,
    TimedOut,
    TransportError,
)
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request

NAME = f"{PATH}/name/s.10"
DASHBOARD = {"id": "1", "name": "10", "fullyQualifiedName": "s.10", "version": 0.1}
GOOD = json_answer(200, DASHBOARD)
LOCKED = error_answer(409, "Entity s.10 cannot be changed, s is being deleted")
CERTIFICATE = httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed")
PASSING = [
    error_answer(429, "slow down"),
    error_answer(502, "bad gateway"),
    error_answer(503, "unavailable"),
    error_answer(504, "timeout"),
    LOCKED,
    httpx.ConnectError("refused"),
    httpx.ConnectTimeout("timed out"),
    httpx.PoolTimeout(""),
    httpx.ReadError("broken"),
    httpx.ReadTimeout("timed out"),
    httpx.WriteError("broken"),
    httpx.RemoteProtocolError("Server disconnected"),
]
LASTING = [*(error_answer(status, "no") for status in (400, 403, 404, 409, 412, 415, 500, 501)), CERTIFICATE]
REFUSED_BEFORE = [
    error_answer(429, "slow down"),
    LOCKED,
    httpx.ConnectError("refused"),
    httpx.ConnectTimeout("timed out"),
    httpx.PoolTimeout(""),
]
LOST = [
    error_answer(502, "bad gateway"),
    error_answer(503, "unavailable"),
    error_answer(504, "timeout"),
    httpx.ReadError("broken"),
    httpx.ReadTimeout("timed out"),
    httpx.WriteTimeout("timed out"),
    httpx.RemoteProtocolError("Server disconnected without sending a response."),
]
PATCH = [{"op": "add", "path": "/displayName", "value": "Ten"}]


def shown(answer: httpx.Response | Exception) -> str:
    return str(answer.status_code) if isinstance(answer, httpx.Response) else type(answer).__name__


@pytest.fixture
def server() -> LosingServer:
    return LosingServer()


@pytest.fixture
def scripted() -> Server:
    return Server()


def _send(om: Any, method: str, path: str = NAME, **more: Any) -> Any:
    return om.connection.run(fetch(Request(method=method, path=path, about="s.10", **more))).value


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("answer", PASSING, ids=shown)
def test_a_passing_failure_is_repeated(
    flavour: str, scripted: Server, method: str, answer: httpx.Response | Exception
) -> None:
    scripted.on(method, NAME, answer, answer, GOOD)
    with client(flavour, scripted) as om:
        assert _send(om, method, body=[] if method == "PATCH" else None) == DASHBOARD
    assert scripted.calls() == [f"{method} {NAME}"] * 3


@pytest.mark.parametrize("answer", LASTING, ids=shown)
def test_a_lasting_failure_is_not_repeated(flavour: str, scripted: Server, answer: httpx.Response | Exception) -> None:
    scripted.on("GET", NAME, answer)
    with client(flavour, scripted) as om, pytest.raises(Exception, match=r"no|certificate"):
        _send(om, "GET")
    assert len(scripted.requests) == 1


def test_waits_double_up_to_the_cap_and_are_told(flavour: str, scripted: Server, time: StillClock) -> None:
    scripted.on("GET", NAME, error_answer(503, "unavailable"))
    policy = RetryPolicy(attempts=6, backoff_s=1, backoff_cap_s=5)
    with client(flavour, scripted, time, retries=policy) as om, pytest.raises(ServerError) as caught:
        _send(om, "GET")
    assert time.slept == [1, 2, 4, 5, 5]
    assert caught.value.__notes__ == ["6 attempts in 17.0 s: 503, 503, 503, 503, 503, 503."]


@pytest.mark.parametrize(("fraction", "wait"), [(0.0, 2.0), (0.5, 3.0), (1.0, 4.0)])
def test_half_of_a_wait_is_left_to_chance(fraction: float, wait: float) -> None:
    failure = ConnectionFailed(method="GET", path="/", host="", reason="")
    assert RetryPolicy(backoff_s=1).wait_s(3, failure, fraction) == wait


def test_retry_after_is_waited_in_full(flavour: str, scripted: Server, time: StillClock) -> None:
    scripted.on("GET", NAME, json_answer(429, {"message": "slow"}, retry_after="7"), GOOD)
    with client(flavour, scripted, time) as om:
        _send(om, "GET")
    assert time.slept == [7.0]


def test_a_retry_after_beyond_the_deadline_ends_the_call_at_once(
    flavour: str, scripted: Server, time: StillClock
) -> None:
    scripted.on("GET", NAME, json_answer(429, {"message": "slow"}, retry_after="3600"))
    with client(flavour, scripted, time) as om, pytest.raises(RateLimited) as caught:
        _send(om, "GET")
    assert (time.slept, caught.value.retry_after_s, len(scripted.requests)) == ([], 3600.0, 1)


def test_no_attempt_begins_after_the_deadline(flavour: str, scripted: Server, time: StillClock) -> None:
    def slow(_: httpx.Request) -> httpx.Response:
        time.now += 40
        raise httpx.ReadTimeout("timed out")

    scripted.on("GET", NAME, slow)
    with client(flavour, scripted, time, retries=RetryPolicy(deadline_s=60)) as om, pytest.raises(TimedOut) as caught:
        _send(om, "GET")
    assert len(scripted.requests) == 2
    assert caught.value.__notes__[0].startswith("2 attempts in 80.")


def test_never_sends_once(flavour: str, scripted: Server, time: StillClock) -> None:
    scripted.on("GET", NAME, error_answer(503, "unavailable"))
    with client(flavour, scripted, time, retries=RetryPolicy.never()) as om, pytest.raises(ServerError) as caught:
        _send(om, "GET")
    assert (len(scripted.requests), time.slept, getattr(caught.value, "__notes__", [])) == (1, [], [])


@pytest.mark.parametrize(
    "wrong", [{"attempts": 0}, {"deadline_s": -1}, {"backoff_s": float("nan")}, {"backoff_cap_s": float("inf")}]
)
def test_a_policy_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(wrong))):
        RetryPolicy(**wrong)


def test_the_attempts_of_a_request_share_its_id_and_are_logged(
    flavour: str, scripted: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "openmetadata_provider.client")
    scripted.on("GET", NAME, error_answer(503, "unavailable"), GOOD)
    with client(flavour, scripted) as om:
        _send(om, "GET")
    ids = {request.headers["X-Request-Id"] for request in scripted.requests}
    assert len(ids) == 1
    told = [(vars(r)["attempt"], vars(r)["status"]) for r in caplog.records if "attempt" in vars(r)]
    assert told == [(1, 503), (2, 200)]
    assert f"GET {NAME}: 503, attempt 2 follows in 0.25 s" in caplog.text


def test_a_client_that_meets_no_failure_never_loads_the_retry_library() -> None:
    code = """
import httpx, sys
from openmetadata_provider import OpenMetadata
transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"version": "1.13.0"}))
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request
with OpenMetadata(host="http://x.test", jwt_token="t", transport=transport) as om:
    om.connection.run(fetch(Request(method="GET", path="/v1/system/version")))
print("tenacity" in sys.modules, "asyncio" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"


# POST: never two creations


@pytest.mark.parametrize("fault", REFUSED_BEFORE, ids=shown)
def test_a_post_that_did_not_arrive_is_sent_again(
    flavour: str, server: LosingServer, fault: Exception | httpx.Response
) -> None:
    server.lose_requests(fault, fault)
    with client(flavour, server) as om:
        assert om.dashboards.create(name="10", service="s").fullyQualifiedName == "s.10"
    assert server.calls() == [f"POST {PATH}"] * 3
    assert server.done == {"created": 1}


@pytest.mark.parametrize("fault", LOST, ids=shown)
def test_a_post_whose_answer_was_lost_is_found_and_not_sent_again(
    flavour: str, server: LosingServer, fault: Exception | httpx.Response
) -> None:
    server.lose_answers(fault)
    with client(flavour, server) as om:
        made = om.dashboards.create(name="10", service="s", displayName="Ten")
    assert (made.fullyQualifiedName, made.displayName) == ("s.10", "Ten")
    assert server.calls() == [f"POST {PATH}", f"GET {NAME}?fields=%2A&include=all"]
    assert server.done == {"created": 1}


@pytest.mark.parametrize("fault", LOST, ids=shown)
def test_a_post_that_was_lost_on_the_way_is_sent_again_after_a_look(
    flavour: str, server: LosingServer, fault: Exception | httpx.Response
) -> None:
    server.lose_requests(fault)
    with client(flavour, server) as om:
        om.dashboards.create(name="10", service="s")
    assert [call.partition(" ")[0] for call in server.calls()] == ["POST", "GET", "POST"]
    assert server.done == {"created": 1}


def test_the_look_itself_is_repeated(flavour: str, server: LosingServer) -> None:
    server.lose_answers(NO_ANSWER)
    server.lose_requests(NO_CONNECTION, error_answer(503, "unavailable"))
    with client(flavour, server) as om:
        assert om.dashboards.create(name="10", service="s").name == "10"
    assert [call.partition(" ")[0] for call in server.calls()] == ["POST", "GET", "GET", "GET"]
    assert server.done == {"created": 1}


def test_a_post_that_lands_after_the_look_is_found_by_its_conflict(flavour: str, scripted: Server) -> None:
    scripted.on("POST", PATH, NO_ANSWER, error_answer(409, "Entity already exists"))
    held = {**DASHBOARD, "service": {"id": "1", "type": "dashboardService", "fullyQualifiedName": "s"}}
    scripted.on("GET", NAME, error_answer(404, "dashboard instance for s.10 not found"), json_answer(200, held))
    with client(flavour, scripted) as om:
        assert om.dashboards.create(name="10", service="s").id == "1"
    assert [call.partition(" ")[0] for call in scripted.calls()] == ["POST", "GET", "POST", "GET"]


@pytest.mark.parametrize(
    ("theirs", "reason"),
    [
        ({"displayName": "Other"}, "it differs in displayName"),
        ({"displayName": "Ten", "version": 0.2}, "it is at version 0.2, a new one would be at 0.1"),
        ({"displayName": "Ten", "deleted": True}, "it is soft-deleted"),
        ({}, "it differs in displayName"),
    ],
)
def test_what_another_created_meanwhile_is_a_conflict_that_says_so(
    flavour: str, server: LosingServer, theirs: dict[str, Any], reason: str
) -> None:
    server.lose_requests(NO_ANSWER)
    service = {"id": "1", "type": "dashboardService", "fullyQualifiedName": "s"}
    server.between = lambda: server.keep(name="10", service=service, **theirs)
    with client(flavour, server) as om, pytest.raises(Conflict) as caught:
        om.dashboards.create(name="10", service="s", displayName="Ten")
    assert caught.value.fqn == "s.10"
    assert "The first attempt got no answer, and what is there now is not what was sent" in str(caught.value)
    assert reason in str(caught.value)
    assert server.done == {}


def test_a_conflict_at_the_first_attempt_stays_a_conflict(flavour: str, server: LosingServer) -> None:
    server.keep(name="10")
    with client(flavour, server) as om, pytest.raises(Conflict, match="Entity already exists"):
        om.dashboards.create(name="10", service="s")
    assert [request.method for request in server.requests].count("POST") == 1


def test_a_post_that_nothing_is_known_to_look_up_for_is_sent_once(flavour: str, scripted: Server) -> None:
    scripted.on("POST", PATH, NO_ANSWER)
    with client(flavour, scripted) as om, pytest.raises(TimedOut) as caught:
        _send(om, "POST", PATH, body={"name": "10"})
    assert len(scripted.requests) == 1
    assert caught.value.may_have_arrived


def test_an_error_tells_whether_the_request_may_have_arrived(flavour: str, scripted: Server) -> None:
    scripted.on("POST", PATH, NO_CONNECTION)
    with client(flavour, scripted, retries=RetryPolicy.never()) as om, pytest.raises(TransportError) as caught:
        _send(om, "POST", PATH, body={"name": "10"})
    assert not caught.value.may_have_arrived


def test_a_look_up_that_is_forbidden_ends_the_call(flavour: str, scripted: Server) -> None:
    scripted.on("POST", PATH, NO_ANSWER)
    scripted.on("GET", NAME, error_answer(403, "not allowed"))
    with client(flavour, scripted) as om, pytest.raises(Exception, match="not allowed"):
        om.dashboards.create(name="10", service="s")
    assert len(scripted.requests) == 2


# DELETE and PATCH: done once, and no update lost


@pytest.mark.parametrize("fault", LOST, ids=shown)
def test_a_delete_whose_answer_was_lost_is_done_when_nothing_is_left(
    flavour: str, server: LosingServer, fault: Exception | httpx.Response
) -> None:
    server.keep(name="10")
    server.lose_answers(fault)
    with client(flavour, server) as om:
        om.dashboards.delete_by_name("s.10")
    assert (len(server.requests), server.done) == (2, {"deleted": 1})


def test_a_delete_that_finds_nothing_at_first_is_not_found(flavour: str, server: LosingServer) -> None:
    server.lose_requests(NO_CONNECTION)
    with client(flavour, server) as om, pytest.raises(NotFound):
        om.dashboards.delete_by_name("s.10")


def test_an_asynchronous_delete_has_a_job_to_give_and_is_not_done_by_a_404(flavour: str, scripted: Server) -> None:
    scripted.on("DELETE", f"{PATH}/async/1", NO_ANSWER, error_answer(404, "dashboard instance for 1 not found"))
    with client(flavour, scripted) as om, pytest.raises(NotFound):
        _send(om, "DELETE", f"{PATH}/async/1")


@pytest.mark.parametrize("fault", LOST, ids=shown)
@pytest.mark.parametrize("patch", [PATCH, [*PATCH, {"op": "remove", "path": "/description"}]])
def test_a_conditional_patch_whose_answer_was_lost_is_recognised_as_done(
    flavour: str, server: LosingServer, fault: Exception | httpx.Response, patch: list[dict[str, str]]
) -> None:
    server.keep(name="10", description="old")
    server.lose_answers(fault)
    with client(flavour, server) as om:
        value = _send(om, "PATCH", body=patch, headers=(("If-Match", 'W/"0.1"'),))
    assert (value["displayName"], value["version"]) == ("Ten", 0.2)
    assert server.done == {"patched": 1}
    assert [call.partition("?")[0] for call in server.calls()] == [f"PATCH {NAME}", f"PATCH {NAME}", f"GET {NAME}"]


def test_a_conditional_patch_never_overwrites_what_another_changed_meanwhile(
    flavour: str, server: LosingServer
) -> None:
    server.keep(name="10", displayName="Zero")
    server.lose_requests(NO_ANSWER)
    server.between = lambda: server.held["s.10"].update(displayName="Theirs", version=0.2)
    with client(flavour, server) as om, pytest.raises(PreconditionFailed) as caught:
        _send(om, "PATCH", body=PATCH, headers=(("If-Match", 'W/"0.1"'),))
    assert server.held["s.10"]["displayName"] == "Theirs"
    assert caught.value.__notes__ == ["2 attempts in 0.2 s: ReadTimeout: timed out, 412."]


def test_a_412_at_the_first_attempt_is_not_looked_into(flavour: str, server: LosingServer) -> None:
    server.keep(name="10", displayName="Ten", version=0.3)
    with client(flavour, server) as om, pytest.raises(PreconditionFailed):
        _send(om, "PATCH", body=PATCH, headers=(("If-Match", 'W/"0.1"'),))
    assert len(server.requests) == 1


def test_an_unconditional_patch_may_be_carried_out_twice_with_one_result(flavour: str, server: LosingServer) -> None:
    server.keep(name="10")
    server.lose_answers(NO_ANSWER)
    with client(flavour, server) as om:
        assert _send(om, "PATCH", body=PATCH)["displayName"] == "Ten"
    assert server.requests[-1].headers["Content-Type"] == "application/json-patch+json"


def test_a_removal_carried_out_by_the_lost_attempt_is_done(flavour: str, server: LosingServer) -> None:
    server.keep(name="10", description="old")
    server.lose_answers(NO_ANSWER)
    with client(flavour, server) as om:
        assert "description" not in _send(om, "PATCH", body=[{"op": "remove", "path": "/description"}])
    assert server.done == {"patched": 1}


def test_an_upsert_whose_answer_was_lost_is_sent_again(flavour: str, scripted: Server) -> None:
    scripted.on("PUT", PATH, NO_ANSWER, GOOD)
    with client(flavour, scripted) as om:
        assert om.dashboards.upsert(name="10", service="s").name == "10"
    assert scripted.calls() == [f"PUT {PATH}"] * 2
