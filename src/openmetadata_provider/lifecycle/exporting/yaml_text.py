"""Documents as YAML that people like to read: texts of several lines as blocks, long ones folded, no aliases.

Needs PyYAML, as reading does. What is written reads as the same in YAML 1.1 and 1.2: texts that either takes for
something else are quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from yaml import SafeDumper, dump
from yaml.nodes import MappingNode, ScalarNode

from openmetadata_provider.validation.reading.yaml_values import PREFIX, STR

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.exporting.document import Exported

WIDTH: Final = 100
"""Columns after which a text of one line is folded."""
MAP: Final = f"{PREFIX}map"
_LIKE_A_NUMBER: Final = re.compile(r"[-+.0-9][-+.0-9a-zA-Z_]*")
"""`1e3` and `0o17` are numbers in YAML 1.2 and texts in 1.1."""


class _Dumper(SafeDumper):
    """Writes every value where it stands."""

    def ignore_aliases(self, data: Any) -> bool:
        """Whether to write it out again; always."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        """Items of a list stand further in than its key."""
        return super().increase_indent(flow, False)

    def analyze_scalar(self, scalar: str) -> Any:
        """As the base class, which knows no blocks with spaces at the end of a line."""
        analysis = super().analyze_scalar(scalar)
        analysis.allow_block = analysis.allow_block or _can_be_block(scalar)
        return analysis

    def write_plain(self, text: str, split: bool = True) -> None:
        """Only blocks are divided."""
        super().write_plain(text, False)

    def write_single_quoted(self, text: str, split: bool = True) -> None:
        """As above."""
        super().write_single_quoted(text, False)

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        """As above."""
        super().write_double_quoted(text, False)


def _can_be_block(text: str) -> bool:
    lines = text.rstrip("\n").split("\n")
    is_plain = all(c.isprintable() or c in "\n" for c in text) and "\ufeff" not in text
    return is_plain and len(lines) > 1 and lines[0][:1].strip() != "" and lines[-1].strip() != ""


def _text_node(dumper: _Dumper, text: str) -> ScalarNode:
    style = None
    if "\n" in text:
        style = "|"
    elif len(text) > WIDTH and " " in text:
        style = ">"
    elif _LIKE_A_NUMBER.fullmatch(text):
        style = "'"
    return dumper.represent_scalar(STR, text, style=style)


def _object_node(dumper: _Dumper, value: dict[str, Any]) -> MappingNode:
    """Where a password is fits into its line."""
    return dumper.represent_mapping(MAP, value, flow_style=value.keys() == {"env"})


_Dumper.add_representer(str, _text_node)
_Dumper.add_representer(dict, _object_node)


def documents_text(documents: Iterable[Exported]) -> Iterator[str]:
    """The documents, divided by `---`, in pieces."""
    for number, document in enumerate(documents):
        yield "---\n" if number else ""
        yield document_text(document)


def document_text(document: Exported) -> str:
    """One document, and before it in comments what is not in it."""
    comments = "".join(f"# Left out: {_one_line(note)}\n" for note in document.notes)
    value = {"kind": document["kind"], "spec": document["spec"]}
    text: str = dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return comments + text


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
