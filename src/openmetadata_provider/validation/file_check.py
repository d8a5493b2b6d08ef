"""One file checked, or a stretch of one: document by document, each for itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from openmetadata_provider.validation.diagnostics import Diagnostic, Path, Severity
from openmetadata_provider.validation.documents import Item, items, kind_of_file
from openmetadata_provider.validation.kinds import Kind, kinds
from openmetadata_provider.validation.links import Names, Where, names_of
from openmetadata_provider.validation.payloads import Checks, faults
from openmetadata_provider.validation.placing import placed
from openmetadata_provider.validation.reading.files import STDIN, Syntax, documents, syntax_of
from openmetadata_provider.validation.reading.limits import DEFAULT_LIMITS, Limits
from openmetadata_provider.validation.reading.raw_bytes import ONCE, Allowed
from openmetadata_provider.validation.reading.source import Document
from openmetadata_provider.validation.reading.stretches import Stretch
from openmetadata_provider.validation.structure import is_faultless


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
    keeps_items: bool = False
    """Whether results hold the payloads themselves; such a run takes one process."""
    shown_per_file: int = 1000
    """Diagnostics of one file that are kept; the others are counted."""

    def crosses(self, syntax: Syntax) -> bool:
        """Whether the payloads of such files are checked against those of other files."""
        return syntax != "jsonl" or self.closed or self.keeps_items


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What became of one file."""

    file: str
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: int = 0
    """Lines of JSON Lines, empty ones included."""
    payloads: int = 0
    counts: Counter[Severity] = field(default_factory=Counter)
    """All diagnostics by severity, also those that were not kept."""
    once: frozenset[str] = frozenset()
    """Codes of what a file is told once, wherever in it that stands first."""
    names: tuple[Names, ...] = ()
    secrets: frozenset[str] = frozenset()
    """Names of properties that hold passwords in the kinds of its payloads."""
    held: tuple[Document, ...] = ()
    """Documents that cannot be read again: those of standard input."""
    items: tuple[Item, ...] = ()
    """The payloads, if the run keeps them."""


def checked_file(file: str, options: Options, stretch: Stretch | None = None) -> FileResult:
    """One file, or a stretch of one of JSON Lines. Never raises for what is in it."""
    return _Check(file, options, stretch or Stretch()).result()


class _Check:
    """The check of one file: counts as it goes, and keeps no document but those of standard input."""

    def __init__(self, file: str, options: Options, stretch: Stretch) -> None:
        self._file = file
        self._options = options
        self._stretch = stretch
        self._syntax = options.syntax or syntax_of(file)
        self._known = kinds(options.checks.bindings)
        self._crosses = options.crosses(self._syntax)
        self._kind = options.kind or kind_of_file(file, self._known)
        self._bare = self._known.get(self._kind) if self._kind is not None else None
        self._takes_literals = not options.checks.literal_secrets
        self._kept: list[Diagnostic] = []
        self._counts: Counter[Severity] = Counter()
        self._names: list[Names] = []
        self._held: list[Document] = []
        self._items: list[Item] = []
        self._once: set[str] = set()
        self._payloads = 0
        self._kinds: dict[str, Kind] = {}

    def result(self) -> FileResult:
        is_fast = not self._crosses and self._options.checks.server_version is None
        passes, allow = self._passes if is_fast else None, self._options.allow
        read = documents(self._file, self._syntax, self._options.limits, passes, self._stretch, allow=allow)
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
            diagnostics=tuple(sorted(self._kept, key=in_file_order)),
            once=frozenset(self._once),
            lines=self._stretch.lines,
            payloads=self._payloads,
            counts=self._counts,
            names=tuple(self._names),
            secrets=frozenset().union(*(kind.secrets for kind in self._kinds.values())),
            held=tuple(self._held),
            items=tuple(self._items),
        )

    def _item(self, item: Item, number: int) -> None:
        kind = self._kinds[item.kind] = self._known[item.kind]
        if self._options.keeps_items:
            self._items.append(item)
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
            if diagnostic.code in ONCE:
                self._once.add(diagnostic.code)
            if len(self._kept) < self._options.shown_per_file:
                self._kept.append(diagnostic)


def in_file_order(diagnostic: Diagnostic) -> tuple[int, int]:
    """A key to sort by: line and column."""
    return (diagnostic.place.line, diagnostic.place.column) if diagnostic.place else (0, 0)


def _numbered(
    read: Iterable[Document | Diagnostic], keep: Callable[[Iterable[Diagnostic]], None]
) -> Iterator[Document]:
    for part in read:
        if isinstance(part, Diagnostic):
            keep([part])
        else:
            yield part
