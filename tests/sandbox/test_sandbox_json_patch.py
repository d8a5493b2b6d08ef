"""RFC 6902, with cases of its appendix A."""

from __future__ import annotations

from typing import Any

import pytest

from openmetadata_provider.sandbox.errors import ApiError
from openmetadata_provider.sandbox.json_patch import applied


def op(name: str, path: str, **rest: Any) -> dict[str, Any]:
    return {"op": name, "path": path, **rest}


@pytest.mark.parametrize(
    ("document", "operation", "result"),
    [
        ({"a": 1}, op("add", "/b", value=2), {"a": 1, "b": 2}),
        ({"a": 1}, op("add", "/a", value=2), {"a": 2}),
        ({"a": [1, 3]}, op("add", "/a/1", value=2), {"a": [1, 2, 3]}),
        ({"a": [1]}, op("add", "/a/-", value=2), {"a": [1, 2]}),
        ({"a": [1]}, op("add", "/a/1", value=2), {"a": [1, 2]}),
        ({"a": 1}, op("add", "", value=[]), []),
        ({"a": 1, "b": 2}, op("remove", "/a"), {"b": 2}),
        ({"a": [1, 2]}, op("remove", "/a/0"), {"a": [2]}),
        ({"a": 1}, op("replace", "/a", value=None), {"a": None}),
        ({"a": [1, 2]}, op("replace", "/a/1", value=3), {"a": [1, 3]}),
        ({"a": {"b": 1}, "c": {}}, op("move", "/c/d", **{"from": "/a/b"}), {"a": {}, "c": {"d": 1}}),
        ({"a": [1, 2, 3]}, op("move", "/a/2", **{"from": "/a/0"}), {"a": [2, 3, 1]}),
        ({"a": {"b": 1}}, op("copy", "/c", **{"from": "/a"}), {"a": {"b": 1}, "c": {"b": 1}}),
        ({"a": {"b": [1.0]}}, op("test", "/a", value={"b": [1]}), {"a": {"b": [1.0]}}),
        ({"a/b": 1, "m~n": 2}, op("remove", "/a~1b"), {"m~n": 2}),
        ({"~1": 1}, op("test", "/~01", value=1), {"~1": 1}),
        ({"": 1}, op("replace", "/", value=2), {"": 2}),
    ],
)
def test_an_operation_gives_its_result_and_leaves_the_document(document: Any, operation: Any, result: Any) -> None:
    before = repr(document)
    assert applied(document, [operation]) == result
    assert repr(document) == before


@pytest.mark.parametrize(
    ("document", "operation"),
    [
        ({"a": 1}, op("remove", "/b")),
        ({"a": 1}, op("replace", "/b", value=1)),
        ({"a": 1}, op("add", "/b/c", value=1)),
        ({"a": 1}, op("add", "/a/c", value=1)),
        ({"a": 1}, op("test", "/a", value=2)),
        ({"a": 1}, op("test", "/a", value=True)),
        ({"a": 1}, op("test", "/b", value=None)),
        ({"a": [1]}, op("add", "/a/2", value=1)),
        ({"a": [1]}, op("remove", "/a/1")),
        ({"a": [1]}, op("remove", "/a/-")),
        ({"a": [1, 2]}, op("remove", "/a/01")),
        ({"a": [1, 2]}, op("remove", "/a/x")),
        ({"a": [1, 2]}, op("remove", "/a/-1")),
        ({"a": {"b": 1}}, op("move", "/a/b", **{"from": "/a"})),
        ({"a": 1}, op("copy", "/b", **{"from": "/c"})),
    ],
)
def test_an_operation_that_fails_is_500(document: Any, operation: Any) -> None:
    with pytest.raises(ApiError) as failure:
        applied(document, [operation])
    assert failure.value.status == 500


@pytest.mark.parametrize(
    "operations",
    [
        {},
        "text",
        [7],
        [{}],
        [{"op": "add"}],
        [op("spell", "/a")],
        [op("add", "/a")],
        [op("add", "a", value=1)],
        [op("copy", "/a")],
        [op("move", "/a", **{"from": "b"})],
        [{"op": "add", "path": 7, "value": 1}],
    ],
)
def test_what_is_no_patch_is_400(operations: Any) -> None:
    with pytest.raises(ApiError) as failure:
        applied({"a": 1}, operations)
    assert failure.value.status == 400


def test_operations_build_on_each_other() -> None:
    operations = [op("add", "/a", value={}), op("add", "/a/b", value=1), op("copy", "/c", **{"from": "/a"})]
    assert applied({}, [*operations, op("remove", "/a/b")]) == {"a": {}, "c": {"b": 1}}
