"""Servers for `omp doctor` on real sockets: plain and with TLS, as a proxy, with answers by path."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import time
from typing import Any, NamedTuple

ME = {"id": "1", "name": "jane", "isAdmin": True}
GOOD = {"/api/v1/system/version": {"version": "1.13.4"}, "/api/v1/users/loggedInUser": ME}


class Answer(NamedTuple):
    """What one path answers."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = {}


class Scripted(BaseHTTPRequestHandler):
    """Answers by path; what is not scripted is an empty list. As a proxy it sees whole URLs."""

    protocol_version = "HTTP/1.1"
    wbufsize = 65_536  # an answer in one piece, or the client waits for the second
    answers: dict[str, Any]
    seen: list[tuple[str, dict[str, str]]]
    ahead_s: float
    refuses_tunnels: bool

    def do_GET(self) -> None:
        self.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        path = "/api" + self.path.partition("?")[0].partition("/api")[2]
        found = self.answers.get(path, {"data": []})
        answer = found if isinstance(found, Answer) else Answer(body=found)
        content = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
        self.send_response_only(answer.status)
        headers = {"Date": formatdate(time() - self.ahead_s, usegmt=True), "Content-Length": str(len(content))}
        for name, value in {"Content-Type": "application/json", **headers, **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def do_CONNECT(self) -> None:
        self.seen.append((self.path, {}))
        self.send_response_only(407, "Proxy Authentication Required")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Running(NamedTuple):
    """A server, and what it was asked."""

    port: int
    seen: list[tuple[str, dict[str, str]]]


class _Quiet(ThreadingHTTPServer):
    """A handshake that fails is what is tested; nothing is printed about it."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing."""


@contextmanager
def scripted(
    answers: Mapping[str, Any] | None = None, *, tls: ssl.SSLContext | None = None, ahead_s: float = 0
) -> Iterator[Running]:
    """One that lasts as long as the `with` block. `ahead_s`: how far the clock here is before its own."""
    facts = {"answers": {**GOOD, **(answers or {})}, "seen": [], "ahead_s": ahead_s}
    handler = type("Handler", (Scripted,), facts)
    with _Quiet(("127.0.0.1", 0), handler) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield Running(server.server_address[1], facts["seen"])  # type: ignore[arg-type]
        finally:
            server.shutdown()
            thread.join()
