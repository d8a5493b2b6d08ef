"""What is exported, what is left out, and that nothing secret is ever written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lifecycle.lifecycle_example import PASSWORD, Stage, prepared, stage

from openmetadata_provider import OpenMetadata, UsageError, drift, export, plan
from openmetadata_provider.lifecycle.exporting.document import Exported
from openmetadata_provider.lifecycle.exporting.properties import fields_to_read, payload_of
from openmetadata_provider.lifecycle.exporting.yaml_text import document_text
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer
from openmetadata_provider.validation.kinds import kinds
from openmetadata_provider.validation.reading.limits import DEFAULT_LIMITS
from openmetadata_provider.validation.reading.source import Source
from openmetadata_provider.validation.reading.yaml_text import yaml_documents

LOOKER_VARIABLE = "DASHBOARD_SERVICE_LOOKER_CLIENT_SECRET"


@pytest.fixture(scope="module")
def example_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as environment, stage(prepared(folder, environment)) as example_stage:
        yield example_stage


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer(SandboxOptions()) as server:
        yield server


@pytest.fixture
def om(server: SandboxServer) -> Iterator[OpenMetadata]:
    with OpenMetadata(host=server.url, jwt_token=server.bot_token) as om:
        yield om


def names(found: Any) -> list[tuple[str, str]]:
    return [(document.kind, document.fqn) for document in found]


def spec_of(om: OpenMetadata, what: str) -> dict[str, Any]:
    (document,) = export(om, what)
    return dict(document.spec)


def test_the_example_is_exported_by_admin_and_bot_alike_and_plans_as_no_changes(example_stage: Stage) -> None:
    by_bot, by_admin = export(example_stage.bot), export(example_stage.admin)
    assert str(by_bot) == str(by_admin)
    assert (by_bot.skipped, by_bot.notes) == ((), ())
    assert plan(example_stage.admin, by_bot).is_empty
    assert plan(example_stage.bot, by_bot).is_empty


def test_what_is_exported_makes_the_same_on_an_empty_server(
    example_stage: Stage, monkeypatch: pytest.MonkeyPatch, om: OpenMetadata
) -> None:
    found = export(example_stage.admin)
    for name in found.variables:
        monkeypatch.setenv(name, "s")
    plan(om, found).apply().raise_for_failures()
    assert str(export(om)) == str(found)


def test_a_password_is_never_exported_though_a_bot_sees_it(example_stage: Stage) -> None:
    seen = example_stage.bot.dashboard_services.get_by_name("looker").connection.config
    assert seen.clientSecret.get_secret_value() == PASSWORD
    found = export(example_stage.bot)
    assert PASSWORD not in str(found) + repr(found)
    assert LOOKER_VARIABLE in found.variables
    assert spec_of(example_stage.bot, "DashboardService/looker")["connection"]["config"] == {
        "clientId": "openmetadata",
        "clientSecret": {"env": LOOKER_VARIABLE},
        "hostPort": "https://looker.example.com:443",
    }


def test_what_looks_like_a_secret_where_none_is_declared_is_left_out_and_said(om: OpenMetadata) -> None:
    arguments = {"sslmode": "require", "apiToken": PASSWORD, "nested": {"password": PASSWORD}}
    config = {"username": "u", "hostPort": "h:1", "database": "d", "connectionArguments": arguments}
    om.database_services.create(name="pg", serviceType="Postgres", connection={"config": config})
    found = export(om, "DatabaseService/pg")
    assert found[0].spec["connection"]["config"]["connectionArguments"] == {"sslmode": "require", "nested": {}}
    assert PASSWORD not in str(found)
    assert len(found.notes) == 2
    assert "connection.config.connectionArguments.apiToken looks like a secret" in found.notes[0]
    assert plan(om, found).is_empty


def test_credentials_of_a_bot_user_are_neither_asked_for_nor_written() -> None:
    mechanism = {"authType": "JWT", "config": {"JWTToken": PASSWORD, "JWTTokenExpiry": "Unlimited"}}
    entity = {"name": "robot", "email": "robot@example.com", "isBot": True, "authenticationMechanism": mechanism}
    spec = kinds()["User"].spec
    assert payload_of(spec, entity) == {"name": "robot", "email": "robot@example.com", "isBot": True}
    assert "authenticationMechanism" not in fields_to_read(spec)


def test_a_list_is_read_in_pages_and_not_one_by_one(example_stage: Stage) -> None:
    before = example_stage.server.requests.count("GET")
    found = export(example_stage.bot)
    assert example_stage.server.requests.count("GET") - before == found.requests == len(kinds()) + 1
    assert export(example_stage.bot, "Dashboard").requests == 1


def test_what_a_server_came_with_is_exported_only_if_it_is_asked_for(om: OpenMetadata) -> None:
    assert names(export(om)) == [("User", "reader")]  # the sandbox's own
    found = export(om, include_system=True)
    everything = set(names(found))
    assert {("Team", "Organization"), ("User", "admin"), ("Tag", "Tier.Tier1"), ("Bot", "ingestion-bot")} <= everything
    assert ("User", "ingestion-bot") in everything
    assert not found.skipped
    assert plan(om, found).is_empty
    assert names(export(om, "Tier", with_contents=True))[0] == ("Classification", "Tier")
    assert len(export(om, "Tier", with_contents=True)) == 6


def test_what_is_soft_deleted_is_not_exported(om: OpenMetadata) -> None:
    om.dashboard_services.create(name="bi", serviceType="Metabase")
    om.charts.delete(om.charts.create(name="gone", service="bi"))
    assert names(export(om, "Chart")) == []
    assert names(export(om, "DashboardService/bi", with_contents=True)) == [("DashboardService", "bi")]
    with pytest.raises(UsageError, match=r"Chart bi\.gone is soft-deleted"):
        export(om, "bi.gone")


def test_inherited_references_and_derived_labels_are_left_out(om: OpenMetadata) -> None:
    om.domains.create(name="Sales", domainType="Aggregate", description="d")
    om.dashboard_services.create(name="bi", serviceType="Metabase", domains=["Sales"])
    om.glossaries.create(name="Words", description="d")
    om.glossary_terms.create(name="Customer", glossary="Words", description="d", tags=[{"tagFQN": "PII.Sensitive"}])
    om.charts.create(name="c", service="bi", tags=[{"tagFQN": "Words.Customer"}])
    assert {label.tagFQN for label in om.charts.get_by_name("bi.c", fields="tags").tags} == {
        "Words.Customer",
        "PII.Sensitive",
    }
    assert spec_of(om, "bi.c") == {
        "name": "c",
        "service": "bi",
        "tags": [{"tagFQN": "Words.Customer", "source": "Glossary"}],
    }


def test_a_description_is_exported_as_it_reads() -> None:
    options = SandboxOptions(version="1.13.3", sanitize_descriptions="2.0")
    with SandboxServer(options) as server, OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        om.glossaries.create(name="Words", description="Orders & returns: `fewer` than 3")
        assert spec_of(om, "Glossary")["description"] == "Orders & returns: `fewer` than 3"
        om.glossaries.patch(
            om.glossaries.get_by_name("Words").id, [{"op": "add", "path": "/displayName", "value": "x"}]
        )
        assert plan(om, export(om, "Glossary")).is_empty


@pytest.mark.parametrize("text", ["a &amp;lt; b", "&amp;amp;", "&lt;b&gt;", "A & B"])
def test_a_text_full_of_entities_plans_as_no_changes(text: str) -> None:
    options = SandboxOptions(sanitize_descriptions="off")
    with SandboxServer(options) as server, OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        om.glossaries.create(name="Words", description=text)
        assert plan(om, export(om)).is_empty


def test_a_relation_that_two_sides_tell_is_told_once(om: OpenMetadata) -> None:
    jane = om.users.create(name="jane.doe", email="jane@example.com")
    om.teams.create(name="data", teamType="Group", users=[jane.id], owners=[{"type": "user", "id": jane.id}])
    found = export(om, ["Team", "User/jane.doe"])
    assert [dict(document.spec) for document in found] == [
        {"name": "data", "teamType": "Group", "users": ["jane.doe"], "owners": ["user:jane.doe"]},
        {"name": "jane.doe", "email": "jane@example.com"},
    ]
    assert found.notes == ()
    assert spec_of(om, "User/jane.doe")["teams"] == ["Organization", "data"]
    assert plan(om, found).is_empty


def test_a_circle_of_references_is_opened_and_said(om: OpenMetadata) -> None:
    om.users.create(name="jane", email="jane@example.com")
    om.domains.create(name="Sales", domainType="Aggregate", description="d", owners=["user:jane"], experts=["jane"])
    om.users.update(om.users.get_by_name("jane"), domains=["Sales"])
    found = export(om, ["User/jane", "Domain"])
    assert plan(om, found).is_empty
    assert "domains" not in found[0].spec
    assert (found[1].spec["owners"], found[1].spec["experts"]) == (["user:jane"], ["jane"])
    assert found.notes == (
        "User jane: domains is part of a circle, and one of them has to be made first: "
        "User jane → Domain Sales → User jane.",
    )
    assert "# Left out: domains is part of a circle" in str(found)


def test_related_terms_are_told_by_one_of_two(om: OpenMetadata) -> None:
    om.glossaries.create(name="Words", description="d")
    for name, related in (("A", []), ("B", ["Words.A"]), ("C", ["Words.A", "Words.B"])):
        om.glossary_terms.create(name=name, glossary="Words", description="d", relatedTerms=related)
    found = export(om, "Glossary", with_contents=True)
    assert plan(om, found).is_empty
    told = [document.spec.get("relatedTerms") for document in found if document.kind == "GlossaryTerm"]
    assert [sorted(terms) for terms in told if terms]


@pytest.mark.parametrize("word", ["Dashboard", "dashboards", "dashboard", "DASHBOARDS"])
def test_a_kind_may_be_in_plural_and_in_any_case(example_stage: Stage, word: str) -> None:
    assert names(export(example_stage.bot, word)) == [("Dashboard", "looker.sales")]


@pytest.mark.parametrize("word", ["dashboard-services", "DashboardService", "dashboardServices", "dashboard_services"])
def test_a_kind_of_two_words_may_be_written_in_many_ways(example_stage: Stage, word: str) -> None:
    assert names(export(example_stage.bot, word)) == [("DashboardService", "looker"), ("DashboardService", "superset")]


def test_an_entity_is_found_by_its_fqn_alone(example_stage: Stage) -> None:
    assert names(export(example_stage.bot, "looker.sales")) == [("Dashboard", "looker.sales")]
    assert names(export(example_stage.bot, ["User/jane.doe"])) == names(export(example_stage.bot, ["jane.doe"]))


def test_words_that_mean_nothing_or_too_much_are_told(example_stage: Stage, om: OpenMetadata) -> None:
    with pytest.raises(UsageError, match='Did you mean "Dashboard"'):
        export(example_stage.bot, "Dashbord")
    with pytest.raises(UsageError, match="no kind Dashbord"):
        export(example_stage.bot, "Dashbord/looker.sales")
    with pytest.raises(UsageError, match="the server has no such Dashboard"):
        export(example_stage.bot, "Dashboard/looker.nothing")
    om.dashboard_services.create(name="x", serviceType="Metabase")
    om.database_services.create(name="x", serviceType="Mysql")
    with pytest.raises(UsageError, match=r"several entities. Say which: DashboardService/x, DatabaseService/x"):
        export(om, "x")


def test_with_contents_takes_what_is_inside(example_stage: Stage) -> None:
    found = export(example_stage.bot, "looker", with_contents=True)
    assert names(found) == [
        ("DashboardService", "looker"),
        ("Dashboard", "looker.sales"),
        ("Chart", "looker.orders"),
        ("Chart", "looker.revenue"),
    ]
    assert found[1].spec == spec_of(example_stage.bot, "looker.sales")


def test_a_domain_holds_its_subdomains_and_data_products(example_stage: Stage) -> None:
    assert names(export(example_stage.bot, "Domain/Sales", with_contents=True)) == [
        ("Domain", "Sales"),
        ("Domain", "Sales.Returns"),
        ("DataProduct", "weekly_sales"),
    ]


@pytest.mark.parametrize("version", ["1.4.0", "1.8.0", "2.0.0"])
def test_an_older_or_a_newer_server_is_exported_in_the_words_of_today(version: str) -> None:
    options = SandboxOptions(version=version)
    with SandboxServer(options) as server, OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        om.domains.create(name="Sales", domainType="Aggregate", description="d", owners=["user:reader"])
        om.dashboard_services.create(name="bi", serviceType="Metabase", owners=["user:reader"], domains=["Sales"])
        found = export(om)
        assert spec_of(om, "DashboardService/bi") == {
            "name": "bi",
            "serviceType": "Metabase",
            "owners": ["user:reader"],
            "domains": ["Sales"],
        }
        assert plan(om, found).is_empty
        om.dashboard_services.update(om.dashboard_services.get_by_name("bi"), owners=[])
        (entity,) = drift(om, found).entities
        assert [(one.path, one.changed and one.changed.is_exact) for one in entity.properties] == [("owners", True)]


def test_what_no_document_can_declare_is_left_out_and_said(om: OpenMetadata) -> None:
    options = SandboxOptions(multi_domain_rule=False)
    with SandboxServer(options) as server, OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        for name in ("A", "B"):
            om.domains.create(name=name, domainType="Aggregate", description="d")
        om.dashboard_services.create(name="bi", serviceType="Metabase", domains=["A", "B"])
        om.data_products.create(name="p", description="d", domains=["A", "B"])
        found = export(om, ["DashboardService", "DataProduct"])
    assert names(found) == [("DashboardService", "bi")]
    assert "domains is not valid" in found.notes[0]
    assert "DataProduct p: domains is not valid" in str(found.skipped[0])


def _read(text: str) -> Any:
    (document,) = yaml_documents(Source("x.yaml", text), DEFAULT_LIMITS)
    return document.value


TEXTS = [
    "yes",
    "1e3",
    "0o17",
    "2024-01-01",
    "~",
    "",
    " x",
    "x ",
    "a: b",
    "# x",
    "- x",
    "a\n",
    "\na",
    " a\nb ",
    "a  \nb",
]


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=150) | st.sampled_from(TEXTS) | st.lists(st.sampled_from(TEXTS)).map("\n".join))
@example("a word " * 40)
@example("two  spaces " * 20)
@example("trailing  \n\n   \nand \t tab\n\n")
@example("\r\n".join(["windows", "lines"]))
def test_every_text_reads_back_from_yaml_as_it_was(text: str) -> None:
    spec = {"name": text, "synonyms": [text], "style": {text: text} if text != "<<" else {}}
    document = Exported(definition=kinds()["GlossaryTerm"].spec, fqn="g.t", spec=spec, notes=(text,))
    assert _read(document_text(document)) == {"kind": "GlossaryTerm", "spec": spec}


def test_a_text_of_several_lines_is_a_block() -> None:
    spec = {"name": "t", "description": "What comes back:  \n\n- one\n- two\n", "displayName": "long " * 30 + "end"}
    text = document_text(Exported(definition=kinds()["Glossary"].spec, fqn="t", spec=spec))
    assert "  description: |\n    What comes back:  \n\n    - one\n    - two\n" in text
    assert max(map(len, text.splitlines())) <= 106
