"""How much one request may ask for. What is bigger is refused before any work is done on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from urllib.parse import unquote_to_bytes

from .errors import ApiError, bad_request, routing

MAX_DEPTH = 100
"""Levels of arrays and objects in a JSON body, and in an entity after a PATCH. Real entities have about ten."""
MAX_ITEMS = 10_000
"""Elements of one array in a body: rows of a bulk write, tags, charts."""
MAX_OPERATIONS = 1_000
"""Operations of one JSON Patch."""
MAX_COPIED = 100_000
"""Values that the `copy` operations of one JSON Patch may copy: copies of copies would double the entity each time."""
BROKEN = re.compile(rb"%(?![0-9A-Fa-f]{2})|%00")


def check_shape(value: Any) -> None:
    """400 for JSON that is nested too deeply, 413 for an array that is too long."""
    check_depth(value)
    for layer in _layers(value):
        longest = max((len(item) for item in layer if isinstance(item, list)), default=0)
        if longest > MAX_ITEMS:
            raise ApiError(413, f"An array of {longest} elements is too long, at most {MAX_ITEMS} are taken")


def check_depth(value: Any) -> None:
    """400 for JSON that is nested too deeply."""
    if next(islice(_layers(value), MAX_DEPTH, None), None):
        raise bad_request(f"Unable to process JSON: nested too deeply, at most {MAX_DEPTH} levels are taken")


def _layers(value: Any) -> Iterator[list[Any]]:
    """The arrays and objects of each level, from the outermost inwards."""
    layer = [value] if isinstance(value, (dict, list)) else []
    while layer:
        yield layer
        layer = [item for parent in layer for item in _items(parent) if isinstance(item, (dict, list))]


def _items(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def needs_check(data: bytes) -> bool:
    """False for a body that is too small to break a limit, as nearly all are."""
    return data.count(b"[") + data.count(b"{") > MAX_DEPTH or len(data) > 2 * MAX_ITEMS


def budget_after_copy(budget: int, value: Any) -> int:
    """What is left of the values that may be copied; 413 if it does not suffice for `value`."""
    size = 1
    for layer in _layers(value):
        size += sum(map(len, layer))
        if size > budget:
            raise ApiError(413, f"A JSON Patch may copy at most {MAX_COPIED} values")
    return budget - size


def check_path(raw: bytes) -> None:
    """400 for a path with a broken percent-escape, an escaped NUL or escapes that are no UTF-8."""
    if BROKEN.search(raw) or not _is_text(unquote_to_bytes(raw)):
        raise routing(400, "Bad Request")


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
