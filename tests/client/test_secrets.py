"""The token and the passwords of a request are sent, and seen nowhere else."""

from __future__ import annotations

import io
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from fake_bindings.models import CreateDashboardServiceRequest, DashboardConnection, LookerConnection
from rich.console import Console
from rich.traceback import Traceback
from scripted_server import HOST, PASSWORD, TOKEN, Server, error_answer, json_answer

from openmetadata_bindings.models import DashboardService
from openmetadata_provider import InvalidRequest, OpenMetadata, OpenMetadataError, UsageError
from openmetadata_provider.client.exchange import Payload, Request, Response
from openmetadata_provider.client.secret import Token

ID = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
PATH = "/v1/services/dashboardServices"


def _request() -> CreateDashboardServiceRequest:
    config = LookerConnection(clientId="id", clientSecret=PASSWORD)
    return CreateDashboardServiceRequest(
        name="looker", serviceType="Looker", connection=DashboardConnection(config=config)
    )


def _seen(error: BaseException) -> str:
    """All that a log or a report may show of an error, local variables of every frame of ours included."""
    console = Console(file=io.StringIO(), width=10_000)
    shown = Traceback.from_exception(
        type(error),
        error,
        error.__traceback__,
        show_locals=True,
        locals_max_length=None,
        locals_max_string=None,
        locals_hide_dunder=False,
        max_frames=0,
    )
    console.print(shown)
    texts = [console.file.getvalue()]  # type: ignore[attr-defined]
    chain: BaseException | None = error
    while chain is not None:
        texts += [str(chain), repr(chain), repr(chain.args), repr(vars(chain)), *map(str, _locals(chain))]
        chain = chain.__cause__ or chain.__context__
    return "\n".join([*texts, str(pickle.dumps(error)), *traceback.format_exception(error)])


def _locals(error: BaseException) -> Iterator[object]:
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if "openmetadata_provider" in frame.f_code.co_filename:
            yield frame.f_locals


def _failing(server: Server, answer: httpx.Response | Exception, **properties: Any) -> OpenMetadataError:
    """The error of one call, with no frame of this test in its traceback: those hold the secrets on purpose."""
    server.on("PUT", PATH, answer)
    with (
        OpenMetadata(host=HOST, jwt_token=TOKEN, bindings="fake_bindings", transport=server.transport) as om,
        pytest.raises(OpenMetadataError) as caught,
    ):
        om.dashboard_services.upsert(**properties) if properties else om.dashboard_services.upsert(_request())
    return _without_this_test(caught.value)


def _without_this_test(error: OpenMetadataError) -> OpenMetadataError:
    frames = error.__traceback__
    return error.with_traceback(frames.tb_next if frames else None)


def test_the_token_shows_in_no_repr(server: Server) -> None:
    om = OpenMetadata(host=HOST, jwt_token=TOKEN, bindings="fake_bindings", transport=server.transport)
    seen = [repr(x) for x in (om, om.connection, om.connection.settings, om.connection.settings.tokens, om.dashboards)]
    seen += [str(om), repr(vars(om)), repr(vars(om.connection)), f"{om.connection.settings}"]
    om.close()
    assert "http://metadata.test:8585/api" in repr(om)
    assert TOKEN not in "".join(seen)


def test_a_client_and_its_token_are_not_pickled(server: Server) -> None:
    with OpenMetadata(host=HOST, jwt_token=TOKEN, bindings="fake_bindings", transport=server.transport) as om:
        for value in (om, om.connection.settings, om.connection.settings.tokens):
            with pytest.raises(TypeError, match="pickle"):
                pickle.dumps(value)


def test_bodies_show_in_no_repr() -> None:
    body = {"connection": {"config": {"clientSecret": PASSWORD}}}
    values = [
        Payload(body),
        Request(method="PUT", path="/v1/x", body=body),
        Response(status=200, headers={"x": PASSWORD}, content=PASSWORD.encode()),
    ]
    assert PASSWORD not in "".join(map(repr, values))
    assert repr(values[0]) == "Payload(connection)"


@pytest.mark.parametrize(
    "answer",
    [
        error_answer(400, "refused"),
        error_answer(401, f"Invalid token Bearer {TOKEN}"),
        httpx.Response(502, content=f"<pre>Authorization: Bearer {TOKEN}</pre>".encode()),
        httpx.Response(200, content=f"<pre>Authorization: Bearer {TOKEN}</pre>".encode()),
        httpx.Response(302, headers={"Location": f"https://login.test/?token={TOKEN}"}),
        json_answer(200, {"id": 1, "connection": {"config": {"clientId": 1, "clientSecret": PASSWORD}}}),
        json_answer(200, {"id": "1", "name": "x", "connection": {"config": {"clientSecret": {"in": PASSWORD}}}}),
        httpx.ConnectError("refused"),
        httpx.LocalProtocolError(f"Illegal header value b'Bearer {TOKEN}'"),
    ],
    ids=["400", "echo-401", "echo-502", "echo-200", "echo-302", "mismatch", "mismatch-inside", "connect", "protocol"],
)
def test_no_error_shows_the_token_or_the_password(server: Server, answer: httpx.Response | Exception) -> None:
    seen = _seen(_failing(server, answer))
    assert TOKEN not in seen
    assert PASSWORD not in seen


def test_a_refused_request_shows_neither_its_values_nor_its_arguments(server: Server) -> None:
    error = _failing(
        server,
        error_answer(500, "not reached"),
        name=7,
        serviceType="Looker",
        connection={"config": {"clientId": "id", "clientSecret": PASSWORD, "clientSecrte": PASSWORD}},
    )
    assert isinstance(error, InvalidRequest)
    assert [problem.pointer for problem in error.problems] == ["/name", "/connection/config/clientSecrte"]
    assert PASSWORD not in _seen(error)


CONNECTION = {"config": {"clientId": "id", "clientSecret": PASSWORD}}


@pytest.mark.parametrize(
    "call",
    [
        lambda services, service: services.update(service, connection=CONNECTION),
        lambda services, service: services.update(service, {"connection": CONNECTION}),
        lambda services, service: services.update(service, connection=CONNECTION, nope=1),
        lambda services, service: services.update(service, service, connection=CONNECTION),
        lambda services, service: services.update(service, connection=CONNECTION, displayName="*********"),
        lambda services, service: services.update_by_name("looker", connection=CONNECTION),
        lambda services, _: services.patch(ID, [{"op": "add", "path": "/connection", "value": CONNECTION}]),
        lambda services, _: services.patch_by_name("l", [{"op": "ad", "path": "/connection", "value": CONNECTION}]),
    ],
)
def test_no_failed_change_shows_the_password(server: Server, call: Callable[[Any, Any], object]) -> None:
    service = {"id": ID, "name": "looker", "serviceType": "Looker"}
    server.on("GET", f"{PATH}/name/looker", json_answer(200, service))
    server.on("PATCH", f"{PATH}/{ID}", error_answer(500, "broken"))
    with (
        OpenMetadata(host=HOST, jwt_token=TOKEN, transport=server.transport) as om,
        pytest.raises(OpenMetadataError) as caught,
    ):
        call(om.dashboard_services, DashboardService.model_validate(service))
    assert PASSWORD not in _seen(_without_this_test(_without_this_test(caught.value)))


def test_keyword_arguments_beside_a_request_are_not_shown(server: Server) -> None:
    with (
        OpenMetadata(host=HOST, jwt_token=TOKEN, bindings="fake_bindings", transport=server.transport) as om,
        pytest.raises(UsageError) as caught,
    ):
        om.dashboard_services.upsert(_request(), connection={"config": {"clientSecret": PASSWORD}})
    assert PASSWORD not in _seen(_without_this_test(caught.value))


@pytest.mark.parametrize(("host", "token"), [("no-scheme", TOKEN), (HOST, f"{TOKEN} {TOKEN}")])
def test_a_refused_configuration_shows_no_token(host: str, token: str) -> None:
    with pytest.raises(OpenMetadataError) as caught:
        OpenMetadata(host=host, jwt_token=token)
    seen = _seen(_without_this_test(caught.value))
    assert TOKEN not in seen


def test_debug_logs_show_neither_token_nor_password(caplog: pytest.LogCaptureFixture, om: Any, server: Server) -> None:
    caplog.set_level(logging.DEBUG)
    answer = {"id": "1", "name": "looker", "connection": {"config": {"clientId": "i", "clientSecret": PASSWORD}}}
    server.on("PUT", PATH, json_answer(200, answer))
    service = om.dashboard_services.upsert(_request())
    logged = caplog.text + "".join(repr(record.__dict__) for record in caplog.records)
    assert "PUT /v1/services/dashboardServices: 200" in logged
    assert TOKEN not in logged
    assert PASSWORD not in logged
    assert PASSWORD not in repr(service) + str(service) + service.model_dump_json()


def test_a_token_does_not_show_itself() -> None:
    token = Token(TOKEN)
    assert TOKEN not in f"{token} {token!r} {[token]} {vars(type(token))}"
    assert token.removed_from(f"a{TOKEN}b") == "a**********b"
