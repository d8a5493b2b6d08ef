"""The report as workflow commands of GitHub Actions, which shows them as annotations on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from openmetadata_provider.validation.diagnostics import Diagnostic, Place, Severity
from openmetadata_provider.validation.reports.outcome import Outcome

_COMMANDS: Final = {Severity.error: "error", Severity.warning: "warning", Severity.note: "notice"}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def github_report(outcome: Outcome) -> Iterator[str]:
    """A command for every error and warning, then the summary. Notes are left out: annotations are few."""
    for diagnostic in outcome.diagnostics(Severity.error, Severity.warning):
        yield _command(diagnostic)
    yield outcome.summary()


def _command(diagnostic: Diagnostic) -> str:
    properties = {**_place(diagnostic.place), "title": f"omp {diagnostic.code}"}
    written = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    text = "\n".join(filter(None, (diagnostic.message, diagnostic.hint)))
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{text.translate(_DATA)}"


def _place(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    position = {"line": place.line, "endLine": place.line, "col": place.column, "endColumn": place.end_column}
    return {"file": place.file, **{name: number for name, number in position.items() if number}}
