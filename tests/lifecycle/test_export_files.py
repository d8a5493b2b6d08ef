"""Exported files: where they go, that nothing is lost or overwritten, and what `omp export` says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifecycle.lifecycle_example import PASSWORD, Stage, prepared, stage
from lifecycle.lifecycle_process import omp

from openmetadata_provider import UsageError, export, plan
from openmetadata_provider.lifecycle.exporting.naming import file_names, variable
from openmetadata_provider.lifecycle.loading import manifests_from

SECRET = ("connection", "config", "clientSecret")


@pytest.fixture(scope="module")
def example_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as environment, stage(prepared(folder, environment)) as example_stage:
        yield example_stage


def files_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_names_that_a_file_system_cannot_tell_apart_get_files_of_their_own() -> None:
    names = file_names(["looker.sales", "looker.Sales", "looker.costs", "a b", "a_b", "con", "-rf", '".hidden".x'])
    assert len({name.casefold() for name in names.values()}) == len(names)
    assert names["looker.costs"] == "looker.costs.yaml"
    assert (names["con"], names["-rf"], names['".hidden".x']) == ("_con.yaml", "_-rf.yaml", "_.hidden.x.yaml")
    assert names["looker.sales"] != "looker.sales.yaml"


def test_a_file_of_another_entity_is_not_taken_where_case_does_not_count() -> None:
    assert file_names(["sales"], taken=["Sales.yaml"])["sales"].startswith("sales-")
    assert file_names(["sales"], taken=["sales.yaml"])["sales"] == "sales.yaml"


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(st.text(min_size=1, max_size=300), unique=True, max_size=6))
def test_every_fqn_has_a_safe_file_of_its_own(fqns: list[str]) -> None:
    names = file_names(fqns)
    assert len({name.casefold() for name in names.values()}) == len(fqns)
    for name in names.values():
        assert len(name.encode("utf-8", "surrogatepass")) < 200
        assert not set(name) & set('/\\:*?"<>| \n\x00')
        assert name[0] not in ".-"


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text(min_size=1, max_size=50))
def test_a_variable_can_be_set_in_any_shell(fqn: str) -> None:
    name = variable("DashboardService", fqn, SECRET)
    assert name.isascii()
    assert name.isidentifier()
    assert name.startswith("DASHBOARD_SERVICE_")
    assert name.isupper()


def test_services_that_differ_only_in_case_have_variables_of_their_own() -> None:
    names = {variable("DashboardService", fqn, SECRET) for fqn in ("looker", "Looker", "loo ker", "loo_ker")}
    assert len(names) == 4
    assert "DASHBOARD_SERVICE_LOOKER_CLIENT_SECRET" in names


def test_the_files_are_the_documents(example_stage: Stage, tmp_path: Path) -> None:
    found = export(example_stage.bot)
    written = found.write(tmp_path)
    assert len(written) == len(found) == len(files_below(tmp_path))
    assert "glossary_terms/Business.Customer.Active_customer.yaml" in files_below(tmp_path)
    read = {(m.kind, m.payload.value["name"]): m.payload.value for m in manifests_from(str(tmp_path))}
    assert read == {(d.kind, d.spec["name"]): d.spec for d in found}
    assert plan(example_stage.admin, str(tmp_path)).is_empty
    assert not any(PASSWORD in path.read_text("utf-8") for path in written)


def test_a_file_with_another_content_stops_everything_unless_it_may_be_overwritten(
    example_stage: Stage, tmp_path: Path
) -> None:
    found = export(example_stage.bot, ["Team", "User"])
    edited = tmp_path / "teams" / "analytics.yaml"
    edited.parent.mkdir()
    edited.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="--force"):
        found.write(tmp_path)
    assert files_below(tmp_path) == ["teams/analytics.yaml"]
    assert edited.read_text(encoding="utf-8") == "mine"
    assert edited in found.write(tmp_path, overwrite=True)
    assert found.write(tmp_path) == []


def test_a_folder_that_cannot_be_written_to_is_told(example_stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        export(example_stage.bot, "Team").write(tmp_path / "out")


def test_the_command_writes_files_that_validate_and_names_the_variables(example_stage: Stage, tmp_path: Path) -> None:
    done = omp(example_stage.server, "export", "--all", "--out", "out", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[0] == "Wrote 28 files below out (18 requests)."
    assert "Set these before you apply:\n  DASHBOARD_SERVICE_LOOKER_CLIENT_SECRET\n" in done.stderr
    assert omp(example_stage.server, "validate", "out", folder=tmp_path).returncode == 0
    again = omp(example_stage.server, "export", "Team", "--out", "out", folder=tmp_path)
    assert again.stderr == "Wrote 0 files below out, 2 already there and the same (1 request).\n"


def test_the_command_prints_yaml_without_out(example_stage: Stage, tmp_path: Path) -> None:
    done = omp(
        example_stage.server,
        "export",
        "looker.revenue",
        "Persona",
        folder=tmp_path,
        token=example_stage.server.bot_token,
    )
    assert done.returncode == 0
    assert done.stdout == (
        "kind: Chart\nspec:\n  name: revenue\n  displayName: Revenue by week\n  service: looker\n  chartType: Line\n"
        "---\nkind: Persona\nspec:\n  name: analyst\n  displayName: Analyst\n  description: Reads dashboards every day.\n"
    )
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 2, "Say what to export"),
        (["--all", "Dashboard"], 2, "Say what to export"),
        (["Dashbord"], 1, 'Did you mean "Dashboard"?'),
        (["Dashboard/none"], 1, "the server has no such Dashboard"),
    ],
)
def test_the_command_says_what_it_did_not_understand(
    example_stage: Stage, tmp_path: Path, arguments: list[str], status: int, message: str
) -> None:
    done = omp(example_stage.server, "export", *arguments, folder=tmp_path)
    assert done.returncode == status
    assert message in " ".join(done.stderr.split())
