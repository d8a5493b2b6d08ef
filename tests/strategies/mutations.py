"""Single mutations of a valid payload: where its schema speaks, one thing changed, with the validator's verdict."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from .document import Document
from .merge import Schema
from .mutation_rules import ABSENT, Edit, Path, Site, edits
from .source import Source


class Mutation(NamedTuple):
    """A payload with one change.

    `label` says what was done (`drop-required`, `string-for-integer`, `null-for-optional`, …), `pointer` is the JSON
    pointer of the place, `is_valid` the validator's verdict on `payload`. Unchanged parts are shared with the original
    payload: do not modify them.
    """

    label: str
    pointer: str
    payload: Any
    is_valid: bool


def all_mutations(document: Document, payload: Any) -> Iterator[Mutation]:
    """Every mutation the rules know, those that turn out to be valid included."""
    for site in sites(document, payload):
        for edit in edits(site):
            yield mutated(document, payload, edit)


def drawn_mutation(document: Document, payload: Any, source: Source) -> Mutation | None:
    """One mutation: a site is drawn, then a label, then an edit. None if the schema says nothing to go against."""
    found = list(sites(document, payload))
    while found:
        site = found.pop(source.integer(0, len(found) - 1))
        by_label: dict[str, list[Edit]] = {}
        for edit in edits(site):
            by_label.setdefault(edit.label, []).append(edit)
        if by_label:
            return mutated(document, payload, source.choice(source.choice(list(by_label.values()))))
    return None


def mutated(document: Document, payload: Any, edit: Edit) -> Mutation:
    """The payload with one edit made, and what the validator says of it."""
    changed = _edited(payload, edit.path, edit.value)
    return Mutation(edit.label, json_pointer(edit.path), changed, document.is_valid(changed))


def json_pointer(path: Path) -> str:
    """RFC 6901: `""` for the whole payload."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def sites(document: Document, payload: Any) -> Iterator[Site]:
    """Every value in the payload that a schema says something about, the payload itself first."""
    yield from _sites(document, document.root, payload, (), False)


def _sites(document: Document, schema: Schema, value: Any, path: Path, is_optional: bool) -> Iterator[Site]:
    schema = document.narrowed(schema, value)
    if not isinstance(schema, dict) or not schema:
        return
    yield Site(path=path, schema=schema, value=value, is_optional=is_optional)
    if isinstance(value, dict):
        required = schema.get("required", ())
        for name, part in value.items():
            child = _schema_of_property(schema, name)
            yield from _sites(document, child, part, (*path, name), name not in required)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _sites(document, _schema_of_item(schema, index), part, (*path, index), False)


def _schema_of_property(schema: dict[str, Any], name: str) -> Schema:
    properties = schema.get("properties", {})
    if name in properties:
        return properties[name]
    return True if schema.get("patternProperties") else schema.get("additionalProperties", True)


def _schema_of_item(schema: dict[str, Any], index: int) -> Schema:
    items = schema.get("items", True)
    if not isinstance(items, list):
        return items
    return items[index] if index < len(items) else schema.get("additionalItems", True)


def _edited(payload: Any, path: Path, value: Any) -> Any:
    """A copy along the path; everything beside it is shared."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    changed = payload.copy()
    if rest:
        changed[first] = _edited(payload[first], rest, value)
    elif value is ABSENT:
        del changed[first]
    else:
        changed[first] = value
    return changed
