"""Proxy, certificates, headers, timeouts, compression: what is sent, and what is refused with which advice."""

from __future__ import annotations

import gzip
import pickle
from collections.abc import Iterator
from contextlib import nullcontext
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
from clients import client
from scripted_server import HOST, TOKEN, Server, json_answer

from openmetadata_provider import (
    AsyncOpenMetadata,
    ConfigurationError,
    ConnectionFailed,
    Network,
    OpenMetadata,
    RetryPolicy,
)
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request
from openmetadata_provider.client.messages import client_arguments

PATH = "/v1/dashboards/name/s.10"
BODY = b'{"id": "1", "name": "10"}'
GOOD = json_answer(200, {"id": "1", "name": "10"})


def _get(om: Any) -> Any:
    return om.connection.run(fetch(Request(method="GET", path=PATH))).value


class _Handler(BaseHTTPRequestHandler):
    """Plain HTTP/1.1, gzip for whoever takes it; as a proxy it sees whole URLs."""

    protocol_version = "HTTP/1.1"
    seen: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        body = gzip.compress(BODY)
        self.send_response(200)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Encoding": "gzip",
            "Content-Length": str(len(body)),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def handler() -> type[_Handler]:
    return type("Handler", (_Handler,), {"seen": []})


@pytest.fixture
def address(handler: type[_Handler]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_answers_are_compressed_on_the_way(address: str, handler: type[_Handler]) -> None:
    with OpenMetadata(host=address, jwt_token=TOKEN) as om:
        assert _get(om) == {"id": "1", "name": "10"}
    assert "gzip" in handler.seen[0][1]["accept-encoding"]


def test_a_proxy_is_asked_for_the_whole_url_with_its_own_credentials(address: str, handler: type[_Handler]) -> None:
    network = Network(proxy=address.replace("//", "//jane:pr0xy%20pass@"))
    with OpenMetadata(host=HOST, jwt_token=TOKEN, network=network) as om:
        _get(om)
    path, headers = handler.seen[0]
    assert path == f"{HOST}/api{PATH}"
    assert headers["proxy-authorization"] == "Basic amFuZTpwcjB4eSBwYXNz"
    assert headers["host"] == "metadata.test:8585"


@pytest.mark.parametrize(("no_proxy", "is_used"), [("", True), ("metadata.test", False)])
def test_the_proxy_of_the_environment_is_used_unless_the_host_is_excepted(
    monkeypatch: pytest.MonkeyPatch, address: str, handler: type[_Handler], no_proxy: str, is_used: bool
) -> None:
    monkeypatch.setenv("HTTP_PROXY", address)
    monkeypatch.setenv("http_proxy", address)
    monkeypatch.setenv("NO_PROXY", no_proxy)
    monkeypatch.setenv("no_proxy", no_proxy)
    with (
        OpenMetadata(host=HOST, jwt_token=TOKEN, retries=RetryPolicy.never()) as om,
        nullcontext() if is_used else pytest.raises(ConnectionFailed),  # the name metadata.test leads nowhere
    ):
        _get(om)
    assert bool(handler.seen) is is_used


def test_extra_headers_go_with_every_request_and_the_clients_own_stay(flavour: str, server: Server) -> None:
    server.on("GET", PATH, GOOD)
    network = Network(headers={"Cf-Access-Client-Id": "omp", "User-Agent": "mine"})
    with client(flavour, server, network=network) as om:
        _get(om)
    headers = server.last.headers
    assert (headers["Cf-Access-Client-Id"], headers["User-Agent"], headers["Accept"]) == (
        "omp",
        "mine",
        "application/json",
    )
    assert headers["Authorization"] == f"Bearer {TOKEN}"


def test_the_cookie_of_a_load_balancer_is_sent_back(flavour: str, server: Server) -> None:
    server.on("GET", PATH, httpx.Response(200, content=BODY, headers={"Set-Cookie": "node=7; Path=/"}))
    with client(flavour, server) as om:
        _get(om)
        _get(om)
    assert [request.headers.get("Cookie") for request in server.requests] == [None, "node=7"]


def test_each_timeout_reaches_the_network(flavour: str, server: Server) -> None:
    server.on("GET", PATH, GOOD)
    network = Network(connect_timeout_s=1, read_timeout_s=2, write_timeout_s=3, pool_timeout_s=4)
    with client(flavour, server, network=network) as om:
        _get(om)
    assert server.last.extensions["timeout"] == {"connect": 1, "read": 2, "write": 3, "pool": 4}


def test_timeout_s_is_all_of_them(flavour: str, server: Server) -> None:
    server.on("GET", PATH, GOOD)
    with client(flavour, server, timeout_s=5, network=Network(connect_timeout_s=1)) as om:
        _get(om)
    assert set(server.last.extensions["timeout"].values()) == {5}


def test_the_pool_is_as_large_as_asked_for() -> None:
    with OpenMetadata(host=HOST, jwt_token=TOKEN, network=Network(max_connections=7)) as om:
        limits = client_arguments(om.connection.settings)["limits"]
    assert (limits.max_connections, limits.max_keepalive_connections) == (7, 7)


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        ({"connect_timeout_s": 0}, "connect_timeout_s must be a number of seconds above 0"),
        ({"read_timeout_s": float("inf")}, "read_timeout_s must be"),
        ({"max_connections": 0}, "max_connections must be 1 or more"),
        ({"proxy": "proxy.example.com:3128"}, r"proxy must be a URL such as http://proxy\.example\.com:3128"),
        ({"proxy": "ftp://user:s3cret@x"}, "proxy must be a URL"),
        ({"proxy": "http://user:s3cret@x:port"}, "proxy must be a URL"),
        ({"headers": {"Authorization": "Bearer s3cret"}}, "Authorization is set by the client.*give the token as jwt"),
        ({"headers": {"content-type": "text/plain"}}, "content-type is set by the client itself; leave it out"),
        ({"headers": {"X Y": "s3cret"}}, "'X Y' is no name of a header"),
        ({"headers": {"X": "s3cret\r\nY: z"}}, "the value of X must be one line of ASCII text"),
        ({"headers": {"X": 7}}, "the value of X must be"),
    ],
)
def test_options_that_cannot_work_are_refused_with_advice_and_without_the_value(
    kind: Any, wrong: dict[str, Any], advice: str
) -> None:
    with pytest.raises(ConfigurationError, match=advice) as caught:
        kind(host=HOST, jwt_token=TOKEN, network=Network(**wrong))
    assert "s3cret" not in str(caught.value)


@pytest.fixture(params=[OpenMetadata, AsyncOpenMetadata])
def kind(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_ca_file_that_cannot_be_used_is_refused(kind: Any, tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    reason = "No such file or directory" if content is None else "no PEM certificates"
    with pytest.raises(ConfigurationError, match=f"ca_file .*ca.pem cannot be used: {reason}"):
        kind(host=HOST, jwt_token=TOKEN, network=Network(ca_file=file))


def test_a_client_certificate_that_is_not_there_is_named(kind: Any, tmp_path: Path) -> None:
    pair = (tmp_path / "cert.pem", tmp_path / "key.pem")
    pair[0].write_text("x")
    with pytest.raises(ConfigurationError, match=r"client_cert cannot be used: \S*key.pem does not exist"):
        kind(host=HOST, jwt_token=TOKEN, network=Network(client_cert=pair))


def test_a_client_certificate_that_is_none_is_refused(kind: Any, tmp_path: Path) -> None:
    file = tmp_path / "cert.pem"
    file.write_text("x")
    with pytest.raises(ConfigurationError, match="not PEM, do not belong together, or the key has a password"):
        kind(host=HOST, jwt_token=TOKEN, network=Network(client_cert=file))


def test_a_network_shows_and_leaves_no_secret() -> None:
    network = Network(proxy="http://jane:s3cret@proxy.test:1", headers={"Cf-Access-Client-Secret": "s3cret"})
    assert "s3cret" not in repr(network)
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(network)


def test_a_proxy_of_the_environment_that_is_none_is_refused(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "gopher://jane:s3cret@proxy.test")
    with pytest.raises(ConfigurationError, match="HTTPS_PROXY") as caught:
        kind(host="https://metadata.test", jwt_token=TOKEN)
    assert "s3cret" not in str(caught.value)


def test_a_certificate_that_is_not_trusted_names_the_option(flavour: str, server: Server) -> None:
    server.on("GET", PATH, httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate"))
    with client(flavour, server) as om, pytest.raises(ConnectionFailed, match="ca_file"):
        _get(om)


@pytest.mark.skipif(find_spec("h2") is not None, reason="the package that HTTP/2 needs is installed")
def test_http2_without_its_package_says_what_to_install(kind: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"openmetadata-provider\[http2\]"):
        kind(host=HOST, jwt_token=TOKEN, network=Network(http2=True))


def test_http2_is_offered_only_when_asked_for() -> None:
    with OpenMetadata(host=HOST, jwt_token=TOKEN) as om:
        assert client_arguments(om.connection.settings)["http2"] is False
