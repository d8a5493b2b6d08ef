"""Where the parts of a document stand in its text, looked up only when something is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field

from openmetadata_provider.validation.diagnostics import Path


@dataclass(frozen=True, slots=True)
class Span:
    """From one character to another. Lines and columns count from 0; the end is not included."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(slots=True, kw_only=True)
class Mark:
    """A value in the text, its key, and what is inside it."""

    span: Span
    key: Span | None = None
    inside: dict[str | int, Mark] = field(default_factory=dict)

    def at(self, path: Path) -> Mark:
        """The mark at `path`, or that of the innermost value on the way there."""
        mark = self
        for step in path:
            if step not in mark.inside:
                return mark
            mark = mark.inside[step]
        return mark
