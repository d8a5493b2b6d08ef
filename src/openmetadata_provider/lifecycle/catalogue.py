"""All that is declared, by name: what an entity needs first, and in which order things can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Any, TypeAlias

from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.client.fqn import build, split
from openmetadata_provider.errors import InvalidManifests
from openmetadata_provider.lifecycle.contradictions import contradictions
from openmetadata_provider.lifecycle.manifest import Manifest
from openmetadata_provider.validation.crossing import Crossing
from openmetadata_provider.validation.diagnostics import Diagnostic, Place, did_you_mean
from openmetadata_provider.validation.kinds import DEFAULT_BINDINGS, Kind, kinds
from openmetadata_provider.validation.links import Link, Names, Where, names_of
from openmetadata_spec import EntitySpec

Key: TypeAlias = tuple[str, str]
"""Entity type and FQN: `("dashboard", "looker.sales")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One manifest, with what follows from it."""

    manifest: Manifest
    kind: Kind = field(repr=False)
    key: Key
    """What makes it unique."""
    links: tuple[Link, ...] = field(repr=False)
    """References to other entities by name."""
    parent: Key | None = field(repr=False)
    """What it stands in, by its FQN; None for an entity at the top."""

    @property
    def spec(self) -> EntitySpec:
        """What the kind is."""
        return self.kind.spec

    @property
    def fqn(self) -> str:
        """Its fully qualified name."""
        return self.key[1]

    @property
    def payload(self) -> dict[str, Any]:
        """The create request, as written. May hold secrets."""
        value: dict[str, Any] = self.manifest.payload.value
        return value


class Catalogue:
    """Declarations by key.

    Raises InvalidManifests for names given twice, references that cannot be, circles, and what contradicts itself.
    """

    def __init__(self, manifests: Iterable[Manifest], bindings: str = DEFAULT_BINDINGS) -> None:
        known = kinds(bindings)
        names: list[tuple[Manifest, Names]] = []
        for number, manifest in enumerate(_in_server_spelling(m, known[m.kind]) for m in manifests):
            where = Where(str(manifest.origin.file), number, ())
            names.append((manifest, names_of(known[manifest.kind].spec, manifest.payload.value, where)))
        _check(names)
        declarations = [_declaration(manifest, known[manifest.kind], found) for manifest, found in names]
        self.declarations = {declaration.key: declaration for declaration in declarations}
        _check_ignored(declarations)
        if problems := list(contradictions(self)):
            raise InvalidManifests(problems)

    def __len__(self) -> int:
        return len(self.declarations)

    def __iter__(self) -> Iterator[Declaration]:
        return iter(self.declarations.values())

    def __contains__(self, key: Key | None) -> bool:
        return key in self.declarations

    def needing(self) -> dict[Key, set[Key]]:
        """What each declaration is needed by."""
        found: dict[Key, set[Key]] = {key: set() for key in self.declarations}
        for source, needed in self._needs.items():
            for key in needed:
                found[key].add(source)
        return found

    def target(self, link: Link) -> Declaration | None:
        """What a reference leads to, if that is declared here."""
        for entity_type in link.entities:
            if (found := self.declarations.get((entity_type, link.fqn))) is not None:
                return found
        return None

    def needs(self, declaration: Declaration) -> set[Key]:
        """What has to be there before it."""
        return self._needs[declaration.key]

    @cached_property
    def _needs(self) -> dict[Key, set[Key]]:
        found = ((d, (self.target(link) for link in d.links)) for d in self)
        return {d.key: {target.key for target in targets if target is not None} for d, targets in found}

    @cached_property
    def levels(self) -> list[list[Declaration]]:
        """Declarations in the order of making: each level needs levels before it only.

        Raises InvalidManifests that shows the circle if there is one.
        """
        needing, waits_for = self.needing(), {key: len(needed) for key, needed in self._needs.items()}
        levels = []
        ready = [key for key, count in waits_for.items() if not count]
        while ready:
            levels.append(sorted((self.declarations[key] for key in ready), key=lambda d: (d.spec.kind, d.fqn)))
            ready = [key for done in ready for key in needing[done] if _counted_down(waits_for, key) == 0]
        if sum(map(len, levels)) < len(self.declarations):
            raise InvalidManifests([self._circle()])
        return levels

    def _circle(self) -> Diagnostic:
        keys: list[Key] = []
        try:
            TopologicalSorter(self._needs).prepare()
        except CycleError as error:
            keys = error.args[1]
        circle = [self.declarations[key] for key in reversed(keys)]
        names = " → ".join(f"{d.spec.kind} {d.fqn}" for d in circle)
        hint = "Leave one of these references out, or set it after both are there."
        place = Place(file=str(circle[0].manifest.origin))
        return Diagnostic(code="cycle", message=f"each needs the next one first: {names}", hint=hint, place=place)


def _in_server_spelling(manifest: Manifest, kind: Kind) -> Manifest:
    """The manifest with its service type as the server spells it: `metabase` and aliases are taken, too."""
    written = manifest.payload.value.get("serviceType")
    spelled = kind.service_types.get(written.casefold(), written) if isinstance(written, str) else written
    if spelled == written:
        return manifest
    return replace(manifest, payload=Payload({**manifest.payload.value, "serviceType": spelled}))


def _counted_down(counts: dict[Key, int], key: Key) -> int:
    counts[key] -= 1
    return counts[key]


def _declaration(manifest: Manifest, kind: Kind, names: Names) -> Declaration:
    properties = [parent.property for parent in kind.spec.parents]
    links = tuple(names.links())
    link = next((link for link in links if link.path[0] in properties), None)
    parent = None if link is None else (link.entities[0], link.fqn)
    return Declaration(manifest=manifest, kind=kind, key=names.named[0].key, links=links, parent=parent)


def _check(names: list[tuple[Manifest, Names]]) -> None:
    """Raises InvalidManifests for what no document shows by itself."""
    problems = [_placed(d, m) for m, found in names for d in found.problems]
    problems += [_placed(_NAMELESS, m) for m, found in names if not found.named and not found.problems]
    if not problems:
        crossed = Crossing(found for _, found in names).errors()
        problems = [_placed(one.diagnostic, names[one.where.document][0]) for one in crossed]
    if problems:
        raise InvalidManifests(problems)


_NAMELESS = Diagnostic(code="missing-field", message="it has no name", hint="Give it a name.", path=("name",))


def _placed(diagnostic: Diagnostic, manifest: Manifest) -> Diagnostic:
    return replace(diagnostic, place=Place(file=f"{manifest.origin}{diagnostic.pointer}"))


def _check_ignored(declarations: Iterable[Declaration]) -> None:
    """Raises InvalidManifests for `ignore_changes` of properties that there are not."""
    problems = [
        Diagnostic(
            code="unknown-field",
            message=f'ignore_changes: a {d.spec.kind} has no "{name}"',
            hint=did_you_mean(name, names),
            place=Place(file=str(d.manifest.origin)),
        )
        for d in declarations
        if d.manifest.lifecycle.ignore_changes
        for names in [[p.name for p in d.spec.properties]]
        for name in d.manifest.lifecycle.ignore_changes
        if name.partition(".")[0] not in names
    ]
    if problems:
        raise InvalidManifests(problems)


def parent_fqn(fqn: str) -> str:
    """FQN of what stands above, empty for a root."""
    return build(*parts) if (parts := split(fqn)[:-1]) else ""
