"""The report as JUnit XML, which CI systems show as tests: a test case for every file."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from openmetadata_provider.validation.diagnostics import Diagnostic, Severity
from openmetadata_provider.validation.reports.outcome import Outcome, counted
from openmetadata_provider.validation.reports.terminal import Look
from openmetadata_provider.validation.reports.text import diagnostic_lines
from openmetadata_provider.validation.run import FileResult

_NO_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold, however they are written."""
_PLAIN: Final = Look()


def junit_report(outcome: Outcome) -> str:
    """The report as text, ending in a newline. Errors make a case fail, warnings are its output."""
    failed = sum(result.counts[Severity.error] > 0 for result in outcome.results)
    numbers = f'tests="{len(outcome.results)}" failures="{failed}" errors="0"'
    cases = "".join(map(_case, outcome.results))
    suite = f'  <testsuite name="omp validate" {numbers} skipped="0">\n{cases}  </testsuite>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {numbers}>\n{suite}</testsuites>\n'


def _case(result: FileResult) -> str:
    inside = _failure(result) + _warnings(result)
    head = f'    <testcase name={_attribute(result.file)} classname="omp.validate"'
    return f"{head}>\n{inside}    </testcase>\n" if inside else f"{head}/>\n"


def _failure(result: FileResult) -> str:
    errors = [diagnostic for diagnostic in result.diagnostics if diagnostic.severity is Severity.error]
    if not errors:
        return ""
    message = errors[0].message if len(errors) == 1 else f"{counted(result.counts[Severity.error], 'error')}"
    kind = _attribute(errors[0].code)
    return f"      <failure message={_attribute(message)} type={kind}>{_text(errors)}</failure>\n"


def _warnings(result: FileResult) -> str:
    warnings = [diagnostic for diagnostic in result.diagnostics if diagnostic.severity is Severity.warning]
    return f"      <system-out>{_text(warnings)}</system-out>\n" if warnings else ""


def _text(found: list[Diagnostic]) -> str:
    return escape(_allowed("\n".join(line for one in found for line in diagnostic_lines(one, _PLAIN))))


def _attribute(text: str) -> str:
    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
