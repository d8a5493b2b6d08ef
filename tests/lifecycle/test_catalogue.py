"""Declarations against one another: order, circles, names given twice."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmetadata_provider import InvalidManifests
from openmetadata_provider.lifecycle.catalogue import Catalogue
from openmetadata_provider.lifecycle.loading import manifests_from


def document(kind: str, name: str, **spec: Any) -> dict[str, Any]:
    return {"kind": kind, "spec": {"name": name, **spec}}


def domain(name: str, **spec: Any) -> dict[str, Any]:
    return document("Domain", name, domainType="Aggregate", description="d", **spec)


def catalogue(*documents: dict[str, Any]) -> Catalogue:
    return Catalogue(manifests_from(documents))


def problems(*documents: dict[str, Any]) -> list[str]:
    with pytest.raises(InvalidManifests) as caught:
        _ = catalogue(*documents).levels
    return [str(problem) for problem in caught.value.problems]


def test_what_is_needed_comes_first_whatever_the_order_of_the_files() -> None:
    found = catalogue(
        document("Dashboard", "sales", service="bi", charts=["bi.a"], owners=["team:data"], tags=[{"tagFQN": "C.t"}]),
        document("Chart", "a", service="bi"),
        document("Tag", "t", classification="C", description="d"),
        document("Classification", "C", description="d"),
        document("Team", "data", teamType="Group"),
        document("DashboardService", "bi", serviceType="Metabase"),
    )
    order = [[declaration.fqn for declaration in level] for level in found.levels]
    assert order == [["C", "bi", "data"], ["bi.a", "C.t"], ["bi.sales"]]


@given(st.permutations(range(6)))
def test_the_order_of_making_does_not_depend_on_the_order_of_declaring(order: list[int]) -> None:
    documents = [domain("d0"), *(domain(f"d{n}", parent=".".join(f"d{m}" for m in range(n))) for n in range(1, 6))]
    found = catalogue(*(documents[n] for n in order))
    assert [[d.fqn for d in level] for level in found.levels] == [
        [".".join(f"d{m}" for m in range(n + 1))] for n in range(6)
    ]


def test_a_circle_is_shown_as_it_runs() -> None:
    (said,) = problems(
        document("User", "jane", email="jane@example.com", teams=["data"]),
        document("Team", "data", teamType="Group", users=["jane"]),
    )
    assert "Team data → User jane → Team data" in said or "User jane → Team data → User jane" in said


def test_one_name_given_twice_is_an_error_that_names_both_places() -> None:
    (said,) = problems(domain("Sales"), domain("Finance"), domain("Sales"))
    assert said.startswith("manifest 3/name: error[duplicate]")
    assert "first in manifest 1" in said


def test_users_are_the_same_in_any_case() -> None:
    (said,) = problems(document("User", "Jane", email="a@example.com"), document("User", "jane", email="b@example.com"))
    assert "duplicate" in said


def test_a_property_that_is_ignored_has_to_exist() -> None:
    (said,) = problems({**domain("Sales"), "lifecycle": {"ignore_changes": ["descripton"]}})
    assert 'no "descripton"' in said
    assert '"description"' in said


def test_ignored_keys_inside_a_property_are_taken() -> None:
    service = document("DashboardService", "bi", serviceType="Metabase")
    assert len(catalogue({**service, "lifecycle": {"ignore_changes": ["connection.config.hostPort"]}})) == 1


def test_what_fails_is_known_by_what_it_is_needed_by() -> None:
    found = catalogue(domain("Sales"), domain("Returns", parent="Sales"))
    assert found.needing() == {("domain", "Sales"): {("domain", "Sales.Returns")}, ("domain", "Sales.Returns"): set()}
