"""The manifest: what JSON Schema cannot say about an entity, read from `entities.toml` or guessed from the files.

A manifest is trusted and checked; a guess is what the generator falls back to for a folder of schemas it has never
seen, and every guess is recorded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from openmetadata_codegen.errors import ManifestError
from openmetadata_codegen.load import SchemaSet, Target
from openmetadata_codegen.naming import is_create_request, pascal, plural, root_class
from openmetadata_spec import AssetsBy, Spelling

KEYS = frozenset(
    "kind plural create entity collection parent references immutable fields lowercase_name filters assets "
    "renamable".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceEntry:
    """What a reference points at and how a request spells it: `user|team:ref`."""

    entities: tuple[str, ...]
    spelling: Spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entity of the manifest."""

    entity_type: str
    kind: str
    plural: str
    create: str
    entity: str | None
    collection: str
    parents: Mapping[str, ReferenceEntry] = field(default_factory=dict)
    references: Mapping[str, ReferenceEntry] = field(default_factory=dict)
    immutable: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    lowercase_name: bool = False
    filters: tuple[str, ...] = ()
    assets_by: AssetsBy | None = None
    renamable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Something the manifest would say, guessed from the schemas."""

    entity_type: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All entries, by entity type in manifest order."""

    entries: tuple[Entry, ...]
    guesses: tuple[Guess, ...] = ()


def manifest_from_toml(text: str, schemas: SchemaSet) -> Manifest:
    """The manifest written in `text`. Raises ManifestError naming the entry and the key that does not fit."""
    try:
        tables = tomllib.loads(text).get("entity", {})
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"entities.toml: {error}") from error
    entries = tuple(_entry(name, table, schemas) for name, table in tables.items())
    if not entries:
        raise ManifestError("entities.toml: there is no [entity.…] table in it")
    return Manifest(entries=entries)


def _entry(name: str, table: Mapping[str, Any], schemas: SchemaSet) -> Entry:
    where = f"entities.toml [entity.{name}]"
    if unknown := sorted(set(table) - KEYS):
        raise ManifestError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(KEYS))}")
    if missing := sorted({"kind", "create", "entity", "collection"} - set(table)):
        raise ManifestError(f"{where}: {missing[0]!r} is missing")
    entry = Entry(
        entity_type=name,
        kind=table["kind"],
        plural=table.get("plural", plural(table["kind"])),
        create=table["create"],
        entity=table["entity"],
        collection=table["collection"].strip("/"),
        parents={p: _reference(v, f"{where} parent.{p}") for p, v in table.get("parent", {}).items()},
        references={p: _reference(v, f"{where} references.{p}") for p, v in table.get("references", {}).items()},
        immutable=table.get("immutable", {}),
        fields=tuple(table.get("fields", ())),
        lowercase_name=table.get("lowercase_name", False),
        filters=tuple(table.get("filters", ())),
        assets_by=_assets_by(table.get("assets"), where),
        renamable=table.get("renamable", False),
    )
    _check_against_schemas(entry, schemas, where)
    return entry


def _assets_by(text: str | None, where: str) -> AssetsBy | None:
    if text is not None and text not in get_args(AssetsBy):
        raise ManifestError(
            f"{where}: assets = {text!r}; the path names the entity by {' or '.join(get_args(AssetsBy))}"
        )
    return cast("AssetsBy | None", text)


def _reference(text: str, where: str) -> ReferenceEntry:
    entities, _, spelling = text.partition(":")
    if spelling not in get_args(Spelling) or not entities:
        spellings = ", ".join(get_args(Spelling))
        raise ManifestError(f"{where}: {text!r} is not `entity:spelling`; the spellings are {spellings}")
    return ReferenceEntry(entities=tuple(entities.split("|")), spelling=cast(Spelling, spelling))


def _check_against_schemas(entry: Entry, schemas: SchemaSet, where: str) -> None:
    for key, file in (("create", entry.create), ("entity", entry.entity)):
        if file is not None and file not in schemas:
            raise ManifestError(f"{where}: {key} = {file!r}, and there is no such schema file")
    properties = schemas.documents[entry.create].get("properties", {})
    for group in ("parents", "references", "immutable"):
        if unknown := [p for p in getattr(entry, group) if p not in properties]:
            raise ManifestError(f"{where}: {group} names {unknown[0]!r}, which {entry.create} does not have")


def manifest_from_schemas(schemas: SchemaSet) -> Manifest:
    """A manifest guessed from the files: every `create….json` is the request of an entity."""
    creates = [f for f in schemas if is_create_request(f) and "properties" in schemas.documents[f]]
    entries, guesses = [], []
    for file in creates:
        entry = _guessed(file, schemas)
        entries.append(entry)
        guesses.append(Guess(entity_type=entry.entity_type, what=f"collection {entry.collection!r}"))
        if entry.entity is None:
            guesses.append(Guess(entity_type=entry.entity_type, what="no entity schema found: answers stay untyped"))
    return Manifest(entries=_with_distinct_kinds(entries), guesses=tuple(guesses))


def _guessed(create: str, schemas: SchemaSet) -> Entry:
    kind = root_class(create).removeprefix("Create").removesuffix("Request").removesuffix("Req")
    entity_type = kind[0].lower() + kind[1:]
    return Entry(
        entity_type=entity_type,
        kind=kind,
        plural=plural(kind),
        create=create,
        entity=_entity_schema(kind, schemas),
        collection=("services/" if create.startswith("api/services/") else "") + plural(entity_type),
    )


def _entity_schema(kind: str, schemas: SchemaSet) -> str | None:
    named = [
        f
        for f in schemas
        if not is_create_request(f) and not f.startswith("api/") and pascal(Target(f).stem).lower() == kind.lower()
    ]
    with_id = [f for f in named if "id" in schemas.documents[f].get("properties", {})]
    return next(iter(with_id or named), None)


def _with_distinct_kinds(entries: list[Entry]) -> tuple[Entry, ...]:
    """The first of several entries of one kind, in path order; two kinds would write the same files."""
    return tuple({entry.kind: entry for entry in reversed(entries)}.values())[::-1]
