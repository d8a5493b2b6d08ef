"""Files, folders and patterns of a command line into the files to check."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from openmetadata_provider.errors import UsageError
from openmetadata_provider.validation.reading.files import STDIN, SUFFIXES
from openmetadata_provider.validation.reading.ignoring import Ignored


def files_of(arguments: Iterable[str]) -> list[str]:
    """The files that arguments name, each once: a folder stands for what is below it, a pattern for what it matches.

    In the order of the arguments, within one sorted. Folders leave out what is hidden and what their `.ompignore` says;
    a file or folder that is an argument itself is checked whatever an ignore file above it says. Raises UsageError for
    what does not exist.
    """
    found: dict[str, None] = {}
    for argument in arguments:
        found.update(dict.fromkeys(_files(argument)))
    return list(found)


def _files(argument: str) -> list[str]:
    if argument == STDIN or os.path.isfile(argument):
        return [argument]
    if os.path.isdir(argument):
        return [str(path) for path in sorted(_below(Path(argument)))]
    matched = sorted(path for path in glob.glob(argument, recursive=True) if os.path.isfile(path))
    if not matched:
        raise UsageError(f"{argument}: there is no such file or folder, and no file matches it.")
    return matched


def _below(folder: Path, above: Ignored | None = None) -> Iterator[Path]:
    """Files of a known suffix below a folder."""
    ignored = Ignored(folder, above)
    for entry in os.scandir(folder):
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and not ignored(path, is_folder=True):
                yield from _below(path, ignored)
        elif path.suffix.lower() in SUFFIXES and not entry.name.startswith(".") and not ignored(path, is_folder=False):
            yield path
