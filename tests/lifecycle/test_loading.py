"""Manifests in every form they can be given in, and what is said of wrong ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from openmetadata_provider import (
    CreateDashboardRequest,
    CreateDashboardServiceRequest,
    Dashboard,
    InvalidManifests,
    Lifecycle,
    UsageError,
)
from openmetadata_provider.lifecycle.loading import manifests_from

DOCUMENT = {"kind": "Dashboard", "spec": {"name": "sales", "service": "looker"}}


def _problems(declared: Any) -> list[str]:
    with pytest.raises(InvalidManifests) as caught:
        manifests_from(declared)
    return [str(problem) for problem in caught.value.problems]


def test_a_mapping_a_model_and_a_file_say_the_same(tmp_path: Path) -> None:
    file = tmp_path / "sales.yaml"
    file.write_text("kind: Dashboard\nspec: {name: sales, service: looker}\n")
    model = CreateDashboardRequest(name="sales", service="looker")
    for declared in (DOCUMENT, [DOCUMENT], model, [model], str(file), file, [tmp_path]):
        (manifest,) = manifests_from(declared)
        assert (manifest.kind, manifest.payload.value) == ("Dashboard", DOCUMENT["spec"])


def test_none_that_a_model_sets_stays_and_what_it_does_not_set_is_absent() -> None:
    (manifest,) = manifests_from([CreateDashboardRequest(name="sales", service="looker", description=None)])
    assert manifest.payload.value == {"name": "sales", "service": "looker", "description": None}


def test_the_password_of_a_model_is_kept_and_not_shown() -> None:
    config = {
        "type": "Superset",
        "hostPort": "http://s",
        "connection": {"provider": "db", "username": "u", "password": "s3cret-word"},
    }
    request = CreateDashboardServiceRequest(name="s", serviceType="Superset", connection={"config": config})
    (manifest,) = manifests_from([request])
    assert manifest.payload.value["connection"]["config"]["connection"]["password"] == "s3cret-word"
    assert "s3cret-word" not in repr(manifest)


def test_the_lifecycle_and_the_old_name_are_read(tmp_path: Path) -> None:
    block = {"prevent_destroy": True, "ignore_changes": ["description"], "delete": "soft", "recursive": True}
    (manifest,) = manifests_from({**DOCUMENT, "lifecycle": block, "renamed_from": "turnover"})
    assert manifest.lifecycle == Lifecycle(
        prevent_destroy=True, ignore_changes=("description",), delete="soft", recursive=True
    )
    assert manifest.renamed_from == "turnover"
    file = tmp_path / "a.yaml"
    file.write_text("kind: Domain\nspec: {name: n, domainType: Aggregate, description: d}\nrenamed_from: m\n")
    assert manifests_from(file)[0].renamed_from == "m"


def test_a_manifest_of_a_file_knows_its_line(tmp_path: Path) -> None:
    file = tmp_path / "two.yaml"
    file.write_text(
        "kind: Domain\nspec: {name: a, domainType: Aggregate, description: d}\n---\n# b\nkind: Domain\nspec:\n  name: b\n  domainType: Aggregate\n  description: d\n"
    )
    assert [str(manifest.origin) for manifest in manifests_from(file)] == [f"{file}:2", f"{file}:7"]


def test_every_mistake_of_every_form_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text("kind: Dashboard\nspec: {name: 10, service: looker}\n")
    assert len(_problems([file])) == 1
    said = _problems([{"kind": "Dashbord", "spec": {}}, {"kind": "Dashboard", "spec": {"name": "a"}}, {"spec": {}}])
    assert [text.partition(":")[0] for text in said] == ["manifest 1/kind", "manifest 2", "manifest 3"]
    assert "Dashboard" in said[0]


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ({"renamed_from": 3}, "renamed_from"),
        ({"lifecycle": {"delete": "maybe"}}, "delete"),
        ({"lifecycle": {"prevent_destoy": True}}, "prevent_destoy"),
        ({"apiVersion": "v1"}, "apiVersion"),
    ],
)
def test_a_mapping_is_checked_like_a_document_of_a_file(extra: dict[str, Any], told: str) -> None:
    (said,) = _problems({**DOCUMENT, **extra})
    assert told in said


def test_what_is_no_manifest_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="manifest 2: a int declares nothing"):
        manifests_from([DOCUMENT, 3])  # type: ignore[list-item]
    with pytest.raises(UsageError, match="a Dashboard declares nothing"):
        manifests_from([Dashboard.model_construct()])
    with pytest.raises(UsageError, match="no such file"):
        manifests_from("nowhere.yaml")


def test_a_bare_json_lines_file_is_read_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "charts.jsonl"
    file.write_text('{"name": "a", "service": "s"}\n{"name": "b", "service": "s"}\n')
    assert [manifest.payload.value["name"] for manifest in manifests_from(file)] == ["a", "b"]
