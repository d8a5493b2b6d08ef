"""Declarations that deny each other are refused before anything is sent; those that agree, or are silent, are not."""

from __future__ import annotations

from typing import Any

import pytest

from openmetadata_provider.errors import InvalidManifests
from openmetadata_provider.lifecycle.catalogue import Catalogue
from openmetadata_provider.lifecycle.loading import manifests_from
from openmetadata_provider.validation.diagnostics import Diagnostic

BI = {"kind": "DashboardService", "spec": {"name": "bi", "serviceType": "Looker"}}


def catalogue(*documents: Any) -> Catalogue:
    return Catalogue(manifests_from(documents))


def dashboard(name: str, **spec: Any) -> dict[str, Any]:
    return {"kind": "Dashboard", "spec": {"name": name, "service": "bi", **spec}}


def chart(name: str, **spec: Any) -> dict[str, Any]:
    return {"kind": "Chart", "spec": {"name": name, "service": "bi", **spec}}


def team(name: str, **spec: Any) -> dict[str, Any]:
    return {"kind": "Team", "spec": {"name": name, "teamType": "Group", **spec}}


def user(name: str, **spec: Any) -> dict[str, Any]:
    return {"kind": "User", "spec": {"name": name, "email": f"{name}@acme.io", **spec}}


def term(name: str, **spec: Any) -> dict[str, Any]:
    return {"kind": "GlossaryTerm", "spec": {"name": name, "description": "d", "glossary": "words", **spec}}


def persona(name: str, **spec: Any) -> dict[str, Any]:
    return {"kind": "Persona", "spec": {"name": name, **spec}}


def bot(name: str, **spec: Any) -> dict[str, Any]:
    return {"kind": "Bot", "spec": {"name": name, **spec}}


DENYING = {
    "a chart that is on no dashboard": [dashboard("d", charts=["bi.c"]), chart("c", dashboards=None)],
    "a chart that is on another": [dashboard("d", charts=["bi.c"]), dashboard("e"), chart("c", dashboards=["bi.e"])],
    "a dashboard that shows others": [dashboard("d", charts=[]), chart("c", dashboards=["bi.d"])],
    "a user without the team": [team("t", users=["u"]), user("u", teams=[])],
    "a team without the user": [team("t", users=None), user("U", teams=["t"])],
    "a team with another child": [
        {"kind": "Team", "spec": {"name": "a", "teamType": "Department", "children": []}},
        team("t", parents=["a"]),
    ],
    "a persona without the user": [persona("p", users=[]), user("u", personas=["persona:p"])],
    "a term that is not related": [term("a", relatedTerms=["words.b"]), term("b", relatedTerms=[])],
    "two default personas": [persona("p", default=True), persona("q", default=True)],
    "two bots of one user": [bot("a", botUser="robot"), bot("b", botUser="robot")],
}
AGREEING = {
    "silent charts": [dashboard("d", charts=["bi.c"]), chart("c")],
    "silent dashboards": [dashboard("d"), chart("c", dashboards=["bi.d"])],
    "a chart that is declared nowhere": [dashboard("d", charts=["bi.x"]), chart("c", dashboards=[])],
    "a silent user": [team("t", users=["u"]), user("u")],
    "silent terms": [term("a", relatedTerms=["words.b"]), term("b")],
    "one default persona": [persona("p", default=True), persona("q", default=False)],
}


@pytest.mark.parametrize("documents", DENYING.values(), ids=DENYING)
def test_what_denies_another_is_refused_with_both_named(documents: list[Any]) -> None:
    with pytest.raises(InvalidManifests) as caught:
        catalogue(BI, *documents)
    [problem] = caught.value.problems
    assert isinstance(problem, Diagnostic)
    assert problem.code == "contradiction"
    assert "manifest 2" in str(caught.value), "the place of the one"
    assert "manifest 3" in str(caught.value) or "manifest 4" in str(caught.value), "the place of the other"


@pytest.mark.parametrize("documents", AGREEING.values(), ids=AGREEING)
def test_what_agrees_or_is_silent_is_taken(documents: list[Any]) -> None:
    assert len(catalogue(BI, *documents)) == len(documents) + 1
