"""What a payload is called, and what it refers to by name: all that checks across documents need of it.

Of these there are many, and they go from process to process: tuples do so several times as fast as dataclasses.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from openmetadata_provider.client.fqn import build, fqn_of_request, quote_name, split
from openmetadata_provider.errors import InvalidName
from openmetadata_provider.validation.diagnostics import Diagnostic, Path
from openmetadata_spec import EntitySpec, Reference

NAMED_BY_NAME: Final = frozenset({"user", "team"})
"""Entity types that are referred to by name, which a dot does not divide."""


class Where(NamedTuple):
    """A payload among the files of a run: the file, the number of the document in it, the path in the document."""

    file: str
    document: int
    path: Path


class Named(NamedTuple):
    """An entity that is declared."""

    kind: str
    entity_type: str
    fqn: str
    is_exclusive: bool
    """Whether only one tag below it may be set on an entity."""
    where: Where

    @property
    def key(self) -> tuple[str, str]:
        """What makes it unique."""
        return self.entity_type, self.fqn


class Link(NamedTuple):
    """A reference by name."""

    source: tuple[str, str]
    """Key of the entity that refers."""
    entities: tuple[str, ...]
    """Entity types that it may lead to."""
    fqn: str
    where: Where
    """The payload it stands in."""
    path: Path
    """Where in the payload."""
    is_parent: bool


Wanted: TypeAlias = tuple[tuple[str, ...], str]
"""Entity types and FQN of what is referred to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What one payload adds to a run."""

    where: Where
    source: tuple[str, str] = ("", "")
    """Key of the entity."""
    named: tuple[Named, ...] = ()
    references: tuple[tuple[Wanted, Path, bool], ...] = ()
    """Of each link what it leads to, where in the payload it stands, and whether it is to the parent."""
    problems: tuple[Diagnostic, ...] = ()
    """Names that no server takes, with paths in the payload."""

    def links(self, wanted: Container[Wanted] | None = None) -> Iterator[Link]:
        """The links, all of them or those to some of the things that there are."""
        for target, path, is_parent in self.references:
            if wanted is None or target in wanted:
                entities, fqn = target
                yield Link(self.source, entities, fqn, self.where, path, is_parent)


def names_of(spec: EntitySpec, payload: Any, where: Where) -> Names:
    """The name and the references of a payload, whatever shape it has."""
    if not isinstance(payload, Mapping):
        return Names(where=where)
    try:
        fqn = fqn_of_request(spec, payload)
        fqn = fqn if _is_well_formed(fqn) else ""  # a parent that is malformed is told below, as a reference
    except InvalidName as error:
        return Names(where=where, problems=(_wrong(error, ("name",)),))
    exclusive = payload.get("mutuallyExclusive") is True
    named = Named(kind=spec.kind, entity_type=spec.entity_type, fqn=fqn, is_exclusive=exclusive, where=where)
    references, problems = [], []
    for path, entities, text, is_parent in _references(spec, payload):
        try:
            normal = _normal(entities, text)
        except InvalidName as error:
            problems.append(_wrong(error, path))
        else:
            references.append(((entities, normal), path, is_parent))
    return Names(
        where=where,
        source=named.key,
        named=(named,) if fqn else (),
        references=tuple(references),
        problems=tuple(problems),
    )


def _is_well_formed(fqn: str) -> bool:
    try:
        return bool(split(fqn))
    except InvalidName:
        return False


def _wrong(error: InvalidName, path: Path) -> Diagnostic:
    hint = 'Put a part that holds a dot in double quotes: "my.service".dashboard.'
    return Diagnostic(code="wrong-name", message=str(error).split(": names are")[0].rstrip("."), hint=hint, path=path)


_Reference = tuple[Path, tuple[str, ...], str, bool]


def _references(spec: EntitySpec, payload: Mapping[str, Any]) -> list[_Reference]:
    """Path, entity types, text as written, and whether it places the entity under another."""
    found = [_one((p.property,), (p.entity,), payload.get(p.property), is_parent=True) for p in spec.parents]
    for reference in spec.references:
        if payload.get(reference.property) is not None:
            found += _values(reference, payload[reference.property])
    tags = payload.get("tags")
    for index, tag in enumerate(tags if isinstance(tags, list) else ()):
        if isinstance(tag, dict):
            found.append(_one(("tags", index, "tagFQN"), _tag_types(tag), tag.get("tagFQN")))
    return [reference for reference in found if reference is not None]


def _values(reference: Reference, value: Any) -> list[_Reference | None]:
    name, entities = reference.property, reference.entities
    is_parent = name == "parents"
    if not isinstance(value, list):
        return [_one((name,), entities, value, is_parent=is_parent)]
    return [_one((name, index), entities, item, is_parent=is_parent) for index, item in enumerate(value)]


def _one(path: Path, entities: tuple[str, ...], value: Any, *, is_parent: bool = False) -> _Reference | None:
    """The reference that a value is; None for an id, or for what refers to nothing."""
    if isinstance(value, dict):
        kind = value.get("type")
        entities = (kind,) if isinstance(kind, str) else entities
        value = None if value.get("id") else value.get("fullyQualifiedName") or value.get("name")
    elif isinstance(value, str):
        kind, colon, name = value.partition(":")
        if colon and kind in entities:
            entities, value = (kind,), name
    if isinstance(value, str) and value and not _is_id(value):
        return path, entities, value, is_parent
    return None


def _is_id(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4


def _tag_types(tag: Mapping[str, Any]) -> tuple[str, ...]:
    match tag.get("source"):
        case "Classification":
            return ("tag",)
        case "Glossary":
            return ("glossaryTerm",)
        case _:
            return ("tag", "glossaryTerm")


@lru_cache(maxsize=4096)  # the same service, owner or tag stands in file after file
def _normal(entities: tuple[str, ...], text: str) -> str:
    """The FQN as the server quotes it; names of users in lower case. Raises InvalidName."""
    if set(entities) <= NAMED_BY_NAME:
        return quote_name(text.lower() if entities == ("user",) else text)
    return build(*split(text))
