"""What became of a request whose answer was lost: found out by reading.

A DELETE that finds nothing has done its work. A PATCH that the server refuses, because the version moved on or what it
removes is gone, is done if the entity holds all that it sets. A POST tells itself how to look (`creating`).
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from openmetadata_provider.client.answers import payload_from_response
from openmetadata_provider.client.exchange import Payload, Request, Response, Steps, sent
from openmetadata_provider.client.retries import is_passing
from openmetadata_provider.errors import NotFound

Settle: TypeAlias = Callable[[], Steps[Response | None]]
SERVER_MASK: Final = "*********"
"""What the server shows in the place of a secret."""
EVERYTHING: Final = (("fields", "*"),)
_REFERENCE_KEYS: Final = ("fullyQualifiedName", "name", "id", "tagFQN")


def settling(request: Request) -> Settle | None:
    """The steps that find out, giving the answer to go on with, or None if the request left nothing behind."""
    if request.settled is not None:
        return request.settled
    if request.method == "DELETE" and "/async/" not in request.path:
        return _deleted
    if request.method == "PATCH":
        return partial(_patched, request)
    return None


def _deleted() -> Steps[Response | None]:
    return Response(status=204, headers={}, content=b"")
    yield  # what makes this a generator; there is nothing to ask


def _patched(request: Request) -> Steps[Response | None]:
    read = Request(method="GET", path=request.path, query=EVERYTHING, about=request.about)
    response = yield from sent(read)
    if response.status != 200:
        return response if is_passing(response) else None
    return response if holds(payload_from_response(read, response), Payload(request.body)) else None


def stored(read: Request) -> Steps[tuple[Response, Payload | None]]:
    """What the server has, all of it: the answer, and its JSON, None if there is nothing or no telling now.

    Raises ApiError for what no other attempt would mend.
    """
    response = yield from sent(read)
    if is_passing(response):
        return response, None
    try:
        return response, payload_from_response(read, response)
    except NotFound:
        return response, None


def holds(entity: Payload, patch: Payload) -> bool:
    """Whether every operation of a JSON Patch is in effect."""
    operations = patch.value if isinstance(patch.value, list) else [None]
    return all(isinstance(o, Mapping) and _is_in_effect(entity.value, o) for o in operations)


def _is_in_effect(document: Any, operation: Mapping[str, Any]) -> bool:
    place = document
    for step in str(operation.get("path", ""))[1:].split("/"):
        name = step.replace("~1", "/").replace("~0", "~")
        place = place.get(name) if isinstance(place, Mapping) else None
    if operation.get("op") == "remove":
        return not place
    return operation.get("op") in ("add", "replace", "test") and agrees(operation.get("value"), place)


def agrees(sent_value: Any, held: Any) -> bool:
    """Whether the server holds what was sent, as far as it shows it.

    It adds properties and items, sorts lists, names a reference by more than was given, masks secrets and writes
    some characters of texts as HTML entities.
    """
    if held is None:
        return sent_value in (None, "", [], {})
    if isinstance(sent_value, Mapping) and isinstance(held, Mapping):
        return all(agrees(value, held.get(name)) for name, value in sent_value.items())
    if isinstance(sent_value, list):
        return _has_all(sent_value, held)
    if isinstance(sent_value, str):
        return _is_text(sent_value, held)
    return bool(sent_value == held)


def _has_all(items: Sequence[Any], held: Any) -> bool:
    if not isinstance(held, list) or (not items and held):
        return False
    return all(any(agrees(item, candidate) for candidate in held) for item in items)


def _is_text(text: str, held: Any) -> bool:
    if isinstance(held, Mapping):
        return any(held.get(key) == text for key in _REFERENCE_KEYS)
    return held == SERVER_MASK or (isinstance(held, str) and html.unescape(held) == html.unescape(text))
