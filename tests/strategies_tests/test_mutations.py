"""Mutations change one thing, carry the validator's verdict, and cover what can go wrong."""

import random
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from strategies import Mutation, mutants, mutate, mutations, sample

from .schemas import CONNECTION, SCHEMAS

OBJECT: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 8, "pattern": "^[a-z]+$"},
        "kind": {"$ref": "#/definitions/kind"},
        "size": {"type": "integer", "minimum": 0, "maximum": 9},
        "ratio": {"type": "number"},
        "active": {"type": "boolean"},
        "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 2, "uniqueItems": True},
        "owner": {"type": "object", "properties": {"id/x": {"type": "string", "format": "uri"}}, "required": ["id/x"]},
        "absent": {"type": "string"},
    },
    "required": ["name"],
    "additionalProperties": False,
    "definitions": {"kind": {"type": "string", "enum": ["Table", "View"]}},
}
PAYLOAD: dict[str, Any] = {
    "name": "abc", "kind": "Table", "size": 3, "ratio": 0.5, "active": True, "tags": ["a"],
    "owner": {"id/x": "https://example.com"},
}  # fmt: skip


def found(label: str, pointer: str, schema: Any = OBJECT, payload: Any = PAYLOAD) -> list[Mutation]:
    """The mutations with this label at this place."""
    return [m for m in mutations(schema, payload) if (m.label, m.pointer) == (label, pointer)]


@pytest.mark.parametrize(("label", "pointer", "value"), [
    ("number-for-string", "/name", 1),
    ("object-for-string", "/name", {}),
    ("too-long", "/name", "abccccccc"),
    ("too-short", "/name", ""),
    ("pattern-newline", "/name", "abc\n"),
    ("pattern", "/name", "abca::b"),
    ("null-for-required", "/name", None),
    ("null-for-optional", "/kind", None),
    ("null-for-optional", "/absent", None),
    ("null-for-required", "/tags/0", None),
    ("enum-case", "/kind", "table"),
    ("enum-unknown", "/kind", "TableUnknown"),
    ("string-for-integer", "/size", "1"),
    ("boolean-for-integer", "/size", True),
    ("fraction-for-integer", "/size", 1.5),
    ("below-minimum", "/size", -1),
    ("above-maximum", "/size", 10),
    ("string-for-number", "/ratio", "1"),
    ("string-for-boolean", "/active", "yes"),
    ("integer-for-boolean", "/active", 1),
    ("float-for-boolean", "/active", 0.0),
    ("string-for-array", "/tags", "a"),
    ("too-many-items", "/tags", ["a", "a", "a"]),
    ("duplicate-items", "/tags", ["a", "a"]),
    ("number-for-string", "/tags/0", 1),
    ("string-for-object", "/owner", "a"),
    ("format", "/owner/id~1x", "not a uri"),
    ("unknown-property", "/unexpectedProperty", "a"),
])  # fmt: skip
def test_the_mutation_is_made_and_refused(label: str, pointer: str, value: Any) -> None:
    values = [(_at(m.payload, pointer), m.is_valid) for m in found(label, pointer)]
    assert (value, False) in values or any(repr(v) == repr(value) and not ok for v, ok in values)


def _at(payload: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        payload = payload[int(key)] if isinstance(payload, list) else payload[key]
    return payload


def test_a_required_property_is_dropped_at_every_level() -> None:
    assert [m.payload.get("name", "gone") for m in found("drop-required", "/name")] == ["gone"]
    assert [m.payload["owner"] for m in found("drop-required", "/owner/id~1x")] == [{}]


def test_open_objects_get_no_unknown_property() -> None:
    assert not found("unknown-property", "/owner/unexpectedProperty")


def test_mutations_go_into_the_branch_that_the_payload_matches() -> None:
    payload = {"config": {"type": "Looker", "port": 443}}
    labels = {(m.label, m.pointer, m.is_valid) for m in mutations(CONNECTION, payload)}
    assert ("string-for-integer", "/config/port", False) in labels
    assert ("enum-case", "/config/type", False) in labels
    assert ("unknown-property", "/config/unexpectedProperty", False) in labels
    assert ("null-for-optional", "/config/verify", False) in labels


def test_a_mutation_that_stays_valid_says_so() -> None:
    schema = {"type": "object", "properties": {"a": {"type": ["string", "null"]}}}
    verdicts = {m.label: m.is_valid for m in mutations(schema, {"a": "x"}) if m.pointer == "/a"}
    assert verdicts["null-for-optional"] is True
    assert verdicts["number-for-string"] is False


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_verdict_is_the_validators_and_the_payload_is_left_alone(name: str) -> None:
    schema, rng = SCHEMAS[name], random.Random(3)
    validator = jsonschema_rs.Draft7Validator(schema)
    for _ in range(30):
        payload = sample(schema, rng)
        before = repr(payload)
        for mutation in mutations(schema, payload):
            assert mutation.is_valid == validator.is_valid(mutation.payload), mutation
            assert repr(mutation.payload) != before, mutation
        assert repr(payload) == before


def test_mutate_draws_from_the_same_mutations() -> None:
    rng = random.Random(5)
    possible = {repr(m) for m in mutations(OBJECT, PAYLOAD)}
    drawn = [mutate(OBJECT, PAYLOAD, rng) for _ in range(2000)]
    assert {repr(m) for m in drawn} <= possible
    assert {m.label for m in drawn if m} == {m.label for m in mutations(OBJECT, PAYLOAD)}


def test_nothing_is_mutated_where_the_schema_allows_everything() -> None:
    assert mutate({}, {"a": 1}, random.Random(0)) is None
    assert mutations(True, {"a": 1}) == []


@settings(max_examples=50, deadline=None)
@given(mutants(OBJECT))
def test_hypothesis_draws_mutants(mutation: Mutation) -> None:
    assert mutation.is_valid == jsonschema_rs.Draft7Validator(OBJECT).is_valid(mutation.payload)
