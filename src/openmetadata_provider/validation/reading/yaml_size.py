"""How deep a YAML text is nested and how many values it has, found without recursion and before any of it is kept:
libyaml's composer would crash the process, or fill its memory.

A cheap look at the characters answers for nearly every text; only what might be too much is read event by event.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, DocumentStartEvent, ScalarEvent

from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.reading.limits import Limits
from openmetadata_provider.validation.reading.marks import Span
from openmetadata_provider.validation.reading.source import Source, too_deep, too_many_values

_BRACKETS = re.compile(r"[\[\]{}]+")
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1}
_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_MOST_VALUES = {"{": 3, ":": 3, "?": 3, "[": 2, ",": 2, "-": 2}
"""How many values a character can bring: a colon a key, its value and the object that they begin."""


def oversized(source: Source, limits: Limits) -> Diagnostic | None:
    """The error of a text over a limit, at what is too much; None if it is within, or is no YAML."""
    if not _may_be_deeper(limits.depth, source.text) and not _may_have_more_values(limits.values, source.text):
        return None
    level = values = 0
    try:
        for event in yaml.parse(source.text, Loader=_LOADER):
            if isinstance(event, ScalarEvent | CollectionStartEvent):
                values += 1
                level += isinstance(event, CollectionStartEvent)
                if level > limits.depth:
                    return too_deep(source, limits, _begin(event))
                if values > limits.values:
                    return too_many_values(source, limits, _begin(event))
            elif isinstance(event, CollectionEndEvent):
                level -= 1
            elif isinstance(event, DocumentStartEvent):
                values = 0
    except yaml.YAMLError:
        return None
    return None


def _begin(event: Any) -> Span:
    mark = event.start_mark
    return Span(mark.line, mark.column, mark.line, mark.column + 1)


def _may_be_deeper(depth: int, text: str) -> bool:
    if text.count("[") + text.count("{") > depth // 2:
        steps = (_STEP[bracket] for found in _BRACKETS.finditer(text) for bracket in found[0])
        if any(level > depth // 2 for level in accumulate(steps)):
            return True
    indented = re.compile(rf"^(?:[ ]|[-?:][ \t]){{{depth // 2},}}", re.MULTILINE)
    return indented.search(text) is not None


def _may_have_more_values(most: int, text: str) -> bool:
    if len(text) * max(_MOST_VALUES.values()) < most:
        return False
    return sum(text.count(character) * values for character, values in _MOST_VALUES.items()) >= most
