"""What is declared as a picture: entities in groups, and an arrow from each to what it refers to.

A group is a service with what is in it, or all other entities of one kind. What is declared nowhere is drawn dashed.
The same declarations always give the same text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from openmetadata_provider.validation.reports.layout import shown

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.catalogue import Catalogue, Declaration
    from openmetadata_provider.validation.links import Link

_DOT_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "&": "&amp;"}
_MERMAID_ESCAPES: Final = {"\n": "<br/>"} | {character: f"#{ord(character)};" for character in '"#&<>`'}


class GraphFormat(StrEnum):
    """What draws the picture."""

    dot = "dot"
    """Graphviz."""
    mermaid = "mermaid"


class Direction(StrEnum):
    """Where arrows lead."""

    LR = "LR"
    """Left to right."""
    TB = "TB"
    """Top to bottom."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """An entity."""

    group: str
    """`DashboardService looker`, `Team`; empty for what is declared nowhere and is in no service."""
    kind: str
    """`Dashboard`; `User or Team` where a reference leaves it open."""
    fqn: str
    is_declared: bool

    @property
    def name(self) -> str:
        """Kind and FQN, which no other node has."""
        return f"{self.kind} {self.fqn}"

    @property
    def label(self) -> str:
        """The same on two lines."""
        return f"{self.kind}\n{self.fqn}"


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A reference."""

    source: Node
    target: Node
    property: str
    """`charts`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Entities and references, each in order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def groups(self) -> Iterator[tuple[str, list[Node]]]:
        """Groups by name, each with its nodes; those in none come last, under an empty name."""
        found: dict[str, list[Node]] = defaultdict(list)
        for node in self.nodes:
            found[node.group].append(node)
        yield from ((name, found[name]) for name in sorted(found) if name)
        if "" in found:
            yield "", found[""]

    def text(self, kind: GraphFormat, direction: Direction = Direction.LR) -> str:
        """The graph for what draws it, with a newline at the end."""
        lines = _dot if kind is GraphFormat.dot else _mermaid
        return "\n".join(lines(self, direction)) + "\n"


def graph_of(catalogue: Catalogue) -> Graph:
    """What is declared, and what that refers to."""
    edges = {edge for declaration in catalogue for edge in _edges(catalogue, declaration)}
    declared = {_declared(catalogue, declaration) for declaration in catalogue}
    nodes = declared | {edge.target for edge in edges}
    return Graph(nodes=tuple(sorted(nodes)), edges=tuple(sorted(edges)))


def _edges(catalogue: Catalogue, declaration: Declaration) -> Iterator[Edge]:
    source = _declared(catalogue, declaration)
    for link in declaration.links:
        target = catalogue.target(link)
        node = _undeclared(link) if target is None else _declared(catalogue, target)
        yield Edge(source=source, target=node, property=str(link.path[0]))


def _declared(catalogue: Catalogue, declaration: Declaration) -> Node:
    return Node(_group(catalogue, declaration), declaration.spec.kind, declaration.fqn, is_declared=True)


def _undeclared(link: Link) -> Node:
    kind = " or ".join(map(_kind, link.entities))
    group = f"{kind} {link.fqn}" if _is_service(link.entities[0]) else ""
    return Node(group, kind, link.fqn, is_declared=False)


def _group(catalogue: Catalogue, declaration: Declaration) -> str:
    """The service that an entity is or is in, at any depth; else its kind."""
    around, above = declaration.key, declaration.parent
    while above is not None and around != above:
        around, inside = above, catalogue.declarations.get(above)
        above = None if inside is None else inside.parent
    entity_type, fqn = around
    return f"{_kind(entity_type)} {fqn}" if _is_service(entity_type) else declaration.spec.kind


def _is_service(entity_type: str) -> bool:
    return entity_type.endswith("Service")


def _kind(entity_type: str) -> str:
    return entity_type[:1].upper() + entity_type[1:]


def _dot(graph: Graph, direction: Direction) -> Iterator[str]:
    yield "digraph openmetadata {"
    yield f'  graph [rankdir="{direction}"];'
    yield '  node [shape="box"];'
    for number, (group, nodes) in enumerate(graph.groups):
        inside = (f"{_in_dot(node.name)} [{_dot_attributes(node)}];" for node in nodes)
        frame = (f'  subgraph "cluster_{number}" {{', f"    label={_in_dot(group)};"), ("  }",)
        yield from _framed(inside, *frame) if group else _framed(inside)
    for edge in graph.edges:
        label = _in_dot(edge.property)
        yield f"  {_in_dot(edge.source.name)} -> {_in_dot(edge.target.name)} [label={label}];"
    yield "}"


def _dot_attributes(node: Node) -> str:
    label = f"label={_in_dot(node.label)}"
    return label if node.is_declared else f'{label}, style="dashed"'


def _in_dot(text: str) -> str:
    """As a quoted string of DOT. Graphviz reads `\n` and entities such as `&lt;` in labels."""
    return '"' + "".join(_DOT_ESCAPES.get(character, character) for character in _visible(text)) + '"'


def _mermaid(graph: Graph, direction: Direction) -> Iterator[str]:
    ids = {node: f"n{number}" for number, node in enumerate(graph.nodes)}
    yield f"flowchart {direction}"
    for number, (group, nodes) in enumerate(graph.groups):
        inside = (f"{ids[node]}[{_in_mermaid(node.label)}]" for node in nodes)
        frame = (f"  subgraph g{number}[{_in_mermaid(group)}]",), ("  end",)
        yield from _framed(inside, *frame) if group else _framed(inside)
    for edge in graph.edges:
        yield f"  {ids[edge.source]} -->|{_in_mermaid(edge.property)}| {ids[edge.target]}"
    if dashed := [ids[node] for node in graph.nodes if not node.is_declared]:
        yield "  classDef undeclared stroke-dasharray: 5 5"
        yield f"  class {','.join(dashed)} undeclared"


def _in_mermaid(text: str) -> str:
    """As a quoted string of Mermaid, which reads `#quot;` and `#35;` as characters."""
    return '"' + "".join(_MERMAID_ESCAPES.get(character, character) for character in _visible(text)) + '"'


def _visible(text: str) -> str:
    """Newlines stay, as those between kind and FQN; every other character that would move a cursor is spelled out."""
    return "".join(character if character == "\n" else shown(character) for character in text)


def _framed(lines: Iterable[str], before: Sequence[str] = (), after: Sequence[str] = ()) -> Iterator[str]:
    """The lines, indented, between those of the frame if there is one."""
    yield from before
    yield from (f"{'    ' if before else '  '}{line}" for line in lines)
    yield from after
