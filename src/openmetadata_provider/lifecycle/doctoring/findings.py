"""What a check found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

FORMAT_VERSION: Final = "1.0"


class Verdict(Enum):
    """How a check ended."""

    ok = "ok"
    warning = "warning"
    failed = "failed"
    not_checked = "not checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found. Holds no secret."""

    check: str
    """`connection`."""
    verdict: Verdict
    found: str
    """A sentence or two."""
    advice: str = ""
    """What to do; empty if there is nothing to do."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """The same for programs: JSON."""

    def to_json(self) -> dict[str, Any]:
        """As `omp doctor --json` prints it."""
        rest = {"found": self.found, "advice": self.advice, "facts": dict(self.facts)}
        return {"check": self.check, "verdict": self.verdict.value, **rest}


def not_checked(checks: Iterable[str], because: str) -> Iterator[Finding]:
    """A finding for each check that needs something which is not there."""
    return (Finding(check=check, verdict=Verdict.not_checked, found=because) for check in checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What all checks found, in their order."""

    findings: tuple[Finding, ...]

    @property
    def is_healthy(self) -> bool:
        """Whether nothing failed."""
        return not self.of(Verdict.failed)

    def of(self, verdict: Verdict) -> list[Finding]:
        """The findings with a verdict."""
        return [finding for finding in self.findings if finding.verdict is verdict]

    def to_json(self) -> dict[str, Any]:
        """The whole as JSON, in the stable form of `omp doctor --json`."""
        return {
            "format_version": FORMAT_VERSION,
            "checks": [finding.to_json() for finding in self.findings],
            "summary": {verdict.value: len(self.of(verdict)) for verdict in Verdict},
        }
