"""A plain Draft-7 validator (`jsonschema`), `validate` and the model agree, for every kind and connector.

The oracle of the other agreement tests is jsonschema-rs; this one comes by another road. Differences are counted by class.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import jsonschema
from strategies import UnsatisfiableError, mutate, sample

from properties.agreement import Bundle, bundles, model_finding
from properties.explained import REASONS
from properties.validation import VALIDATION_REASONS, validation_finding

DRAWS = 8
LAST_NEWLINE = "newline at the end"
PLAIN_REASONS = {
    LAST_NEWLINE: "`$` of Python's `re` also matches before a newline at the end, that of JSON Schema does not",
}


def _drawn(bundle: Bundle, rng: random.Random) -> Iterator[Any]:
    for _ in range(DRAWS):
        try:
            payload = sample(bundle.schema, rng)
        except UnsatisfiableError:
            continue
        yield payload
        if (mutation := mutate(bundle.schema, payload, rng)) is not None and isinstance(mutation.payload, dict):
            yield mutation.payload


def _without_unicode_classes(node: Any) -> Any:
    """The schema without patterns that Python's `re` cannot read (`\\p{L}`)."""
    if isinstance(node, list):
        return [_without_unicode_classes(item) for item in node]
    if not isinstance(node, dict):
        return node
    readable = {key: value for key, value in node.items() if not (key == "pattern" and "\\p{" in str(value))}
    return {key: _without_unicode_classes(value) for key, value in readable.items()}


def _ends_in_newline(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_ends_in_newline(item) for item in value.values())
    if isinstance(value, list):
        return any(_ends_in_newline(item) for item in value)
    return isinstance(value, str) and value.endswith("\n")


def _differences(bundle: Bundle, plain: jsonschema.Draft7Validator, payload: Any) -> Iterator[str]:
    """Classes of differences between the plain verdict and ours; `unexplained: …` for what has no reason."""
    accepted = plain.is_valid(payload)
    for who, finding in (
        ("model", model_finding(bundle.kind, payload)),
        ("validate", validation_finding(bundle.kind, payload)),
    ):
        if finding.fault is not None:
            yield f"unexplained: {who}: {finding.fault}"
        yield from (f"{who}: {name}" for name in finding.explained)
        if accepted and not finding.accepted and _ends_in_newline(payload):
            yield f"{who}: {LAST_NEWLINE}"
        elif accepted != finding.accepted:
            yield f"unexplained: {bundle.name}: plain says {accepted}: {payload!r:.300}"


def test_every_difference_from_a_plain_validator_has_a_reason() -> None:
    rng, counts = random.Random(7), Counter[str]()
    for bundle in bundles():
        plain = jsonschema.Draft7Validator(_without_unicode_classes(bundle.schema))
        for payload in _drawn(bundle, rng):
            counts["payloads"] += 1
            counts.update(_differences(bundle, plain, payload))
    assert counts["payloads"] > 10 * len(bundles())
    assert [text for text in counts if text.startswith("unexplained")] == []
    known = REASONS | VALIDATION_REASONS | PLAIN_REASONS
    assert {name.partition(": ")[2] for name in counts if ": " in name} <= known.keys()
    assert sum(count for name, count in counts.items() if name.endswith(LAST_NEWLINE)) < counts["payloads"] / 10
