"""Values, types, names and lists in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from openmetadata_provider.validation.diagnostics import Path

TYPES: Final = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
_SENTENCE_END: Final = re.compile(r"(?<!e\.g)(?<!i\.e)\.\s")
SHOWN: Final = 12
"""How many allowed values a hint lists."""


def given_type(value: Any) -> str:
    """What a value is, in words."""
    if value is None:
        return "null"
    names = {bool: "a boolean", int: "a number", float: "a number", str: "a text", list: "a list", dict: "an object"}
    return names.get(type(value), "something else")


def property_name(path: Path) -> str:
    """The innermost key with the indices after it: `tags[2]`."""
    keys = [n for n, step in enumerate(path) if isinstance(step, str)]
    if not keys:
        return "".join(f"[{step}]" for step in path)
    return str(path[keys[-1]]) + "".join(f"[{step}]" for step in path[keys[-1] + 1 :])


def listed(names: Iterable[str], word: str = "and") -> str:
    """`a, b and c`; of many, the first and how many more."""
    shown = list(names)
    rest = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
    shown = shown[:SHOWN]
    if rest or len(shown) < 2:
        return ", ".join(shown) + rest
    return f"{', '.join(shown[:-1])} {word} {shown[-1]}"


def first_sentence(text: str) -> str:
    """The first sentence of a description; empty if there is none."""
    sentence = _SENTENCE_END.split(text)[0].rstrip(".:")
    return f"{sentence}." if sentence else ""


BOOLEANS: Final = {
    **dict.fromkeys(("yes", "on", "y", "true", "1"), "true"),
    **dict.fromkeys(("no", "off", "n", "false", "0"), "false"),
}
"""What people write for true and false."""


def is_number(text: str) -> bool:
    """Whether a text would be a number without its quotes."""
    try:
        float(text)
    except ValueError:
        return False
    return True
