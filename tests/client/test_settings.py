"""Host and token: how they may be written, what is said when they are missing."""

from __future__ import annotations

import pytest
from scripted_server import HOST, TOKEN, Server, json_answer

from openmetadata_provider import AsyncOpenMetadata, ConfigurationError, OpenMetadata
from openmetadata_provider.client.settings import api_url_from_host


@pytest.mark.parametrize("host", [HOST, f"{HOST}/", f"{HOST}/api", f"{HOST}/api/", f"{HOST}/api/v1", f" {HOST}/api// "])
def test_every_spelling_of_the_host_reaches_the_same_url(host: str, server: Server) -> None:
    server.on("GET", "/v1/dashboards/name/s.1", json_answer(200, {"id": "1", "name": "1"}))
    with OpenMetadata(host=host, jwt_token=TOKEN, bindings="fake_bindings", transport=server.transport) as om:
        om.dashboards.get_by_name("s.1")
    assert str(server.last.url) == f"{HOST}/api/v1/dashboards/name/s.1"


def test_a_server_may_live_below_a_path() -> None:
    assert api_url_from_host("https://x.test/om/api/") == "https://x.test/om/api"
    assert api_url_from_host("https://x.test/om") == "https://x.test/om/api"


@pytest.mark.parametrize(
    "host",
    ["", "metadata.test:8585", "localhost:8585", "ftp://x", "http://", "http://x:notaport", "http://[::1", None],
)
def test_a_host_without_scheme_is_refused_with_an_example(host: str) -> None:
    with pytest.raises(ConfigurationError, match=r"begins with http:// or https://, such as https://metadata"):
        OpenMetadata(host=host, jwt_token=TOKEN)


@pytest.mark.parametrize("host", ["http://user:pa55@x.test", "http://x.test?token=pa55", "http://x.test/#pa55"])
def test_a_host_that_carries_more_is_refused_without_repeating_it(host: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        OpenMetadata(host=host, jwt_token=TOKEN)
    assert "pa55" not in str(caught.value)


def test_a_token_given_as_host_by_mistake_is_not_repeated() -> None:
    with pytest.raises(ConfigurationError) as caught:
        OpenMetadata(host=TOKEN, jwt_token=HOST)
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("token", ["", "  ", "two words", "line\nbreak", "tökén", None])
def test_a_token_no_header_can_carry_is_refused_without_repeating_it(token: str) -> None:
    with pytest.raises(ConfigurationError, match="jwt_token") as caught:
        OpenMetadata(host=HOST, jwt_token=token)
    assert not token or not token.strip() or token not in str(caught.value)


@pytest.mark.parametrize("token", [TOKEN, f"{TOKEN}\n", f"Bearer {TOKEN}"])
def test_the_token_is_sent_as_bearer_however_it_was_pasted(token: str, server: Server) -> None:
    server.on("GET", "/v1/dashboards/name/s.1", json_answer(200, {"id": "1", "name": "1"}))
    with OpenMetadata(host=HOST, jwt_token=token, bindings="fake_bindings", transport=server.transport) as om:
        om.dashboards.get_by_name("s.1")
    assert server.last.headers["Authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("timeout_s", [0, -1, float("nan")])
def test_a_timeout_is_a_positive_number_of_seconds(timeout_s: float) -> None:
    with pytest.raises(ConfigurationError, match="timeout_s"):
        OpenMetadata(host=HOST, jwt_token=TOKEN, timeout_s=timeout_s)


@pytest.mark.parametrize("client", [OpenMetadata, AsyncOpenMetadata])
@pytest.mark.parametrize(
    ("environ", "message"),
    [
        ({}, "OPENMETADATA_HOST and OPENMETADATA_JWT_TOKEN are not set"),
        ({"OPENMETADATA_HOST": HOST}, "OPENMETADATA_JWT_TOKEN is not set"),
        ({"OPENMETADATA_JWT_TOKEN": TOKEN}, "OPENMETADATA_HOST is not set"),
        ({"OPENMETADATA_HOST": " ", "OPENMETADATA_JWT_TOKEN": TOKEN}, "OPENMETADATA_HOST is not set"),
    ],
)
def test_from_env_names_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
    client: type[OpenMetadata | AsyncOpenMetadata],
    environ: dict[str, str],
    message: str,
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=message):
        client.from_env()


def test_from_env_reads_host_and_token(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    monkeypatch.setenv("OPENMETADATA_HOST", f"{HOST}/api/")
    monkeypatch.setenv("OPENMETADATA_JWT_TOKEN", TOKEN)
    server.on("GET", "/v1/dashboards/name/s.1", json_answer(200, {"id": "1", "name": "1"}))
    with OpenMetadata.from_env(bindings="fake_bindings", transport=server.transport) as om:
        om.dashboards.get_by_name("s.1")
    assert server.last.headers["Authorization"] == f"Bearer {TOKEN}"
    assert server.last.url.host == "metadata.test"
