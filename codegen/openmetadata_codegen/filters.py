"""Schema text on its way into generated files. No text from a schema reaches a template without one of these."""

from __future__ import annotations

import re
import textwrap
from typing import Any

WIDTH = 116


def py(value: Any) -> str:
    """`value` as a Python literal, tuples and strings only as `repr` writes them, with double quotes."""
    text = repr(value)
    if isinstance(value, str) and text.startswith("'") and '"' not in text:
        return f'"{text[1:-1]}"'
    return text


def docstring(text: str, *, indent: int = 0) -> str:
    """`text` as a docstring, quotes included, wrapped to the line width; paragraphs are kept."""
    doubled = one_spaced(text).replace("\\", "\\\\")
    safe = re.sub(r'"{3,}|"+$', lambda quotes: '\\"' * len(quotes[0]), doubled)
    wrapped = [
        textwrap.fill(p, WIDTH - indent, break_long_words=False, break_on_hyphens=False) for p in safe.split("\n\n")
    ]
    body = "\n\n".join(wrapped)
    closing = "\n" if "\n" in body else ""
    return textwrap.indent(f'"""{body}{closing}"""', " " * indent).strip()


def one_spaced(text: str) -> str:
    """`text` with white space inside paragraphs folded; control characters are dropped."""
    printable = "".join(c for c in text if c.isprintable() or c in "\n\t ")
    return "\n\n".join(" ".join(p.split()) for p in re.split(r"\n\s*\n", printable) if p.strip())


def md(text: str) -> str:
    """`text` for a cell of a Markdown table or a list item: one line, bars and angle brackets harmless."""
    return " ".join(one_spaced(text).split()).replace("|", "\\|").replace("<", "&lt;")
