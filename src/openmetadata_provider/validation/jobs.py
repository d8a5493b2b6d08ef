"""Files shared out to processes: whole files in batches, long files of JSON Lines in stretches.

A process reads what it checks itself, and sends back only what is to be said about it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import groupby, islice
from typing import Final, TypeAlias

from openmetadata_provider.validation.diagnostics import Diagnostic, Severity
from openmetadata_provider.validation.file_check import FileResult, Options, checked_file
from openmetadata_provider.validation.reading.files import STDIN, syntax_of
from openmetadata_provider.validation.reading.limits import MEBIBYTE
from openmetadata_provider.validation.reading.stretches import Stretch, size_of, stretches

FILES_FOR_MANY_JOBS: Final = 500
"""From how many files on more processes are worth their start."""
BYTES_FOR_MANY_JOBS: Final = 32 * MEBIBYTE
"""The same for JSON Lines, which take half a second then."""
BATCH_FILES: Final = 64
"""Whole files that a process takes at a time, at most."""
STRETCH_BYTES: Final = (MEBIBYTE, 8 * MEBIBYTE)
"""JSON Lines that a process takes at a time, from and to."""
TURNS: Final = 4
"""How often each process gets something, if there is enough: so all end at about the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A file, or a stretch of it, and the number of the file in the run."""

    number: int
    file: str
    stretch: Stretch


_Batch: TypeAlias = tuple[_Part, ...]


def results_of(files: Sequence[str], options: Options, jobs: int) -> Iterator[FileResult]:
    """The result of every file, in their order. `jobs` 0 takes every core if there is much to check."""
    jobs = 1 if STDIN in files or options.keeps_items else jobs or _fitting_jobs(files, options)
    batches = list(_batches(_parts(files, options, jobs), len(files) // (TURNS * jobs))) if jobs > 1 else []
    if len(batches) < 2:
        yield from (checked_file(file, options) for file in files)
        return
    from concurrent.futures import ProcessPoolExecutor  # costs 20 ms that one file has no use for

    with ProcessPoolExecutor(min(jobs, len(batches))) as pool:
        results = (result for batch in pool.map(partial(_checked, options=options), batches) for result in batch)
        numbers = (part.number for batch in batches for part in batch)
        for _, group in groupby(zip(numbers, results, strict=True), key=lambda pair: pair[0]):
            yield reduce(partial(joined, shown=options.shown_per_file), (result for _, result in group))


def _fitting_jobs(files: Sequence[str], options: Options) -> int:
    lines = sum(size_of(file) for file in files if _is_divisible(file, options))
    return _cores() if len(files) >= FILES_FOR_MANY_JOBS or lines >= BYTES_FOR_MANY_JOBS else 1


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _is_divisible(file: str, options: Options) -> bool:
    syntax = options.syntax or syntax_of(file)
    return syntax == "jsonl" and not options.crosses(syntax)


def _parts(files: Iterable[str], options: Options, jobs: int) -> Iterator[_Part]:
    for number, file in enumerate(files):
        for stretch in _stretches(file, jobs) if _is_divisible(file, options) else [Stretch()]:
            yield _Part(number=number, file=file, stretch=stretch)


def _stretches(file: str, jobs: int) -> Iterator[Stretch]:
    size, (least, most) = size_of(file), STRETCH_BYTES
    return stretches(size, min(most, max(least, size // (TURNS * jobs))))


def _batches(parts: Iterable[_Part], most: int) -> Iterator[_Batch]:
    """Whole files together, `most` or BATCH_FILES of them; a stretch by itself."""
    for is_whole, group in groupby(parts, key=lambda part: part.stretch.is_whole):
        size = max(1, min(BATCH_FILES, most)) if is_whole else 1
        while batch := tuple(islice(group, size)):
            yield batch


def _checked(batch: _Batch, options: Options) -> list[FileResult]:
    return [checked_file(part.file, options, part.stretch) for part in batch]


def joined(one: FileResult, next_one: FileResult, shown: int) -> FileResult:
    """Two stretches of a file as one: as if it had been read in one go."""
    room, again = shown - len(one.diagnostics), one.once & next_one.once
    news = [diagnostic for diagnostic in next_one.diagnostics if diagnostic.code not in again]
    moved = (_moved(diagnostic, one.lines - 1) for diagnostic in news[:room])
    return replace(
        one,
        diagnostics=(*one.diagnostics, *moved),
        lines=one.lines + next_one.lines,
        payloads=one.payloads + next_one.payloads,
        counts=one.counts + next_one.counts - Counter({Severity.error: len(again)}),
        once=one.once | next_one.once,
        secrets=one.secrets | next_one.secrets,
    )


def _moved(diagnostic: Diagnostic, lines: int) -> Diagnostic:
    """The diagnostic of a later stretch, `lines` further down. One on the whole file stays where it is."""
    place = diagnostic.place
    if place is None or place.line == 0:
        return diagnostic
    return replace(diagnostic, place=replace(place, line=place.line + lines))
