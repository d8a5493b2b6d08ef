"""JSON Patch (RFC 6902): the six operations on a JSON document."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from .errors import ApiError, bad_request, unhandled
from .limits import MAX_COPIED, MAX_OPERATIONS, budget_after_copy, check_depth

OPERATIONS = ("add", "remove", "replace", "move", "copy", "test")
"""A tuple and no set: whatever JSON value stands in `op` can be looked for in it."""


def applied(document: Any, operations: Any, *, adds_missing: bool = False) -> Any:
    """A new document with `operations` done in order; with `adds_missing`, replacing a key that is not there adds it.

    400 for what is no patch, 413 for one beyond the limits; 500, as the server has it, for an operation that fails on
    this document.
    """
    if not isinstance(operations, list):
        raise bad_request("A JSON Patch is an array of operations")
    if len(operations) > MAX_OPERATIONS:
        raise ApiError(413, f"A JSON Patch has at most {MAX_OPERATIONS} operations, this one {len(operations)}")
    result = deepcopy(document)
    budget = MAX_COPIED
    for operation in map(_checked, operations):
        if operation["op"] == "copy":
            budget = budget_after_copy(budget, _get(result, _tokens(operation["from"])))
        result = _step(result, operation, adds_missing=adds_missing)
    check_depth(result)
    return result


def _checked(operation: Any) -> dict[str, Any]:
    if not isinstance(operation, dict) or operation.get("op") not in OPERATIONS:
        raise bad_request("A JSON Patch operation has an op of add, remove, replace, move, copy or test")
    for key in ("path", *(("from",) if operation["op"] in ("move", "copy") else ())):
        pointer = operation.get(key)
        if not isinstance(pointer, str) or (pointer and not pointer.startswith("/")):
            raise bad_request(f"A JSON Patch {key} is a JSON pointer that starts with /")
    if operation["op"] in ("add", "replace", "test") and "value" not in operation:
        raise bad_request(f"A JSON Patch {operation['op']} has a value")
    return operation


def _step(document: Any, operation: dict[str, Any], *, adds_missing: bool) -> Any:
    path = _tokens(operation["path"])
    match operation["op"]:
        case "add":
            return _add(document, path, deepcopy(operation["value"]))
        case "remove":
            return _remove(document, path)
        case "replace":
            if adds_missing and path and isinstance(_get(document, path[:-1]), dict):
                return _add(document, path, deepcopy(operation["value"]))
            _get(document, path)
            return _put(document, path, deepcopy(operation["value"]))
        case "test":
            if not _same(_get(document, path), operation["value"]):
                raise _failed(operation["path"], "test failed")
            return document
        case "copy":
            return _add(document, path, deepcopy(_get(document, _tokens(operation["from"]))))
        case _:
            return _move(document, operation, path)


def _move(document: Any, operation: dict[str, Any], path: list[str]) -> Any:
    source = _tokens(operation["from"])
    if path[: len(source)] == source and path != source:
        raise _failed(operation["path"], "cannot move a value into itself")
    value = _get(document, source)
    return _add(_remove(document, source), path, value)


def _tokens(pointer: str) -> list[str]:
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def _get(document: Any, path: list[str]) -> Any:
    for token in path:
        if isinstance(document, dict) and token in document:
            document = document[token]
        elif isinstance(document, list):
            document = document[_index(document, token, len(document) - 1)]
        else:
            raise _failed(token, "no such path")
    return document


def _add(document: Any, path: list[str], value: Any) -> Any:
    if not path:
        return value
    parent, last = _get(document, path[:-1]), path[-1]
    if isinstance(parent, list):
        parent.insert(len(parent) if last == "-" else _index(parent, last, len(parent)), value)
    elif isinstance(parent, dict):
        parent[last] = value
    else:
        raise _failed(last, "no such path")
    return document


def _put(document: Any, path: list[str], value: Any) -> Any:
    if not path:
        return value
    parent, last = _get(document, path[:-1]), path[-1]
    parent[_index(parent, last, len(parent) - 1) if isinstance(parent, list) else last] = value
    return document


def _remove(document: Any, path: list[str]) -> Any:
    _get(document, path)
    if not path:
        return None
    parent, last = _get(document, path[:-1]), path[-1]
    del parent[_index(parent, last, len(parent) - 1) if isinstance(parent, list) else last]
    return document


def _index(items: list[Any], token: str, highest: int) -> int:
    plain = token.isascii() and token.isdigit() and (token == "0" or token[0] != "0")
    if not plain or len(token) > 9 or int(token) > highest:
        raise _failed(token, f"no such index in an array of {len(items)}")
    return int(token)


def _same(left: Any, right: Any) -> bool:
    """JSON equality: 1 is 1.0, but true is not 1."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(_same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(_same, left, right))
    return bool(left == right)


def _failed(place: str, reason: str) -> ApiError:
    return unhandled(f"JSON Patch failed at {place}: {reason}")
