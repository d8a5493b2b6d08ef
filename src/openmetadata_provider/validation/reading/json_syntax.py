"""What keeps a text from being JSON, in words."""

from __future__ import annotations

import json

from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.reading.marks import Span
from openmetadata_provider.validation.reading.source import Source


def json_syntax_error(source: Source, error: json.JSONDecodeError) -> Diagnostic:
    """The error at its place; that of a comma too many at the comma."""
    message, hint, offset = _told(error)
    before = error.doc[:offset]
    line, column = before.count("\n"), offset - (before.rfind("\n") + 1)
    return source.unreadable("syntax", f"this is not JSON: {message}", hint, Span(line, column, line, column + 1))


def _told(error: json.JSONDecodeError) -> tuple[str, str, int]:
    """What is wrong, what to do, and at which character."""
    rest = error.doc[error.pos :].lstrip()
    before = error.doc[: error.pos].rstrip()
    if not rest:
        return "it ends too early", "Add what is missing, mostly a bracket or a quote.", error.pos
    if rest[0] in "}]" and before.endswith(","):
        return "a comma stands before the closing bracket", "Remove the comma.", len(before) - 1
    if before.endswith(",") and error.msg.startswith("Illegal trailing comma"):
        return "a comma stands before the closing bracket", "Remove the comma.", len(before) - 1
    if rest.startswith(("//", "/*", "#")):
        return "it has no comments", "Remove the comment, or write the file as YAML.", error.pos
    if rest[0] == "'":
        return "texts stand in double quotes", "Write \" in place of '.", error.pos
    if error.msg == "Extra data":
        return "a second value begins here", "Keep one, or name the file .jsonl and give each a line.", error.pos
    return f"{error.msg[:1].lower()}{error.msg[1:]}", "Mend the text here or just before.", error.pos
