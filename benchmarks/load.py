"""Requests over a few raw keep-alive connections, from a process of its own: httpx alone would be the bottleneck.

`measured` starts the process; `python -m benchmarks.load` is what it runs. One request is under way per connection.
"""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from .measure import ROOT, quiet_environment

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to send; the path starts with `/`."""

    path: str
    method: str = "GET"
    body: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What came of it."""

    per_second: float
    median_ms: float
    worst_ms: float
    statuses: dict[str, int]

    def insist_on(self, status: int) -> Load:
        """Itself, if every answer had this status; RuntimeError otherwise."""
        if self.statuses.keys() != {str(status)}:
            raise RuntimeError(f"answers by status: {self.statuses}, all should be {status}")
        return self


def measured(url: str, token: str, requests: Sequence[Request], *, connections: int, count: int) -> Load:
    """`count` calls, the requests in turn, spread over the connections."""
    job = {"url": url, "token": token, "connections": connections, "count": count}
    told = json.dumps({**job, "requests": [asdict(request) for request in requests]})
    command = [sys.executable, "-m", "benchmarks.load"]
    done = subprocess.run(
        command, cwd=ROOT, input=told, stdout=subprocess.PIPE, text=True, check=True, env=quiet_environment()
    )
    return Load(**json.loads(done.stdout))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server said, and how long after the request."""

    status: str
    body: bytes
    seconds: float


class Connection:
    """A keep-alive connection with at most one request under way."""

    def __init__(self, url: str, token: str) -> None:
        where = urlsplit(url)
        self._heads = [f"Host: {where.netloc}", f"Authorization: Bearer {token}"]
        self._socket = socket.create_connection((str(where.hostname), int(where.port or 80)))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._sent = 0.0

    def exchange(self, request: Request) -> Answer:
        """Send one request, wait for its answer."""
        self.send(self.raw(request))
        return self.receive()

    def raw(self, request: Request) -> bytes:
        """The bytes of a request."""
        body = b"" if request.body is None else json.dumps(request.body).encode()
        lines = [f"{request.method} {request.path} HTTP/1.1", *self._heads]
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"] if body else []
        return "\r\n".join([*lines, "", ""]).encode() + body

    def send(self, data: bytes) -> None:
        """Send one request, made by `raw`."""
        self._sent = time.perf_counter()
        self._socket.sendall(data)

    def receive(self) -> Answer:
        """The answer to it."""
        data = self._more()
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._more()
        length = _LENGTH.search(data, 0, end)
        rest = end + 4 + int(length[1] if length else 0)
        while len(data) < rest:
            data += self._more()
        return Answer(status=data[9:12].decode(), body=data[end + 4 :], seconds=time.perf_counter() - self._sent)

    def _more(self) -> bytes:
        data = self._socket.recv(1 << 18)
        if not data:
            raise ConnectionError("the server hung up")
        return data


def run(job: dict[str, Any]) -> Load:
    """Do what `measured` asks for, in this process."""
    pool = [Connection(job["url"], job["token"]) for _ in range(job["connections"])]
    texts = [pool[0].raw(Request(**request)) for request in job["requests"]]
    start = time.perf_counter()
    answers = _exchanged(pool, list(islice(cycle(texts), job["count"])))
    taken = time.perf_counter() - start
    statuses = dict(Counter(answer.status for answer in answers))
    times = [answer.seconds * 1000 for answer in answers]
    return Load(per_second=len(answers) / taken, median_ms=median(times), worst_ms=max(times), statuses=statuses)


def _exchanged(pool: list[Connection], texts: list[bytes]) -> list[Answer]:
    """The answers, in order. Each connection gets its next request as soon as it has answered."""
    answers = []
    for connection, text in zip(pool, texts, strict=False):
        connection.send(text)
    for at in range(len(texts)):
        connection = pool[at % len(pool)]
        answers.append(connection.receive())
        if at + len(pool) < len(texts):
            connection.send(texts[at + len(pool)])
    return answers


if __name__ == "__main__":
    print(json.dumps(asdict(run(json.load(sys.stdin)))))
