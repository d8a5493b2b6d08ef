"""`.ompignore`: what a folder does not want checked, written as in a `.gitignore`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

IGNORE_FILE: Final = ".ompignore"
_GLOB: Final = re.compile(r"\*\*/|/\*\*$|\*|\?|\[!?[^\]]+\]")
_AS_REGEX: Final = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of an ignore file."""

    matches: re.Pattern[str]
    is_negated: bool
    is_folder: bool


class Ignored:
    """What the ignore files of a folder and of those above it, up to where the search began, leave out."""

    def __init__(self, folder: Path, above: Ignored | None = None) -> None:
        self._folder = folder
        self._above = above
        self._patterns = _patterns(folder / IGNORE_FILE)

    def __call__(self, path: Path, *, is_folder: bool) -> bool:
        """Whether to pass over a file or folder. The last line that matches decides, the nearest file first."""
        name = path.relative_to(self._folder).as_posix()
        for pattern in reversed(self._patterns):
            if pattern.matches.fullmatch(name) and (is_folder or not pattern.is_folder):
                return not pattern.is_negated
        return self._above is not None and self._above(path, is_folder=is_folder)


def _patterns(file: Path) -> list[Pattern]:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # mostly there is none
        return []
    wanted = (line.rstrip() for line in lines)
    return [_pattern(line) for line in wanted if line and not line.startswith("#")]


def _pattern(line: str) -> Pattern:
    body = line.removeprefix("!")
    text = body.rstrip("/")
    anywhere = "" if "/" in text else "**/"
    regex = _regex(anywhere + text.removeprefix("/"))
    return Pattern(re.compile(regex, re.DOTALL), is_negated=line.startswith("!"), is_folder=body.endswith("/"))


def _regex(glob: str) -> str:
    parts, end = [], 0
    for found in _GLOB.finditer(glob):
        parts += [re.escape(glob[end : found.start()]), _AS_REGEX.get(found[0]) or found[0].replace("[!", "[^")]
        end = found.end()
    return "".join(parts) + re.escape(glob[end:])
