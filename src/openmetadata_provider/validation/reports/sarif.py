"""The report as SARIF 2.1.0, which code scanning services read."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from openmetadata_provider.validation.codes import CODES
from openmetadata_provider.validation.diagnostics import Diagnostic, Place, Severity
from openmetadata_provider.validation.reports.outcome import Outcome

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
DISTRIBUTION: Final = "openmetadata-provider"


def sarif_report(outcome: Outcome) -> str:
    """The report as text, ending in a newline. Notes are left out: they are no findings."""
    found = list(outcome.diagnostics(Severity.error, Severity.warning))
    codes = sorted({diagnostic.code for diagnostic in found})
    driver = {
        "name": "omp validate",
        "version": version(DISTRIBUTION),
        "informationUri": f"https://pypi.org/project/{DISTRIBUTION}/",
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes) for diagnostic in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(code: str) -> dict[str, Any]:
    """A kind of mistake, with all that code scanning asks for."""
    description = {"text": CODES[code]}
    return {
        "id": code,
        "shortDescription": description,
        "fullDescription": description,
        "help": {"text": f"{CODES[code]} Each result says what to do about it."},
    }


def _result(diagnostic: Diagnostic, codes: list[str]) -> dict[str, Any]:
    text = ". ".join(filter(None, (diagnostic.message, diagnostic.hint)))
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": diagnostic.severity.value,
        "message": {"text": text},
        "locations": [_location(diagnostic.place)] if diagnostic.place is not None else [],
    }


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line:
        physical["region"] = _region(place)
    return {"physicalLocation": physical}


def _region(place: Place) -> dict[str, int]:
    columns = {"startColumn": place.column, "endColumn": place.end_column} if place.column else {}
    return {"startLine": place.line, **columns}


def _uri(file: str) -> str:
    """Relative as it was given; absolute files get the scheme `file`."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
