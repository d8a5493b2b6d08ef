"""The strategies hold on real schemas: this repository's create requests, and OpenMetadata's own if at hand."""

import json
import random
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import RandomSource, UnsatisfiableError, mutations, payloads, sample
from strategies.api import compiled

from .bundle import bundled

_REPOSITORY = Path(__file__).parents[2]
_OURS = _REPOSITORY / "schemas"
_GENERATED = _REPOSITORY / "generated/openmetadata_bindings/schemas/create"
_UPSTREAM = _REPOSITORY.parent / "shared/upstream/openmetadata-1.13/schemas"
_needs_upstream = pytest.mark.skipif(not _UPSTREAM.is_dir(), reason=f"OpenMetadata's schemas are not at {_UPSTREAM}")

# Requires `suggestionType`, which its closed object does not have: no payload is valid.
_UNSATISFIABLE_UPSTREAM = {"api/feed/createSuggestion.json"}


def creates(root: Path) -> list[str]:
    """The create requests in a folder of schemas."""
    return sorted(path.relative_to(root).as_posix() for path in root.glob("api/**/create*.json"))


@cache
def ours(relative: str) -> dict[str, Any]:
    """A create request of this repository, bundled by the tests."""
    return bundled(_OURS, relative)


@cache
def generated(name: str) -> dict[str, Any]:
    """A create request as the generator bundled it."""
    schema: dict[str, Any] = json.loads((_GENERATED / name).read_text(encoding="utf-8"))
    return schema


def share_of_valid_draws(schema: dict[str, Any], count: int) -> float:
    """How many single attempts, without a second try of the whole payload, give a valid one."""
    source, valid = RandomSource(random.Random(11)), 0
    for _ in range(count):
        try:
            compiled(schema).payload(source, attempts=1)
        except UnsatisfiableError:
            continue
        valid += 1
    return valid / count


@pytest.mark.parametrize("relative", creates(_OURS))
def test_our_create_requests_are_drawn_at_a_good_rate(relative: str) -> None:
    assert share_of_valid_draws(ours(relative), 100) >= 0.95


@pytest.mark.parametrize("name", sorted(path.name for path in _GENERATED.glob("*.json")))
def test_generated_create_requests_are_drawn_at_a_good_rate(name: str) -> None:
    assert share_of_valid_draws(generated(name), 50) >= 0.95


@pytest.mark.parametrize("relative", creates(_OURS))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_hypothesis_draws_our_create_requests(relative: str, data: st.DataObject) -> None:
    payload = data.draw(payloads(ours(relative)))
    assert jsonschema_rs.Draft7Validator(ours(relative)).is_valid(payload)


@pytest.mark.parametrize("relative", creates(_OURS))
def test_most_mutations_of_our_create_requests_are_refused(relative: str) -> None:
    rng = random.Random(13)
    verdicts = Counter(m.is_valid for _ in range(20) for m in mutations(ours(relative), sample(ours(relative), rng)))
    assert verdicts[False] > 5 * verdicts[True]


@_needs_upstream
def test_upstreams_create_requests_are_drawn_at_a_good_rate() -> None:
    low = {}
    for relative in set(creates(_UPSTREAM)) - _UNSATISFIABLE_UPSTREAM:
        share = share_of_valid_draws(bundled(_UPSTREAM, relative), 50)
        if share < 0.9:
            low[relative] = share
    assert not low


@_needs_upstream
@pytest.mark.parametrize("relative", sorted(_UNSATISFIABLE_UPSTREAM))
def test_an_upstream_schema_that_allows_nothing_is_found_out(relative: str) -> None:
    with pytest.raises(UnsatisfiableError):
        sample(bundled(_UPSTREAM, relative), random.Random(0))
