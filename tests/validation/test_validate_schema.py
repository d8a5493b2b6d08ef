"""`omp schema`: an editor that checks by it says what `omp validate` says."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from openmetadata_provider.errors import UsageError
from openmetadata_provider.validation.diagnostics import Severity
from openmetadata_provider.validation.editors.document import bare_schema, combined_schema, document_schema
from openmetadata_provider.validation.editors.vscode import settings_text
from openmetadata_provider.validation.kinds import kinds
from openmetadata_provider.validation.reading import files as reading
from openmetadata_provider.validation.reading.limits import DEFAULT_LIMITS
from openmetadata_provider.validation.reading.source import Document
from openmetadata_provider.validation.run import Options, checked

EXAMPLES = Path(__file__).parents[2] / "examples"
OMP = [sys.executable, "-W", "error", "-c", "from openmetadata_provider.cli import main\nmain()", "schema"]
MANIFESTS = sorted((EXAMPLES / "manifests").glob("*.yaml"))
BEYOND = (
    "cycle",
    "duplicate",
    "rule_",
    "reference_wrong_kind",
    "reference_unbalanced_quote",
    "yaml_",
    "bytes_",
    "json",
)
"""What no schema can tell (or YAML itself refuses): across documents, several properties, the text."""
WRONG = [p for p in sorted((EXAMPLES / "invalid").glob("*.yaml")) if not p.name.startswith(BEYOND)]


@cache
def editor() -> Draft7Validator:
    """The schema that VS Code is given."""
    return Draft7Validator(combined_schema(kinds()))


@cache
def editor_of(kind: str) -> Draft7Validator:
    return Draft7Validator(document_schema(kinds()[kind]))


def documents(file: Path) -> list[Any]:
    read = reading.documents(str(file), "yaml", DEFAULT_LIMITS)  # YAML 1.2, as editors read it
    return [document.value for document in read if isinstance(document, Document)]


def is_valid(document: Any) -> bool:
    """Whether the schema of any kind takes it; that of its own kind has to say the same."""
    verdict = editor().is_valid(document)
    kind = document.get("kind") if isinstance(document, dict) else None
    if isinstance(kind, str) and kind in kinds():
        assert editor_of(kind).is_valid(document) is verdict
    return verdict


@pytest.mark.parametrize("kind", kinds())
def test_the_schemas_are_schemas(kind: str) -> None:
    Draft7Validator.check_schema(
        document_schema(kinds()[kind]), format_checker=None
    )  # patterns are those of JavaScript
    Draft7Validator.check_schema(bare_schema(kinds()[kind]), format_checker=None)


def test_the_schema_of_any_kind_is_one() -> None:
    Draft7Validator.check_schema(editor().schema, format_checker=None)


@pytest.mark.parametrize("file", MANIFESTS, ids=lambda path: path.stem)
def test_what_is_valid_is_valid_in_an_editor(file: Path) -> None:
    assert [document for document in documents(file) if not is_valid(document)] == []


@pytest.mark.parametrize("file", WRONG, ids=lambda path: path.stem)
def test_what_is_wrong_is_wrong_in_an_editor(file: Path) -> None:
    errors = [d for r in checked([str(file)], Options()) for d in r.diagnostics if d.severity is Severity.error]
    assert all(map(is_valid, documents(file))) is not bool(errors)


def service(**spec: Any) -> dict[str, Any]:
    return {"kind": "DashboardService", "spec": {"name": "x", **spec}}


LOOKER = {"clientId": "a", "clientSecret": "b", "hostPort": "https://l"}


@pytest.mark.parametrize(
    ("document", "verdict"),
    [
        (service(serviceType="Looker", connection={"config": LOOKER}), True),
        (service(serviceType="lOOKER", connection={"config": LOOKER}), True),
        (service(serviceType="Superset", connection={"config": LOOKER}), False),
        (service(serviceType="Looker", connection={"config": {}}), True),
        (service(serviceType="Looker", connection=None, displayName=None, description=None), True),
        (service(serviceType=None), False),
        (service(serviceType="Grafana", connection={"config": {"anything": 1}}), True),
        (service(serviceType="Loker"), False),
        (service(serviceType="Looker", connection={"config": {**LOOKER, "clientSecret": {"file": "/x"}}}), True),
        (service(serviceType="Looker", connection={"config": {**LOOKER, "clientSecret": {"vault": "/x"}}}), False),
        (service(serviceType="Looker", connection={"config": {**LOOKER, "clientId": {"env": "X"}}}), False),
        ({"kind": "DatabaseService", "spec": {"name": "x", "serviceType": "PostgreSQL"}}, True),
        ({"kind": "DatabaseService", "spec": {"name": "x", "serviceType": "postgres"}}, True),
        ({"kind": "DatabaseService", "spec": {"name": "x", "serviceType": "Looker"}}, False),
        ({"kind": "Dashboard", "spec": {"name": "x", "service": "s", "domain": None, "domains": ["A"]}}, True),
        ({"kind": "Dashboard", "spec": {"name": "x", "service": "s", "domain": "A", "domains": ["A"]}}, False),
        ({"kind": "Dashboard", "spec": {"name": "x", "service": "s"}, "lifecycle": {"delete": "soft"}}, True),
        ({"kind": "Dashboard", "spec": {"name": "x", "service": "s"}, "lifecycle": {"delete": "now"}}, False),
        ({"kind": "Chart", "spec": {"name": "x", "service": "s", "charts": []}}, False),
    ],
)
def test_the_schema_and_validate_agree(document: dict[str, Any], verdict: bool, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(document))
    found = [d for r in checked([str(tmp_path / "a.json")], Options()) for d in r.diagnostics]
    assert (not any(d.severity is Severity.error for d in found)) is verdict
    assert is_valid(document) is verdict


def omp(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*OMP, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_one_schema_is_printed_and_stands_alone(tmp_path: Path) -> None:
    schema = json.loads(omp(tmp_path, "dashboardservice", "--service-type", "looker").stdout)
    validator = Draft7Validator(schema)
    assert validator.is_valid(service(serviceType="Looker", connection={"config": LOOKER}))
    assert not validator.is_valid(service(serviceType="Superset"))
    assert not {ref for ref in _references(schema) if not ref.startswith("#/definitions/")}


def _references(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
        return own.union(*map(_references, node.values()))
    return set().union(*map(_references, node)) if isinstance(node, list) else set()


def test_a_bare_schema_is_that_of_the_payload(tmp_path: Path) -> None:
    validator = Draft7Validator(json.loads(omp(tmp_path, "Dashboard", "--bare").stdout))
    assert validator.is_valid({"name": "a", "service": "b"})
    assert not validator.is_valid({"kind": "Dashboard", "spec": {"name": "a", "service": "b"}})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "KIND or --vscode"),
        (["Dashbord"], 'Did you mean "Dashboard"?'),
        (["Dashboard", "--service-type", "Looker"], "has no service type"),
        (["DashboardService", "--service-type", "Loker"], 'Did you mean "Looker"?'),
        (["Dashboard", "--vscode"], "KIND or --vscode"),
    ],
)
def test_a_command_that_is_not_understood_ends_with_2(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = omp(tmp_path, *arguments)
    assert (done.returncode, said in done.stderr, done.stdout) == (2, True, "")


def test_vscode_gets_schemas_and_an_association_beside_the_settings_there_are(tmp_path: Path) -> None:
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    before = {"editor.rulers": [120], "yaml.schemas": {"other.json": ["*.yml"]}, "a": {"b": "é"}}
    settings.write_text(json.dumps(before, indent=4, ensure_ascii=False), encoding="utf-8")
    for _ in range(2):  # twice says the same as once
        done = omp(tmp_path, "--vscode", "--files", "meta/*.yaml")
        assert (done.returncode, done.stderr) == (0, "")
        after = json.loads(settings.read_text(encoding="utf-8"))
    file = ".openmetadata/schemas/document.json"
    assert after == {**before, "yaml.schemas": {"other.json": ["*.yml"], file: ["meta/*.yaml"]}}
    assert settings.read_text(encoding="utf-8").startswith('{\n    "editor.rulers"')
    assert json.loads((tmp_path / file).read_text(encoding="utf-8")) == editor().schema
    names = {path.stem for path in (tmp_path / ".openmetadata" / "schemas").iterdir()}
    assert names == {"document", *kinds()}


@pytest.mark.parametrize(
    "before", ['{\n  // mine\n  "a": 1\n}', '{"a": 1,}', '{"a": 1, "a": 2}', "[]", '{"yaml.schemas": []}']
)
def test_settings_that_would_lose_something_are_left_alone(tmp_path: Path, before: str) -> None:
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text(before)
    done = omp(tmp_path, "--vscode")
    assert done.returncode == 2
    assert settings.read_text() == before
    assert "othing was changed" in done.stderr or "nothing was changed" in done.stderr


def test_settings_in_comments_get_the_lines_to_add() -> None:
    with pytest.raises(UsageError, match=r'"yaml\.schemas": \{'):
        settings_text('{"a": 1} // mine', ["*.yaml"])
