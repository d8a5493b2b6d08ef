"""What changes in one entity, property by property.

~ displayName  "Sales" → "Sales overview"
+ sourceUrl    "https://looker.example.com/dashboards/7"
~ owners
    + team:data
    - user:jane
~ description
    @@ -1,2 +1,2 @@
      Revenue by region.
    - Refreshed daily.
    + Refreshed every hour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from openmetadata_provider.lifecycle.changes import PropertyChange
from openmetadata_provider.lifecycle.merging import leaf_changes
from openmetadata_provider.lifecycle.reports.sheet import STYLES, Sheet
from openmetadata_provider.lifecycle.reports.values import SECRET, item_text, text_diff, text_lines, value_text
from openmetadata_provider.validation.reports.layout import columns, safe
from openmetadata_provider.validation.reports.outcome import counted

WIDEST_NAME: Final = 56
"""Columns up to which names are aligned."""
LINES_SHOWN: Final = 12
"""Lines of a new text that are shown: all of it stands in the manifest."""
_MARK: Final = "# forces replacement"
_OWN: Final = frozenset({"name", "fullyQualifiedName"})
"""Keys that are not told of an item of a list: its name heads it."""
_UNORDERED: Final = frozenset({"operations", "resources"})
"""Lists inside items of lists whose order does not count: what the rules of a policy are about."""


def field_lines(changes: Iterable[PropertyChange], sheet: Sheet) -> Iterator[str]:
    """The lines of every change, their values below each other."""
    fields = list(changes)
    names = [columns(safe(field.path)) for field in fields if not _has_lines(field, sheet)]
    width = max([name for name in names if name <= WIDEST_NAME], default=0)
    for field in fields:
        yield from _field(field, sheet, width)


def _field(field: PropertyChange, sheet: Sheet, width: int) -> Iterator[str]:
    name = safe(field.path)
    if _has_lines(field, sheet):
        yield from _headed(field, name, sheet)
        yield from _items(field, sheet.inner)
        return
    values = list(_values(field))
    for label in () if _is_multiline(field) else (name + " " * (width - columns(name)), name):
        line = f"{label}  {' → '.join(values)}"
        if columns(line) <= sheet.room:
            yield from _headed(field, line, sheet)
            return
    yield from _headed(field, name, sheet)
    yield from _below(field, values, sheet.inner)


def _headed(field: PropertyChange, text: str, sheet: Sheet) -> Iterator[str]:
    """The text after the sign of the change; with the mark of a replacement, below if there is no room beside."""
    lines = list(sheet.block(sign_of(field), text))
    mark = sheet.look.paint("removed", _MARK)
    if field.forces_replacement and columns(f"{text}  {_MARK}") <= sheet.room:
        yield f"{lines[0]}  {mark}"
        return
    yield from lines
    if field.forces_replacement:
        yield sheet.line(" ", mark)


def sign_of(field: PropertyChange) -> str:
    """`+` for what comes, `-` for what goes, `~` for what becomes another."""
    if field.before is None and field.after is None:
        return "~"
    return "+" if field.before is None else "-" if field.after is None else "~"


def _values(field: PropertyChange) -> Iterator[str]:
    if field.is_secret:
        yield "(secret, changed)" if sign_of(field) == "~" else SECRET
        return
    yield from (value_text(value) for value in (field.before, field.after) if value is not None)


def _below(field: PropertyChange, values: Sequence[str], sheet: Sheet) -> Iterator[str]:
    """Values that need lines of their own."""
    if _is_text(field) and (_is_multiline(field) or any(columns(value) > sheet.room for value in values)):
        yield from _text(field, sheet)
        return
    for sign, value in zip("-+" if len(values) > 1 else sign_of(field), values, strict=False):
        yield from sheet.block(sign, value)


def _text(field: PropertyChange, sheet: Sheet) -> Iterator[str]:
    if field.before is None:
        yield from _new_text(field.after, sheet)
        return
    if field.after is None:
        for line in text_lines(field.before):
            yield from sheet.block("-", line)
        return
    for sign, line in text_diff(field.before, field.after, sheet.room):
        yield from sheet.block(" " if sign == "@" else sign, line, STYLES.get(sign, ""))


def _new_text(text: str, sheet: Sheet) -> Iterator[str]:
    lines = text_lines(text)
    for line in lines[:LINES_SHOWN]:
        yield from sheet.block("+", line)
    if more := len(lines) - LINES_SHOWN:
        yield from sheet.block(" ", f"({counted(more, 'more line')})", "quiet") if more > 0 else ()


def _is_text(field: PropertyChange) -> bool:
    values = [value for value in (field.before, field.after) if value is not None]
    return not field.is_secret and all(isinstance(value, str) for value in values)


def _is_multiline(field: PropertyChange) -> bool:
    return _is_text(field) and any("\n" in value for value in (field.before, field.after) if value is not None)


def _has_lines(field: PropertyChange, sheet: Sheet) -> bool:
    """Whether it is shown item by item. In what is new, a list of names fits into one line."""
    lists = [value for value in (field.before, field.after) if isinstance(value, list | tuple)]
    if not lists or field.is_secret:
        return False
    return not sheet.is_new or any(isinstance(item, Mapping) for value in lists for item in value)


def _items(field: PropertyChange, sheet: Sheet) -> Iterator[str]:
    before, after = (_listed(value) for value in (field.before, field.after))
    old, new = _by_name(before), _by_name(after)
    if old is not None and new is not None:
        lines = list(_named_items(old, new, sheet))
    else:
        lines = list(_plain_items(before, after, sheet))
    yield from lines or sheet.block("~", f"(order) {value_text(before)} → {value_text(after)}")


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def _by_name(items: list[Any]) -> dict[str, Mapping[str, Any]] | None:
    """The items by their names; None if they have none, or not one each."""
    if not all(isinstance(item, Mapping) and isinstance(item.get("name"), str) for item in items):
        return None
    found = {item["name"]: item for item in items}
    return found if len(found) == len(items) else None


def _plain_items(before: list[Any], after: list[Any], sheet: Sheet) -> Iterator[str]:
    for sign, items, others in (("-", before, after), ("+", after, before)):
        left = list(others)
        for item in items:
            if item in left:
                left.remove(item)
            else:
                yield from sheet.block(sign, item_text(item))


def _named_items(
    old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]], sheet: Sheet
) -> Iterator[str]:
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        yield from sheet.block(sign_of(PropertyChange(path=name, before=before, after=after)), safe(name))
        if after is not None:
            inner = replace(sheet.inner, is_new=before is None)
            yield from field_lines(_inside(before, after), inner)


def _inside(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> Iterator[PropertyChange]:
    for key in dict.fromkeys((*(before or ()), *after)):
        old, new = (before or {}).get(key), after.get(key)
        is_moved = key in _UNORDERED and sorted(old or (), key=str) == sorted(new or (), key=str)
        if key not in _OWN and not is_moved:
            yield from leaf_changes(key, old, new)
