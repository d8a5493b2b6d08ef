"""Regular expressions that mean the same in every engine that reads them.

The schemas are written for Java; the bindings run them in Rust's engine (pydantic and jsonschema-rs). `portable` gives
a pattern both read alike, or says that there is none.
"""

from __future__ import annotations

import re

WORD_ASCII = "A-Za-z0-9_"
WORD_UNICODE = r"\p{L}\p{M}\p{N}\p{Pc}"
"""What Java's `\\w` means under `(?U)`: letters, marks, numbers and connectors of any script."""

_NEVER_DOUBLED = re.compile(r"^\^\(\(\?!(?P<char>[^\\()\[\]{}.*+?|^$])(?P=char)\)\.\)\*\$$")
_LOOK_AROUND = re.compile(r"\(\?(?:=|!|<=|<!)")


def portable(pattern: str) -> str | None:
    """`pattern` in syntax that Rust's engine reads as Java does, or None if it cannot be said there."""
    if found := _NEVER_DOUBLED.match(pattern):
        return _never_doubled(found["char"])
    if _LOOK_AROUND.search(pattern):
        return None
    unicode_classes = pattern.startswith("(?U)")
    return _with_word_class(pattern.removeprefix("(?U)"), WORD_UNICODE if unicode_classes else WORD_ASCII)


def _never_doubled(char: str) -> str:
    """`^((?!::).)*$` without look-ahead: no two of `char` in a row, and no line end (Java's dot stops at those)."""
    other = f"[^{char}\\n\\r\\u0085\\u2028\\u2029]"
    return f"^(?:{char}?{other})*{char}?$"


def _with_word_class(pattern: str, word: str) -> str:
    """`\\w` spelled out: engines disagree on whether it knows other scripts."""
    out: list[str] = []
    in_class = False
    position = 0
    while position < len(pattern):
        pair = pattern[position : position + 2]
        if pair == r"\w":
            out.append(word if in_class else f"[{word}]")
        elif pair.startswith("\\"):
            out.append(pair)
        else:
            in_class = pair[0] == "[" or (in_class and pair[0] != "]")
            out.append(pair[0])
            position -= 1
        position += 2
    return "".join(out)
