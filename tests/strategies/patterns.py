r"""Text for a regular expression in the ECMA/Rust subset that schemas use.

Look-arounds and anchors draw nothing, `\w` and `\d` draw ASCII only (as jsonschema-rs reads them), a negated class
draws from the universe of interesting characters. So a drawn text matches nearly always; the caller checks it.
"""

import re
import re._constants as op
import re._parser as parser
import string
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

from .source import LETTERS, UNIVERSE, Source

Piece = Callable[[Source, int], str]

_PROPERTY = re.compile(r"\\p\{(\w+)\}|\\p(\w)")
_PROPERTY_NAMES = {"Alphabetic": "L", "Letter": "L", "Mark": "M", "Number": "N", "Uppercase": "Lu", "Lowercase": "Ll"}
_CATEGORIES = {
    op.CATEGORY_DIGIT: string.digits,
    op.CATEGORY_WORD: LETTERS,
    op.CATEGORY_SPACE: " \t\n\r\u00a0\u2028",
}
_NEGATED = {
    op.CATEGORY_NOT_DIGIT: op.CATEGORY_DIGIT,
    op.CATEGORY_NOT_WORD: op.CATEGORY_WORD,
    op.CATEGORY_NOT_SPACE: op.CATEGORY_SPACE,
}
_LONGEST_RANGE = 300
_SHORT = 20


@cache
def drawer_for(pattern: str) -> Piece:
    """Draws texts that the pattern should find a match in; the number bounds each repetition."""
    tree = list(parser.parse(_PROPERTY.sub(_property_members, pattern.replace("(?U)", ""))))
    starts = bool(tree) and tree[0][0] is op.AT
    ends = bool(tree) and tree[-1][0] is op.AT
    body = _sequence(tree)

    def draw(source: Source, span: int) -> str:
        before = "" if starts or source.boolean(0.7) else source.text(0, 3)
        return before + body(source, span) + ("" if ends or source.boolean(0.7) else source.text(0, 3))

    return draw


def _property_members(match: re.Match[str]) -> str:
    r"""`\p{L}` as class members, in a form Python's parser takes inside and outside of brackets."""
    name = match.group(1) or match.group(2)
    members = re.escape(_category_members(_PROPERTY_NAMES.get(name, name)))
    inside = match.string.count("[", 0, match.start()) > match.string.count("]", 0, match.start())
    return members if inside else f"[{members}]"


@cache
def _category_members(category: str) -> str:
    points = [*range(0x250), *range(0x370, 0x400), *range(0x4E00, 0x4E20), 0x300, 0x301, 0x203F, 0x2160]
    return "".join(chr(point) for point in points if unicodedata.category(chr(point)).startswith(category))


def _sequence(nodes: Any) -> Piece:
    pieces = [piece for node in nodes if (piece := _piece(*node)) is not None]
    if len(pieces) == 1:
        return pieces[0]
    return lambda source, span: "".join(piece(source, span) for piece in pieces)


def _piece(kind: Any, argument: Any) -> Piece | None:
    """How to draw one node of the parsed pattern; None if it takes no characters."""
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return None
    if kind is op.LITERAL:
        literal = chr(argument)
        return lambda source, span: literal
    if (members := _members(kind, argument)) is not None:
        return lambda source, span: source.text(1, 1, members)
    if kind is op.BRANCH:
        branches = [_sequence(branch) for branch in argument[1]]
        return lambda source, span: source.choice(branches)(source, span)
    if kind is op.SUBPATTERN:
        return _sequence(argument[-1])
    if kind is op.ATOMIC_GROUP:
        return _sequence(argument)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repetition(*argument)
    raise NotImplementedError(f"no text for {kind} in a pattern")


def _repetition(low: int, high: int, nodes: Any) -> Piece:
    """Repeats of a single character class are one draw, so that a long name does not cost hundreds."""
    inner = [node for node in _ungrouped(nodes) if node[0] not in (op.AT, op.ASSERT, op.ASSERT_NOT)]
    members = _members(*inner[0]) if len(inner) == 1 else None
    if members is not None:
        return lambda source, span: _run(source, low, min(high, low + span), members)
    body = _sequence(nodes)

    def draw(source: Source, span: int) -> str:
        count = source.integer(low, min(high, low + (min(span, 4) if span <= _SHORT else span)))
        return "".join(body(source, max(1, span // max(4, count))) for _ in range(count))

    return draw


def _run(source: Source, low: int, high: int, members: str) -> str:
    """Characters of one class, now and then as many as there may be."""
    return source.text(high if source.boolean(0.1) else low, high, members)


def _ungrouped(nodes: Any) -> list[Any]:
    nodes = list(nodes)
    return _ungrouped(nodes[0][1][-1]) if len(nodes) == 1 and nodes[0][0] is op.SUBPATTERN else nodes


def _members(kind: Any, argument: Any) -> str | None:
    """The characters one node may stand for; None if it is not a single character."""
    if kind is op.ANY:
        return "".join(character for character in UNIVERSE if character not in "\n\r\u0085\u2028")
    if kind is op.LITERAL:
        return chr(argument)
    if kind is op.NOT_LITERAL:
        return UNIVERSE.replace(chr(argument), "")
    if kind is op.RANGE:
        return "".join(map(chr, range(argument[0], min(argument[1] + 1, argument[0] + _LONGEST_RANGE))))
    if kind is op.CATEGORY:
        return _CATEGORIES[argument] if argument in _CATEGORIES else _others(_CATEGORIES[_NEGATED[argument]])
    if kind is not op.IN:
        return None
    negated = argument[0][0] is op.NEGATE
    members = "".join(_members(*node) or "" for node in argument[negated:])
    return _others(members) if negated else "".join(dict.fromkeys(members))


def _others(members: str) -> str:
    return "".join(character for character in UNIVERSE if character not in members)
