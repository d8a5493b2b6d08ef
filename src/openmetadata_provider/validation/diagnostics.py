"""What is wrong with a payload, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the top of a document down to a value."""


class Severity(StrEnum):
    """How bad it is. Only errors make a document invalid."""

    error = "error"
    warning = "warning"
    note = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of one line of a file. Lines and columns count from 1 and in characters; 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0
    end_column: int = 0
    """The column after the last character."""
    text: str = ""
    """The line, with secrets in it masked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One mistake. Never holds the value of a secret."""

    code: str
    """Kind of mistake, a key of `codes.CODES`: `unknown-field`."""
    message: str
    """One sentence on what is wrong."""
    hint: str = ""
    """One sentence on what to do."""
    severity: Severity = Severity.error
    path: Path = ()
    """Where in the payload; in a file, where in the document."""
    at_key: bool = False
    """Whether the key is meant and not its value."""
    refers_to: tuple[str, str] | None = None
    """Of a mistake in a reference: entity type and name of what it leads to, `("user or team", "jane")`."""
    place: Place | None = None
    """Where in the file; None for a payload that came from no file."""

    @property
    def pointer(self) -> str:
        """`path` as a JSON pointer."""
        return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in self.path)

    def __str__(self) -> str:
        where = self.pointer or "(whole)"
        if self.place is not None:
            where = ":".join(str(part) for part in (self.place.file, self.place.line, self.place.column) if part)
        advice = f". {self.hint}" if self.hint else ""
        return f"{where}: {self.severity}[{self.code}]: {self.message}{advice}"


def in_payload_order(found: Iterable[Diagnostic], payload: Any) -> list[Diagnostic]:
    """Diagnostics in the order in which what they are about stands in the payload."""
    return sorted(found, key=lambda diagnostic: _order(diagnostic.path, payload))


def _order(path: Path, payload: Any) -> list[int]:
    order = []
    for step in path:
        if isinstance(payload, dict) and step in payload:
            order.append(list(payload).index(str(step)))
            payload = payload[step]
        elif isinstance(payload, list) and isinstance(step, int) and step < len(payload):
            order.append(step)
            payload = payload[step]
        else:
            break
    return order


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was meant to be, if one is near; case does not count."""
    folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean "X"?` or nothing."""
    near = nearest(word, known)
    return f'Did you mean "{near}"?' if near else ""
