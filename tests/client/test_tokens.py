"""Where tokens come from, when they are renewed, and that one renewal is enough for all."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from clients import StillClock, client
from scripted_server import HOST, TOKEN, Server, error_answer, json_answer

from openmetadata_provider import (
    AsyncOpenMetadata,
    ClientCredentials,
    ConfigurationError,
    ConnectionFailed,
    Login,
    Network,
    OpenMetadata,
    RetryPolicy,
    TokenFile,
    TokenUnavailable,
    Unauthorized,
)
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request
from openmetadata_provider.client.transport import AsyncConnection, Connection

PATH = "/v1/dashboards/name/s.10"
PASSWORD = "pa55 wörd"
SECRET = "cl1ent+secret"
TOKEN_URL = "https://login.test/realms/data/token"
GOOD = json_answer(200, {"id": "1", "name": "10"})
EXPIRED = error_answer(401, "Expired token!")


def jwt(name: str, expires_at: float | None = None) -> str:
    """A token that looks like a JWT."""
    claims = {"sub": name} | ({} if expires_at is None else {"exp": expires_at})
    parts = [b'{"alg":"RS256"}', json.dumps(claims).encode(), name.encode()]
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


def _get(om: Any) -> Any:
    return om.connection.run(fetch(Request(method="GET", path=PATH))).value


def _tokens(server: Server) -> list[str]:
    sent = (request.headers.get("Authorization", "") for request in server.requests)
    return [header.removeprefix("Bearer ") for header in sent if header]


def _in_turn(*tokens: str) -> Callable[[], str]:
    given = iter(tokens)
    return lambda: next(given)


# A function


def test_a_function_is_called_once_and_its_token_used_from_then_on(flavour: str, server: Server) -> None:
    server.on("GET", PATH, GOOD)
    with client(flavour, server, jwt_token=_in_turn("one", "two")) as om:
        _get(om)
        _get(om)
    assert _tokens(server) == ["one", "one"]


def test_a_function_is_called_again_after_a_401_and_the_request_repeated(flavour: str, server: Server) -> None:
    server.on("GET", PATH, GOOD, EXPIRED, GOOD)
    with client(flavour, server, jwt_token=_in_turn("one", "two")) as om:
        _get(om)
        _get(om)
    assert _tokens(server) == ["one", "one", "two"]


def test_a_second_401_is_an_error(flavour: str, server: Server) -> None:
    server.on("GET", PATH, EXPIRED)
    with client(flavour, server, jwt_token=_in_turn("one", "two", "three")) as om, pytest.raises(Unauthorized):
        _get(om)
    assert _tokens(server) == ["one", "two"]


@pytest.mark.parametrize("token", [TOKEN, lambda: TOKEN])
def test_the_same_token_is_not_tried_again_after_a_401(flavour: str, server: Server, token: Any) -> None:
    server.on("GET", PATH, EXPIRED)
    with client(flavour, server, jwt_token=token) as om, pytest.raises(Unauthorized):
        _get(om)
    assert len(server.requests) == 1


def test_a_token_is_renewed_shortly_before_the_end_it_tells(flavour: str, server: Server, time: StillClock) -> None:
    first, second = jwt("one", time.now + 3600), jwt("two", time.now + 7200)
    server.on("GET", PATH, GOOD)
    with client(flavour, server, time, jwt_token=_in_turn(first, second)) as om:
        _get(om)
        time.now += 3530
        _get(om)
        time.now += 15
        _get(om)
    assert _tokens(server) == [first, first, second]


def test_a_token_that_reads_as_expired_is_used_until_the_server_refuses_it(
    flavour: str, server: Server, time: StillClock
) -> None:
    early = jwt("one", time.now - 10)
    server.on("GET", PATH, GOOD)
    with client(flavour, server, time, jwt_token=_in_turn(early)) as om:
        _get(om)
        _get(om)
    assert _tokens(server) == [early, early]


def test_an_async_function_is_awaited(server: Server) -> None:
    async def token() -> str:
        await asyncio.sleep(0)
        return "awaited"

    server.on("GET", PATH, GOOD)
    with client("async", server, jwt_token=token) as om:
        _get(om)
    assert _tokens(server) == ["awaited"]


def test_an_async_function_is_refused_by_a_client_without_event_loop(server: Server) -> None:
    async def token() -> str:
        return "never"

    with client("sync", server, jwt_token=token) as om, pytest.raises(ConfigurationError, match="AsyncOpenMetadata"):
        _get(om)


@pytest.mark.parametrize("given", [None, 7, "", "two words", b"bytes"])
def test_a_function_that_gives_no_token_is_told(flavour: str, server: Server, given: Any) -> None:
    with client(flavour, server, jwt_token=lambda: given) as om, pytest.raises(ConfigurationError, match="function"):
        _get(om)
    assert server.requests == []


# A file


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    return tmp_path / "token"


def _write(path: Path, text: str, moment: int) -> None:
    path.write_text(text)
    os.utime(path, (moment, moment))


def test_a_file_is_read_again_when_it_changes(flavour: str, server: Server, token_file: Path) -> None:
    server.on("GET", PATH, GOOD)
    _write(token_file, "one\n", 1)
    with client(flavour, server, jwt_token=TokenFile(token_file)) as om:
        _get(om)
        _get(om)
        _write(token_file, "two\n", 2)
        _get(om)
    assert _tokens(server) == ["one", "one", "two"]


@pytest.mark.parametrize("half", ["", "   ", jwt("two")[:20], "{}\n\x00"])
def test_a_half_written_file_leaves_the_last_token_in_use(
    flavour: str, server: Server, token_file: Path, half: str
) -> None:
    server.on("GET", PATH, GOOD)
    _write(token_file, jwt("one"), 1)
    with client(flavour, server, jwt_token=TokenFile(token_file)) as om:
        _get(om)
        _write(token_file, half, 2)
        _get(om)
        token_file.unlink()
        _get(om)
        _write(token_file, jwt("two"), 3)
        _get(om)
    assert _tokens(server) == [jwt("one")] * 3 + [jwt("two")]


@pytest.mark.parametrize(("content", "reason"), [(None, "cannot be read"), ("", "holds no token"), ("a b", "no token")])
def test_a_file_that_never_held_a_token_is_told(
    flavour: str, server: Server, token_file: Path, content: str | None, reason: str
) -> None:
    if content is not None:
        token_file.write_text(content)
    with client(flavour, server, jwt_token=TokenFile(token_file)) as om:
        with pytest.raises(ConfigurationError, match=reason) as caught:
            _get(om)
        assert str(token_file) in str(caught.value)


def test_from_env_reads_a_token_file(monkeypatch: pytest.MonkeyPatch, server: Server, token_file: Path) -> None:
    server.on("GET", PATH, GOOD)
    token_file.write_text(TOKEN)
    monkeypatch.setenv("OPENMETADATA_HOST", HOST)
    monkeypatch.setenv("OPENMETADATA_JWT_TOKEN_FILE", str(token_file))
    with OpenMetadata.from_env(transport=server.transport) as om:
        _get(om)
    assert _tokens(server) == [TOKEN]


# Login


def _login() -> Login:
    return Login(email="jane@example.com", password=PASSWORD)


def test_a_login_sends_the_password_in_base64_and_uses_the_token(flavour: str, server: Server) -> None:
    server.on("POST", "/v1/users/login", json_answer(200, {"accessToken": "one", "tokenType": "Bearer"}))
    server.on("GET", PATH, GOOD)
    with client(flavour, server, jwt_token=_login()) as om:
        _get(om)
        _get(om)
    assert server.calls() == ["POST /v1/users/login", f"GET {PATH}", f"GET {PATH}"]
    sent = json.loads(server.requests[0].content)
    assert sent == {"email": "jane@example.com", "password": base64.b64encode(PASSWORD.encode()).decode()}
    assert "Authorization" not in server.requests[0].headers
    assert _tokens(server) == ["one", "one"]


def test_a_login_is_repeated_after_a_401_and_before_the_token_ends(
    flavour: str, server: Server, time: StillClock
) -> None:
    tokens = [jwt(name, time.now + 3600) for name in ("one", "two", "three")]
    server.on("POST", "/v1/users/login", *(json_answer(200, {"accessToken": token}) for token in tokens))
    server.on("GET", PATH, EXPIRED, GOOD)
    with client(flavour, server, time, jwt_token=_login()) as om:
        _get(om)
        time.now += 3590
        _get(om)
    assert _tokens(server) == tokens


def test_a_refused_login_says_so(flavour: str, server: Server) -> None:
    server.on("POST", "/v1/users/login", error_answer(401, "You have entered an invalid username or password."))
    with client(flavour, server, jwt_token=_login()) as om, pytest.raises(TokenUnavailable) as caught:
        _get(om)
    assert str(caught.value) == (
        "no token from /v1/users/login (status 401): You have entered an invalid username or password. "
        "Check email and password; after many failures the server locks the user."
    )
    assert len(server.requests) == 1


@pytest.mark.parametrize("answer", [json_answer(200, {}), json_answer(200, []), httpx.Response(200, text="<html>")])
def test_a_login_without_a_token_in_its_answer_is_told(flavour: str, server: Server, answer: httpx.Response) -> None:
    server.on("POST", "/v1/users/login", answer)
    with client(flavour, server, jwt_token=_login()) as om, pytest.raises(TokenUnavailable):
        _get(om)


def test_a_login_that_fails_for_a_passing_reason_is_repeated(flavour: str, server: Server) -> None:
    good = json_answer(200, {"accessToken": "one"})
    server.on("POST", "/v1/users/login", httpx.ConnectError("refused"), error_answer(503, "no"), good)
    server.on("POST", "/v1/dashboards", GOOD)
    with client(flavour, server, jwt_token=_login()) as om:
        om.dashboards.create(name="10", service="s")
    assert server.calls() == ["POST /v1/users/login"] * 3 + ["POST /v1/dashboards"]


def test_a_login_that_stays_away_is_a_failed_connection(flavour: str, server: Server) -> None:
    server.on("POST", "/v1/users/login", error_answer(503, "no"))
    with (
        client(flavour, server, jwt_token=_login(), retries=RetryPolicy.never()) as om,
        pytest.raises(ConnectionFailed, match="no token: 503") as caught,
    ):
        _get(om)
    assert not caught.value.may_have_arrived


# Client credentials


def _credentials(**more: Any) -> ClientCredentials:
    return ClientCredentials(token_url=TOKEN_URL, client_id="omp", client_secret=SECRET, **more)


class _Provider(Server):
    """An identity provider beside the server."""

    def __init__(self, *answers: httpx.Response) -> None:
        super().__init__()
        self.on("POST", "/realms/data/token", *answers)
        self.on("GET", PATH, GOOD)


def _given(token: str, expires_in: Any = 300) -> httpx.Response:
    return json_answer(200, {"access_token": token, "token_type": "Bearer", "expires_in": expires_in})


def test_client_credentials_are_sent_as_a_form_to_the_provider_alone(flavour: str) -> None:
    server = _Provider(_given("one"))
    network = Network(headers={"X-Gateway": "for the server"})
    with client(flavour, server, jwt_token=_credentials(scope="a b", audience="om"), network=network) as om:
        _get(om)
    asked, called = server.requests
    assert str(asked.url) == TOKEN_URL
    assert asked.content.decode() == (
        "grant_type=client_credentials&client_id=omp&client_secret=cl1ent%2Bsecret&scope=a+b&audience=om"
    )
    assert asked.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert ("X-Gateway" in asked.headers, "X-Gateway" in called.headers) == (False, True)
    assert called.headers["Authorization"] == "Bearer one"


def test_client_credentials_may_go_into_the_header(flavour: str) -> None:
    server = _Provider(_given("one"))
    with client(flavour, server, jwt_token=_credentials(send_secret="header")) as om:
        _get(om)
    expected = base64.b64encode(b"omp:cl1ent%2Bsecret").decode()
    assert server.requests[0].headers["Authorization"] == f"Basic {expected}"
    assert b"secret" not in server.requests[0].content


def test_a_providers_token_is_kept_until_shortly_before_its_end(flavour: str, time: StillClock) -> None:
    server = _Provider(_given("one"), _given("two"))
    with client(flavour, server, time, jwt_token=_credentials()) as om:
        _get(om)
        time.now += 265
        _get(om)
        time.now += 10
        _get(om)
    assert _tokens(server) == ["one", "one", "two"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (json_answer(400, {"error": "invalid_scope", "error_description": "no such scope"}), "invalid_scope: no such"),
        (json_answer(401, {"error": "invalid_client"}), "invalid_client"),
        (httpx.Response(404, text="<html>"), "the answer is no JSON object"),
        (json_answer(200, {"token_type": "Bearer"}), "the answer holds no access_token"),
    ],
)
def test_a_provider_that_refuses_is_told_with_its_reason(flavour: str, answer: httpx.Response, reason: str) -> None:
    with client(flavour, _Provider(answer), jwt_token=_credentials()) as om, pytest.raises(TokenUnavailable) as caught:
        _get(om)
    assert f"no token from {TOKEN_URL} (status {answer.status_code}): {reason}" in str(caught.value)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("url", ["", "login.test/token", "ftp://login.test", "https://omp:secret@login.test/token"])
def test_a_token_url_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="token_url"):
        ClientCredentials(token_url=url, client_id="omp", client_secret=SECRET)


@pytest.mark.parametrize("missing", ["client_id", "client_secret"])
def test_client_credentials_need_both_halves(missing: str) -> None:
    halves = {"client_id": "omp", "client_secret": SECRET, missing: ""}
    with pytest.raises(ConfigurationError, match="client_id and a client_secret"):
        ClientCredentials(token_url=TOKEN_URL, **halves)


def test_a_login_needs_both_halves() -> None:
    with pytest.raises(ConfigurationError, match="email and a password"):
        Login(email="jane@example.com", password="")


# One renewal for all


def test_threads_that_meet_a_401_together_renew_once() -> None:
    threads, given = 8, []
    together = threading.Barrier(threads)

    def token() -> str:
        given.append(f"token-{len(given)}")
        return given[-1]

    def answer(request: httpx.Request) -> httpx.Response:
        if request.headers["Authorization"] == "Bearer token-0":
            together.wait(timeout=10)
            return error_answer(401, "Expired token!")
        return json_answer(200, {"id": "1"})

    with OpenMetadata(host=HOST, jwt_token=token) as om:
        om.connection = Connection(om.connection.settings, httpx.MockTransport(answer))
        workers = [threading.Thread(target=_get, args=(om,)) for _ in range(threads)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(timeout=10)
    assert given == ["token-0", "token-1"]


def test_tasks_that_meet_a_401_together_renew_once() -> None:
    given: list[str] = []

    async def token() -> str:
        given.append(f"token-{len(given)}")
        await asyncio.sleep(0)
        return given[-1]

    async def run() -> None:
        expired = asyncio.Event()

        async def answer(request: httpx.Request) -> httpx.Response:
            if request.headers["Authorization"] != "Bearer token-0":
                return json_answer(200, {"id": "1"})
            waiting.append(1)
            if len(waiting) == 8:
                expired.set()
            await expired.wait()
            return error_answer(401, "Expired token!")

        waiting: list[int] = []
        async with AsyncOpenMetadata(host=HOST, jwt_token=token) as om:
            await om.connection.aclose()
            om.connection = AsyncConnection(om.connection.settings, httpx.MockTransport(answer))
            steps = [om.connection.run(fetch(Request(method="GET", path=PATH))) for _ in range(8)]
            await asyncio.wait_for(asyncio.gather(*steps), timeout=10)

    asyncio.run(run())
    assert given == ["token-0", "token-1"]


# Whose token it is


@pytest.mark.parametrize("is_bot", [True, False])
def test_the_current_user_is_asked_for_once_and_tells_whether_it_is_a_bot(
    flavour: str, server: Server, is_bot: bool
) -> None:
    user = {"id": "u1", "name": "ingestion-bot", "isBot": is_bot, "isAdmin": False, "email": "x@y"}
    server.on("GET", "/v1/users/loggedInUser", json_answer(200, user))
    with client(flavour, server) as om:
        assert om.current_user() is om.current_user()
        assert (om.current_user().name, om.current_user().is_bot) == ("ingestion-bot", is_bot)
    assert len(server.requests) == 1
