"""Documents against one another, and payloads against a release of the server."""

from __future__ import annotations

from pathlib import Path

import pytest

from openmetadata_provider import UsageError
from openmetadata_provider.validation import Checks, validate
from openmetadata_provider.validation.diagnostics import Diagnostic, Severity
from openmetadata_provider.validation.run import FileResult, Options, checked
from openmetadata_provider.validation.versions import version_from_text

ERROR, NOTE = Severity.error, Severity.note


def crossed(folder: Path, options: Options | None = None, **texts: str) -> list[FileResult]:
    """The results of files with these texts, a document for each line, written short."""
    for name, text in texts.items():
        documents = (
            f"kind: {kind}\nspec: {spec}\n"
            for kind, _, spec in (line.partition(" ") for line in text.splitlines() if line)
        )
        (folder / f"{name}.yaml").write_text("---\n".join(documents), encoding="utf-8")
    return checked([str(folder / f"{name}.yaml") for name in texts], options or Options())


def told(results: list[FileResult], severity: Severity = ERROR) -> list[tuple[str, str]]:
    """Code and pointer of every diagnostic of a severity."""
    return [(d.code, d.pointer) for result in results for d in result.diagnostics if d.severity is severity]


def found(results: list[FileResult], code: str) -> list[Diagnostic]:
    return [d for result in results for d in result.diagnostics if d.code == code]


GLOSSARY = "Glossary {name: Business, description: Words}"
LOOKER = "DashboardService {name: looker, serviceType: Looker}"
SALES = "Dashboard {name: sales, service: looker}"


def test_an_entity_that_two_files_declare_is_an_error_in_the_second(tmp_path: Path) -> None:
    first, second = crossed(tmp_path, a=SALES, b=f"{LOOKER}\n{SALES}")
    assert told([first]) == []
    assert told([second]) == [("duplicate", "/spec/name")]
    assert str(tmp_path / "a.yaml") in found([second], "duplicate")[0].message


def test_one_name_in_two_collections_is_no_duplicate(tmp_path: Path) -> None:
    assert told(crossed(tmp_path, a=f"{LOOKER}\nDatabaseService {{name: looker, serviceType: Mysql}}")) == []


def test_users_are_the_same_whatever_the_case(tmp_path: Path) -> None:
    user = "User {name: %s, email: jane@example.com}"
    assert told(crossed(tmp_path, a=f"{user % 'Jane'}\n{user % 'jane'}")) == [("duplicate", "/spec/name")]


def test_a_reference_to_what_is_declared_says_nothing(tmp_path: Path) -> None:
    results = crossed(tmp_path, a=f"{LOOKER}\n{SALES}")
    assert told(results) + told(results, NOTE) == []


def test_a_reference_to_what_is_declared_nowhere_is_a_note_and_closed_an_error(tmp_path: Path) -> None:
    assert told(crossed(tmp_path, a=SALES), NOTE) == [("expected-on-server", "/spec/service")]
    assert told(crossed(tmp_path, Options(closed=True), a=SALES)) == [("expected-on-server", "/spec/service")]


def test_a_reference_that_is_nearly_a_declared_name_gets_advice(tmp_path: Path) -> None:
    results = crossed(tmp_path, Options(closed=True), a=f"{LOOKER}\nDashboard {{name: sales, service: loker}}")
    assert found(results, "expected-on-server")[0].hint == 'Did you mean "looker"?'


def test_notes_need_no_place_where_they_are_not_shown(tmp_path: Path) -> None:
    note = found(crossed(tmp_path, Options(places_notes=False), a=SALES), "expected-on-server")[0]
    assert note.place is None
    assert note.refers_to == ("DashboardService", "looker")


def test_a_reference_to_another_kind_is_an_error(tmp_path: Path) -> None:
    text = f"DatabaseService {{name: looker, serviceType: Mysql}}\n{SALES}"
    assert told(crossed(tmp_path, a=text)) == [("wrong-kind", "/spec/service")]


def test_a_name_that_another_kind_has_too_is_no_error(tmp_path: Path) -> None:
    bot = "Bot {name: robot, botUser: robot}"
    dashboard = 'Dashboard {name: sales, service: looker, charts: [looker.sales], owners: ["team:robot"]}'
    results = crossed(tmp_path, a=f"{LOOKER}\n{bot}\n{dashboard}")
    assert told(results) == []
    assert len(told(results, NOTE)) == 3


def test_tags_that_exclude_each_other_in_the_files_are_an_error_at_the_second(tmp_path: Path) -> None:
    tags = "tags: [{tagFQN: S.Public}, {tagFQN: S.Internal}]"
    exclusive = "Classification {name: S, description: d, mutuallyExclusive: %s}"
    dashboard = f"Dashboard {{name: sales, service: looker, {tags}}}"
    assert told(crossed(tmp_path, a=f"{exclusive % 'true'}\n{dashboard}")) == [
        ("exclusive-tags", "/spec/tags/1/tagFQN")
    ]
    assert told(crossed(tmp_path, b=f"{exclusive % 'false'}\n{dashboard}")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Domain {name: A, domainType: Aggregate, description: d, parent: B}\n"
        "Domain {name: B, domainType: Aggregate, description: d, parent: A}",
        "GlossaryTerm {glossary: Business, name: A, description: d, parent: Business.B}\n"
        "GlossaryTerm {glossary: Business, name: B, description: d, parent: Business.A}",
        "Domain {name: A, domainType: Aggregate, description: d, parent: A}",
    ],
    ids=["domains", "terms", "its own parent"],
)
def test_a_circle_is_one_error(tmp_path: Path, text: str) -> None:
    assert told(crossed(tmp_path, a=text)) == [("cycle", "/spec/name")]


def test_a_chain_of_parents_is_no_circle(tmp_path: Path) -> None:
    term = "GlossaryTerm {glossary: Business, name: %s, description: d, parent: %s}"
    text = f"{GLOSSARY}\n{term % ('B', 'Business.A')}\n{term % ('A', 'Business.A.B')}"
    assert told(crossed(tmp_path, a=text)) == []


def test_owners_and_quoted_names_are_found(tmp_path: Path) -> None:
    text = (
        "User {name: jane.doe, email: jane@example.com}\nTeam {name: data, teamType: Group}\n"
        "DashboardService {name: my.looker, serviceType: Looker, owners: ['user:Jane.Doe']}\n"
        "Dashboard {name: sales, service: '\"my.looker\"', owners: [{name: data, type: team}]}"
    )
    results = crossed(tmp_path, Options(closed=True), a=text)
    assert told(results) == []


def test_a_malformed_name_is_an_error_of_its_own(tmp_path: Path) -> None:
    text = "Dashboard {name: sales, service: looker, charts: ['looker.\"x']}"
    assert told(crossed(tmp_path, a=text)) == [("wrong-name", "/spec/charts/0")]


@pytest.mark.parametrize(
    ("version", "payload", "pointers"),
    [
        ("1.4", {"owners": ["user:a", "user:b"]}, ["/owners"]),
        ("1.5", {"owners": ["user:a", "user:b"]}, []),
        ("1.8", {"domains": ["A", "B"]}, ["/domains"]),
        ("1.9", {"domains": ["A", "B"]}, []),
        ("1.10", {"domains": ["A", "B"]}, ["/domains"]),
        ("1.9", {"owners": ["team:a", "user:b"]}, []),
        ("1.10.3", {"owners": ["team:a", "user:b"]}, ["/owners"]),
        ("1.13", {"name": "a>b"}, []),
        ("2.0", {"name": "a>b"}, ["/name"]),
    ],
)
def test_a_release_refuses_what_it_refuses(version: str, payload: dict[str, object], pointers: list[str]) -> None:
    checks = Checks(server_version=version_from_text(version))
    found = validate({"name": "x", "service": "s", **payload}, kind="Dashboard", checks=checks)
    assert [diagnostic.pointer for diagnostic in found] == pointers


@pytest.mark.parametrize("text", ["", "1", "one.two", "1.x", "v1.8"])
def test_what_is_no_version_is_an_error_of_usage(text: str) -> None:
    with pytest.raises(UsageError, match=r"write it as 1\.8"):
        version_from_text(text)
