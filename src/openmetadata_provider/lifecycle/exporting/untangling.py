"""Circles of references, which no order of creation fits: the reference that tells least is left out, and that is said.

A user who owns the domain that she is in: on the server both are there, in files one would have to be made first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Final

from openmetadata_provider.lifecycle.catalogue import Key
from openmetadata_provider.lifecycle.exporting.document import Exported
from openmetadata_provider.lifecycle.exporting.mirroring import without
from openmetadata_provider.validation.links import Where, names_of

LEAST_FIRST: Final = (
    ("glossaryTerm", "relatedTerms"),
    ("user", "teams"),
    ("user", "domains"),
    ("team", "domains"),
    ("", "reviewers"),
    ("", "experts"),
    ("", "tags"),
    ("", "domains"),
    ("", "owners"),
)
"""What is left out of a circle, if it is in it; the type of the entity only where it matters."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """One document that refers to another."""

    source: Key
    target: Key
    name: str
    """The property that refers."""

    @property
    def rank(self) -> tuple[int, str]:
        """What tells least comes first."""
        known = {("", self.name), (self.source[0], self.name)}
        places = (number for number, entry in enumerate(LEAST_FIRST) if entry in known)
        return next(places, len(LEAST_FIRST)), self.name


def without_circles(documents: Iterable[Exported]) -> list[Exported]:
    """The documents, some of them without a property, so that there is an order in which they can be made."""
    found = {document.key: document for document in documents}
    edges = _circular([edge for document in found.values() for edge in _edges(document, found)])
    while (circle := _circle(edges)) is not None:
        removable = [edge for edge in circle if _is_removable(found[edge.source], edge.name)]
        if not removable:
            break
        weakest = min(removable, key=lambda edge: (edge.rank, edge.source))
        found[weakest.source] = without(found[weakest.source], weakest.name, _note(weakest, circle, found))
        gone = weakest.source, weakest.name
        edges = _circular([edge for edge in edges if (edge.source, edge.name) != gone])
    return list(found.values())


def _edges(document: Exported, known: dict[Key, Exported]) -> Iterator[_Edge]:
    for link in names_of(document.definition, document.spec, Where("", 0, ())).links():
        target = next(((t, link.fqn) for t in link.entities if (t, link.fqn) in known), None)
        if target is not None:
            yield _Edge(document.key, target, str(link.path[0]))


def _circular(edges: list[_Edge]) -> list[_Edge]:
    """Those that may be part of a circle: what leads to nothing, or comes from nothing, is none."""
    while True:
        sources, targets = {e.source for e in edges}, {e.target for e in edges}
        kept = [e for e in edges if e.target in sources and e.source in targets]
        if len(kept) == len(edges):
            return kept
        edges = kept


def _circle(edges: list[_Edge]) -> list[_Edge] | None:
    """The references of one circle, each from the entity that the one before leads to."""
    sorter: TopologicalSorter[Key] = TopologicalSorter()
    for edge in edges:
        sorter.add(edge.source, edge.target)
    try:
        sorter.prepare()
    except CycleError as error:
        steps = list(reversed(error.args[1]))
        pairs = list(pairwise(steps))
        return [min((e for e in edges if (e.source, e.target) == pair), key=lambda e: e.rank) for pair in pairs]
    return None


def _is_removable(document: Exported, name: str) -> bool:
    known = document.definition.property(name)
    is_parent = name in {parent.property for parent in document.definition.parents}
    return known is not None and not known.required and not is_parent


def _note(edge: _Edge, circle: list[_Edge], known: dict[Key, Exported]) -> str:
    start = circle.index(edge)
    around = [known[e.source].name for e in [*circle[start:], *circle[:start]]]
    shown = " → ".join([*around, around[0]])
    return f"{edge.name} is part of a circle, and one of them has to be made first: {shown}."
