"""The laws of plan, apply and destroy hold for sets of manifests of every kind, on servers of several releases.

The same examples in every run; `python tests/fuzz.py --only laws` looks at many more. Sets that were once trouble stand
beside the law they broke.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lifecycle.lifecycle_cases import BI, FOLLOWING, OPTIONS, SETTLING, SPARED
from lifecycle.lifecycle_inprocess import place
from lifecycle.lifecycle_laws import LAWS, applied, follows, leaves_nothing, settles, spares

EXAMPLES = {"settles": 30, "follows": 30, "leaves nothing": 20, "spares": 20, "same for a bot": 15, "empties": 20}


@pytest.mark.parametrize("name", LAWS)
def test_a_law_holds_for_generated_sets(name: str) -> None:
    law, arguments = LAWS[name]

    @settings(
        max_examples=EXAMPLES[name],
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.tuples(*arguments))
    def holds(drawn: tuple[Any, ...]) -> None:
        law(*drawn)

    holds()


@pytest.mark.parametrize("documents", SETTLING.values(), ids=SETTLING)
def test_a_set_that_was_trouble_settles_and_leaves_nothing(documents: Any) -> None:
    settles(OPTIONS, documents)
    leaves_nothing(OPTIONS, documents)


@pytest.mark.parametrize(("before", "after"), FOLLOWING.values(), ids=FOLLOWING)
def test_a_change_that_was_trouble_ends_where_it_should(before: Any, after: Any) -> None:
    follows(OPTIONS, before, after, False)


@pytest.mark.parametrize(("others", "declared"), SPARED.values(), ids=SPARED)
def test_what_somebody_else_set_stays(others: Any, declared: Any) -> None:
    spares(OPTIONS, others, declared)


def test_a_label_that_a_job_set_stays_when_others_change() -> None:
    label = {"tagFQN": "PII.Sensitive", "source": "Classification", "labelType": "Automated", "state": "Confirmed"}
    patch = [{"op": "add", "path": "/tags", "value": [label]}]
    path = "services/dashboardServices/name/bi"
    with place(**OPTIONS) as server:
        applied(server.admin, [BI])
        server.call("PATCH", path, patch, **{"Content-Type": "application/json-patch+json"})
        applied(server.admin, [{**BI, "spec": {**BI["spec"], "tags": [{"tagFQN": "Tier.Tier1"}]}}])
        tags = server.call("GET", f"{path}?fields=tags")["tags"]
    assert {(tag["tagFQN"], tag["labelType"]) for tag in tags} == {
        ("PII.Sensitive", "Automated"),
        ("Tier.Tier1", "Manual"),
    }
