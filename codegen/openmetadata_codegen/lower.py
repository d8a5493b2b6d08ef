"""From JSON Schemas to the schemas that datamodel-code-generator is given.

Its input here is plain: every object and every enum is a definition with the class name we chose, everything else
(names, texts, lists, maps) is written out where it is used, so no wrapper class ever stands between a person and a
string. What its templates need beyond that (docstrings, markers) travels beside, by class and property.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openmetadata_codegen.jsonschema import Schema, walk
from openmetadata_codegen.load import SchemaSet, Target
from openmetadata_codegen.naming import RESERVED_CLASSES, Renaming, class_names, joined, module_path, pascal

COPIED = (
    "type enum const pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf "
    "minItems maxItems default"
).split()
"""Keywords that go through as they are."""
FIELD_ARGUMENTS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
    "minimum": "ge",
    "maximum": "le",
    "exclusiveMinimum": "gt",
    "exclusiveMaximum": "lt",
    "multipleOf": "multiple_of",
    "minItems": "min_length",
    "maxItems": "max_length",
}
"""Limits of texts and numbers, and what pydantic calls them."""
SCALAR_TYPES = {"string": "StrictStr", "integer": "StrictInt", "number": "StrictFloat"}


@dataclass(slots=True, kw_only=True)
class ClassNotes:
    """What the template of a class is told beside its schema."""

    source: Target
    description: str = ""
    docs: dict[str, str] = field(default_factory=dict)
    markers: dict[str, list[str]] = field(default_factory=dict)
    is_open: bool = False
    exclusive: list[list[str]] = field(default_factory=list)
    needed: list[str] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    """Required properties that a validator can fill in, so that a type checker must not demand them."""
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text or a number with limits, as a named type: `EntityName`."""

    type: str
    limits: tuple[tuple[str, Any], ...]
    """Keyword arguments of pydantic's `Field`."""
    description: str
    source: Target


@dataclass(slots=True, kw_only=True)
class Lowered:
    """Input for datamodel-code-generator: definitions by module path, notes by class name."""

    modules: dict[str, dict[str, Schema]]
    notes: dict[str, ClassNotes]
    classes: dict[Target, str]
    scalars: dict[str, Scalar]
    renamings: list[Renaming]


def is_class(schema: Schema) -> bool:
    """Whether a schema becomes a class: an object with known properties, or an enum."""
    if "$ref" in schema:
        return False
    closed = schema.get("type") == "object" and schema.get("additionalProperties") is False
    return "properties" in schema or "enum" in schema or closed or _is_composed(schema)


def _is_composed(schema: Schema) -> bool:
    parts = schema.get("allOf")
    return isinstance(parts, list) and any("$ref" in p or "properties" in p for p in parts)


def property_names(schemas: SchemaSet) -> frozenset[str]:
    """Every property name in the set."""
    nodes = (node for document in schemas.documents.values() for _, node in walk(document))
    return frozenset(name for node in nodes if isinstance(node.get("properties"), dict) for name in node["properties"])


def class_targets(schemas: SchemaSet) -> list[Target]:
    """Files, definitions and other referenced places that become classes."""
    targets = {Target(f) for f in schemas}
    for file, document in schemas.documents.items():
        for pointer, schema in walk(document):
            if pointer.count("/") >= 2 and pointer.rsplit("/", 2)[1] == "definitions":
                targets.add(Target(file, pointer))
            if isinstance(ref := schema.get("$ref"), str):
                targets.add(schemas.target(file, ref))
    return sorted(t for t in targets if is_class(schemas.at(t)))


class Lowering:
    """Lowers a whole schema set. One use: `Lowering(…).result()`.

    `overrides` gives the type of a property by (place of its class, property); `scalars` is the module of named texts
    and numbers.
    """

    def __init__(self, schemas: SchemaSet, overrides: Mapping[tuple[Target, str], str], scalars: str) -> None:
        self.schemas = schemas
        self.overrides = overrides
        self.scalars = scalars
        self.scalar_names: dict[tuple[Target, str], str] = {}
        self.classes, renamings = class_names(class_targets(schemas), RESERVED_CLASSES | property_names(schemas))
        self.taken = set(self.classes.values())
        self.out = Lowered(modules={}, notes={}, classes=self.classes, scalars={}, renamings=list(renamings))

    def result(self) -> Lowered:
        for target, name in self.classes.items():
            self._define(target, name, self.schemas.at(target), target.file)
        return self.out

    def _define(self, source: Target, name: str, schema: Schema, file: str) -> None:
        """Writes class `name` into the module of `source`; references in `schema` are relative to `file`."""
        notes = ClassNotes(source=source, description=schema.get("description", ""))
        self.out.notes[name] = notes
        module = self.out.modules.setdefault(module_path(source.file), {})
        module[name] = {}  # keeps the order of definition, whatever is hoisted meanwhile
        module[name] = self._class_schema(file, name, schema, notes)

    def _class_schema(self, file: str, name: str, schema: Schema, notes: ClassNotes) -> Schema:
        if "enum" in schema:
            return {
                "type": "string",
                "enum": [v for v in schema["enum"] if v is not None],
                "description": notes.description,
            }
        notes.is_open = schema.get("additionalProperties") not in (False, None)
        notes.exclusive, notes.needed = _presence(schema)
        lowered: Schema = {"type": "object", "description": notes.description}
        if "allOf" in schema:
            lowered["allOf"] = [self._branch(file, name, p) for p in schema["allOf"] if "if" not in p]
        lowered["properties"] = {
            key: self._property(file, name, key, child, notes) for key, child in schema.get("properties", {}).items()
        }
        lowered["required"] = [r for r in schema.get("required", ()) if r in lowered["properties"]]
        lowered["additionalProperties"] = notes.is_open
        return lowered

    def _branch(self, file: str, owner: str, schema: Schema) -> Schema:
        return self._type(file, owner, "", schema, (), [])

    def _property(self, file: str, owner: str, key: str, schema: Any, notes: ClassNotes) -> Schema:
        if not isinstance(schema, dict):
            return {}
        markers: list[str] = []
        override = self.overrides.get((notes.source, key))
        lowered = {"customTypePath": override} if override else self._type(file, owner, key, schema, (), markers)
        _, meant = self.schemas.follow(file, schema)
        notes.docs[key] = schema.get("description") or meant.get("description", "")
        if markers:
            notes.markers[key] = markers
        return lowered

    def _type(
        self, file: str, owner: str, key: str, schema: Schema, inside: tuple[Target, ...], markers: list[str]
    ) -> Schema:
        target, meant = self.schemas.follow(file, schema)
        if target is not None:
            return self._reference(file, target, owner, key, schema, inside, markers)
        if is_class(meant):
            return self._hoisted(file, owner, key, meant)
        return self._plain(file, owner, key, meant, inside, markers)

    def _limited(self, lowered: Schema, name: str, source: Target, description: str) -> Schema:
        """A text or number with limits as a reference to a named type; anything else as it is."""
        limits = tuple((FIELD_ARGUMENTS[k], v) for k, v in lowered.items() if k in FIELD_ARGUMENTS)
        kind = _scalar_kind(lowered)
        if not limits or kind is None:
            return lowered
        key = (source, name)
        if key not in self.scalar_names:
            self.scalar_names[key] = self._free(name)
            scalar = Scalar(type=kind, limits=limits, description=description, source=source)
            self.out.scalars[self.scalar_names[key]] = scalar
        default = {"default": lowered["default"]} if "default" in lowered else {}
        return {"customTypePath": f"{self.scalars}.{self.scalar_names[key]}"} | default

    def _inner(
        self, file: str, owner: str, key: str, schema: Schema, inside: tuple[Target, ...], markers: list[str]
    ) -> Schema:
        """The type of an item, a map's value or a branch; a limited text there needs a name of its own."""
        lowered = self._type(file, owner, key, schema, inside, markers)
        if inside:
            return self._limited(lowered, pascal(inside[-1].name) + "Item", inside[-1], "")
        return self._limited(lowered, joined(owner, key), self.out.notes[owner].source, "")

    def _free(self, wanted: str) -> str:
        name = wanted
        while name in self.taken:
            name += "Value"
        self.taken.add(name)
        return name

    def _reference(
        self,
        file: str,
        target: Target,
        owner: str,
        key: str,
        schema: Schema,
        inside: tuple[Target, ...],
        markers: list[str],
    ) -> Schema:
        default = {"default": schema["default"]} if "default" in schema else {}
        if (name := self.classes.get(target)) is not None:
            return _ref(self.origin_of(owner), target.file, name) | default
        if target in inside:
            return {}  # a type made of itself, with no class in between: anything goes
        referred = self.schemas.at(target)
        lowered = self._type(target.file, owner, key, referred, (*inside, target), markers)
        return self._limited(lowered, pascal(target.name), target, referred.get("description", "")) | default

    def origin_of(self, owner: str) -> str:
        """The file whose module the class `owner` is written to."""
        return self.out.notes[owner].source.file

    def _hoisted(self, file: str, owner: str, key: str, schema: Schema) -> Schema:
        """An inline object or enum, as a class of its own beside its owner."""
        name = self._free(joined(owner, key or "part"))
        origin = self.origin_of(owner)
        self._define(Target(origin, f"/{owner}/{key}"), name, schema, file)
        lowered = {"$ref": f"#/definitions/{name}"}
        return lowered | ({"default": schema["default"]} if "default" in schema else {})

    def _plain(
        self, file: str, owner: str, key: str, schema: Schema, inside: tuple[Target, ...], markers: list[str]
    ) -> Schema:
        lowered: Schema = {k: schema[k] for k in COPIED if k in schema}
        if schema.get("format") == "password":
            lowered["format"] = "password"
        if schema.get("uniqueItems"):
            markers.append("Unique")
        for group in ("oneOf", "anyOf"):
            if group in schema and not _only_presence(schema[group]):
                markers.append("OneOf" if group == "oneOf" else "AnyOf")
                lowered[group] = [
                    self._inner(file, owner, _branch_key(key, branch, n), branch, inside, markers)
                    for n, branch in enumerate(schema[group])
                ]
                lowered.pop("type", None)
        if isinstance(schema.get("items"), dict):
            lowered["items"] = self._inner(file, owner, _singular(key), schema["items"], inside, markers)
        if schema.get("type") == "object":
            extra = schema.get("additionalProperties", True)
            lowered["additionalProperties"] = (
                self._inner(file, owner, _singular(key), extra, inside, markers) if isinstance(extra, dict) else True
            )
        return lowered


def _scalar_kind(lowered: Schema) -> str | None:
    """The Python type of a plain text or number, or of a list of them."""
    kind = lowered.get("type")
    if kind == "array":
        inner = _scalar_kind(lowered.get("items", {}))
        return f"list[{inner}]" if inner else None
    return SCALAR_TYPES.get(kind) if isinstance(kind, str) and "format" not in lowered else None


def _ref(from_file: str, to_file: str, name: str) -> Schema:
    if from_file == to_file:
        return {"$ref": f"#/definitions/{name}"}
    start = posixpath.dirname(module_path(from_file)) or "."
    return {"$ref": f"{posixpath.relpath(module_path(to_file), start)}.json#/definitions/{name}"}


def _presence(schema: Schema) -> tuple[list[list[str]], list[str]]:
    """(groups that exclude each other, properties of which one is needed), as `not` and `anyOf` of `required` say."""
    excluded = schema.get("not", {})
    exclusive = [list(excluded["required"])] if isinstance(excluded, dict) and "required" in excluded else []
    branches = schema.get("anyOf", [])
    needed = [name for b in branches for name in b["required"]] if branches and _only_presence(branches) else []
    return exclusive, needed


def _only_presence(branches: list[Any]) -> bool:
    return all(isinstance(b, dict) and set(b) <= {"required", "description"} and "required" in b for b in branches)


def _branch_key(key: str, branch: Schema, number: int) -> str:
    """A name for an inline branch of a union: its title, its first property, or its place."""
    own = branch.get("title") or next(iter(branch.get("properties", {})), "") or f"option{number + 1}"
    return f"{key}{own[0].upper()}{own[1:]}" if "$ref" not in branch else key


def _singular(key: str) -> str:
    if key.endswith("ies"):
        return f"{key[:-3]}y"
    return key[:-1] if key.endswith("s") and not key.endswith("ss") else key
