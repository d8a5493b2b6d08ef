"""Further calls on an entity: test results of connections, and that no body makes any of these calls fail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sandbox_callers import MINIMAL, Api
from sandbox_releases import sandbox

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
STEP = {"name": "GetDashboards", "mandatory": True, "passed": False, "errorLog": "no route to host"}
RESULT = {"lastUpdatedAt": 1, "status": "Failed", "steps": [STEP]}


def put_result(api: Api, key: str, body: Any) -> Any:
    return api.call("PUT", f"services/dashboardServices/{key}/testConnectionResult", json=body)


def test_the_result_of_a_connection_test_is_kept_with_the_service(world: Api) -> None:
    service = world.read("DashboardService", "name/bi")
    answer = put_result(world, service["id"], RESULT)
    assert (answer.status_code, answer.json()["testConnectionResult"]) == (200, RESULT)
    assert world.read("DashboardService", service["id"])["version"] == 0.1
    assert world.change("DashboardService", "bi", description="x")["testConnectionResult"] == RESULT


def test_what_is_no_result_is_400(world: Api) -> None:
    service = world.read("DashboardService", "name/bi")
    for body in (7, {}, {"steps": [{"name": "x"}]}, {"steps": [], "status": "Nope"}):
        assert put_result(world, service["id"], body).status_code == 400


def test_a_tag_of_a_disabled_classification_shows_as_disabled(world: Api) -> None:
    tag, colour = world.make("Tag", "Red"), world.read("Classification", "name/Colour")
    assert tag["disabled"] is False
    world.patch("Classification", colour["id"], [{"op": "add", "path": "/disabled", "value": True}])
    assert world.read("Tag", tag["id"])["disabled"] is True
    world.change("Tag", "Red", displayName="R")
    world.patch("Classification", colour["id"], [{"op": "add", "path": "/disabled", "value": False}])
    assert world.read("Tag", tag["id"])["disabled"] is False


def test_related_terms_are_plain_references_before_1_13() -> None:
    for version, plain in (("1.12.0", True), ("1.13.0", False)):
        with sandbox(version=version) as made:
            made.admin.make("Glossary", "words")
            made.admin.make("GlossaryTerm", "a")
            [related] = made.admin.make("GlossaryTerm", "b", relatedTerms=["words.a"])["relatedTerms"]
            assert ("term" not in related) is plain
            assert (related if plain else related["term"])["name"] == "a"


@pytest.fixture(scope="module")
def anything() -> Iterator[Api]:
    with sandbox() as made:
        made.admin.make("DashboardService", "bi")
        made.admin.make("Domain", "sales")
        made.admin.make("Classification", "Colour")
        yield made.admin


CALLS = [
    ("Dashboard", "dashboards/{id}/followers"),
    ("Dashboard", "dashboards/{id}/vote"),
    ("Domain", "domains/thing/assets/add"),
    ("Team", "teams/thing/assets/remove"),
    ("Tag", "tags/{id}/assets/add"),
    ("DashboardService", "services/dashboardServices/{id}/testConnectionResult"),
]


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_no_body_makes_these_calls_fail(anything: Api, data: st.DataObject) -> None:
    kind, path = data.draw(st.sampled_from(CALLS))
    key = "updatedVoteType" if path.endswith("vote") else "assets"
    made = anything.read(kind, f"name/{_fqn(anything, kind)}")
    sent = data.draw(JSON | st.fixed_dictionaries({key: JSON}))
    answer = anything.call("PUT", path.format(id=made["id"]), json=sent)
    assert answer.status_code < 500, answer.text
    json.loads(answer.text)


def _fqn(api: Api, kind: str) -> str:
    return str(api.put(kind, {"name": "thing", **MINIMAL[kind]}).json()["fullyQualifiedName"])
