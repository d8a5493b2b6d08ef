"""What is drawn is valid, from either source, and reaches the corners that matter."""

import random
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from strategies import UnsatisfiableError, payloads, sample

from .schemas import CONNECTION, RECURSIVE, SCHEMAS, TURN_ON_A_FORMAT

named_schemas = pytest.mark.parametrize("name", SCHEMAS)


def samples(schema: Any, count: int = 1000) -> list[Any]:
    """Many payloads from a fixed seed."""
    rng = random.Random(7)
    return [sample(schema, rng) for _ in range(count)]


@named_schemas
def test_every_sample_is_valid(name: str) -> None:
    schema = SCHEMAS[name]
    validator = jsonschema_rs.Draft7Validator(schema)
    lax = jsonschema_rs.Draft7Validator(schema, validate_formats=False)
    for payload in samples(schema, 300):
        assert validator.is_valid(payload), payload
        assert lax.is_valid(payload) or name in TURN_ON_A_FORMAT, payload


@named_schemas
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_hypothesis_payload_is_valid(name: str, data: st.DataObject) -> None:
    payload = data.draw(payloads(SCHEMAS[name]))
    assert jsonschema_rs.Draft7Validator(SCHEMAS[name]).is_valid(payload)


@pytest.mark.parametrize("schema", [
    False,
    {"type": "string", "minLength": 3, "maxLength": 2},
    {"type": "object", "required": ["a"], "additionalProperties": False},
    {"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]},
    {"type": "array", "items": {"type": "boolean"}, "uniqueItems": True, "minItems": 3},
    {"oneOf": [{"type": "integer"}, {"type": "integer"}]},
], ids=["false", "crossed lengths", "forbidden required", "endless", "too many different", "ambiguous"])  # fmt: skip
def test_a_schema_without_values_is_an_error(schema: Any) -> None:
    with pytest.raises(UnsatisfiableError):
        sample(schema, random.Random(0))


def test_a_reference_out_of_the_schema_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"type/basic\.json"):
        sample({"$ref": "type/basic.json"}, random.Random(0))


def test_the_same_seed_gives_the_same_payloads() -> None:
    assert samples(RECURSIVE, 50) == samples(RECURSIVE, 50)
    assert samples(dict(RECURSIVE), 50) == samples(RECURSIVE, 50), "must not depend on what was drawn before"


def test_optional_properties_are_present_and_absent() -> None:
    drawn = [payload["config"].keys() for payload in samples(CONNECTION)]
    assert any("port" in keys for keys in drawn)
    assert any("port" not in keys for keys in drawn)
    assert {payload["config"].get("type") for payload in samples(CONNECTION)} >= {"Looker", "Mode"}


def test_open_objects_get_further_keys_and_closed_ones_do_not() -> None:
    open_object = {"type": "object", "properties": {"a": {"type": "null"}}}
    assert any(payload.keys() - {"a"} for payload in samples(open_object))
    assert not any(payload.keys() - {"a"} for payload in samples({**open_object, "additionalProperties": False}))


def test_lengths_reach_both_boundaries() -> None:
    lengths = [len(text) for text in samples({"type": "string", "minLength": 2, "maxLength": 256})]
    assert min(lengths) == 2
    assert max(lengths) == 256


def test_patterned_strings_reach_their_longest_length() -> None:
    lengths = [len(text) for text in samples(SCHEMAS["look-ahead"])]
    assert (min(lengths), max(lengths)) == (1, 256)


@pytest.mark.parametrize("character", [" ", ".", '"', "'", "/", "\\", "\n", "é", "😀"])
def test_texts_hold_troublesome_characters(character: str) -> None:
    assert any(character in text for text in samples({"type": "string"}))


def test_integers_come_as_integral_floats_and_beyond_64_bits() -> None:
    drawn = samples({"type": "integer"})
    assert any(isinstance(value, float) for value in drawn)
    assert any(value > 2**63 for value in drawn)
    assert any(str(value) == "-0.0" for value in drawn)


def test_numbers_come_as_integers_and_fractions() -> None:
    drawn = samples({"type": "number", "minimum": 0, "maximum": 3})
    assert {int, float} == {type(value) for value in drawn}
    assert {0, 3} <= set(drawn)


def test_lists_are_empty_short_and_now_and_then_long() -> None:
    lengths = [len(value) for value in samples({"type": "array", "items": {"type": "null"}})]
    assert min(lengths) == 0
    assert max(lengths) >= 20


def test_recursion_goes_deep_but_not_for_ever() -> None:
    depths = [str(payload).count("'parent'") for payload in samples(RECURSIVE)]
    assert max(depths) > 5
    assert max(depths) < 500
    assert any(_levels(payload) >= 5 for payload in samples(RECURSIVE))
    assert max(_levels(payload) for payload in samples(RECURSIVE)) <= 20


def _levels(value: Any) -> int:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_levels, parts), default=0)


def test_hypothesis_shrinks_to_the_simplest_payload() -> None:
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "tags": {"type": "array"}},
        "required": ["name"],
    }
    without_explain = settings(phases=[Phase.generate, Phase.shrink])
    assert find(payloads(schema), lambda payload: True, settings=without_explain) == {"name": ""}
    found = find(payloads(schema), lambda payload: len(payload["name"]) > 2, settings=without_explain)
    assert found.keys() == {"name"}
    assert len(found["name"]) == 3
