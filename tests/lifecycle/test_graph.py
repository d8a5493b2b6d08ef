"""`omp graph`: who needs whom, in groups, in text that both programs read whatever entities are called."""

from __future__ import annotations

import random
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from lifecycle_dot import drawn
from typer.testing import CliRunner

from openmetadata_provider.lifecycle.catalogue import Catalogue
from openmetadata_provider.lifecycle.commands.graph import app
from openmetadata_provider.lifecycle.graphing import Direction, Graph, GraphFormat, Node, graph_of
from openmetadata_provider.lifecycle.loading import manifests_from

ROOT = Path(__file__).parents[2]
NASTY = [
    'a"b',
    "a.b",
    "R&D",
    "a&lt;b",
    "back\\slash",
    "ends\\",
    "zwei\nZeilen",
    "größe 雪 🙂",
    "#35;",
    "`x`",
    "a;b",
    "<b>",
    "a\\nb",
    "end",
    "x\u202ey",
    "tab\tbed",
]
EXAMPLE: list[dict[str, Any]] = [
    {"kind": "Team", "spec": {"name": "data", "teamType": "Group"}},
    {"kind": "DashboardService", "spec": {"name": "bi", "serviceType": "Looker", "owners": ["team:data"]}},
    {"kind": "Chart", "spec": {"name": "one", "service": "bi", "tags": [{"tagFQN": "Tier.Tier1"}]}},
    {
        "kind": "Dashboard",
        "spec": {"name": "all", "service": "bi", "charts": ["bi.one", "bi.two"], "owners": ["user:jane"]},
    },
    {"kind": "Chart", "spec": {"name": "far", "service": "elsewhere"}},
    {"kind": "Database", "spec": {"name": "db", "service": "lake"}},
    {"kind": "DatabaseService", "spec": {"name": "lake", "serviceType": "Postgres"}},
]


def graph(*documents: Any) -> Graph:
    return graph_of(Catalogue(manifests_from(list(documents))))


def test_entities_stand_with_their_service_and_the_others_with_their_kind() -> None:
    clusters = drawn(graph(*EXAMPLE).text(GraphFormat.dot)).clusters
    assert clusters == {
        "DashboardService bi": ["Chart\nbi.one", "Dashboard\nbi.all", "DashboardService\nbi"],
        "DashboardService elsewhere": ["Chart\nelsewhere.far", "DashboardService\nelsewhere"],
        "DatabaseService lake": ["Database\nlake.db", "DatabaseService\nlake"],
        "Team": ["Team\ndata"],
    }


def test_an_arrow_leads_to_what_is_needed_and_bears_the_property() -> None:
    edges = drawn(graph(*EXAMPLE).text(GraphFormat.dot)).edges
    assert ("Dashboard bi.all", "Chart bi.one", "charts") in edges
    assert ("Dashboard bi.all", "DashboardService bi", "service") in edges
    assert ("DashboardService bi", "Team data", "owners") in edges
    assert ("Chart bi.one", "Tag or GlossaryTerm Tier.Tier1", "tags") in edges
    assert len(edges) == len(set(edges))


def test_what_is_declared_nowhere_is_dashed() -> None:
    dashed = {"Chart bi.two", "DashboardService elsewhere", "Tag or GlossaryTerm Tier.Tier1", "User jane"}
    assert drawn(graph(*EXAMPLE).text(GraphFormat.dot)).dashed == dashed
    text = graph(*EXAMPLE).text(GraphFormat.mermaid)
    ids = re.search(r"class (\S+) undeclared", text)
    assert ids
    labels = {
        re.search(rf'^ +{id}\["(.*)"\]$', text, re.MULTILINE)[1].replace("<br/>", " ") for id in ids[1].split(",")
    }  # type: ignore[index]
    assert labels == dashed


def test_the_order_of_declarations_does_not_show() -> None:
    shuffled = random.Random(5).sample(EXAMPLE, len(EXAMPLE))
    for kind in GraphFormat:
        assert graph(*shuffled).text(kind) == graph(*EXAMPLE).text(kind)


def shown(name: str) -> str:
    """What a reader of the picture sees of a name: characters that turn or move the writing are spelled out."""
    return name.replace("\u202e", "\\u202e").replace("\t", "    ")


def alone(name: str) -> Graph:
    return Graph(nodes=(Node(f"DashboardService {name}", "DashboardService", name, is_declared=True),), edges=())


@pytest.mark.parametrize("name", NASTY)
def test_dot_reads_back_whatever_entities_are_called(name: str) -> None:
    read = drawn(alone(name).text(GraphFormat.dot))
    assert list(read.clusters) == [f"DashboardService {shown(name)}"]
    assert list(read.labels.values()) == [f"DashboardService\n{shown(name)}"]


@pytest.mark.parametrize("name", NASTY)
def test_mermaid_reads_back_whatever_entities_are_called(name: str) -> None:
    lines = alone(name).text(GraphFormat.mermaid).splitlines()
    assert len(lines) == 4
    written = re.fullmatch(r'    n0\["([^"`<>]*(?:<br/>[^"`<>]*)*)"\]', lines[2])
    assert written, lines[2]
    assert unescape(written[1].replace("<br/>", "\n").replace("#", "&#")) == f"DashboardService\n{shown(name)}"


def test_names_that_only_escapes_tell_apart_stay_two() -> None:
    nodes = [Node("", "Chart", name, is_declared=True) for name in ("a\\nb", "a\nb", "a&amp;b", "a&b")]
    assert len(drawn(Graph(nodes=tuple(nodes), edges=()).text(GraphFormat.dot)).labels) == 4


def test_a_name_with_a_dot_is_quoted_as_in_its_fqn() -> None:
    drawing = graph({"kind": "DashboardService", "spec": {"name": "a.b", "serviceType": "Looker"}})
    assert list(drawn(drawing.text(GraphFormat.dot)).labels.values()) == ['DashboardService\n"a.b"']


@pytest.mark.parametrize("direction", Direction)
def test_the_command_draws_the_examples_in_either_direction(direction: Direction) -> None:
    folder = str(ROOT / "examples" / "manifests")
    done = CliRunner().invoke(app, [folder, "--direction", direction.value])
    assert (done.exit_code, drawn(done.stdout).rankdir) == (0, direction.value)
    done = CliRunner().invoke(app, [folder, "--direction", direction.value, "--format", "mermaid"])
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, f"flowchart {direction.value}")


def test_a_circle_is_drawn_too() -> None:
    terms = [("a", "b"), ("b", "a")]
    documents = [
        {"kind": "GlossaryTerm", "spec": {"glossary": "g", "name": n, "description": n, "relatedTerms": [f"g.{o}"]}}
        for n, o in terms
    ]
    edges = drawn(graph(*documents).text(GraphFormat.dot)).edges
    assert [edge for edge in edges if edge[2] == "relatedTerms"] == [
        ("GlossaryTerm g.a", "GlossaryTerm g.b", "relatedTerms"),
        ("GlossaryTerm g.b", "GlossaryTerm g.a", "relatedTerms"),
    ]


def test_files_with_mistakes_are_not_drawn(tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text("kind: Dashboard\nspec: {nam: x}\n")
    done = CliRunner().invoke(app, [str(file)])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "wrong.yaml" in done.stderr
    missing = CliRunner().invoke(app, [str(tmp_path / "nowhere")])
    assert missing.exit_code == 2


def test_no_password_is_drawn() -> None:
    done = CliRunner().invoke(app, [str(ROOT / "examples" / "manifests"), "--format", "mermaid"])
    assert "LOOKER_SECRET" not in done.stdout
