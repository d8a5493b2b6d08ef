"""The report of a run in the form that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

from openmetadata_provider.validation.diagnostics import Severity
from openmetadata_provider.validation.reports.outcome import Outcome
from openmetadata_provider.validation.reports.terminal import Look
from openmetadata_provider.validation.reports.text import text_report


class Format(StrEnum):
    """How a report is written."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"
    junit = "junit"


def report(outcome: Outcome, form: Format, look: Look, severities: Sequence[Severity]) -> Iterator[str]:
    """The report in pieces that end in newlines. `look` and `severities` are those of text alone."""
    if form is Format.text:
        yield from _ended(text_report(outcome, look, severities))
    else:
        yield from _MACHINES[form](outcome)


def _ended(lines: Iterable[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


def _github(outcome: Outcome) -> Iterator[str]:
    from openmetadata_provider.validation.reports.github import github_report

    return _ended(github_report(outcome))


def _json(outcome: Outcome) -> Iterator[str]:
    from openmetadata_provider.validation.reports.json import json_report

    yield json_report(outcome)


def _sarif(outcome: Outcome) -> Iterator[str]:
    from openmetadata_provider.validation.reports.sarif import sarif_report

    yield sarif_report(outcome)


def _junit(outcome: Outcome) -> Iterator[str]:
    from openmetadata_provider.validation.reports.junit import junit_report

    yield junit_report(outcome)


# Each imports its module when it runs: a run has one form, and XML and package metadata take time to load.
_MACHINES: Final[dict[Format, Callable[[Outcome], Iterator[str]]]] = {
    Format.json: _json,
    Format.github: _github,
    Format.sarif: _sarif,
    Format.junit: _junit,
}
