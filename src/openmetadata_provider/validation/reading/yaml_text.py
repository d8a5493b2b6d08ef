"""YAML, read by libyaml into JSON values.

Scalars are those of YAML 1.2: `yes`, `no` and `2024-01-01` are texts. Tags, other than those of JSON's types, are
errors, and so are duplicate keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.reading.limits import Limits
from openmetadata_provider.validation.reading.source import Document, Source
from openmetadata_provider.validation.reading.yaml_size import oversized
from openmetadata_provider.validation.reading.yaml_syntax import yaml_syntax_error
from openmetadata_provider.validation.reading.yaml_values import MERGE, PREFIX, STR, Values, mark_of

_PLAIN: dict[str, str] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), PREFIX + "null"),
    **dict.fromkeys(("true", "True", "TRUE", "false", "False", "FALSE"), PREFIX + "bool"),
    "<<": MERGE,
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_NUMBER_STARTS = frozenset("+-.0123456789")


class _Resolver:
    """Which type a scalar without a tag has."""

    def resolve(self, kind: type[Node], value: str | None, implicit: Any) -> str:
        if kind is not ScalarNode:
            return PREFIX + ("map" if kind is MappingNode else "seq")
        if not implicit[0] or value is None:
            return STR
        if (tag := _PLAIN.get(value)) is not None:
            return tag
        if value[0] in _NUMBER_STARTS:
            if _INTEGER.fullmatch(value):
                return PREFIX + "int"
            if _FLOAT.fullmatch(value):
                return PREFIX + "float"
        return STR

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Nothing here depends on where a scalar stands."""

    def ascend_resolver(self) -> None:
        """As above."""


def _composer() -> type[Any]:
    """A composer on libyaml; on Python's own parser where PyYAML was installed without it."""
    if yaml.__with_libyaml__:
        from yaml import cyaml

        return type("Composer", (_Resolver, vars(cyaml)["CParser"]), {})
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    def start(self: Any, text: str) -> None:
        Reader.__init__(self, text)
        for part in (Scanner, Parser, Composer):
            part.__init__(self)

    return type("Composer", (_Resolver, Reader, Scanner, Parser, Composer), {"__init__": start})


_COMPOSER = _composer()


def yaml_documents(source: Source, limits: Limits) -> Iterator[Document | Diagnostic]:
    """Every document of the text that is not empty, and what is wrong with the text. A broken text ends the reading."""
    if (excess := oversized(source, limits)) is not None:
        yield excess
        return
    try:
        for node in _nodes(source.text):
            yield from _document(source, node, limits)
    except yaml.YAMLError as error:
        yield yaml_syntax_error(source, error)


def _nodes(text: str) -> Iterator[Node]:
    composer = _COMPOSER(text)
    while composer.check_node():
        yield composer.get_node()


def _document(source: Source, node: Node, limits: Limits) -> Iterator[Document | Diagnostic]:
    values = Values(source, limits)
    value = values.of_document(node)
    yield from values.problems
    if value is not None and not values.problems:
        yield Document(source=source, value=value, mark=lambda: mark_of(node))
