"""The report for people, like a good compiler's.

catalog/looker.yaml:8:15: error[unknown-field]: a Looker connection has no "hostport"
  8 |     config: {hostport: https://looker.example.com}
    |              ^^^^^^^^ Did you mean "hostPort"?
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from openmetadata_provider.validation.diagnostics import Diagnostic, Place, Severity
from openmetadata_provider.validation.reports.layout import Excerpt, columns, excerpt, safe, wrapped
from openmetadata_provider.validation.reports.outcome import Outcome, counted
from openmetadata_provider.validation.reports.terminal import Look

NAMES_SHOWN: Final = 8
"""How many names of one kind the summary lists as expected on the server."""


def text_report(outcome: Outcome, look: Look, severities: Sequence[Severity]) -> Iterator[str]:
    """The lines of every diagnostic of these severities, an empty line after each."""
    for diagnostic in outcome.diagnostics(*severities):
        yield from diagnostic_lines(diagnostic, look)
        yield ""
    if outcome.dropped:
        yield f"... and {outcome.dropped:,} more that are not shown."
        yield ""


def summary_lines(outcome: Outcome, look: Look) -> Iterator[str]:
    """What has to be on the server, and the sentence that sums up the run."""
    expected = outcome.expected()
    if expected:
        yield from wrapped(f"{counted(len(expected), 'reference')} to what has to be on the server:", look.width)
        for kind, names in _by_kind(expected).items():
            yield from wrapped(safe(f"  {kind}: {_some(names)}"), look.width)
    style = "good" if outcome.is_valid else Severity.error.value
    yield look.paint(style, outcome.summary())


def _by_kind(expected: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for kind, name in sorted(expected):
        names[kind].append(name)
    return names


def _some(names: list[str]) -> str:
    rest = len(names) - NAMES_SHOWN
    more = f" and {rest:,} more (--verbose lists them)" if rest > 0 else ""
    return ", ".join(names[:NAMES_SHOWN]) + more


def diagnostic_lines(diagnostic: Diagnostic, look: Look) -> Iterator[str]:
    """The sentence with its place; the line of the file with carets; the hint."""
    yield from _head(diagnostic, look)
    place = diagnostic.place
    if place is None or not place.text:
        if diagnostic.hint:
            yield from wrapped(f"    {safe(diagnostic.hint)}", look.width)
        return
    gutter = " " * (len(str(place.line)) + 2)
    cut = excerpt(place.text, place.text_start, place.text_end, look.room - len(gutter) - 3)
    yield look.paint("frame", f"  {place.line} |") + f" {cut.text}"
    yield from _carets(diagnostic, cut, gutter, look)


def _head(diagnostic: Diagnostic, look: Look) -> Iterator[str]:
    where, what = place_text(diagnostic.place), f"{diagnostic.severity}[{diagnostic.code}]"
    first, *rest = wrapped(f"{where}{what}: {safe(diagnostic.message)}", look.width)
    prefix = f"{where}{what}"
    if first.startswith(prefix):
        severity = diagnostic.severity.value
        first = look.paint("place", where) + look.paint(severity, what) + first.removeprefix(prefix)
    yield first
    yield from rest


def place_text(place: Place | None) -> str:
    """`file:line:column: ` as far as it is known."""
    if place is None:
        return ""
    parts = (safe(place.file), place.line, place.column)
    return ":".join(str(part) for part in parts if part) + ": "


def _carets(diagnostic: Diagnostic, cut: Excerpt, gutter: str, look: Look) -> Iterator[str]:
    frame = look.paint("frame", f"{gutter} |")
    carets = " " * cut.start + look.paint(diagnostic.severity.value, "^" * cut.length)
    hint = safe(diagnostic.hint)
    beside = len(gutter) + 3 + cut.start + cut.length + 1
    if beside + columns(hint) <= look.room:
        yield f"{frame} {carets} {hint}".rstrip()
        return
    yield f"{frame} {carets}"
    for line in wrapped(hint, None if look.width is None else look.width - len(gutter) - 3, indent=""):
        yield f"{frame} {line}"
