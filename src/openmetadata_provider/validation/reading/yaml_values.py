"""YAML nodes into JSON values, and into positions."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any, Final, cast

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.reading.limits import Limits
from openmetadata_provider.validation.reading.marks import Mark, Span
from openmetadata_provider.validation.reading.source import Source

PREFIX: Final = "tag:yaml.org,2002:"
STR: Final = PREFIX + "str"
MERGE: Final = PREFIX + "merge"


def _integer(text: str) -> int:
    return int(text, 0) if text[1:2] in ("o", "x") else int(text)


def _float(text: str) -> float:
    return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))


SCALARS: Final[dict[str, Callable[[str], Any]]] = {
    STR: str,
    PREFIX + "null": lambda _: None,
    PREFIX + "bool": lambda text: text[0] in "tT",
    PREFIX + "int": _integer,
    PREFIX + "float": _float,
    MERGE: str,
}


def span_of(node: Node) -> Span:
    """The text of a node."""
    start, end = node.start_mark, node.end_mark
    return Span(start.line, start.column, end.line, end.column)


class Values:
    """The values of one document. What is wrong with it is collected in `problems`; the rest is read on."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.problems: list[Diagnostic] = []
        self._source = source
        self._limits = limits
        self._made: dict[int, Any] = {}
        self._sizes: dict[int, int] = {}
        """Values that lists and objects stand for, themselves included; any other node stands for one."""
        self._texts = 0
        """Texts read, those of aliases once for each."""
        self._open: set[int] = set()

    def of_document(self, node: Node) -> Any:
        """The value of a document's root."""
        value = self._value(node)
        added = self._sizes.get(id(node), 1) - len(self._sizes) - self._texts
        if added > self._limits.alias_values:
            message = f"its aliases stand for {added:,} more values, the limit is {self._limits.alias_values:,}"
            self._problem(node, "too-many-aliases", message, "Write the values out, or use fewer aliases.")
        return value

    def _value(self, node: Node) -> Any:
        if node.tag == STR and type(node) is ScalarNode:  # most nodes are
            self._texts += 1
            return node.value
        key = id(node)
        if key in self._made:
            return self._made[key]
        if key in self._open:
            self._problem(node, "endless-alias", "this value contains itself through an alias", "Remove the alias.")
            return None
        self._open.add(key)
        value = self._made[key] = self._new(node)
        self._open.discard(key)
        return value

    def _new(self, node: Node) -> Any:
        if isinstance(node, ScalarNode):
            self._sizes[id(node)] = 1
            return self._scalar(node)
        if isinstance(node, SequenceNode):
            self._expect(node, PREFIX + "seq")
            items = [self._value(item) for item in node.value]
            self._sizes[id(node)] = 1 + sum(self._sizes.get(id(item), 1) for item in node.value)
            return items
        self._expect(node, PREFIX + "map")
        return self._object(cast("MappingNode", node))

    def _scalar(self, node: ScalarNode) -> Any:
        read = SCALARS.get(node.tag)
        if read is None:
            self._unknown_tag(node)
            return None
        try:
            value = read(node.value)
        except ValueError:
            self._problem(
                node,
                "wrong-tag",
                f"the tag {_written(node)} does not fit this value",
                "Remove the tag.",
            )
            return None
        if isinstance(value, float) and not math.isfinite(value):
            self._problem(node, "no-number", "JSON has no infinite numbers and no NaN", "Quote it, or give a number.")
        return value

    def _object(self, node: MappingNode) -> dict[str, Any]:
        own: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if key_node.tag == MERGE:
                merged = {**self._merged(value_node), **merged}
            elif (key := self._key(key_node)) is not None:
                if key in own:
                    message = f'"{key}" is given twice in this object'
                    self._problem(key_node, "duplicate-key", message, "Keep one of the two.")
                own[key] = self._value(value_node)
        children = (self._sizes.get(id(child), 1) for _, child in node.value)
        self._sizes[id(node)] = 1 + sum(children)
        return {**merged, **own}

    def _merged(self, node: Node) -> dict[str, Any]:
        value = self._value(node)
        parts = value if isinstance(value, list) else [value]
        if not all(isinstance(part, dict) for part in parts):
            self._problem(node, "wrong-merge", "<< merges objects, and this is none", "Give an alias of an object.")
            return {}
        return {key: item for part in reversed(parts) for key, item in part.items()}

    def _key(self, node: Node) -> str | None:
        if isinstance(node, ScalarNode) and node.tag == STR:
            return str(node.value)
        hint = f'Quote it: "{node.value}".' if isinstance(node, ScalarNode) else "Write a text as the key."
        self._problem(node, "key-not-text", "this key is no text", hint)
        return None

    def _expect(self, node: Node, tag: str) -> None:
        if node.tag != tag:
            self._unknown_tag(node)

    def _unknown_tag(self, node: Node) -> None:
        self._problem(node, "unknown-tag", f"the tag {_written(node)} means nothing here", "Remove the tag.")

    def _problem(self, node: Node, code: str, message: str, hint: str) -> None:
        self.problems.append(self._source.unreadable(code, message, hint, span_of(node)))


def _written(node: Node) -> str:
    """The tag of a node as it stands in the text."""
    return str(node.tag).replace(PREFIX, "!!")


def mark_of(node: Node) -> Mark:
    """The positions of a document. Aliases lead to where their anchor stands, merged keys to where they are written."""
    return _mark(node, {})


def _mark(node: Node, made: dict[int, Mark]) -> Mark:
    if id(node) not in made:
        mark = made[id(node)] = Mark(span=span_of(node))
        if isinstance(node, SequenceNode):
            mark.inside = {n: _mark(item, made) for n, item in enumerate(node.value)}
        elif isinstance(node, MappingNode):
            mark.inside = dict(_members(node, made))
    return made[id(node)]


def _members(node: MappingNode, made: dict[int, Mark]) -> Iterator[tuple[str, Mark]]:
    for key, value in node.value:
        if key.tag == MERGE:
            for part in reversed(value.value) if isinstance(value, SequenceNode) else [value]:
                yield from ((str(name), inner) for name, inner in _mark(part, made).inside.items())
    for key, value in node.value:
        if key.tag != MERGE and isinstance(key, ScalarNode):
            inner = _mark(value, made)
            yield str(key.value), Mark(span=inner.span, key=span_of(key), inside=inner.inside)
