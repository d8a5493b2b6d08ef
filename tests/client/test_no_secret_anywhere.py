"""Every error of the tree, raised through real calls with all logs at DEBUG: no secret is in anything that shows.

Shown is what a log, a report or a debugger-like traceback prints: messages, notes, reprs, local variables of every
frame, pickles, log records.
"""

from __future__ import annotations

import asyncio
import base64
import io
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from clients import client
from fake_bindings.models import CreateDashboardServiceRequest, DashboardConnection, LookerConnection
from scripted_server import HOST, Server, json_answer

import openmetadata_provider
from openmetadata_provider import (
    AsyncOpenMetadata,
    ClientCredentials,
    ConfigurationError,
    Limits,
    Login,
    Network,
    OpenMetadata,
    OpenMetadataError,
    RetryPolicy,
    TokenFile,
    errors,
)
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request
from openmetadata_provider.client.transport import AsyncConnection, Connection

SERVICES = "/v1/services/dashboardServices"
TOKEN = "t0kenheader.t0kenclaims.t0kensignature"
FILED = "f1ledtoken"
ISSUED = "1ssuedtoken"
REFRESH = "r3freshtoken"
PASSWORD = "u5er-pa55word"
CLIENT_SECRET = "cl1ent-secret"
GATEWAY = "gat3way-value"
PROXY = "pr0xy-password"
STORED = 'c0nnection-"secret"\n-of-lines'
BULK = "bu1k-row-secret"
PLAIN = (TOKEN, FILED, ISSUED, REFRESH, PASSWORD, CLIENT_SECRET, GATEWAY, PROXY, STORED, BULK)
SECRETS = (*PLAIN, "c0nnection-", *(base64.b64encode(text.encode()).decode() for text in (PASSWORD,)))
NETWORK = Network(proxy=f"http://jane:{PROXY}@proxy.test:3128", headers={"X-Gateway": GATEWAY})


def _request(secret: str = STORED, **properties: Any) -> CreateDashboardServiceRequest:
    connection = DashboardConnection(config=LookerConnection(clientId="id", clientSecret=secret))
    return CreateDashboardServiceRequest(name="looker", serviceType="Looker", connection=connection, **properties)


def _echo(status: int) -> Callable[[httpx.Request], httpx.Response]:
    """An answer that repeats all it was sent, as some debug pages do."""

    def answer(request: httpx.Request) -> httpx.Response:
        headers = "".join(f"{name}: {value}\n" for name, value in request.headers.items())
        body = request.content.decode()
        return json_answer(status, {"code": status, "message": headers + body, "error": body})

    return answer


def _failing_with(fault: Any) -> Callable[[Any, Server], None]:
    def call(om: Any, server: Server) -> None:
        server.on("PUT", SERVICES, fault)
        om.dashboard_services.upsert(_request())

    return call


def _interrupted(_: httpx.Request) -> httpx.Response:
    raise KeyboardInterrupt


def _bulk(om: Any, server: Server) -> None:
    rows = [_request(BULK)]
    failed = {"request": {"name": "looker", "connection": {"config": {"clientSecret": BULK}}}, "status": 400}
    reason = f"refused: {failed}"
    answer = {"status": "failure", "failedRequest": [{**failed, "message": reason}], "successRequest": []}
    server.on("PUT", f"{SERVICES}/bulk", json_answer(200, answer))
    om.dashboard_services.bulk_upsert(rows).raise_for_failures()


def _lost_and_changed(om: Any, server: Server) -> None:
    server.on("POST", SERVICES, httpx.ReadTimeout("timed out"))
    held = {"id": "1", "name": "looker", "version": 0.7, "connection": {"config": {"clientSecret": STORED}}}
    server.on("GET", f"{SERVICES}/name/looker", json_answer(200, held))
    om.dashboard_services.create(_request())


def _wrong_request(om: Any, server: Server) -> None:
    config = {"clientId": 7, "clientSecret": STORED, "clientSecrte": STORED}
    om.dashboard_services.upsert(name=7, serviceType="Looker", connection={"config": config})


def _both(om: Any, server: Server) -> None:
    om.dashboard_services.upsert(_request(), connection={"config": {"clientSecret": STORED}})


def _wrong_name(om: Any, server: Server) -> None:
    om.dashboard_services.get_by_name("")


MISMATCH = {"id": 7, "name": "looker", "connection": {"config": {"clientId": 1, "clientSecret": STORED}}}
UNENDING = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
SERVICES = "/v1/services/dashboardServices"


def _deletion_that_never_ends(om: Any, server: Server) -> None:
    server.on("DELETE", f"{SERVICES}/async/{UNENDING}", json_answer(202, {"entityName": "looker", "secret": STORED}))
    server.on("GET", f"{SERVICES}/{UNENDING}", json_answer(200, {"id": UNENDING, "name": "looker", "secret": STORED}))
    om.dashboard_services.delete_async(UNENDING).wait(timeout_s=0)


CALLS: dict[str, Callable[[Any, Server], None]] = {
    "BadRequest": _failing_with(_echo(400)),
    "Unauthorized": _failing_with(_echo(401)),
    "Forbidden": _failing_with(_echo(403)),
    "NotFound": _failing_with(_echo(404)),
    "Conflict": _failing_with(_echo(409)),
    "Conflict after a lost answer": _lost_and_changed,
    "PreconditionFailed": _failing_with(_echo(412)),
    "RateLimited": _failing_with(_echo(429)),
    "ServerError": _failing_with(_echo(503)),
    "ApiError": _failing_with(_echo(418)),
    "ConnectionFailed": _failing_with(httpx.ConnectError(f"proxy jane:{PROXY} with {GATEWAY}")),
    "TimedOut": _failing_with(httpx.ReadTimeout("timed out")),
    "TransportError": _failing_with(httpx.LocalProtocolError(f"Illegal header value b'Bearer {TOKEN}'")),
    "AnswerNotJson": _failing_with(httpx.Response(200, text=f"<pre>Authorization: Bearer {TOKEN}, {GATEWAY}</pre>")),
    "AnswerNotJson of a cut body": _failing_with(httpx.Response(200, text=f'{{"clientSecret": "{STORED}"')),
    "AnswerNotJson of a page that repeats the body": _failing_with(
        lambda r: httpx.Response(200, content=b"<p>" + r.content)
    ),
    "AnswerMismatch": _failing_with(json_answer(200, MISMATCH)),
    "BulkError": _bulk,
    "DeletionTimedOut": _deletion_that_never_ends,
    "InvalidRequest": _wrong_request,
    "UsageError": _both,
    "InvalidName": _wrong_name,
    "RuntimeError of the HTTP stack": _failing_with(RuntimeError("a bug")),
    "KeyboardInterrupt": _failing_with(_interrupted),
}
SOURCES: dict[str, Callable[[], Any]] = {
    "TokenUnavailable from a login": lambda: Login(email="jane@x.test", password=PASSWORD),
    "TokenUnavailable from a provider": lambda: _credentials("body"),
    "TokenUnavailable from a provider, basic": lambda: _credentials("header"),
}


def _checked(network: Network) -> None:
    with OpenMetadata(host=HOST, jwt_token=TOKEN, network=network):
        pass


def _from_env() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPENMETADATA_JWT_TOKEN", TOKEN)
        OpenMetadata.from_env()


CONFIGURATIONS: dict[str, Callable[[], object]] = {
    "host": lambda: OpenMetadata(host=f"http://jane:{PASSWORD}@x.test", jwt_token=TOKEN),
    "token": lambda: OpenMetadata(host=HOST, jwt_token=f"{TOKEN} {TOKEN}"),
    "async token": lambda: AsyncOpenMetadata(host=HOST, jwt_token=f"{TOKEN} {TOKEN}"),
    "default token": lambda: openmetadata_provider.configure(host="no scheme", jwt_token=TOKEN),
    "proxy": lambda: _checked(Network(proxy=f"gopher://jane:{PROXY}@proxy.test")),
    "header": lambda: _checked(Network(headers={"X-Gateway": f"{GATEWAY}\n"})),
    "environment": _from_env,
    "certificate": lambda: OpenMetadata(host=HOST, jwt_token=TOKEN, network=_with_ca("/no/such/file")),
    "login": lambda: Login(email="", password=PASSWORD),
    "provider": lambda: ClientCredentials(token_url="x", client_id="omp", client_secret=CLIENT_SECRET),
    "function": lambda: _run_once(lambda: f"{TOKEN} {TOKEN}"),
    "file": lambda: _run_once(TokenFile("/no/such/file")),
}


def _credentials(send_secret: Any) -> ClientCredentials:
    return ClientCredentials(
        token_url="https://login.test/token", client_id="omp", client_secret=CLIENT_SECRET, send_secret=send_secret
    )


def _with_ca(path: str) -> Network:
    return Network(proxy=f"http://jane:{PROXY}@proxy.test", headers={"X-Gateway": GATEWAY}, ca_file=path)


def _run_once(token: Any) -> None:
    with OpenMetadata(host=HOST, jwt_token=token) as om:
        om.connection.run(fetch(Request(method="GET", path="/v1/x")))


class _Listener(logging.Handler):
    """Keeps all that the loggers say, as text and as fields."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts += [record.getMessage(), repr(vars(record)), logging.Formatter().format(record)]


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What is logged at DEBUG, by us and by the HTTP stack."""
    listener = _Listener()
    loggers = [logging.getLogger(name) for name in (None, "httpx", "httpcore", "hpack", "openmetadata_provider")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    logging.getLogger().addHandler(listener)
    yield listener.texts
    logging.getLogger().removeHandler(listener)
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def _raised(call: Callable[[], object]) -> BaseException:
    """The error of a call, less the frames of this test: they hold the secrets on purpose."""
    try:
        call()
    except BaseException as error:
        frames = error.__traceback__
        while frames is not None and Path(frames.tb_frame.f_code.co_filename).parent == Path(__file__).parent:
            frames = frames.tb_next
        return error.with_traceback(frames)
    raise AssertionError("nothing was raised")


def _shown(error: BaseException) -> str:
    output = io.StringIO()
    traceback.TracebackException.from_exception(error, capture_locals=True, compact=False).print(file=output)
    texts = [output.getvalue()]
    chain: BaseException | None = error
    while chain is not None:
        texts += [str(chain), repr(chain), repr(chain.args), repr(vars(chain))]
        for frame, _ in traceback.walk_tb(chain.__traceback__):
            if Path(frame.f_code.co_filename).parent != Path(__file__).parent:
                texts += [f"{name}={value!r}" for name, value in frame.f_locals.items()]
        chain = chain.__cause__ or chain.__context__
    try:
        texts.append(pickle.dumps(error).decode("latin-1"))
    except TypeError as refused:
        texts.append(str(refused))
    return "\n".join(texts)


def _leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("name", CALLS)
def test_an_error_of_a_call_shows_no_secret(name: str, flavour: str, server: Server, said: list[str]) -> None:
    options = {"jwt_token": lambda: TOKEN, "network": NETWORK, "on_exchange": lambda event: said.append(repr(event))}
    with client(flavour, server, **options) as om:
        error = _raised(lambda: CALLS[name](om, server))
    assert type(error).__name__ == name.partition(" ")[0]
    assert _leaks(_shown(error)) == []
    assert _leaks("\n".join(said)) == []


@pytest.mark.parametrize("name", SOURCES)
def test_an_error_about_a_token_shows_no_secret(name: str, flavour: str, server: Server, said: list[str]) -> None:
    server.on("POST", "/v1/users/login", _echo(401))
    server.on("POST", "/token", _echo(401))
    with client(flavour, server, jwt_token=SOURCES[name](), network=NETWORK) as om:
        error = _raised(lambda: om.dashboard_services.upsert(_request()))
    assert type(error).__name__ == "TokenUnavailable"
    assert _leaks(_shown(error)) == []
    assert _leaks("\n".join(said)) == []


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_an_error_of_a_configuration_shows_no_secret(name: str, said: list[str]) -> None:
    error = _raised(CONFIGURATIONS[name])
    assert isinstance(error, ConfigurationError)
    assert _leaks(_shown(error)) == []
    assert _leaks("\n".join(said)) == []


def test_every_error_of_the_tree_is_among_them() -> None:
    kinds = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
    raised = {name.partition(" ")[0] for name in (*CALLS, *SOURCES)} | {"ConfigurationError"}
    of_plans = {"InvalidManifests", "PlanRefused", "PlanOutdated", "ApplyFailed"}  # tests/lifecycle/test_no_secret.py
    assert kinds - raised - of_plans == {"OpenMetadataError", "AnswerError"}  # the two that are never raised themselves


def test_the_test_itself_would_see_a_leak(server: Server) -> None:
    def leaking() -> None:
        code = compile(f"held = {TOKEN!r}\nraise OpenMetadataError('x')", "elsewhere.py", "exec")
        exec(code, {"OpenMetadataError": OpenMetadataError})

    assert _leaks(_shown(_raised(leaking))) == [TOKEN]


def test_good_calls_log_no_secret(flavour: str, server: Server, tmp_path: Path, said: list[str]) -> None:
    (tmp_path / "token").write_text(FILED)
    stored = {"id": "1", "name": "looker", "connection": {"config": {"clientId": "id", "clientSecret": STORED}}}
    server.on("PUT", SERVICES, json_answer(200, stored))
    server.on("POST", "/v1/users/login", json_answer(200, {"accessToken": ISSUED, "refreshToken": REFRESH}))
    server.on("POST", "/token", json_answer(200, {"access_token": ISSUED, "refresh_token": REFRESH, "expires_in": 60}))
    sources = [TOKEN, lambda: TOKEN, TokenFile(tmp_path / "token"), *(make() for make in SOURCES.values())]
    for source in sources:
        with client(flavour, server, jwt_token=source, network=NETWORK) as om:
            held = om.dashboard_services.upsert(_request())
            said += [repr(held), str(held), held.model_dump_json()]
            for value in (om, om.connection, om.connection.settings, source):
                said += [repr(value), str(value)] if value is not TOKEN else []
            said += [f"{name}={value!r}" for name, value in vars(getattr(om, "_wrapped", om).connection).items()]
    assert _leaks("\n".join(said)) == []


def test_what_holds_a_secret_is_not_pickled_and_the_rest_is(server: Server) -> None:
    holding = [
        NETWORK,
        Login(email="j@x", password=PASSWORD),
        _credentials("body"),
        OpenMetadata(host=HOST, jwt_token=TOKEN),
    ]
    for value in holding:
        with pytest.raises(TypeError, match="pickle"):
            pickle.dumps(value)
    for value in (RetryPolicy(), Limits(concurrency=2), TokenFile("/run/token")):
        assert pickle.loads(pickle.dumps(value)) == value


def test_a_cancelled_call_shows_no_secret() -> None:
    async def run() -> BaseException:
        begun = asyncio.Event()

        async def answer(_: httpx.Request) -> httpx.Response:
            begun.set()
            await asyncio.Event().wait()
            raise AssertionError

        async with AsyncOpenMetadata(host=HOST, jwt_token=TOKEN, network=NETWORK) as om:
            await om.connection.aclose()
            om.connection = AsyncConnection(om.connection.settings, httpx.MockTransport(answer))
            task = asyncio.create_task(
                om.connection.run(fetch(Request(method="PUT", path="/v1/x", body={"a": STORED})))
            )
            await begun.wait()
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as error:
                return error
        raise AssertionError("not cancelled")

    error = asyncio.run(run())
    frames = error.__traceback__.tb_next if error.__traceback__ else None
    assert frames is not None
    assert _leaks(_shown(error.with_traceback(frames))) == []


def test_an_interrupted_call_over_a_socket_shows_no_secret() -> None:
    class Interrupted(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            headers = request.headers.raw  # as the HTTP stack holds them
            assert headers
            raise KeyboardInterrupt

    with OpenMetadata(host=HOST, jwt_token=TOKEN) as om:
        om.connection = Connection(om.connection.settings, Interrupted())
        error = _raised(lambda: om.connection.run(fetch(Request(method="GET", path="/v1/x"))))
    assert isinstance(error, KeyboardInterrupt)
    assert _leaks(_shown(error)) == []
