"""The page on what a plan means: its examples work together, and its tables tell all there is."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from openmetadata_provider import OpenMetadata, plan
from openmetadata_provider.client import differences
from openmetadata_provider.lifecycle import applying, server, together
from openmetadata_provider.lifecycle.deciding import PlanOptions
from openmetadata_provider.lifecycle.manifest import Lifecycle
from openmetadata_provider.sandbox import SandboxServer
from openmetadata_provider.validation.kinds import kinds

PAGE = Path(str(applying.__file__)).with_name("README.md")
TEXT = PAGE.read_text(encoding="utf-8")
WORDS = " ".join(TEXT.split())
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOOKER_CLIENT_SECRET", "s3cret")
    for number, example in enumerate(EXAMPLES):
        (tmp_path / f"{number}.yaml").write_text(example, encoding="utf-8")
    return tmp_path


def test_the_examples_are_applied_and_then_there_is_nothing_to_do(folder: Path) -> None:
    with SandboxServer() as sandbox, OpenMetadata(host=sandbox.url, jwt_token=sandbox.bot_token) as om:
        om.classifications.create(name="Sensitivity", description="x")
        first = plan(om, folder)
        assert [(c.kind, c.action.value) for c in first.changes if c.kind == "Classification"] == [
            ("Classification", "update")
        ]
        first.apply().raise_for_failures()
        assert plan(om, folder).is_empty
        assert om.classifications.find_by_name("Sensitivity") is None


def test_the_example_of_a_document_has_every_key_with_a_comment() -> None:
    document: dict[str, Any] = yaml.safe_load(EXAMPLES[0])
    assert set(document["lifecycle"]) == {field.name for field in fields(Lifecycle)}


def test_every_option_of_a_plan_is_told() -> None:
    options = {"--" + field.name.replace("_", "-") for field in fields(PlanOptions)}
    assert {option for option in options if option not in TEXT} == set()


def test_what_counts_as_the_same_is_told_as_it_is_defined() -> None:
    def rows(text: str) -> list[str]:
        return re.findall(r"^\| what \| how .*?(?=^$)", text + "\n\n", re.MULTILINE | re.DOTALL)[0].splitlines()

    assert [row for row in rows(str(differences.__doc__)) if row not in rows(TEXT)] == []


def test_what_cannot_change_and_what_can_be_renamed_is_told_in_full() -> None:
    specs = [kind.spec for kind in kinds().values()]
    parents = {parent.property for spec in specs for parent in spec.parents}
    settled = {p.name for spec in specs for p in spec.properties if p.immutable} - parents
    assert settled == {"serviceType", "teamType", "email", "mutuallyExclusive"}
    assert [name for name in settled if f"`{name}`" not in TEXT] == []
    renamable = {spec.kind for spec in specs if spec.renamable}
    assert renamable == {"Classification", "Tag", "Glossary", "GlossaryTerm", "Domain", "DataProduct"}


def test_the_numbers_are_those_of_the_code() -> None:
    assert f"{server.PARALLELISM} requests at once" in WORDS
    assert f"From {together.BULK_FROM} new ones of a kind on, together in bulk calls of up to {applying.CHUNK}" in WORDS
