"""A run in numbers, and the sentence that sums it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openmetadata_provider.validation.diagnostics import Diagnostic, Severity
from openmetadata_provider.validation.run import FileResult

EXPECTED = "expected-on-server"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """All results of a run, in the order of its files."""

    results: Sequence[FileResult]

    @property
    def payloads(self) -> int:
        """How many payloads were checked."""
        return sum(result.payloads for result in self.results)

    @property
    def is_valid(self) -> bool:
        """Whether there is no error."""
        return self.count(Severity.error) == 0

    def count(self, severity: Severity) -> int:
        """How many diagnostics of a severity there are, those that were not kept included."""
        return sum(result.counts[severity] for result in self.results)

    def diagnostics(self, *severities: Severity) -> Iterator[Diagnostic]:
        """Diagnostics of these severities that were kept, in the order of files and lines; all if none is named."""
        kept = (diagnostic for result in self.results for diagnostic in result.diagnostics)
        return (diagnostic for diagnostic in kept if not severities or diagnostic.severity in severities)

    @property
    def dropped(self) -> int:
        """How many diagnostics were not kept: a file with a mistake in every line has too many to show."""
        return sum(result.counts.total() - len(result.diagnostics) for result in self.results)

    def expected(self) -> set[tuple[str, str]]:
        """Entity type (`user or team`) and name of all that is referred to and has to be on the server."""
        notes = self.diagnostics(Severity.note)
        return {note.refers_to for note in notes if note.code == EXPECTED and note.refers_to is not None}

    def summary(self) -> str:
        """`3 files, 40 payloads: 2 errors, 1 warning.`"""
        found = [
            counted(number, severity.value)
            for severity in (Severity.error, Severity.warning)
            if (number := self.count(severity))
        ]
        verdict = ", ".join(found) or "valid"
        return f"{counted(len(self.results), 'file')}, {counted(self.payloads, 'payload')}: {verdict}."


def counted(number: int, noun: str) -> str:
    """`1 file`, `2,000 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
