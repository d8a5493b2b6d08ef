"""Faults on a real socket: what the client sees, and what the server has done by then."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from openmetadata_provider.sandbox import SandboxOptions, SandboxServer, create_app, fault_from_text

GLOSSARY = {"name": "g", "description": "d"}
PATCH = {"Content-Type": "application/json-patch+json"}
Api = httpx.Client


@pytest.fixture(scope="module")
def running() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


@pytest.fixture
def server(running: SandboxServer) -> Iterator[SandboxServer]:
    """The sandbox with a glossary `old`, without a glossary `g`, faults and memories."""
    running.faults.clear()
    with client(running) as api:
        api.delete("/glossaries/name/g", params={"hardDelete": "true"})
        api.put("/glossaries", json={"name": "old", "description": "d"})
    running.requests.clear()
    yield running
    running.faults.clear()


@pytest.fixture
def api(server: SandboxServer) -> Iterator[Api]:
    with client(server) as found:
        yield found


def client(server: SandboxServer, timeout_s: float = 10) -> Api:
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    return httpx.Client(base_url=f"{server.url}/api/v1", headers=headers, timeout=timeout_s)


def is_stored(api: Api, name: str = "g") -> bool:
    return api.get(f"/glossaries/name/{name}").status_code == 200


def test_a_status_comes_with_its_headers_and_the_write_does_not_happen(server: SandboxServer, api: Api) -> None:
    server.faults.add("POST /api/v1/glossaries 503 times=2 retry-after=1")
    answers = [api.post("/glossaries", json=GLOSSARY) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [503, 503, 201]
    assert answers[0].headers["Retry-After"] == "1"
    assert answers[0].json() == {"code": 503, "message": "HTTP 503 Service Unavailable"}
    assert "Retry-After" not in answers[2].headers
    assert server.requests.count("POST", "/api/v1/glossaries", status=201) == 1


def test_a_status_can_have_a_body_and_headers_of_its_own(server: SandboxServer, api: Api) -> None:
    server.faults.add("""GET * 429 body='{"code": 429, "message": "slow down"}' header="X-Limit: 7" times=1""")
    server.faults.add("GET * 503 body='no upstream' header='Content-Type: text/plain'")
    limited, unavailable = api.get("/glossaries"), api.get("/glossaries")
    assert (limited.status_code, limited.json()["message"], limited.headers["X-Limit"]) == (429, "slow down", "7")
    assert (unavailable.text, unavailable.headers["Content-Type"]) == ("no upstream", "text/plain")


@pytest.mark.parametrize("status", [204, 304, 599])
def test_a_status_without_a_body_or_a_name_is_sent_as_well(server: SandboxServer, api: Api, status: int) -> None:
    server.faults.add(f"GET * {status}")
    assert api.get("/glossaries").status_code == status


def test_locked_is_the_409_of_a_parent_that_is_being_deleted(server: SandboxServer, api: Api) -> None:
    server.faults.add("POST * locked times=1")
    answer = api.post("/glossaries", json=GLOSSARY)
    assert answer.status_code == 409
    assert "is being deleted" in answer.json()["message"]
    assert answer.headers["WWW-Authenticate"] == "om-auth"
    assert not is_stored(api)


def test_html_comes_in_place_of_json_and_nothing_is_done(server: SandboxServer, api: Api) -> None:
    server.faults.add("POST * html times=1", "POST * html status=502 times=1")
    for status in (200, 502):
        answer = api.post("/glossaries", json=GLOSSARY)
        assert (answer.status_code, answer.headers["Content-Type"]) == (status, "text/html; charset=utf-8")
        assert answer.text.startswith("<!doctype html>")
    assert not is_stored(api)


def test_a_cut_before_the_write_leaves_nothing(server: SandboxServer, api: Api) -> None:
    server.faults.add("POST * cut-before times=1")
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        api.post("/glossaries", json=GLOSSARY)
    assert not is_stored(api)
    assert [seen.status for seen in server.requests.matching("POST")] == [None]


def test_a_cut_after_the_write_leaves_the_entity_but_no_answer(server: SandboxServer, api: Api) -> None:
    server.faults.add("POST * cut-after times=1")
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        api.post("/glossaries", json=GLOSSARY)
    assert is_stored(api)
    assert [seen.status for seen in server.requests.matching("POST")] == [201]
    assert api.post("/glossaries", json=GLOSSARY).status_code == 409


def test_a_cut_ends_the_connection_without_a_byte(server: SandboxServer) -> None:
    server.faults.add("GET * cut-after")
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as plain:
        plain.sendall(b"GET /api/v1/system/version HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert plain.recv(100) == b""


@pytest.mark.parametrize(
    ("option", "received"), [("", None), (" bytes=0", 0), (" bytes=10", 10), (" bytes=9999999", -1)]
)
def test_a_truncated_answer_promises_more_than_it_sends(
    server: SandboxServer, api: Api, option: str, received: int | None
) -> None:
    whole = len(api.get("/glossaries/name/old").content)
    server.faults.add(f"GET * truncate{option} times=1")
    expected = {None: whole // 2, -1: whole - 1}.get(received, received)
    text = rf"received {expected} bytes, expected {whole}"
    with pytest.raises(httpx.RemoteProtocolError, match=text):
        api.get("/glossaries/name/old")
    assert api.get("/glossaries/name/old").status_code == 200


def test_a_truncated_write_is_stored(server: SandboxServer, api: Api) -> None:
    server.faults.add("POST * truncate")
    with pytest.raises(httpx.RemoteProtocolError):
        api.post("/glossaries", json=GLOSSARY)
    assert is_stored(api)


def seen_at_last(server: SandboxServer, is_there: Callable[[], bool]) -> None:
    """Wait until the server has noticed that its client is gone."""
    tick = threading.Event()
    for _ in range(200):
        if is_there():
            return
        tick.wait(0.05)
    raise AssertionError(f"not seen: {list(server.requests)}")


def test_a_client_that_gives_up_during_a_delay_has_written_nothing(server: SandboxServer, api: Api) -> None:
    server.faults.add("POST * delay=30 times=1")
    with client(server, timeout_s=0.3) as hasty, pytest.raises(httpx.ReadTimeout):
        hasty.post("/glossaries", json=GLOSSARY)
    seen_at_last(server, lambda: bool(server.requests.matching("POST")))
    assert not is_stored(api)
    assert server.requests.matching("POST")[0].status is None


def test_a_client_that_gives_up_during_an_answer_delay_has_written(server: SandboxServer, api: Api) -> None:
    server.faults.add("POST * answer-delay=30 times=1")
    with client(server, timeout_s=0.5) as hasty, pytest.raises(httpx.ReadTimeout):
        hasty.post("/glossaries", json=GLOSSARY)
    seen_at_last(server, lambda: bool(server.requests.matching("POST")))
    assert is_stored(api)
    assert server.requests.matching("POST")[0].status == 201


def test_a_delayed_answer_is_the_same_answer_later(server: SandboxServer, api: Api) -> None:
    prompt = api.get("/glossaries/name/old")
    server.faults.add("GET * delay=0.1 answer-delay=0.1", "GET * 503")
    late = api.get("/glossaries/name/old")
    assert late.json() == prompt.json()
    assert late.elapsed.total_seconds() >= 0.2
    assert list(server.requests)[-1].duration_ms >= 200


def test_other_requests_are_answered_during_a_delay(server: SandboxServer, api: Api) -> None:
    server.faults.add("GET /api/v1/charts delay=30")
    with client(server, timeout_s=1) as patient, ThreadPoolExecutor(1) as another:
        waiting = another.submit(patient.get, "/charts")
        seen_at_last(server, lambda: server.faults.counted()[0].fired == 1)
        assert api.get("/glossaries").status_code == 200
        assert isinstance(waiting.exception(), httpx.ReadTimeout)


def test_a_server_that_stops_does_not_wait_for_delays() -> None:
    with SandboxServer() as server, client(server, timeout_s=60) as api, ThreadPoolExecutor(1) as another:
        server.faults.add("GET * delay=600")
        waiting = another.submit(api.get, "/glossaries")
        seen_at_last(server, lambda: server.faults.counted()[0].fired == 1)
        server.__exit__(None, None, None)
        assert isinstance(waiting.exception(10), httpx.RemoteProtocolError | httpx.ReadError)


def renamed(api: Api, version: float | None) -> httpx.Response:
    headers = PATCH if version is None else {**PATCH, "If-Match": f'W/"{version}"'}
    operations = [{"op": "add", "path": "/description", "value": "mine"}]
    return api.patch("/glossaries/name/old", json=operations, headers=headers)


def test_a_race_makes_the_real_412_and_loses_nothing(server: SandboxServer, api: Api) -> None:
    server.faults.add("PATCH * race times=2")
    for number in (1, 2):
        before = api.get("/glossaries/name/old").json()
        lost = renamed(api, before["version"])
        assert lost.status_code == 412
        assert lost.json()["message"].startswith("The entity has been modified. Current ETag:")
        after = api.get("/glossaries/name/old").json()
        assert (after["description"], after["updatedBy"]) == (before["description"], "ingestion-bot")
        assert after["displayName"].startswith("Changed by somebody else"), number
        assert after["version"] > before["version"]
    assert renamed(api, after["version"]).status_code == 200
    assert api.get("/glossaries/name/old").json()["displayName"] == after["displayName"]
    assert [seen.status for seen in server.requests.matching("PATCH")] == [412, 412, 200]


def test_a_race_without_if_match_is_not_noticed_but_both_changes_are_there(server: SandboxServer, api: Api) -> None:
    server.faults.add("PATCH * race times=1")
    answer = renamed(api, None).json()
    assert answer["description"] == "mine"
    assert answer["displayName"].startswith("Changed by somebody else")


def test_the_other_one_in_a_race_is_never_the_caller(server: SandboxServer) -> None:
    server.faults.add("PATCH * race times=1")
    with client(server) as bot:
        bot.headers["Authorization"] = f"Bearer {server.bot_token}"
        assert renamed(bot, bot.get("/glossaries/name/old").json()["version"]).status_code == 412
        assert bot.get("/glossaries/name/old").json()["updatedBy"] == "admin"


def test_a_race_for_what_does_not_exist_is_the_usual_404(server: SandboxServer, api: Api) -> None:
    server.faults.add("PATCH * race")
    assert api.patch("/glossaries/name/nope", json=[], headers=PATCH).status_code == 404


def test_faults_can_be_there_from_the_start_and_be_changed_while_it_runs() -> None:
    options = SandboxOptions(faults=(fault_from_text("GET * 503"),))
    with SandboxServer(options) as server, client(server) as api:
        assert api.get("/glossaries").status_code == 503
        server.faults.replace("GET * 429")
        assert api.get("/glossaries").status_code == 429
        server.faults.clear()
        assert api.get("/glossaries").status_code == 200
    assert [seen.status for seen in server.requests] == [503, 429, 200]


def test_what_is_sent_while_a_fault_answers_does_not_disturb_the_connection(server: SandboxServer, api: Api) -> None:
    server.faults.add("POST * 503 times=1")
    assert api.post("/glossaries", json={"name": "g", "description": "d" * 3_000_000}).status_code == 503
    assert api.post("/glossaries", json=GLOSSARY).status_code == 201


def test_without_a_socket_a_cut_is_an_error_of_the_call() -> None:
    options = SandboxOptions(faults=(fault_from_text("GET * cut-before"),))
    app = create_app(options)
    transport = httpx.ASGITransport(app)

    async def ask() -> None:
        async with httpx.AsyncClient(transport=transport, base_url="http://catalogue.test") as api:
            with pytest.raises(ConnectionResetError, match="a fault cut the connection"):
                await api.get("/api/v1/system/version")
        async with app.router.lifespan_context(app):
            pass

    asyncio.run(ask())
