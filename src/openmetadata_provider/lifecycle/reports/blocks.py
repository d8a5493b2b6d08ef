"""One entity of a plan: what will happen to it in words, what changes in it, and what a reader has to know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from openmetadata_provider.lifecycle.changes import SYMBOLS, Action, Change
from openmetadata_provider.lifecycle.deciding import NAME, PARENT
from openmetadata_provider.lifecycle.reports.fields import field_lines
from openmetadata_provider.lifecycle.reports.sheet import Sheet
from openmetadata_provider.validation.phrases import listed
from openmetadata_provider.validation.reports.layout import folded, safe
from openmetadata_provider.validation.reports.terminal import Look

STYLES: Final = {
    Action.create: "added",
    Action.update: "changed",
    Action.replace: "removed",
    Action.restore: "note",
    Action.delete: "removed",
}
_WORDS: Final = {
    Action.create: "be created",
    Action.update: "be updated in place",
    Action.restore: "be brought back from soft deletion",
    Action.delete: "be deleted",
}
_WIDTH: Final = max(map(len, SYMBOLS.values()))
_INSIDE: Final = _WIDTH + 3


def change_lines(change: Change, look: Look) -> Iterator[str]:
    """The lines of one entity; none for one that stays as it is."""
    if change.is_noop:
        return
    yield from titled(change, verdict(change), look, "place")
    is_made = change.action in (Action.create, Action.replace)
    sheet = Sheet(look=look, indent=_INSIDE, is_new=is_made and all(field.before is None for field in change.fields))
    yield from field_lines(change.fields, sheet)
    for note in change.notes:
        yield from sheet.block("!", safe(note))
    if change.lost:
        yield from sheet.block("!", safe(loss(change)), "removed")
    if change.refusal:
        yield from sheet.block("x", safe(f"Refused: {change.refusal}"), "removed")


def titled(change: Change, words: str, look: Look, style: str = "") -> Iterator[str]:
    """`~ Dashboard looker.sales will be updated in place`."""
    first, *rest = folded(safe(f"{change.name} {words}"), max(20, look.room - _INSIDE))
    symbol = look.paint(STYLES[change.action], f"{SYMBOLS[change.action]:>{_WIDTH}}")
    paint = partial(look.paint, style) if style else str
    yield f"{symbol} {paint(first)}"
    yield from (f"{' ' * _INSIDE}{paint(line)}" for line in rest)


def verdict(change: Change) -> str:
    """What will happen to the entity: `will be updated in place`."""
    if change.action is Action.replace:
        is_purge = change.observed is not None and change.observed.is_deleted
        must = "will be deleted for good and created anew" if is_purge else "must be replaced"
        return f"{must}, which is refused" if change.refusal else must
    words = _words(change)
    return f"would {words}, which is refused" if change.refusal else f"will {words}"


def _words(change: Change) -> str:
    if change.is_created_again:
        return "be created again"
    if change.action is Action.delete and change.lifecycle.delete == "soft":
        return "be soft-deleted"
    words = _WORDS[change.action]
    paths = {field.path for field in change.fields}
    if change.action is Action.restore:
        return f"{words} and updated" if paths else words
    if change.action is Action.update and paths & {NAME, PARENT}:
        moves = [word for path, word in ((NAME, "renamed"), (PARENT, "moved")) if path in paths]
        moves += ["updated"] if paths - {NAME, PARENT} else []
        return f"be {listed(moves)} in place"
    return words


def loss(change: Change) -> str:
    """`Takes along 3 Charts that are declared nowhere.`"""
    is_one = len(change.lost) == 1 and change.lost[0].startswith("1 ")
    return f"Takes along {listed(change.lost)} that {'is' if is_one else 'are'} declared nowhere."
