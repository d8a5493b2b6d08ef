"""One measured figure and its target, and the table of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

HEADINGS = ("what", "measured", "target", "verdict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was measured. Without a target it is there to be read, and nothing can miss."""

    what: str
    value: float | str
    unit: str = ""
    target: float | None = None
    better: Literal["higher", "lower"] = "lower"

    @property
    def is_met(self) -> bool | None:
        """Whether the target is met; None without one, or without a number to compare with it."""
        if self.target is None or isinstance(self.value, str):
            return None
        return self.value >= self.target if self.better == "higher" else self.value <= self.target

    def cells(self) -> tuple[str, str, str, str]:
        """The row of the table."""
        sign = ">=" if self.better == "higher" else "<="
        target = "" if self.target is None else f"{sign} {quantity(self.target, self.unit)}"
        verdict = {None: "", True: "ok", False: "MISSED"}[self.is_met]
        return self.what, quantity(self.value, self.unit), target, verdict


def quantity(value: float | str, unit: str) -> str:
    """A number a person can read: `40,000 /s`, `1.87x`."""
    if isinstance(value, str):
        return value
    digits = 0 if abs(value) >= 100 or float(value).is_integer() else 2 if abs(value) < 10 else 1
    return f"{value:,.{digits}f}{'' if unit in ('', 'x') else ' '}{unit}"


def table(rows: Iterable[Sequence[str]]) -> str:
    """Aligned columns under the headings."""
    everything = [HEADINGS, *rows]
    widths = [max(len(row[n]) for row in everything) for n in range(len(HEADINGS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in everything
    ]
    return "\n".join([lines[0], "-" * sum(widths, 2 * (len(widths) - 1)), *lines[1:]])
