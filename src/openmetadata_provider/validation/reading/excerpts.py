"""The part of a line that a report shows: around what is wrong, with passwords masked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from openmetadata_provider.validation.masking import MASK, masked, written_passwords

Part = tuple[int, int]
"""Begin and end, in characters from 0."""
AROUND: Final = 500
"""Characters of a long line that are kept on either side: more than any terminal shows."""
_MARGIN: Final = 200
"""Characters before the kept ones that are searched for the key of a password."""


def shown_part(line: str, stretch: Part, secrets: Sequence[Part]) -> tuple[str, Part]:
    """The text to show, and where the stretch is in it. `secrets` are parts of the line, in order."""
    first = max(0, stretch[0] - AROUND - _MARGIN)
    last = min(len(line), min(stretch[1], stretch[0] + AROUND) + AROUND)
    kept = line[first:last]
    known = secrets[max(0, bisect_left(secrets, (first, 0)) - 1) : bisect_left(secrets, (last, 0))]
    inside = [(max(0, start - first), min(len(kept), end - first)) for start, end in known]
    parts = _apart([*inside, *written_passwords(kept)])
    start, end = (_moved(offset - first, parts) for offset in stretch)
    text = masked(kept, parts)
    cut = max(0, start - AROUND)
    return text[cut:], (start - cut, max(end, start) - cut)


def _apart(parts: list[Part]) -> list[Part]:
    """The parts in order, those that touch made one."""
    out: list[Part] = []
    for start, end in sorted(part for part in parts if part[0] < part[1]):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _moved(offset: int, parts: list[Part]) -> int:
    """Where a character stands after masking: one inside a password at the beginning of its mask."""
    shift = 0
    for start, end in parts:
        if offset <= start:
            break
        if offset < end:
            return start + shift
        shift += len(MASK) - (end - start)
    return offset + shift
