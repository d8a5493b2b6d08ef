"""Merging keeps what both schemas demand."""

from typing import Any

import pytest
from strategies.merge import merge


@pytest.mark.parametrize(
    ("left", "right", "merged"),
    [
        (True, {"type": "string"}, {"type": "string"}),
        ({"type": "string"}, False, False),
        ({"maxLength": 5, "minimum": 1}, {"maxLength": 3, "minimum": 2}, {"maxLength": 3, "minimum": 2}),
        ({"required": ["a", "b"]}, {"required": ["b", "c"]}, {"required": ["a", "b", "c"]}),
        ({"enum": [1, 2, 3]}, {"enum": [3, 2]}, {"enum": [2, 3]}),
        ({"type": ["string", "null"]}, {"type": ["null", "object"]}, {"type": "null"}),
        ({"type": "number"}, {"type": "integer"}, {"type": "integer"}),
        ({"not": {"const": 1}}, {"not": {"const": 2}}, {"not": {"anyOf": [{"const": 1}, {"const": 2}]}}),
        ({"oneOf": [1]}, {"oneOf": [2], "minimum": 0}, {"oneOf": [1], "minimum": 0, "allOf": [{"oneOf": [2]}]}),
        (
            {"properties": {"a": {"$ref": "#/a"}}},
            {"properties": {"a": {"minLength": 1}, "b": True}},
            {"properties": {"a": {"allOf": [{"$ref": "#/a"}, {"minLength": 1}]}, "b": True}},
        ),
        (
            {"properties": {"a": True}, "additionalProperties": False},
            {"properties": {"b": True}},
            {"properties": {"a": True, "b": False}, "additionalProperties": False},
        ),
    ],
)
def test_merged(left: Any, right: Any, merged: Any) -> None:
    assert merge(left, right) == merged
