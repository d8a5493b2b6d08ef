"""Date and time formats in the letters of Java's `DateTimeFormatter`: whether one is valid, and texts read by it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

_MONTHS = tuple(calendar.month_name[1:])
_DAYS = tuple(calendar.day_name)
_HIGHEST = {"y": 19, "M": 5, "d": 2, "E": 5, "D": 3, "W": 1, "w": 2, "H": 2, "h": 2, "m": 2, "s": 2, "a": 1, "S": 9}
_ZONES = {
    "X1": r"[+-]\d\d(?:\d\d)?|Z", "X2": r"[+-]\d{4}|Z", "X3": r"[+-]\d\d:\d\d|Z",
    "X4": r"[+-]\d{4}(?:\d\d)?|Z", "X5": r"[+-]\d\d:\d\d(?::\d\d)?|Z",
    "Z1": r"[+-]\d{4}", "Z2": r"[+-]\d{4}", "Z3": r"[+-]\d{4}",
    "Z4": r"GMT(?:[+-]\d\d:\d\d)?", "Z5": r"[+-]\d\d:\d\d|Z",
}  # fmt: skip
_RANGES = {"M": (1, 12), "d": (1, 31), "D": (1, 366), "H": (0, 23), "h": (1, 12), "m": (0, 59), "s": (0, 59)}
_PART = re.compile(r"(?P<letters>([A-Za-z])\2*)|'(?P<quoted>(?:[^']|'')*)'|(?P<other>[^'])")


class DatePattern:
    """One format: what its texts look like, and which letters it has."""

    def __init__(self, text: str) -> None:
        """ValueError if `text` is no format."""
        self.letters: list[str] = []
        self._regex = re.compile(self._translated(text))

    def read(self, text: str) -> str | None:
        """`text` as the server writes it back, or None if it is not of this format.

        A day that the month does not have becomes its last, as the server has it: 31 February is the 28th or 29th.
        """
        match = self._regex.fullmatch(text)
        if match is None:
            return None
        found: dict[str, str] = {}
        for at, letter in enumerate(self.letters, start=1):
            if match[at] is not None and found.setdefault(letter, match[at]) != match[at]:
                return None
        day = _last_day(found)
        if day is None or not _in_range(found) or not _week_day_fits(found, day):
            return None
        return self._with_day(match, day)

    def _with_day(self, match: re.Match[str], day: int) -> str:
        text = match[0]
        for at, letter in enumerate(self.letters, start=1):
            if letter == "d" and match[at] is not None and int(match[at]) > day:
                start, end = match.span(at)
                text = f"{text[:start]}{day}{text[end:]}"
        return text

    def _translated(self, text: str) -> str:
        out, open_sections, at = [], 0, 0
        while at < len(text):
            part = _PART.match(text, at)
            if part is None:
                raise ValueError("a quote is not closed")
            at = part.end()
            other = part["other"] or ""
            open_sections += (other == "[") - (other == "]")
            if open_sections < 0 or other in tuple("{}#"):
                raise ValueError(f"{other} has no meaning here")
            out.append(self._part(part, other))
        if open_sections:
            raise ValueError("a bracket is not closed")
        return "".join(out)

    def _part(self, part: re.Match[str], other: str) -> str:
        if part["letters"]:
            self.letters.append(part["letters"][0])
            return f"({_regex_of(part['letters'])})"
        if part["quoted"] is not None:
            return re.escape(part["quoted"].replace("''", "'") or "'")
        return {"[": "(?:", "]": ")?"}.get(other) or re.escape(other)


@lru_cache(maxsize=256)
def date_pattern(text: str) -> DatePattern:
    """The format that `text` says; ValueError if it says none."""
    return DatePattern(text)


def _regex_of(letters: str) -> str:
    letter, count = letters[0], len(letters)
    if letter in "XZ" and count <= 5:
        return _ZONES[f"{letter}{count}"]
    if count > _HIGHEST.get(letter, 0):
        raise ValueError(f"{letters} is no part of a format")
    if letter == "a":
        return "AM|PM"
    if letter == "E" or (letter == "M" and count > 2):
        return _names(_DAYS if letter == "E" else _MONTHS, count)
    if letter == "y":
        return rf"\d{{{count}}}" if count in (2, 4) else rf"\d{{{count},9}}"
    if letter == "S" or count > 1:
        return rf"\d{{{count}}}"
    return rf"\d{{1,{3 if letter == 'D' else 2}}}"


def _names(names: tuple[str, ...], count: int) -> str:
    length = {4: None, 5: 1}.get(count, 3)
    return "|".join(dict.fromkeys(name[:length] for name in names))


def _in_range(found: Mapping[str, str]) -> bool:
    numbers = {letter: int(text) for letter, text in found.items() if letter in _RANGES and text.isdigit()}
    return all(_RANGES[letter][0] <= number <= _RANGES[letter][1] for letter, number in numbers.items())


def _month(found: Mapping[str, str]) -> int | None:
    text = found.get("M", "")
    if text.isdigit():
        return int(text)
    return next((at for at, name in enumerate(_MONTHS, start=1) if text and name.startswith(text)), None)


def _year(found: Mapping[str, str]) -> int | None:
    text = found.get("y")
    return None if text is None else int(text) + (2000 if len(text) == 2 else 0)


def _last_day(found: Mapping[str, str]) -> int | None:
    """The last day of the month that is meant: 31 if none is. None if there is no such month."""
    year, month = _year(found), _month(found)
    if month is None or year is None or not 1 <= month <= 12:
        return 31 if "M" not in found or month in range(1, 13) else None
    return calendar.monthrange(year or 4, month)[1] if year <= 9999 else 28


def _week_day_fits(found: Mapping[str, str], last_day: int) -> bool:
    year, month = _year(found), _month(found)
    if "E" not in found or "d" not in found or month is None or year is None or not 1 <= year <= 9999:
        return True
    meant = date(year, month, min(int(found["d"]), last_day))
    return _DAYS[meant.weekday()].startswith(found["E"])
