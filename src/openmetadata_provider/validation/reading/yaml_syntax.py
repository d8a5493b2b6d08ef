"""What keeps a text from being YAML, in words."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml
from yaml.reader import ReaderError

from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.reading.marks import Span
from openmetadata_provider.validation.reading.source import Source

_TOLD: Final = {
    "mapping values are not allowed": (
        'a ": " stands where no key can be',
        'Quote the text if it holds ": ", or mend the indentation.',
    ),
    "found undefined alias": ("this alias has no anchor before it", "Write &NAME before the value that is meant."),
    "found unexpected end of stream": ("a quote that begins here is not closed", "Close it."),
    "did not find expected ',' or ']'": ('a list lacks a comma here, or its end "]"', "Add it."),
    "did not find expected ',' or '}'": ('an object lacks a comma here, or its end "}"', "Add it."),
    "did not find expected key": ("this does not fit the indentation above", "Indent it as what it belongs to."),
    "did not find expected '-' indicator": ("an item of the list above would be here", "Begin it with - or indent it."),
    "could not find expected ':'": ("a key without a colon", "Write KEY: VALUE, with a space after the colon."),
    "found character that cannot start": ("no value begins with this character", "Quote the value."),
    "found unknown escape character": ("no such escape begins with a backslash", "Write \\\\ for a backslash."),
    "found duplicate anchor": ("this anchor is there already", "Give it another name."),
}
"""How libyaml's problem begins → what is wrong, what to do."""
_OF_TABS: Final = (
    "found a tab character",
    "found character that cannot start",
    "mapping values are not allowed",
    "could not find expected ':'",
    "did not find expected key",
    "did not find expected '-' indicator",
)
"""How problems begin that a tab before what a line says can make."""
_INDENTING_TAB: Final = re.compile(r"[ -]*+\t")
_AT_BEGINNING: Final = frozenset({"found unexpected end of stream", "could not find expected ':'"})
"""Problems that are told where the part begins that they are about."""


def yaml_syntax_error(source: Source, error: yaml.YAMLError) -> Diagnostic:
    """The error at its place."""
    if isinstance(error, ReaderError):
        return _control_character(source, error)
    problem = str(getattr(error, "problem", None) or "it cannot be read")
    known = next((start for start in _TOLD if problem.startswith(start)), None)
    span = _span(error, at_beginning=known in _AT_BEGINNING)
    if problem.startswith(_OF_TABS) and (tab := _indenting_tab(source.line(span.line))) is not None:
        at_tab = Span(span.line, tab, span.line, tab + 1)
        return source.unreadable("tab", "a tab (byte 0x09) indents this line", "Indent with spaces.", at_tab)
    context = getattr(error, "context", None)
    plain = (f"{problem} {context}" if context else problem, "Mend the text here or just before.")
    message, hint = plain if known is None else _TOLD[known]
    return source.unreadable("syntax", f"this is not YAML: {message}", hint, span)


def _span(error: yaml.YAMLError, *, at_beginning: bool) -> Span:
    marks: list[Any] = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    mark = next((mark for mark in (reversed(marks) if at_beginning else marks) if mark is not None), None)
    return Span(0, 0, 0, 1) if mark is None else Span(mark.line, mark.column, mark.line, mark.column + 1)


def _control_character(source: Source, error: ReaderError) -> Diagnostic:
    """libyaml tells the code but not always the place of a character that YAML does not have."""
    code = error.character if isinstance(error.character, int) else ord(error.character)
    offset = max(source.text.find(chr(code)), 0)
    before = source.text[:offset]
    line, column = before.count("\n"), offset - (before.rfind("\n") + 1)
    name = f"byte 0x{code:02X}" if code < 128 else f"character U+{code:04X}"
    span = Span(line, column, line, column + 1)
    message = f"this is not YAML: {name} is no character of a text"
    return source.unreadable("syntax", message, "Remove it, or write it as an escape in double quotes.", span)


def _indenting_tab(line: str) -> int | None:
    """Where the first tab stands before what a line says; a dash of a list is part of the indentation."""
    found = _INDENTING_TAB.match(line)
    return found.end() - 1 if found else None
