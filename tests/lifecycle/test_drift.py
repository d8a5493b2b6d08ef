"""Drift: what is told of declared entities, whose doing it was, and what `omp drift` makes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lifecycle.lifecycle_example import PASSWORD, Stage, prepared, stage
from lifecycle.lifecycle_process import omp

from openmetadata_provider import ConfigurationError, OpenMetadata, PlanOptions, drift, plan
from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.lifecycle.changes import Observed
from openmetadata_provider.lifecycle.drifting.history import last_change
from openmetadata_provider.lifecycle.reports.drift_text import LONGEST, cells, divided_path
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

MAN = {"kind": "DashboardService", "spec": {"name": "bi", "serviceType": "Metabase"}}
CHART = {
    "kind": "Chart",
    "spec": {"name": "c", "service": "bi", "displayName": "Sales", "tags": [{"tagFQN": "Tier.Tier1"}]},
}
DECLARED: list[dict[str, Any]] = [MAN, CHART]


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer(SandboxOptions()) as server:
        yield server


@pytest.fixture
def bot(server: SandboxServer) -> Iterator[OpenMetadata]:
    with OpenMetadata(host=server.url, jwt_token=server.bot_token) as bot:
        plan(bot, DECLARED).apply().raise_for_failures()
        yield bot


@pytest.fixture
def admin(server: SandboxServer) -> Iterator[OpenMetadata]:
    with OpenMetadata(host=server.url, jwt_token=server.admin_token) as admin:
        yield admin


def edit(om: OpenMetadata, name: str, value: Any) -> None:
    """As a person does in the browser."""
    om.charts.patch(om.charts.get_by_name("bi.c").id, [{"op": "add", "path": f"/{name}", "value": value}])


def told(om: OpenMetadata, declared: Any = None) -> list[tuple[Any, ...]]:
    """Path, declared, on the server, by whom, whether that is sure."""
    return [
        (one.path, one.declared, one.on_server, one.changed.by, one.changed.is_exact)
        for entity in drift(om, declared or DECLARED).entities
        for one in entity.properties
        if one.changed is not None
    ]


def test_what_was_applied_has_not_drifted(bot: OpenMetadata, admin: OpenMetadata) -> None:
    for om in (bot, admin):
        found = drift(om, DECLARED)
        assert found.is_empty
        assert found.checked == 2
        assert str(found) == f"Drift: 0 changed, 0 missing, 0 soft-deleted, 2 as declared ({found.requests} requests)."


def test_each_property_is_told_with_who_changed_it_last(bot: OpenMetadata, admin: OpenMetadata) -> None:
    edit(admin, "displayName", "Sales!")
    edit(bot, "tags", [])
    assert told(bot) == [
        ("displayName", "Sales", "Sales!", "admin", True),
        ("tags", ["Tier.Tier1"], None, "ingestion-bot", True),
    ]


def test_a_later_change_of_something_else_is_not_blamed(bot: OpenMetadata, admin: OpenMetadata) -> None:
    edit(admin, "displayName", "Sales!")
    edit(bot, "description", "Written by another.")
    assert told(admin) == [("displayName", "Sales", "Sales!", "admin", True)]
    (entity,) = drift(admin, DECLARED).entities
    change = entity.properties[0].changed
    assert change is not None
    assert change.version == 0.2


def test_what_nobody_declares_is_no_drift(bot: OpenMetadata, admin: OpenMetadata) -> None:
    edit(admin, "description", "d")
    assert drift(bot, DECLARED).is_empty


def test_what_was_so_from_the_beginning_is_told_as_a_guess(bot: OpenMetadata) -> None:
    declared = [MAN, {"kind": "Chart", "spec": {**CHART["spec"], "sourceUrl": "https://example.com"}}]
    assert told(bot, declared) == [("sourceUrl", "https://example.com", None, "ingestion-bot", False)]


def test_what_is_missing_and_what_is_soft_deleted_are_told_apart(bot: OpenMetadata, admin: OpenMetadata) -> None:
    other = {"kind": "Chart", "spec": {"name": "other", "service": "bi"}}
    admin.charts.delete(admin.charts.get_by_name("bi.c").id)
    found = drift(bot, [*DECLARED, other])
    assert [(e.name, e.state.value, e.changed and e.changed.by) for e in found.entities] == [
        ("Chart bi.c", "deleted", "admin"),
        ("Chart bi.other", "missing", None),
    ]
    assert "Chart bi.c is soft-deleted (admin, " in str(found)
    assert "Chart bi.other is not on the server" in str(found)


def test_only_what_drifted_costs_a_request_more(server: SandboxServer, bot: OpenMetadata, admin: OpenMetadata) -> None:
    before = drift(bot, DECLARED).requests
    edit(admin, "displayName", "Sales!")
    assert drift(bot, DECLARED).requests == before + 1
    assert server.requests.count("PATCH") == 1


def test_drift_is_what_a_plan_would_mend(bot: OpenMetadata, admin: OpenMetadata) -> None:
    edit(admin, "displayName", "Sales!")
    edit(admin, "tags", [])
    changes = [c for c in plan(bot, DECLARED).changes if not c.is_noop]
    assert [p.path for e in drift(bot, DECLARED).entities for p in e.properties] == [f.path for f in changes[0].fields]
    plan(bot, DECLARED).apply().raise_for_failures()
    assert drift(bot, DECLARED).is_empty


def test_what_cannot_change_is_drift_and_its_contents_are_not(bot: OpenMetadata) -> None:
    declared = [{"kind": "DashboardService", "spec": {"name": "bi", "serviceType": "Superset"}}, CHART]
    found = drift(bot, declared)
    assert [entity.name for entity in found.entities] == ["DashboardService bi"]
    assert found.entities[0].properties[0].path == "serviceType"


def test_a_secret_that_is_declared_otherwise_than_sent_is_drift_with_a_file_of_hashes(
    bot: OpenMetadata, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOOKER", PASSWORD)
    config = {"clientId": "i", "clientSecret": {"env": "LOOKER"}, "hostPort": "https://l.example.com"}
    looker = {
        "kind": "DashboardService",
        "spec": {"name": "l", "serviceType": "Looker", "connection": {"config": config}},
    }
    hashes = str(tmp_path / "hashes")
    plan(bot, looker, options=PlanOptions(secret_hashes=hashes)).apply().raise_for_failures()
    assert drift(bot, looker, secret_hashes=hashes).is_empty
    monkeypatch.setenv("LOOKER", "another" + PASSWORD)
    assert drift(bot, looker).is_empty
    found = drift(bot, looker, secret_hashes=hashes)
    (one,) = found.entities[0].properties
    assert (one.path, one.is_secret, one.declared) == ("connection.config.clientSecret", True, None)
    assert found.to_json()["drift"][0]["properties"][0]["secret"] is True
    assert PASSWORD not in str(found) + json.dumps(found.to_json()) + repr(found)
    monkeypatch.delenv("LOOKER")
    with pytest.raises(ConfigurationError, match="LOOKER is not set"):
        drift(bot, looker, secret_hashes=hashes)


def version(number: float, by: str, *names: str) -> dict[str, Any]:
    fields = [{"name": name, "newValue": "x"} for name in names]
    return {"version": number, "updatedBy": by, "updatedAt": 0, "changeDescription": {"fieldsUpdated": fields}}


@pytest.mark.parametrize(
    ("path", "by", "is_exact"),
    [
        ("description", "c", True),
        ("connection.config.hostPort", "b", True),
        ("extension.costCentre", "a", True),
        ("extension.other", "d", False),
        ("owners", "a", True),
        ("displayName", "d", False),
    ],
)
def test_the_newest_version_that_names_a_property_tells_who_it_was(path: str, by: str, is_exact: bool) -> None:
    versions = [
        version(0.5, "c", "description"),
        version(0.4, "b", "connection", "description"),
        version(0.3, "a", "extension.costCentre", "owner"),
        {"version": 0.1, "updatedBy": "z"},
    ]
    found = last_change(path, versions, Observed(body=Payload({"updatedBy": "d", "updatedAt": 1})))
    assert found is not None
    assert (found.by, found.is_exact) == (by, is_exact)


def test_of_long_texts_the_place_is_shown_where_they_differ(bot: OpenMetadata, admin: OpenMetadata) -> None:
    edit(admin, "displayName", "same " * 60 + "here\x1b[31m" + " rest" * 60)
    declared = {"kind": "Chart", "spec": {**CHART["spec"], "displayName": "same " * 60 + "there" + " rest" * 60}}
    (entity,) = drift(bot, [MAN, declared]).entities
    one, other = cells(entity.properties[0])
    assert "there" in one
    assert "here\N{REPLACEMENT CHARACTER}" in other
    assert max(len(one), len(other)) <= LONGEST + 2


def test_a_path_is_divided_at_its_dots() -> None:
    assert divided_path("connection.config.hostPort", 20) == "connection.config.\nhostPort"
    assert divided_path("description", 4) == "description"


@pytest.fixture(scope="module")
def drifted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The example, after a person was at work."""
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as environment, stage(prepared(folder, environment)) as example:
        admin = example.admin
        dashboard = admin.dashboards.get_by_name("looker.sales")
        owner = {"type": "user", "id": str(admin.users.get_by_name("omar").id)}
        admin.dashboards.patch(dashboard.id, [{"op": "add", "path": "/displayName", "value": "Sales [bold]!"}])
        admin.dashboards.patch(dashboard.id, [{"op": "add", "path": "/owners", "value": [owner]}])
        admin.charts.delete(admin.charts.get_by_name("superset.trips").id, hard=True)
        yield example


@pytest.mark.parametrize("width", [80, 120])
def test_the_table_fits_the_terminal(drifted: Stage, width: int) -> None:
    done = omp(drifted.server, "drift", str(drifted.manifests), folder=drifted.manifests, COLUMNS=str(width))
    assert done.returncode == 2, done.stderr
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert lines[0].split() == ["Property", "Declared", "On", "the", "server", "Changed", "by", "(UTC)"]
    assert "Chart superset.trips is not on the server" in lines
    row = next(line for line in lines if line.startswith("displayName"))
    assert row.split() == ["displayName", "Sales", "Sales", "[bold]!", "admin"]
    assert lines[-1].startswith("Drift: 1 changed, 1 missing, 0 soft-deleted, 25 as declared (")


def test_the_json_is_what_is_documented(drifted: Stage) -> None:
    done = omp(drifted.server, "drift", str(drifted.manifests), "--json", folder=drifted.manifests)
    assert done.returncode == 2
    found = json.loads(done.stdout)
    assert found["format_version"] == "1.0"
    assert found["summary"] == {"checked": 27, "unchanged": 25, "changed": 1, "missing": 1, "deleted": 0}
    changed = next(entity for entity in found["drift"] if entity["state"] == "changed")
    assert changed.keys() == {"kind", "fqn", "state", "declared_at", "changed", "properties"}
    name, owners = changed["properties"]
    assert name.keys() == {"path", "declared", "on_server", "changed"}
    assert (owners["declared"], owners["on_server"]) == (["team:analytics"], ["user:omar"])
    assert name["changed"]["by"] == "admin"
    assert name["changed"]["at"].endswith("+00:00")


def test_the_status_tells_drift_from_errors(drifted: Stage, tmp_path: Path) -> None:
    persona = tmp_path / "persona.yaml"
    persona.write_text("kind: Persona\nspec: {name: analyst, displayName: Analyst}\n", encoding="utf-8")
    assert omp(drifted.server, "drift", "persona.yaml", folder=tmp_path).returncode == 0
    persona.write_text("kind: Persona\nspec: {name: analyst, displayName: A}\n", encoding="utf-8")
    assert omp(drifted.server, "drift", "persona.yaml", folder=tmp_path).returncode == 2
    persona.write_text("kind: Persona\nspec: {nam: analyst}\n", encoding="utf-8")
    for arguments in (["persona.yaml"], ["nowhere"], ["--no-such-option"], []):
        done = omp(drifted.server, "drift", *arguments, folder=tmp_path)
        assert done.returncode == 1, arguments
        assert done.stderr
