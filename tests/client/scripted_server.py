"""A scripted server: answers by method and path, and a record of what it was asked. No socket."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx

TOKEN = "eyJhbGciOiJSUzI1NiJ9.tok3n-t0k3n.s1gnature"
PASSWORD = "pa55word-of-looker"
HOST = "http://metadata.test:8585"

Answer = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


def json_answer(status: int, body: object, **headers: str) -> httpx.Response:
    return httpx.Response(status, json=body, headers={k.replace("_", "-"): v for k, v in headers.items()})


def error_answer(status: int, message: str, **more: object) -> httpx.Response:
    return json_answer(status, {"code": status, "message": message, **more})


class Server:
    """Paths are below `/api`, as sent (escaped). A list of answers is used up one by one, the last one stays."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self._answers: dict[tuple[str, str], list[Answer]] = {}

    def on(self, method: str, path: str, *answers: Answer) -> None:
        self._answers[method, path] = list(answers)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        path = request.url.raw_path.decode().partition("?")[0].removeprefix("/api")
        answers = self._answers.get((request.method, path))
        if not answers:
            return error_answer(404, f"nothing scripted for {request.method} {path}")
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, httpx.Response):  # a fresh one: httpx changes the response it hands on
            return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)
        return answer(request)

    @property
    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self)

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]

    @property
    def last_json(self) -> Any:
        return json.loads(self.last.content)

    def calls(self) -> list[str]:
        return [f"{r.method} {r.url.raw_path.decode().removeprefix('/api')}" for r in self.requests]

    def bodies(self, method: str) -> Iterator[Any]:
        return (json.loads(r.content) for r in self.requests if r.method == method)
