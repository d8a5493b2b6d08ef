"""Reads DOT back, as Graphviz's grammar has it, as far as graphs of ours go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

TOKEN = re.compile(r'\s*(?:"((?:\\.|[^"\\])*)"|(->|[{}\[\];=,])|([A-Za-z_][A-Za-z_0-9]*))', re.DOTALL)
LABEL_ESCAPES = {"n": "\n", "\\": "\\", '"': '"'}


@dataclass
class Drawn:
    """What a DOT text draws. Labels are as a reader of the picture sees them."""

    labels: dict[str, str] = field(default_factory=dict)
    dashed: set[str] = field(default_factory=set)
    edges: list[tuple[str, str, str]] = field(default_factory=list)
    clusters: dict[str, list[str]] = field(default_factory=dict)
    rankdir: str = ""


def label_text(written: str) -> str:
    """A label without escapes and entities."""
    return unescape(re.sub(r"\\(.)", lambda m: LABEL_ESCAPES[m[1]], written, flags=re.DOTALL))


def drawn(text: str) -> Drawn:
    """The graph. Raises AssertionError for what is no DOT."""
    found, tokens = Drawn(), list(_tokens(text))
    assert tokens[:3] == ["digraph", "openmetadata", "{"]
    assert tokens[-1] == "}"
    assert tokens.count("{") == tokens.count("}")
    cluster = ""
    for statement in _statements(tokens[3:-1]):
        match statement:
            case ["subgraph", name, "{"]:
                assert name.startswith('"cluster_')
                cluster = name
            case ["}"]:
                cluster = ""
            case ["label", "=", label]:
                cluster = label_text(label[1:-1])
                found.clusters[cluster] = []
            case ["graph", "[", "rankdir", "=", direction, "]"]:
                found.rankdir = direction[1:-1]
            case ["node", *_]:
                pass
            case [source, "->", target, "[", "label", "=", label, "]"]:
                found.edges.append((source[1:-1], target[1:-1], label_text(label[1:-1])))
            case [name, "[", "label", "=", label, *rest, "]"]:
                assert name[1:-1] not in found.labels
                found.labels[name[1:-1]] = label_text(label[1:-1])
                found.dashed |= {name[1:-1]} if rest == [",", "style", "=", '"dashed"'] else set()
                if cluster:
                    found.clusters[cluster].append(label_text(label[1:-1]))
            case _:
                raise AssertionError(f"no statement of ours: {statement}")
    return found


def _tokens(text: str) -> Iterator[str]:
    place = 0
    while text[place:].strip():
        match = TOKEN.match(text, place)
        assert match, f"no DOT at {text[place : place + 40]!r}"
        place = match.end()
        yield f'"{match[1]}"' if match[1] is not None else match[2] or match[3]


def _statements(tokens: list[str]) -> Iterator[list[str]]:
    pending: list[str] = []
    for token in tokens:
        if token == ";":
            yield pending
            pending = []
        elif token == "{":
            yield [*pending, token]
            pending = []
        elif token == "}":
            assert pending == []
            yield [token]
        else:
            pending.append(token)
    assert pending == []
