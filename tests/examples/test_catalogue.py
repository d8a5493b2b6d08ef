"""The example of a whole catalogue: valid, planned, applied, without drift, and gone again, with either sort of token."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from openmetadata_provider import Action, OpenMetadata, Plan, Severity, destroy, export, plan
from openmetadata_provider.client.bindings import registry
from openmetadata_provider.lifecycle.catalogue import Catalogue
from openmetadata_provider.lifecycle.loading import manifests_from
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer
from openmetadata_provider.validation.run import Options, checked

CATALOGUE = Path(__file__).parents[2] / "examples" / "catalogue"
SECRETS = {"LOOKER_CLIENT_SECRET": "of-looker-never-shown", "SUPERSET_PASSWORD": "of-superset-never-shown"}


class World(NamedTuple):
    """A sandbox, a client for it, and one of somebody else's."""

    sandbox: SandboxServer
    om: OpenMetadata
    other: OpenMetadata

    def everything(self) -> set[tuple[str, str]]:
        """Kind and FQN of all there is, soft-deleted or not."""
        collections = {
            kind: getattr(self.om, entry.attribute) for kind, entry in registry("openmetadata_bindings").items()
        }
        return {(kind, e.fullyQualifiedName) for kind, c in collections.items() for e in c.list(include="all")}


@pytest.fixture(autouse=True)
def _secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(params=[(v, who) for v in ("1.13.0", "2.0.0") for who in ("admin", "bot")], ids=lambda p: "-".join(p))
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    version, who = request.param
    with SandboxServer(SandboxOptions(version=version)) as sandbox:
        tokens = {"admin": sandbox.admin_token, "bot": sandbox.bot_token}
        token, other = tokens.pop(who), next(iter(tokens.values()))
        with (
            OpenMetadata(host=sandbox.url, jwt_token=token) as om,
            OpenMetadata(host=sandbox.url, jwt_token=other) as someone,
        ):
            yield World(sandbox, om, someone)


def files() -> list[str]:
    return [str(file) for file in sorted(CATALOGUE.rglob("*.yaml"))]


def counts(made: Plan) -> dict[str, int]:
    return {action.value: count for action, count in made.counts.items()}


def test_it_holds_what_a_team_would_have() -> None:
    declared = Catalogue(manifests_from(str(CATALOGUE)))
    kinds = Counter(declaration.spec.kind for declaration in declared)
    wanted = {"DashboardService": 2, "Chart": 10, "Dashboard": 5, "Team": 4, "User": 4, "Domain": 2, "DataProduct": 1}
    assert (
        wanted | {"Classification": 1, "Tag": 3, "Glossary": 1, "GlossaryTerm": 4, "Policy": 1, "Role": 1, "Persona": 1}
        == kinds
    )


def test_it_is_valid_and_refers_to_nothing_that_is_not_in_it() -> None:
    results = checked(files(), Options(closed=True, places_notes=True))
    assert [str(d) for result in results for d in result.diagnostics] == []


def test_no_password_is_written_out() -> None:
    text = "\n".join(Path(file).read_text(encoding="utf-8") for file in files())
    assert re.findall(r"(?:password|clientSecret): (.*)", text) == [
        "{env: LOOKER_CLIENT_SECRET}",
        "{env: SUPERSET_PASSWORD}",
    ]


def test_it_is_applied_once_and_then_there_is_nothing_to_do(world: World) -> None:
    first = plan(world.om, CATALOGUE)
    assert counts(first) == {"create": 40}
    assert "never-shown" not in str(first) + str(first.to_json())
    first.apply().raise_for_failures()
    assert plan(world.om, CATALOGUE).is_empty
    with OpenMetadata(host=world.sandbox.url, jwt_token=world.sandbox.bot_token) as bot:  # which sees passwords
        stored: Any = bot.dashboard_services.get_by_name("retail_looker").connection
    assert "of-looker-never-shown" in stored.config.clientSecret.get_secret_value()


def test_what_somebody_else_changes_is_found_and_mended_and_nothing_else(world: World) -> None:
    plan(world.om, CATALOGUE).apply().raise_for_failures()
    world.other.dashboards.update_by_name("retail_looker.returns", description="edited by hand")
    world.other.dashboards.update_by_name("retail_looker.weekly_sales", displayName="Monday")  # ignored: ignore_changes
    found = plan(world.om, CATALOGUE)
    changed = {(c.fqn, f.path, f.before) for c in found.changes if c.action is Action.update for f in c.fields}
    assert changed == {("retail_looker.returns", "description", "edited by hand")}
    found.apply().raise_for_failures()
    assert world.om.dashboards.get_by_name("retail_looker.returns").description == "What comes back, and what it costs."
    assert plan(world.om, CATALOGUE).is_empty


def test_it_goes_without_a_trace(world: World) -> None:
    before = world.everything()
    plan(world.om, CATALOGUE).apply().raise_for_failures()
    assert len(world.everything() - before) == 40
    gone = destroy(world.om, CATALOGUE)
    assert counts(gone) == {"delete": 40}
    gone.apply().raise_for_failures()
    assert world.everything() == before
    assert counts(plan(world.om, CATALOGUE)) == {"create": 40}


def test_what_it_made_is_exported_as_files_that_change_nothing(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(world.om, CATALOGUE).apply().raise_for_failures()
    exported = export(world.om)
    exported.write(tmp_path)
    for variable in exported.variables:
        monkeypatch.setenv(variable, "of-somebody")
    text = "".join(file.read_text(encoding="utf-8") for file in tmp_path.rglob("*.yaml"))
    assert "never-shown" not in text
    assert len(exported.variables) == 2
    again = plan(world.om, tmp_path)
    assert again.is_empty
    assert {change.key for change in plan(world.om, CATALOGUE).changes} <= {change.key for change in again.changes}
    results = checked([str(file) for file in sorted(tmp_path.rglob("*.yaml"))], Options())
    assert [str(d) for r in results for d in r.diagnostics if d.severity is not Severity.note] == []
