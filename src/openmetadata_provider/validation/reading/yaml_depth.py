"""How deep a YAML text is nested, found without recursion: libyaml's composer would crash the process.

A cheap look at the bytes answers for nearly every text; only what might be too deep is read event by event.
"""

from __future__ import annotations

import re
from itertools import accumulate

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent

from openmetadata_provider.validation.reading.marks import Span

_BRACKETS = re.compile(r"[^\[\]{}]+")
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1}
_LOADER = getattr(yaml, "CLoader", yaml.Loader)


def deeper_than(depth: int, text: str) -> Span | None:
    """Where the text is nested more than `depth` deep; None if it is not, or is no YAML."""
    if not _may_be_deeper(depth, text):
        return None
    level = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, CollectionStartEvent):
                level += 1
                if level > depth and (mark := event.start_mark):
                    return Span(mark.line, mark.column, mark.line, mark.column + 1)
            elif isinstance(event, CollectionEndEvent):
                level -= 1
    except yaml.YAMLError:
        return None
    return None


def _may_be_deeper(depth: int, text: str) -> bool:
    brackets = _BRACKETS.sub("", text)
    if len(brackets) > depth and max(accumulate(_STEP[c] for c in brackets), default=0) > depth // 2:
        return True
    indented = re.compile(rf"^(?:[ ]|[-?:][ \t]){{{depth // 2},}}", re.MULTILINE)
    return indented.search(text) is not None
