"""What is wrong with a payload, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final, TypeAlias

from openmetadata_provider.validation.masking import without_passwords

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the top of a document down to a value."""


MESSAGE_CHARACTERS: Final = 1_000
"""How long a message may be."""
NAME_CHARACTERS: Final = 256
"""How long a word may be that is compared with known names: no name of a server is longer."""


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
    """The line, of a long one the part around the stretch, with a mask for every secret in it."""
    text_start: int = 0
    """Where the stretch stands in `text`, in characters from 0."""
    text_end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One mistake. Never shows the value of a secret, even where broken quotes made it part of a key.

    Only `path` has keys as they are, for who looks them up; it is not in the `repr`.
    """

    code: str
    """Kind of mistake, a key of `codes.CODES`: `unknown-field`."""
    message: str
    """One sentence on what is wrong."""
    hint: str = ""
    """One sentence on what to do."""
    severity: Severity = Severity.error
    path: Path = field(default=(), repr=False)
    """Where in the payload; in a file, where in the document."""
    at_key: bool = False
    """Whether the key is meant and not its value."""
    refers_to: tuple[str, str] | None = None
    """Of a mistake in a reference: entity type and name of what it leads to, `("user or team", "jane")`."""
    place: Place | None = None
    """Where in the file; None for a payload that came from no file."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", _shortened(without_passwords(self.message)))
        object.__setattr__(self, "hint", without_passwords(self.hint))
        if self.refers_to is not None:
            entity_type, name = self.refers_to
            object.__setattr__(self, "refers_to", (entity_type, without_passwords(name)))

    @property
    def pointer(self) -> str:
        """`path` as a JSON pointer, with a mask for a password in a key."""
        steps = (without_passwords(str(step)) for step in self.path)
        return "".join(f"/{step.replace('~', '~0').replace('/', '~1')}" for step in steps)

    def __str__(self) -> str:
        where = self.pointer or "(whole)"
        if self.place is not None:
            where = ":".join(str(part) for part in (self.place.file, self.place.line, self.place.column) if part)
        advice = f". {self.hint}" if self.hint else ""
        return f"{where}: {self.severity}[{self.code}]: {self.message}{advice}"


def _shortened(message: str) -> str:
    """A message of bearable length: it may repeat a name, which may be of any length in a wrong file."""
    return message if len(message) <= MESSAGE_CHARACTERS else message[: MESSAGE_CHARACTERS - 1] + "…"


def in_payload_order(found: Iterable[Diagnostic], payload: Any) -> list[Diagnostic]:
    """Diagnostics in the order in which what they are about stands in the payload."""
    ranks: dict[int, dict[str, int]] = {}
    return sorted(found, key=lambda diagnostic: _order(diagnostic.path, payload, ranks))


def _order(path: Path, payload: Any, ranks: dict[int, dict[str, int]]) -> list[int]:
    """`ranks`: of objects that were looked at (by `id`), the place of each key, as an object may have very many."""
    order = []
    for step in path:
        if isinstance(payload, dict) and step in payload:
            if id(payload) not in ranks:
                ranks[id(payload)] = {key: number for number, key in enumerate(payload)}
            order.append(ranks[id(payload)][str(step)])
            payload = payload[step]
        elif isinstance(payload, list) and isinstance(step, int) and step < len(payload):
            order.append(step)
            payload = payload[step]
        else:
            break
    return order


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was meant to be, if one is near; case does not count."""
    if len(word) > NAME_CHARACTERS:
        return None
    folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean "X"?` or nothing."""
    near = nearest(word, known)
    return f'Did you mean "{near}"?' if near else ""
