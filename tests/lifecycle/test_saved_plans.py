"""Plans in files: self-contained, private, and refused when the server is not what it was."""

from __future__ import annotations

import hashlib
import json
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lifecycle_omp import LOOKER, charts, omp
from lifecycle_secrets import CONNECTORS, planted, specs

from openmetadata_provider import (
    ConfigurationError,
    InvalidManifests,
    OpenMetadata,
    PlanOptions,
    PlanOutdated,
    PlanRefused,
    UsageError,
    destroy,
    plan,
)
from openmetadata_provider.lifecycle.saving import SavedPlan, is_saved_plan, save
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer
from openmetadata_provider.validation.kinds import kinds

SENTINEL = "s3ntinel-password"


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOOKER_SECRET", "l00ker-secret")


@pytest.fixture
def om(server: SandboxServer) -> Iterator[OpenMetadata]:
    with OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        yield om


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "service.yaml").write_text(LOOKER)
    (tmp_path / "charts.yaml").write_text(charts("a", "b"))
    return tmp_path


def saved(om: OpenMetadata, folder: Path, **options: Any) -> Path:
    """A plan of the folder, saved beside it."""
    file = folder / "x.plan"
    save(plan(om, str(folder), options=PlanOptions(**options)), file)
    return file


def edited(file: Path, edit: Callable[[dict[str, Any]], object], *, is_signed: bool = False) -> None:
    """Changes a saved plan; `is_signed` makes its digest right again."""
    document = json.loads(file.read_text())
    edit(document)
    if is_signed:
        head = ("format", "format_version", "digest")
        content = {name: value for name, value in document.items() if name not in head}
        document["digest"] = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    file.write_text(json.dumps(document))


def test_a_saved_plan_is_applied_without_its_files_and_without_a_question(server: SandboxServer, folder: Path) -> None:
    file = folder / "x.plan"
    done = omp(server, "plan", folder, "--out", file)
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, f"Saved. To apply exactly this: omp apply {file}")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for manifest in folder.glob("*.yaml"):
        manifest.unlink()
    done = omp(server, "apply", file)
    assert done.exit_code == 0, done.stderr
    with OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        assert om.charts.find_by_name("bi.b") is not None


def test_a_saved_plan_is_applied_once(server: SandboxServer, om: OpenMetadata, folder: Path) -> None:
    file = saved(om, folder)
    assert omp(server, "apply", file).exit_code == 0
    done = omp(server, "apply", file)
    assert done.exit_code == 1
    assert "Chart bi.a: it exists now, and did not then." in done.stderr
    assert "Traceback" not in done.stderr


def test_lifecycle_old_names_and_options_come_along(om: OpenMetadata, folder: Path) -> None:
    lifecycle = "lifecycle: {prevent_destroy: true, ignore_changes: [description]}\n"
    plan(om, str(folder)).apply().raise_for_failures()
    documents = charts("a").replace("---\n", f"---\n{lifecycle}")
    documents += "---\nkind: Team\nspec: {name: new, teamType: Group}\n"
    (folder / "charts.yaml").write_text(documents)
    file = saved(om, folder, allow_replace=True)
    again = SavedPlan.opened(file).plan(om)
    assert again.options == PlanOptions(allow_replace=True)
    chart = next(change for change in again.changes if change.kind == "Chart")
    assert (chart.lifecycle.prevent_destroy, chart.lifecycle.ignore_changes) == (True, ("description",))
    assert chart.declaration is not None
    assert chart.declaration.manifest.origin.file == str(folder / "charts.yaml")


def test_a_renaming_is_saved_as_one(om: OpenMetadata, folder: Path) -> None:
    (folder / "charts.yaml").write_text("kind: Glossary\nspec: {name: old, description: d}\n")
    plan(om, str(folder)).apply().raise_for_failures()
    (folder / "charts.yaml").write_text("kind: Glossary\nrenamed_from: old\nspec: {name: new, description: d}\n")
    SavedPlan.opened(saved(om, folder)).plan(om).apply().raise_for_failures()
    assert om.glossaries.find_by_name("new") is not None
    assert om.glossaries.find_by_name("old") is None


def _changed(om: OpenMetadata) -> None:
    om.charts.update_by_name("bi.a", description="by somebody else")


def _gone(om: OpenMetadata) -> None:
    om.charts.delete(om.charts.get_by_name("bi.a"), hard=True)


def _anew(om: OpenMetadata) -> None:
    _gone(om)
    om.charts.create(name="a", service="bi", displayName="old")


def _exists(om: OpenMetadata) -> None:
    om.charts.create(name="b", service="bi")


CHANGES: dict[str, tuple[Callable[[OpenMetadata], None], str]] = {
    "changed": (_changed, "Chart bi.a: it was changed by admin on "),
    "gone": (_gone, "Chart bi.a: it is gone."),
    "anew": (_anew, "Chart bi.a: it was deleted and made anew."),
    "exists": (_exists, "Chart bi.b: it exists now, and did not then."),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_plan_is_refused_when_the_server_changed_since(
    server: SandboxServer, om: OpenMetadata, folder: Path, name: str
) -> None:
    (folder / "charts.yaml").write_text(charts("a", displayName="old"))
    plan(om, str(folder)).apply().raise_for_failures()
    (folder / "charts.yaml").write_text(charts("a", "b", displayName="new"))
    file = saved(om, folder)
    change, said = CHANGES[name]
    change(om)
    before = server.requests.count("PATCH") + server.requests.count("POST")
    with pytest.raises(PlanOutdated) as caught:
        SavedPlan.opened(file).plan(om)
    assert len(caught.value.differences) == 1
    assert caught.value.differences[0].startswith(said)
    assert server.requests.count("PATCH") + server.requests.count("POST") == before


def test_a_change_of_what_stays_as_it_is_stops_nothing(om: OpenMetadata, folder: Path) -> None:
    plan(om, str(folder)).apply().raise_for_failures()
    (folder / "charts.yaml").write_text(charts("a", "b", "c"))
    file = saved(om, folder)
    om.charts.update_by_name("bi.a", description="not declared")
    SavedPlan.opened(file).plan(om).apply().raise_for_failures()
    assert om.charts.get_by_name("bi.a").description == "not declared"


def test_another_server_is_refused_before_anything_is_sent(om: OpenMetadata, folder: Path) -> None:
    file = saved(om, folder)
    with SandboxServer(SandboxOptions()) as other:
        done = omp(other, "apply", file)
        assert done.exit_code == 1
        assert f"was made for {om.connection.settings.api_url}, and this is {other.url}/api" in done.stderr
        assert len(other.requests) == 0


def test_an_upgraded_server_is_another_one(om: OpenMetadata, folder: Path) -> None:
    file = saved(om, folder)
    edited(file, lambda document: document["server"].update(version="1.12"), is_signed=True)
    with pytest.raises(PlanOutdated, match=r"The server is of version 1\.13, and was of 1\.12"):
        SavedPlan.opened(file).plan(om)


EDITS: dict[str, tuple[Callable[[dict[str, Any]], object], bool, str]] = {
    "a manifest": (lambda d: d["manifests"][0]["document"]["spec"].update(name="x"), False, "edited or damaged"),
    "an option": (lambda d: d["options"].update(allow_replace=True), False, "edited or damaged"),
    "the server": (lambda d: d["server"].update(url="http://elsewhere/api"), False, "edited or damaged"),
    "a newer format": (lambda d: d.update(format_version=2, made_by="9.9.9"), True, "openmetadata-provider 9.9.9"),
    "an unknown option": (lambda d: d["options"].update(more=True), True, "lacks what a saved plan holds"),
    "no entities": (lambda d: d.pop("entities"), True, "lacks what a saved plan holds"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_plan_is_refused(server: SandboxServer, om: OpenMetadata, folder: Path, name: str) -> None:
    file = saved(om, folder)
    edit, is_signed, said = EDITS[name]
    edited(file, edit, is_signed=is_signed)
    with pytest.raises(ConfigurationError, match=said):
        SavedPlan.opened(file)
    done = omp(server, "apply", file)
    assert done.exit_code == 1
    assert said in done.stderr
    assert server.requests.count("POST") == 0


def test_a_plan_that_was_cut_off_is_refused(om: OpenMetadata, folder: Path) -> None:
    file = saved(om, folder)
    for length in (100, file.stat().st_size // 2, file.stat().st_size - 2):
        file.write_text(file.read_text()[:length])
        with pytest.raises(ConfigurationError, match="cut off or damaged"):
            SavedPlan.opened(file)


def test_a_plan_is_known_by_its_content(om: OpenMetadata, folder: Path) -> None:
    file = saved(om, folder)
    pretty = folder / "pretty.txt"
    pretty.write_text(json.dumps(json.loads(file.read_text()), indent=4))
    assert is_saved_plan(file)
    assert is_saved_plan(pretty)
    assert SavedPlan.opened(pretty).url == om.connection.settings.api_url
    for other in (folder / "charts.yaml", folder, folder / "nothing"):
        assert not is_saved_plan(other)
    foreign = folder / "foreign.json"
    foreign.write_text('{"format": "another"}')
    with pytest.raises(ConfigurationError, match="is no saved plan"):
        SavedPlan.opened(foreign)


def test_a_plan_that_lies_in_a_folder_is_no_manifest(server: SandboxServer, folder: Path) -> None:
    assert omp(server, "plan", folder, "--out", folder / "plan.json").exit_code == 0
    assert omp(server, "plan", folder).exit_code == 0
    done = omp(server, "plan", folder / "plan.json")
    assert (done.exit_code, "omp apply" in done.stderr) == (2, True)


def test_a_plan_is_applied_alone_and_as_it_was_made(server: SandboxServer, om: OpenMetadata, folder: Path) -> None:
    file = saved(om, folder)
    assert omp(server, "apply", file, folder / "charts.yaml").exit_code == 2
    assert omp(server, "apply", file, "--allow-replace").exit_code == 2


def test_what_is_no_plan_is_not_written_over(server: SandboxServer, om: OpenMetadata, folder: Path) -> None:
    manifest = folder / "charts.yaml"
    before = manifest.read_text()
    assert omp(server, "plan", folder, "--out", manifest).exit_code == 2
    assert manifest.read_text() == before
    assert omp(server, "plan", folder, "--out", folder / "no" / "x.plan").exit_code == 2
    file = saved(om, folder)
    saved(om, folder)  # a plan over a plan
    assert sorted(path.name for path in folder.iterdir()) == ["charts.yaml", "service.yaml", file.name]


def test_a_refused_plan_and_one_that_destroys_are_not_saved(om: OpenMetadata, folder: Path) -> None:
    plan(om, str(folder)).apply().raise_for_failures()
    with pytest.raises(UsageError, match="destroy"):
        save(destroy(om, str(folder)), folder / "x.plan")
    (folder / "charts.yaml").write_text(charts("a", displayName="new"))
    with pytest.raises(PlanRefused):
        saved(om, folder, create_only=True)
    assert not (folder / "x.plan").exists()


def test_a_password_that_is_written_out_is_not_saved(server: SandboxServer, folder: Path) -> None:
    (folder / "service.yaml").write_text(LOOKER.replace("{env: LOOKER_SECRET}", SENTINEL))
    done = omp(server, "plan", folder, "--out", folder / "x.plan")
    assert done.exit_code == 1
    assert "service.yaml:5:53: error[literal-secret]" in done.stderr
    assert "{env: NAME}" in done.stderr
    assert SENTINEL not in done.output
    assert not (folder / "x.plan").exists()


def test_a_reference_to_a_file_counts_from_where_the_plan_is_applied(
    server: SandboxServer, om: OpenMetadata, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "service.yaml").write_text(LOOKER.replace("{env: LOOKER_SECRET}", "{file: looker.secret}"))
    monkeypatch.chdir(folder)
    (folder / "looker.secret").write_text(SENTINEL)
    file = saved(om, folder)
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    done = omp(server, "apply", file)
    assert done.exit_code == 1
    assert "looker.secret" in done.stderr
    (elsewhere / "looker.secret").write_text(SENTINEL)
    assert omp(server, "apply", file).exit_code == 0


@pytest.mark.parametrize(("kind", "service_type"), CONNECTORS)
def test_no_password_of_any_connector_is_saved(
    shared_om: OpenMetadata, tmp_path: Path, kind: str, service_type: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENTINEL", SENTINEL)
    names, file = kinds()[kind].shape(service_type).secrets, tmp_path / "x.plan"
    for spec in specs(kind, service_type):
        made = plan(shared_om, {"kind": kind, "spec": planted(spec, names, SENTINEL)})
        with pytest.raises(InvalidManifests) as caught:
            save(made, file)
        assert SENTINEL not in f"{caught.value} {caught.value!r}"
        save(plan(shared_om, {"kind": kind, "spec": planted(spec, names, {"env": "SENTINEL"})}), file)
        assert SENTINEL not in file.read_text()
        assert SENTINEL not in repr(SavedPlan.opened(file))


@pytest.mark.parametrize(
    ("spec", "hint"),
    [
        ({"serviceType": "Hive", "connection": {"config": {"type": "Hive", "password": SENTINEL}}}, "Write {env"),
        ({"serviceType": "Postgres", "connection": {"config": {
            "hostPort": "x:1", "username": "a", "database": "d", "connectionArguments": {"apiKey": SENTINEL}}}}, "leave it out"),
    ],
    ids=["a connector without a schema", "an open part of a connection"],
)  # fmt: skip
def test_what_is_called_like_a_password_is_not_saved_either(
    om: OpenMetadata, folder: Path, spec: dict[str, Any], hint: str
) -> None:
    made = plan(om, {"kind": "DatabaseService", "spec": {"name": "d", **spec}})
    with pytest.raises(InvalidManifests) as caught:
        save(made, folder / "x.plan")
    assert hint in str(caught.value)
    assert SENTINEL not in f"{caught.value} {made} {made.to_json()}"
