"""What a server holds, as documents that declare it.

from openmetadata_provider import OpenMetadata, export

with OpenMetadata.from_env() as om:
    found = export(om, ["Domain", "looker.sales"])
    print(found)
    found.write("catalog")
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, overload

from openmetadata_provider.errors import NotFound
from openmetadata_provider.lifecycle.catalogue import Key
from openmetadata_provider.lifecycle.changes import Observed
from openmetadata_provider.lifecycle.contents import INSIDE, contents
from openmetadata_provider.lifecycle.exporting.checking import Skipped, exported
from openmetadata_provider.lifecycle.exporting.document import Exported
from openmetadata_provider.lifecycle.exporting.mirroring import told_once
from openmetadata_provider.lifecycle.exporting.properties import fields_to_read
from openmetadata_provider.lifecycle.exporting.reading import came_with_server, robots_of, whole_collection
from openmetadata_provider.lifecycle.exporting.selecting import Found, Selection, selected
from openmetadata_provider.lifecycle.exporting.untangling import without_circles
from openmetadata_provider.lifecycle.observing import Wanted, observed
from openmetadata_provider.lifecycle.server import PARALLELISM, Server
from openmetadata_provider.validation.kinds import Kind, kinds
from openmetadata_provider.validation.payloads import Checks

if TYPE_CHECKING:
    from openmetadata_provider.client.openmetadata import OpenMetadata

OnRead = Callable[[str, int], object]
"""Called with a kind and how many of its entities were read."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Export(Sequence[Exported]):
    """Documents, by kind in the order of the bindings and by FQN. As text, YAML. Made by `export`."""

    documents: tuple[Exported, ...]
    skipped: tuple[Skipped, ...] = ()
    """Entities that these bindings have no valid document for."""
    requests: int = field(default=0, compare=False)

    @property
    def variables(self) -> tuple[str, ...]:
        """Environment variables that stand for secrets, to be set before these documents are applied."""
        return tuple(sorted({name for document in self.documents for name in document.variables}))

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out of a document though the server has it, one sentence each."""
        return tuple(f"{document.name}: {note}" for document in self.documents for note in document.notes)

    def write(self, folder: str | PathLike[str], *, overwrite: bool = False) -> list[Path]:
        """The files that were written, `dashboards/looker.sales.yaml`; those that would be the same are left alone.

        Raises UsageError, before anything is written, for files with another content unless `overwrite`.
        """
        from openmetadata_provider.lifecycle.exporting.files import paths_of, write_files  # imports PyYAML

        return write_files(paths_of(self.documents, Path(folder)), overwrite=overwrite)

    def __str__(self) -> str:
        from openmetadata_provider.lifecycle.exporting.yaml_text import documents_text  # imports PyYAML

        return "".join(documents_text(self.documents))

    @overload
    def __getitem__(self, index: int) -> Exported: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Exported, ...]: ...
    def __getitem__(self, index: int | slice) -> Exported | tuple[Exported, ...]:
        return self.documents[index]

    def __len__(self) -> int:
        return len(self.documents)


def export(
    om: OpenMetadata,
    wanted: str | Iterable[str] | None = None,
    *,
    include_system: bool = False,
    with_contents: bool = False,
    parallelism: int = PARALLELISM,
    on_read: OnRead | None = None,
) -> Export:
    """Documents that declare what the server holds: they validate, and plan as "no changes". Changes nothing.

    `wanted` are kinds (`Dashboard`, `dashboards`), single entities (`Dashboard/looker.sales`) or FQNs; None is
    everything. What the server came with is exported only with `include_system`, or when it is named; what is
    soft-deleted never. `with_contents` adds all that is inside of what is wanted: charts of services, terms of
    glossaries. Secrets become references to environment variables. Raises UsageError for what is not there, ApiError,
    AnswerError, TransportError.
    """
    server = Server(om, parallelism)
    reader = _Reader(server=server, on_read=on_read or (lambda _kind, _count: None))
    words = [wanted] if isinstance(wanted, str) else wanted
    found = reader.found(words, include_system=include_system, with_contents=with_contents)
    checks = Checks(literal_secrets=False, bindings=server.bindings)
    results = [exported(one.kind, one.entity, checks) for one in found]
    documents = without_circles(told_once(one for one in results if isinstance(one, Exported)))
    skipped = tuple(one for one in results if isinstance(one, Skipped))
    return Export(documents=tuple(documents), skipped=skipped, requests=server.requests)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """What was asked for, being read."""

    server: Server
    on_read: OnRead

    def found(self, words: Iterable[str] | None, *, include_system: bool, with_contents: bool) -> list[Found]:
        """The entities, by kind and FQN, each once."""
        known = kinds(self.server.bindings)
        selection = selected(words, known, self.server)
        if with_contents:
            selection = self._with_contents(selection, {kind.spec.entity_type: kind for kind in known.values()})
        found = [*selection.entities, *self._of_kinds(selection.kinds, include_system=include_system)]
        order = {name: number for number, name in enumerate(known)}
        by_key = {(order[one.kind.name], one.entity.fqn): one for one in found}
        return [by_key[key] for key in sorted(by_key)]

    def _of_kinds(self, wanted: Sequence[Kind], *, include_system: bool) -> Iterator[Found]:
        rows = dict(zip(wanted, self.server.map(self._all_of, wanted), strict=True))
        robots = frozenset() if include_system else self._robots(wanted)
        for kind, entities in rows.items():
            for entity in entities:
                if include_system or not came_with_server(kind.spec, entity, robots):
                    yield Found(kind=kind, entity=entity)

    def _all_of(self, kind: Kind) -> list[Observed]:
        try:
            rows = self.server.run(whole_collection(kind.spec, self.server.known))
        except NotFound:  # a server older than the kind
            rows = []
        self.on_read(kind.name, len(rows))
        return rows

    def _robots(self, wanted: Iterable[Kind]) -> frozenset[str]:
        """Users that say of themselves only that they are bots: their bots tell whether the server came with them."""
        known = {kind.spec.entity_type: kind for kind in kinds(self.server.bindings).values()}
        has_users = any(kind.spec.entity_type == "user" for kind in wanted)
        return robots_of(self._all_of(known["bot"])) if has_users and "bot" in known else frozenset()

    def _with_contents(self, selection: Selection, by_type: dict[str, Kind]) -> Selection:
        """The selection with what is inside: of kinds that are wanted whole, whole kinds."""
        types = {kind.spec.entity_type for kind in selection.kinds}
        while new := {inside.entity_type for name in types for inside in INSIDE.get(name, ())} - types:
            types |= new
        kinds_within = tuple(kind for name, kind in by_type.items() if name in types)
        entities = {(one.kind.name, one.entity.fqn): one for one in selection.entities}
        for one in selection.entities:
            inside = self.server.run(contents(one.entity.fqn, one.kind.spec.entity_type))
            living = [key for key, entity in inside.items() if key[0] in by_type and not entity.is_deleted]
            entities |= {(f.kind.name, f.entity.fqn): f for f in self._read(living, by_type)}
        return Selection(kinds=kinds_within, entities=tuple(entities.values()))

    def _read(self, keys: Iterable[Key], by_type: dict[str, Kind]) -> Iterator[Found]:
        """Those entities, with everything that a document may have."""
        groups = {name: frozenset(fqn for _, fqn in group) for name, group in groupby(sorted(keys), lambda key: key[0])}
        specs = {name: by_type[name].spec for name in groups}
        wanted = [Wanted(spec=spec, fqns=groups[n], fields=fields_to_read(spec)) for n, spec in specs.items()]
        for key, entity in observed(self.server, wanted).items():
            if not entity.is_deleted:
                yield Found(kind=by_type[key[0]], entity=entity)
