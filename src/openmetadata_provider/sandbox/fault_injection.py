"""Where faults happen: around the application, so that no handler knows of them.

The same place writes the request log, because only there it is known which fault a request met.
"""

from __future__ import annotations

import json
from contextlib import suppress
from http import HTTPStatus
from itertools import count

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .calls import JSON, JSON_PATCH, error_response
from .cutting import cut, pause
from .errors import entity_locked, routing
from .fault_rules import Faults
from .fault_syntax import text_from_fault
from .faults import Action, AnswerHtml, AnswerLocked, AnswerWith, CutAfter, CutBefore, Fault, Race, Truncate
from .options import SandboxOptions
from .request_log import Exchange, RequestLog

PAGE = """<!doctype html>
<html><head><title>{title}</title></head><body><h1>{title}</h1><p>This is a page, not the API.</p></body></html>
"""


class Observed:
    """ASGI middleware: logs what API clients ask for, and lets faults happen to it.

    Pages for people and the sandbox's own endpoints are left alone: they must work while everything else fails.
    """

    def __init__(self, app: ASGIApp, *, faults: Faults, requests: RequestLog, options: SandboxOptions) -> None:
        self._app, self._faults, self._requests = app, faults, requests
        self._injection = Injection(app, options)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _is_for_people(scope["path"]):
            await self._app(scope, receive, send)
            return
        exchange = Exchange(self._requests, scope, send)
        fault = self._faults.fired_by(exchange.method, exchange.path)
        try:
            if fault is None:
                await self._app(scope, receive, exchange.send)
            else:
                exchange.fault = text_from_fault(fault)
                await self._injection.happen(fault, scope, receive, exchange)
        except Exception:
            exchange.status = exchange.status or 500
            raise
        finally:
            exchange.close()


def _is_for_people(path: str) -> bool:
    return path in ("/", "/favicon.ico") or path.startswith("/sandbox/")


class Injection:
    """What happens to a request when a fault fires."""

    def __init__(self, app: ASGIApp, options: SandboxOptions) -> None:
        self._app, self._options = app, options
        self._numbers = count(1)

    async def happen(self, fault: Fault, scope: Scope, receive: Receive, exchange: Exchange) -> None:
        """Answer, or fail to, as the fault says. What has an effect is over before the first part is sent."""
        is_over = await pause(scope, fault.delay_s)
        messages = [] if is_over else await self._answer(fault, scope, receive)
        exchange.status = messages[0]["status"] if messages else None
        is_over = is_over or await pause(scope, fault.answer_delay_s)
        shown = [] if is_over else _delivered(fault.action, messages)
        if is_broken := is_over or isinstance(fault.action, CutBefore | CutAfter | Truncate):
            exchange.close()
        for message in shown:
            await exchange.send(message)
        if is_broken:
            await cut(scope, receive)

    async def _answer(self, fault: Fault, scope: Scope, receive: Receive) -> list[Message]:
        """The parts of the answer; none if the connection ends before there could be one."""
        match fault.action:
            case CutBefore():
                return []
            case AnswerWith() | AnswerHtml() | AnswerLocked() as action:
                await _read(scope, receive)
                return await _collected(_answered(action, scope), scope, receive)
            case Race():
                await self._changed_by_another(scope)
        return await _collected(self._app, scope, receive)

    async def _changed_by_another(self, scope: Scope) -> None:
        """A PATCH of the same entity by a user who is not the caller; `If-Match` makes it a version of its own."""
        options = self._options
        own = dict(scope["headers"]).get(b"authorization", b"")
        token = options.bot_token if own.endswith(options.admin_token.encode()) else options.admin_token
        name = f"Changed by somebody else ({next(self._numbers)})"
        body = json.dumps([{"op": "add", "path": "/displayName", "value": name}]).encode()
        headers = [(b"authorization", f"Bearer {token}".encode()), (b"content-type", JSON_PATCH.encode())]
        headers.append((b"if-match", b"*"))
        await _collected(self._app, {**scope, "query_string": b"", "headers": headers}, _sending(body))


def _sending(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _answered(action: AnswerWith | AnswerHtml | AnswerLocked, scope: Scope) -> Response:
    match action:
        case AnswerLocked():
            return error_response(entity_locked("entity", scope["path"]))
        case AnswerHtml(status=status):
            return HTMLResponse(PAGE.format(title="Sign in" if status == 200 else _phrase(status)), status)
        case AnswerWith(status=204 | 304 as status):
            response = Response(None, status)
        case AnswerWith(status=status, body=None):
            response = error_response(routing(status, _phrase(status)))
        case AnswerWith(status=status, body=body):
            response = Response(body, status, media_type=JSON)
    for name, value in action.headers:
        response.headers[name] = value
    return response


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Unknown"


async def _read(scope: Scope, receive: Receive) -> None:
    """Take the whole request, so that the answer does not come while the client still sends."""
    with suppress(ClientDisconnect):
        async for _ in Request(scope, receive).stream():
            pass


async def _collected(app: ASGIApp, scope: Scope, receive: Receive) -> list[Message]:
    messages: list[Message] = []

    async def keep(message: Message) -> None:
        messages.append(message)

    await app(scope, receive, keep)
    return messages


def _delivered(action: Action, messages: list[Message]) -> list[Message]:
    """What the client gets to see of an answer."""
    match action:
        case CutBefore() | CutAfter():
            return []
        case Truncate(bytes_sent=limit):
            return _truncated(messages, limit)
        case _:
            return messages


def _truncated(messages: list[Message], limit: int | None) -> list[Message]:
    """The start of the answer with its full `Content-Length`, and the first bytes of the body."""
    start, *parts = messages
    body = b"".join(part.get("body", b"") for part in parts)
    kept = body[: max(0, min(len(body) - 1, len(body) // 2 if limit is None else limit))]
    return [start, {"type": "http.response.body", "body": kept, "more_body": True}]
