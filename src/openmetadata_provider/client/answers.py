"""An answer of the server, into data or into an error."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Final, NamedTuple, TypeVar

from openmetadata_provider.client.exchange import Payload, Request, Response, Steps, sent
from openmetadata_provider.client.secret import without_secrets
from openmetadata_provider.errors import AnswerNotJson, ApiError, NotFound, RateLimited, api_error_class

T = TypeVar("T")
EXCERPT_LENGTH: Final = 200
_NO_SUCH_PATH: Final = "http 404"
"""How the message of a 404 begins (in lower case) that comes from routing."""
_NO_API_ERROR: Final = "The answer is no API error"
_ERROR_NAMES: Final = {409: "ENTITY_ALREADY_EXISTS"}


class _Case(NamedTuple):
    """An error whose text says more than its status."""

    status: int
    text: str
    error: str
    advice: str


_CASES: Final = (
    _Case(409, "delet", "ENTITY_LOCKED", "Wait until the deletion has ended, then try again."),
    _Case(400, "is not empty", "", "Delete what is inside first, or pass recursive=True."),
    _Case(404, _NO_SUCH_PATH, "", "The server has no such path: check the host, and that its release has this call."),
)


def fetch(request: Request) -> Steps[Payload]:
    """The JSON of the answer to a request. Raises ApiError, AnswerNotJson, TransportError."""
    response = yield from sent(request)
    return payload_from_response(request, response)


def or_none_if_absent(steps: Steps[T]) -> Steps[T | None]:
    """What the steps return, None where the server says that the entity is not there.

    Raises NotFound for a 404 that is about the path, such as one of a proxy.
    """
    try:
        return (yield from steps)
    except NotFound as error:
        if error.message.lower().startswith(_NO_SUCH_PATH) or error.message.startswith(_NO_API_ERROR):
            raise
        return None


def payload_from_response(request: Request, response: Response) -> Payload:
    """The JSON of a good answer, null for one without content. Raises ApiError or AnswerNotJson."""
    if not 200 <= response.status < 300:
        raise error_from_response(request, response)
    if not response.content:
        return Payload(None)
    try:
        return Payload(json.loads(response.content))
    except (ValueError, RecursionError):  # ValueError: not JSON or not UTF-8
        pass
    response = _without_secrets(request, response)
    raise AnswerNotJson(
        status=response.status,
        content_type=response.headers.get("content-type", ""),
        excerpt=_excerpt(response.content)[: 1 if looks_like_json(response.content) else None],
        method=request.method,
        path=request.path,
    )


def error_from_response(request: Request, response: Response) -> ApiError:
    """The error an answer stands for. Never fails, whatever the body is."""
    response = _without_secrets(request, response)
    body = _object_or_empty(response.content)
    message = str(body.get("message") or "") or _message_without_json(response)
    case = next((c for c in _CASES if c.status == response.status and c.text in message.lower()), None)
    error = api_error_class(response.status)(
        status=response.status,
        error=str(body.get("errorType") or "") or (case and case.error) or _error_name(response.status),
        message=without_secrets(message, request.body),  # once more: in JSON inside of JSON
        method=request.method,
        path=request.path,
        fqn=request.about,
        advice=case.advice if case else "",
    )
    error.request_id = response.request_id
    for note in response.notes:
        error.add_note(note)
    if isinstance(error, RateLimited):
        error.retry_after_s = seconds_from_retry_after(response.headers.get("retry-after", ""))
    return error


def _without_secrets(request: Request, response: Response) -> Response:
    """The answer with the passwords of the request masked: some error pages repeat it."""
    if request.body is None:
        return response
    content = without_secrets(response.content.decode(errors="replace"), request.body).encode()
    headers = {name: without_secrets(value, request.body) for name, value in response.headers.items()}
    return replace(response, content=content, headers=headers)


def seconds_from_retry_after(value: str) -> float | None:
    """Seconds to wait, from a `Retry-After` header (a number or an HTTP date); None if it says nothing usable."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def looks_like_json(content: bytes) -> bool:
    """Whether it begins like an object or a list. Such an answer may hold secrets, so none of it is ever shown."""
    return content[:1] in (b"{", b"[")


def _object_or_empty(content: bytes) -> dict[str, Any]:
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _message_without_json(response: Response) -> str:
    if location := response.headers.get("location"):
        return f"The server redirects to {location}; give the address it redirects to as host."
    if not response.content:
        return "The answer has no content."
    content_type = response.headers.get("content-type") or "missing"
    return f"{_NO_API_ERROR} (content type {content_type}), it begins with {_excerpt(response.content)!r}"


def _error_name(status: int) -> str:
    try:
        return _ERROR_NAMES.get(status) or HTTPStatus(status).name
    except ValueError:
        return f"STATUS_{status}"


def _excerpt(content: bytes) -> str:
    """The first characters, whitespace squeezed."""
    return " ".join(content[: 4 * EXCERPT_LENGTH].decode(errors="replace").split())[:EXCERPT_LENGTH]
