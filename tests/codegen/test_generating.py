"""The generator as a whole: pure, deterministic, atomic, and honest about what it changed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from openmetadata_codegen import output
from openmetadata_codegen.errors import CodegenError, ManifestError, ModelError, SchemaError
from openmetadata_codegen.generate import generate
from openmetadata_codegen.load import read_texts

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
PACKAGE = "openmetadata_bindings"


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return read_texts(SCHEMAS)


@pytest.fixture(scope="module")
def manifest() -> str:
    return (SCHEMAS / "entities.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def files(texts: dict[str, str], manifest: str) -> dict[str, str]:
    return dict(generate(texts, manifest, PACKAGE).files)


def test_what_is_committed_is_what_the_schemas_say(files: dict[str, str]) -> None:
    stale = [path for path, text in files.items() if (ROOT / "generated" / path).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make generate` and commit the result"


def test_a_word_in_a_description_changes_one_model_file(
    texts: dict[str, str], manifest: str, files: dict[str, str]
) -> None:
    path = "entity/services/connections/dashboard/lookerConnection.json"
    schema = json.loads(texts[path])
    schema["properties"]["clientId"]["description"] += " Sparrow."
    changed = generate(texts | {path: json.dumps(schema)}, manifest, PACKAGE).files
    different = [p for p in files if files[p] != changed[p]]
    assert [p for p in different if p.endswith(".py")] == [
        f"{PACKAGE}/models/entity/services/connections/dashboard/looker_connection.py"
    ]
    assert all("Looker" in p or p.endswith("dashboard_services.md") for p in different if not p.endswith(".py"))


@pytest.mark.parametrize(
    "environment", [{"PYTHONHASHSEED": "1", "LC_ALL": "C"}, {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}]
)
def test_the_output_depends_on_nothing_but_its_inputs(tmp_path: Path, environment: dict[str, str]) -> None:
    command = [
        sys.executable,
        "-m",
        "openmetadata_codegen",
        "generate",
        "--schemas",
        str(SCHEMAS),
        "--out",
        str(tmp_path),
    ]
    subprocess.run(command, env=os.environ | environment, cwd=tmp_path, check=True, capture_output=True)
    made, committed = _files(tmp_path), _files(ROOT / "generated")
    assert [path for path in made if made[path] != committed.get(path)] == []


def _files(folder: Path) -> dict[str, bytes]:
    """Texts by path; of the record of where they come from, not which releases of the tools made them."""
    texts = {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
    record = f"{PACKAGE}/PROVENANCE.toml"
    return {**texts, record: texts[record].partition(b"[tools]")[0]}


def test_check_shows_the_difference_and_names_the_command_that_mends_it(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "openmetadata_codegen",
        "generate",
        "--schemas",
        str(SCHEMAS),
        "--out",
        str(tmp_path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    edited = tmp_path / PACKAGE / "registry.py"
    edited.write_text(edited.read_text(encoding="utf-8").replace('"dashboards"', '"sparrows"'), encoding="utf-8")
    (tmp_path / PACKAGE / "left_over.py").write_text("", encoding="utf-8")
    done = subprocess.run([*command, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert '-        attribute="sparrows",' in done.stdout
    assert "stale: openmetadata_bindings/left_over.py" in done.stderr
    assert "make generate" in done.stderr
    subprocess.run(command, check=True, capture_output=True)
    assert not (tmp_path / PACKAGE / "left_over.py").exists()
    assert subprocess.run([*command, "--check"], capture_output=True, check=False).returncode == 0


def test_other_releases_of_the_tools_that_make_the_same_are_no_change(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "openmetadata_codegen", "generate", "--schemas", str(SCHEMAS)]
    command += ["--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    record = tmp_path / PACKAGE / "PROVENANCE.toml"
    earlier = re.sub(r'^"ruff" = .*$', '"ruff" = "0.0.1"', record.read_text(encoding="utf-8"), flags=re.MULTILINE)
    record.write_text(earlier, encoding="utf-8")
    for arguments in ([*command, "--check"], command):
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
        assert record.read_text(encoding="utf-8") == earlier


def test_a_failed_write_leaves_the_tree_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    output.write(folder, {"a.py": "x = 1\n", "b.py": "y = 1\n"}, output.difference({"a.py": "", "b.py": ""}, {}))
    wanted = {"a.py": "x = 2\n", "c.py": "z = 2\n"}
    real, calls = os.replace, iter(range(100))

    def failing(source: object, target: object) -> None:
        if next(calls) == 3:
            raise OSError("disk full")
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(output.os, "replace", failing)
    with pytest.raises(OSError, match="disk full"):
        output.write(folder, wanted, output.difference(wanted, {"a.py": "x = 1\n", "b.py": "y = 1\n"}))
    assert {p.name: p.read_text() for p in folder.iterdir()} == {"a.py": "x = 1\n", "b.py": "y = 1\n"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_text_that_is_not_python_is_never_written(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"a\.py is not Python"):
        output.write(tmp_path / "out", {"a.py": "x = = 1"}, output.difference({"a.py": "x = = 1"}, {}))
    assert not (tmp_path / "out").exists()


def test_a_dangling_reference_is_named_by_file_and_pointer(texts: dict[str, str], manifest: str) -> None:
    path = "api/data/createChart.json"
    broken = texts[path].replace("basic.json#/definitions/entityName", "basic.json#/definitions/entityNam")
    with pytest.raises(SchemaError, match=r"api/data/createChart\.json#/properties/name/\$ref: \$ref leads nowhere"):
        generate(texts | {path: broken}, manifest, PACKAGE)


def test_without_a_manifest_what_cannot_be_used_is_left_out_and_listed(texts: dict[str, str]) -> None:
    report = generate(texts | {"api/data/createBroken.json": "{"}, None, PACKAGE).report
    assert [(s.file, s.reason.split(":")[1].strip()) for s in report.skipped] == [
        ("api/data/createBroken.json", "not JSON")
    ]
    assert {g.entity_type for g in report.guesses} >= {"dashboard", "glossaryTerm"}


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('collection = "dashboards"', 'colection = "dashboards"', "unknown key 'colection'"),
        (
            'create     = "api/data/createChart.json"',
            'create = "api/data/createChat.json"',
            "there is no such schema file",
        ),
        ('charts = "chart:fqn"', 'charts = "chart:fqm"', "is not `entity:spelling`"),
        ('assets     = "id"', 'assets = "uuid"', "assets = 'uuid'; the path names the entity by name or id"),
        ('charts = "chart:fqn"', 'chart = "chart:fqn"', "which api/data/createDashboard.json does not have"),
    ],
)
def test_a_mistake_in_the_manifest_is_named(
    texts: dict[str, str], manifest: str, before: str, after: str, message: str
) -> None:
    assert before in manifest
    with pytest.raises(ManifestError, match=message):
        generate(texts, manifest.replace(before, after), PACKAGE)


def test_a_class_inherits_the_verbs_of_what_its_entity_has(files: dict[str, str]) -> None:
    bases = {}
    for kind in ("dashboards", "domains", "glossary_terms", "users"):
        declaration = files[f"{PACKAGE}/resources/{kind}.py"].split("\nclass ")[1].partition(":")[0]
        bases[kind] = re.findall(r"(\w+)\[", declaration)
    assert bases == {
        "dashboards": ["Followed", "Voted", "Resource"],
        "domains": ["Followed", "Voted", "HoldsAssets", "Resource"],
        "glossary_terms": ["Voted", "HoldsAssets", "Resource"],
        "users": ["Resource"],
    }


def test_a_reference_that_the_entity_holds_in_an_object_says_where(files: dict[str, str]) -> None:
    terms = files[f"{PACKAGE}/specs/glossary_terms.py"]
    assert re.findall(r'property="(\w+)"[^)]*\), spelling="\w+", many=\w+, inside="(\w+)"', terms) == [
        ("relatedTerms", "term")
    ]


def test_schema_text_cannot_become_code(texts: dict[str, str], manifest: str) -> None:
    path = "entity/services/connections/dashboard/lookerConnection.json"
    schema = json.loads(texts[path])
    schema["description"] = 'x""" + __import__("os").abort() + """\\'
    schema["properties"]["clientId"]["description"] = '"""; raise SystemExit #'
    made = generate(texts | {path: json.dumps(schema)}, manifest, PACKAGE).files
    for name, text in made.items():
        if name.endswith(".py"):
            compile(text, name, "exec")
    module = made[f"{PACKAGE}/models/entity/services/connections/dashboard/looker_connection.py"]
    assert 'x\\"\\"\\" + __import__' in module


def test_every_error_of_the_generator_has_one_root() -> None:
    assert all(issubclass(e, CodegenError) for e in (SchemaError, ManifestError, ModelError))


@pytest.mark.parametrize("foreign", ["docs/README.md", f"{PACKAGE}/mine.py"])
def test_a_file_that_somebody_else_wrote_is_neither_removed_nor_replaced(tmp_path: Path, foreign: str) -> None:
    kept = {foreign: "mine", "docs/guide.md": "my guide"}
    for path, text in kept.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "openmetadata_codegen", "generate", "--schemas", str(SCHEMAS), "--out", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "not generated" in done.stderr
    assert {p.relative_to(tmp_path).as_posix(): p.read_text() for p in tmp_path.rglob("*") if p.is_file()} == kept
    (tmp_path / foreign).unlink()
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert (tmp_path / "docs/guide.md").read_text(encoding="utf-8") == "my guide"
