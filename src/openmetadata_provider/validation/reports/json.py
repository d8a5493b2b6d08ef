"""The report as one JSON object, of a stable shape.

    {
      "version": 1,
      "valid": false,
      "files": 1, "payloads": 1, "errors": 1, "warnings": 0, "notes": 0,
      "diagnostics": [
        {"severity": "error", "code": "unknown-field", "message": "...", "hint": "...", "pointer": "/spec/nmae",
         "file": "a.yaml", "line": 3, "column": 3, "endColumn": 7}
      ]
    }

`severity` is error, warning or note. `code` is a key of `codes.CODES`. `pointer` is a JSON pointer into the document,
empty for the whole. `line`, `column` and `endColumn` (the column after the stretch) count from 1 and in characters;
they are null where a mistake is about the whole file. `hint` may be empty. Keys may be added, never renamed or removed,
as long as `version` is 1. The counts include diagnostics that are too many to be listed.
"""

from __future__ import annotations

import json
from typing import Any, Final

from openmetadata_provider.validation.diagnostics import Diagnostic, Place, Severity
from openmetadata_provider.validation.reports.outcome import Outcome

VERSION: Final = 1
_NOWHERE: Final = Place(file="")


def json_report(outcome: Outcome) -> str:
    """The report as text, indented, ending in a newline."""
    body = {
        "version": VERSION,
        "valid": outcome.is_valid,
        "files": len(outcome.results),
        "payloads": outcome.payloads,
        "errors": outcome.count(Severity.error),
        "warnings": outcome.count(Severity.warning),
        "notes": outcome.count(Severity.note),
        "diagnostics": [_row(diagnostic) for diagnostic in outcome.diagnostics()],
    }
    return json.dumps(body, indent=2, ensure_ascii=False) + "\n"


def _row(diagnostic: Diagnostic) -> dict[str, Any]:
    place = diagnostic.place or _NOWHERE
    return {
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "pointer": diagnostic.pointer,
        "file": place.file or None,
        "line": place.line or None,
        "column": place.column or None,
        "endColumn": place.end_column or None,
    }
