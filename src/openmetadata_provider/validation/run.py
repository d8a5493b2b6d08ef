"""Files checked: each for itself, on as many cores as are wanted, then all against one another."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import Any, Final

from openmetadata_provider.validation.crossing import Crossed, Crossing
from openmetadata_provider.validation.diagnostics import Diagnostic, Path, Severity
from openmetadata_provider.validation.documents import Item, items, kind_of_file
from openmetadata_provider.validation.kinds import Kind, kinds
from openmetadata_provider.validation.links import Names, Where, names_of
from openmetadata_provider.validation.payloads import Checks, faults
from openmetadata_provider.validation.placing import placed
from openmetadata_provider.validation.reading.files import STDIN, Syntax, documents, syntax_of
from openmetadata_provider.validation.reading.limits import DEFAULT_LIMITS, Limits
from openmetadata_provider.validation.reading.raw_bytes import Allowed
from openmetadata_provider.validation.reading.source import Document
from openmetadata_provider.validation.structure import is_faultless

FILES_FOR_MANY_JOBS: Final = 500
"""From how many files on more processes are worth their start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a run is to do."""

    kind: str | None = None
    """Kind of bare payloads."""
    syntax: Syntax | None = None
    """How the files are written; None goes by their suffixes."""
    checks: Checks = field(default_factory=Checks)
    closed: bool = False
    """References have to lead to what is declared in the files."""
    limits: Limits = DEFAULT_LIMITS
    allow: frozenset[Allowed] = frozenset()
    """Bytes that are no errors: of files made on Windows."""
    places_notes: bool = True
    """Whether every note gets its line and column, for which its file is read again; else each name is told once."""
    shown_per_file: int = 1000
    """Diagnostics of one file that are kept; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What became of one file."""

    file: str
    diagnostics: tuple[Diagnostic, ...] = ()
    payloads: int = 0
    counts: Counter[Severity] = field(default_factory=Counter)
    """All diagnostics by severity, also those that were not kept."""
    names: tuple[Names, ...] = ()
    secrets: frozenset[str] = frozenset()
    """Names of properties that hold passwords in the kinds of its payloads."""
    held: tuple[Document, ...] = ()
    """Documents that cannot be read again: those of standard input."""


def checked(
    files: Sequence[str], options: Options, *, jobs: int = 0, on_file: Callable[[FileResult], None] | None = None
) -> list[FileResult]:
    """The results of all files, in their order. `jobs` 0 takes all cores if there are many files."""
    results = []
    for result in _results(files, options, jobs):
        if on_file is not None:
            on_file(result)
        results.append(result)
    return _crossed(results, options)


def _results(files: Sequence[str], options: Options, jobs: int) -> Iterator[FileResult]:
    check = partial(checked_file, options=options)
    jobs = jobs or (os.cpu_count() or 1 if len(files) >= FILES_FOR_MANY_JOBS else 1)
    if jobs == 1 or STDIN in files or len(files) == 1:
        yield from map(check, files)
        return
    from concurrent.futures import ProcessPoolExecutor  # costs 20 ms that one file has no use for

    with ProcessPoolExecutor(min(jobs, len(files))) as pool:
        yield from pool.map(check, files, chunksize=max(1, min(64, len(files) // (4 * jobs))))


def checked_file(file: str, options: Options) -> FileResult:
    """One file, document by document. Never raises for what is in it."""
    return _Check(file, options).result()


class _Check:
    """The check of one file: counts as it goes, and keeps no document but those of standard input."""

    def __init__(self, file: str, options: Options) -> None:
        self._file = file
        self._options = options
        self._syntax = options.syntax or syntax_of(file)
        self._known = kinds(options.checks.bindings)
        self._crosses = self._syntax != "jsonl" or options.closed
        self._kind = options.kind or kind_of_file(file, self._known)
        self._bare = self._known.get(self._kind) if self._kind is not None else None
        self._takes_literals = not options.checks.literal_secrets
        self._kept: list[Diagnostic] = []
        self._counts: Counter[Severity] = Counter()
        self._names: list[Names] = []
        self._held: list[Document] = []
        self._payloads = 0
        self._kinds: dict[str, Kind] = {}

    def result(self) -> FileResult:
        is_fast = not self._crosses and self._options.checks.server_version is None
        passes, allow = self._passes if is_fast else None, self._options.allow
        read = documents(self._file, self._syntax, self._options.limits, passes, allow=allow)
        for number, document in enumerate(_numbered(read, self._keep)):
            if self._file == STDIN and self._crosses:
                self._held.append(document)
            for item in items(document, self._kind, self._known):
                if isinstance(item, Diagnostic):
                    self._place([item], document, (), frozenset())
                else:
                    self._payloads += 1
                    self._item(item, number)
        return FileResult(
            file=self._file,
            diagnostics=tuple(sorted(self._kept, key=_in_file_order)),
            payloads=self._payloads,
            counts=self._counts,
            names=tuple(self._names),
            secrets=frozenset().union(*(kind.secrets for kind in self._kinds.values())),
            held=tuple(self._held),
        )

    def _item(self, item: Item, number: int) -> None:
        kind = self._kinds[item.kind] = self._known[item.kind]
        found = faults(kind, item.payload, self._options.checks)
        if self._crosses:
            names = names_of(kind.spec, item.payload, Where(self._file, number, item.path))
            self._names.append(replace(names, problems=()) if names.problems else names)
            found = [*found, *names.problems]
        if found:
            self._place(found, item.document, item.path, kind.secrets)

    def _passes(self, value: Any) -> bool:
        """The fast way for a line of JSON Lines: counts a payload that there is nothing to say about."""
        kind, payload = self._bare, value
        if kind is None and type(value) is dict and len(value) == 2:
            named = value.get("kind")
            kind, payload = self._known.get(named) if isinstance(named, str) else None, value.get("spec")
        if kind is None or not is_faultless(kind, payload, literal_secrets=self._takes_literals):
            return False
        self._payloads += 1
        return True

    def _place(self, found: list[Diagnostic], document: Document, prefix: Path, secrets: frozenset[str]) -> None:
        """Counts what was found, and looks up the places of as many as are kept: of more, nobody asks for theirs."""
        room = self._options.shown_per_file - len(self._kept)
        self._keep(placed(found[:room], document, prefix, secrets))
        self._counts.update(diagnostic.severity for diagnostic in found[room:])

    def _keep(self, found: Iterable[Diagnostic]) -> None:
        for diagnostic in found:
            self._counts[diagnostic.severity] += 1
            if len(self._kept) < self._options.shown_per_file:
                self._kept.append(diagnostic)


def _numbered(
    read: Iterable[Document | Diagnostic], keep: Callable[[Iterable[Diagnostic]], None]
) -> Iterator[Document]:
    for part in read:
        if isinstance(part, Diagnostic):
            keep([part])
        else:
            yield part


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
    both = sorted((*result.diagnostics, *found), key=_in_file_order)
    return replace(result, diagnostics=tuple(both[: options.shown_per_file]), counts=counts)


def _in_file_order(diagnostic: Diagnostic) -> tuple[int, int]:
    return (diagnostic.place.line, diagnostic.place.column) if diagnostic.place else (0, 0)


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
