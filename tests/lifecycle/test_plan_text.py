"""What the text of a plan never does, whatever names, values and reasons hold; and what it does where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openmetadata_provider.lifecycle.changes import Action, Change, PropertyChange
from openmetadata_provider.lifecycle.outcomes import Applied, Outcome, Status
from openmetadata_provider.lifecycle.reports.fields import field_lines
from openmetadata_provider.lifecycle.reports.json import change_json
from openmetadata_provider.lifecycle.reports.sheet import Sheet
from openmetadata_provider.lifecycle.reports.text import change_lines, outcome_lines
from openmetadata_provider.validation.kinds import kinds
from openmetadata_provider.validation.reports.layout import columns
from openmetadata_provider.validation.reports.terminal import Look

DASHBOARD = kinds()["Dashboard"].spec
UNSAFE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
TEXTS = st.text(max_size=200) | st.sampled_from(["\x1b[2J", "a\r\nb", "\u202e", "売" * 90, "x" * 300, "a. " * 60, ""])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
NAMED = st.lists(
    st.dictionaries(st.sampled_from(["name", "effect", "operations"]), TEXTS | st.lists(TEXTS, max_size=3)), max_size=4
)
FIELDS = st.lists(
    st.builds(
        PropertyChange,
        path=TEXTS,
        before=VALUES | NAMED,
        after=VALUES | NAMED,
        is_secret=st.booleans(),
        is_set=st.booleans(),
        forces_replacement=st.booleans(),
    ),
    max_size=4,
)
CHANGES = st.builds(
    Change,
    action=st.sampled_from([action for action in Action if action is not Action.none]),
    spec=st.just(DASHBOARD),
    fqn=TEXTS,
    fields=FIELDS.map(tuple),
    lost=st.lists(st.sampled_from(["1 Chart", "3 Dashboards"]), max_size=2).map(tuple),
    notes=st.lists(TEXTS, max_size=2).map(tuple),
    refusal=TEXTS,
)
WIDTHS = st.sampled_from([None, 40, 80, 120])


def is_safe(line: str) -> bool:
    return not {unicodedata.category(character) for character in line} & UNSAFE


@settings(deadline=None)
@given(CHANGES, WIDTHS)
def test_every_line_fits_and_moves_no_cursor(change: Change, width: int | None) -> None:
    look = Look(width=width)
    for line in change_lines(change, look):
        assert is_safe(line)
        assert columns(line) <= look.room


@settings(deadline=None)
@given(CHANGES)
def test_colours_add_nothing_but_colours(change: Change) -> None:
    plain = list(change_lines(change, Look(width=80)))
    painted = [ESCAPES.sub("", line) for line in change_lines(change, Look(width=80, colours=True))]
    assert [line.rstrip() for line in painted] == plain


@settings(deadline=None)
@given(CHANGES, st.sampled_from(Status), TEXTS)
def test_what_became_of_it_fits_and_moves_no_cursor(change: Change, status: Status, reason: str) -> None:
    applied = Applied(outcomes=(Outcome(change=change, status=status, reason=reason),), requests=1)
    for line in outcome_lines(applied, Look(width=80)):
        assert is_safe(line)
        assert columns(line) <= 80


def _lines(*fields: PropertyChange, width: int = 80) -> list[str]:
    return list(field_lines(fields, Sheet(look=Look(width=width), indent=0)))


@pytest.mark.parametrize("before", [None, "hush", "hush\n", ["hush"], {"a": "hush"}])
@pytest.mark.parametrize("after", [None, "hush", "hush\n" * 9, "hush " * 99, ["hush"], {"a": "hush"}])
def test_a_secret_is_shown_nowhere_whatever_a_change_holds(before: Any, after: Any) -> None:
    field = PropertyChange(path="connection.config.password", before=before, after=after, is_secret=True)
    change = Change(action=Action.update, spec=DASHBOARD, fqn="a.b", fields=(field,))
    assert "hush" not in "".join(_lines(field))
    assert "hush" not in str(change_json(change))


def test_a_mask_inside_a_list_reads_as_a_secret() -> None:
    field = PropertyChange(path="headers", before=None, after=[{"key": "X", "value": "*********"}])
    assert _lines(field) == ["+ headers", '    + {"key": "X", "value": (secret)}']


def test_a_list_whose_order_alone_changes_says_so() -> None:
    field = PropertyChange(path="synonyms", before=["a", "b"], after=["b", "a"])
    assert _lines(field) == ["~ synonyms", '    ~ (order) ["a", "b"] → ["b", "a"]']


def test_items_that_stand_twice_are_counted() -> None:
    field = PropertyChange(path="synonyms", before=["a", "a"], after=["a"])
    assert _lines(field) == ["~ synonyms", "    - a"]


def test_a_space_at_the_end_of_a_line_can_be_seen() -> None:
    field = PropertyChange(path="description", before="one\ntwo", after="one\ntwo ")
    assert _lines(field)[-2:] == ["    - two", "    + two·"]


def test_a_line_end_that_comes_is_a_line_of_the_diff() -> None:
    field = PropertyChange(path="description", before="one\ntwo", after="one\ntwo\n")
    assert _lines(field)[-1:] == ["    +"]


def test_a_break_between_sentences_is_not_lost_where_long_lines_are_compared_by_sentence() -> None:
    long = "This is a sentence that goes on and on. " * 4
    lines = _lines(PropertyChange(path="description", before=f"{long}End.", after=f"{long}\nEnd."))
    assert any(line.lstrip().startswith("+") for line in lines)


def test_what_changes_its_type_can_be_told_apart() -> None:
    lines = _lines(PropertyChange(path="extension.cost", before=7, after="7"))
    assert lines == ['~ extension.cost  7 → "7"']


def many() -> Iterator[Outcome]:
    for number in range(120):
        change = Change(action=Action.create, spec=DASHBOARD, fqn=f"bi.{number}")
        status = Status.failed if number >= 60 else Status.done
        yield Outcome(change=change, status=status, reason="refused" if number >= 60 else "")


def test_all_that_failed_is_named_and_of_what_was_done_a_part() -> None:
    lines = list(outcome_lines(Applied(outcomes=tuple(many()), requests=3), Look(width=80)))
    assert sum("failed" in line for line in lines) == 60 + 1
    assert "    and 10 more that were done" in lines
    assert "Applied: 60 created, 60 failed (3 requests)." in lines
