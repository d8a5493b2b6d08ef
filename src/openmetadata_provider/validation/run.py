"""Files checked: each for itself, on as many cores as are wanted, then all against one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from openmetadata_provider.validation.crossing import Crossed, Crossing
from openmetadata_provider.validation.diagnostics import Diagnostic, Severity
from openmetadata_provider.validation.file_check import FileResult, Options, in_file_order
from openmetadata_provider.validation.jobs import results_of
from openmetadata_provider.validation.placing import placed
from openmetadata_provider.validation.reading.files import documents, syntax_of
from openmetadata_provider.validation.reading.source import Document

__all__ = ["FileResult", "Options", "checked"]


def checked(
    files: Sequence[str], options: Options, *, jobs: int = 0, on_file: Callable[[FileResult], None] | None = None
) -> list[FileResult]:
    """The results of all files, in their order. `jobs` 0 takes every core if there is much to check."""
    results = []
    for result in results_of(files, options, jobs):
        if on_file is not None:
            on_file(result)
        results.append(result)
    return _crossed(results, options)


def _crossed(results: list[FileResult], options: Options) -> list[FileResult]:
    """The results with what the files say against one another."""
    crossing = Crossing(names for result in results for names in result.names)
    by_file: dict[str, list[Crossed]] = defaultdict(list)
    for crossed in _against_one_another(crossing, options):
        by_file[crossed.where.file].append(crossed)
    return [_with(result, by_file[result.file], options) if result.file in by_file else result for result in results]


def _against_one_another(crossing: Crossing, options: Options) -> Iterator[Crossed]:
    yield from crossing.errors()
    if options.closed:
        yield from crossing.expected(Severity.error)
    else:
        yield from crossing.expected(Severity.note, every_place=options.places_notes)


def _with(result: FileResult, crossed: list[Crossed], options: Options) -> FileResult:
    found = _placed_again(result, _by_document(crossed), options)
    counts = result.counts + Counter(diagnostic.severity for diagnostic in found)
    both = sorted((*result.diagnostics, *found), key=in_file_order)
    return replace(result, diagnostics=tuple(both[: options.shown_per_file]), counts=counts)


def _by_document(crossed: list[Crossed]) -> dict[int, list[Crossed]]:
    grouped: dict[int, list[Crossed]] = defaultdict(list)
    for one in crossed:
        grouped[one.where.document].append(one)
    return grouped


def _placed_again(result: FileResult, crossed: dict[int, list[Crossed]], options: Options) -> list[Diagnostic]:
    """What the documents of a file are told, with places as far as they are wanted. The file is read again once."""
    wanted = {number for number, part in crossed.items() if options.places_notes or not _are_notes(part)}
    told = []
    for number, document in enumerate(islice(_documents(result, options), max(wanted, default=-1) + 1)):
        for one in crossed.pop(number) if number in wanted else ():
            told += placed([one.diagnostic], document, one.where.path, result.secrets)
    return [*told, *(one.diagnostic for part in crossed.values() for one in part)]  # the rest has no place


def _are_notes(crossed: list[Crossed]) -> bool:
    return all(one.diagnostic.severity is Severity.note for one in crossed)


def _documents(result: FileResult, options: Options) -> Iterator[Document]:
    if result.held:
        yield from result.held
        return
    read = documents(result.file, options.syntax or syntax_of(result.file), options.limits)
    yield from (part for part in read if isinstance(part, Document))
