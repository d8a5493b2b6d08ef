"""From JSON Schemas to the schemas that datamodel-code-generator is given.

Its input here is plain: every object and every enum is a definition with the class name we chose, everything else
(names, texts, lists, maps) is written out where it is used, so no wrapper class ever stands between a person and a
string. What its templates need beyond that (docstrings, markers) travels beside, by class and property.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from openmetadata_codegen.classes import class_targets, is_class, only_presence, presence, property_names
from openmetadata_codegen.jsonschema import Schema
from openmetadata_codegen.load import SchemaSet, Target
from openmetadata_codegen.lowered import ClassNotes, Lowered, Scalar
from openmetadata_codegen.naming import RESERVED_CLASSES, class_names, joined, module_path, pascal

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
UNIONS = {"oneOf": "OneOf", "anyOf": "AnyOf"}
"""Keywords of alternatives, and how a property that has them is marked."""
SCALAR_TYPES = {"string": "StrictStr", "integer": "StrictInt", "number": "StrictFloat"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a schema stands that is being lowered."""

    file: str
    """What its references are relative to."""
    owner: str
    """The class whose property it is, or is part of."""
    key: str
    """That property, or what to call the part."""
    inside: tuple[Target, ...] = ()
    """The named types that are being written out around it."""
    markers: list[str]
    """What the property is marked with; filled on the way."""


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
        notes.exclusive, notes.needed = presence(schema)
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
        return self._type(Place(file=file, owner=owner, key="", markers=[]), schema)

    def _property(self, file: str, owner: str, key: str, schema: Any, notes: ClassNotes) -> Schema:
        if not isinstance(schema, dict):
            return {}
        place = Place(file=file, owner=owner, key=key, markers=[])
        override = self.overrides.get((notes.source, key))
        lowered = {"customTypePath": override} if override else self._type(place, schema)
        _, meant = self.schemas.follow(file, schema)
        notes.docs[key] = schema.get("description") or meant.get("description", "")
        if place.markers:
            notes.markers[key] = place.markers
        return lowered

    def _type(self, place: Place, schema: Schema) -> Schema:
        target, meant = self.schemas.follow(place.file, schema)
        if target is not None:
            return self._reference(place, target, schema)
        if is_class(meant):
            return self._hoisted(place, meant)
        return self._plain(place, meant)

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
        return {"customTypePath": f"{self.scalars}.{self.scalar_names[key]}"} | _default(lowered)

    def _inner(self, place: Place, key: str, schema: Schema) -> Schema:
        """The type of an item, a map's value or a branch; a limited text there needs a name of its own."""
        lowered = self._type(replace(place, key=key), schema)
        if place.inside:
            return self._limited(lowered, pascal(place.inside[-1].name) + "Item", place.inside[-1], "")
        return self._limited(lowered, joined(place.owner, key), self.out.notes[place.owner].source, "")

    def _free(self, wanted: str) -> str:
        name = wanted
        while name in self.taken:
            name += "Value"
        self.taken.add(name)
        return name

    def _reference(self, place: Place, target: Target, schema: Schema) -> Schema:
        if (name := self.classes.get(target)) is not None:
            return _ref(self.origin_of(place.owner), target.file, name) | _default(schema)
        if target in place.inside:
            return {}  # a type made of itself, with no class in between: anything goes
        referred = self.schemas.at(target)
        lowered = self._type(replace(place, file=target.file, inside=(*place.inside, target)), referred)
        limited = self._limited(lowered, pascal(target.name), target, referred.get("description", ""))
        return limited | _default(schema)

    def origin_of(self, owner: str) -> str:
        """The file whose module the class `owner` is written to."""
        return self.out.notes[owner].source.file

    def _hoisted(self, place: Place, schema: Schema) -> Schema:
        """An inline object or enum, as a class of its own beside its owner."""
        name = self._free(joined(place.owner, place.key or "part"))
        origin = self.origin_of(place.owner)
        self._define(Target(origin, f"/{place.owner}/{place.key}"), name, schema, place.file)
        return {"$ref": f"#/definitions/{name}"} | _default(schema)

    def _plain(self, place: Place, schema: Schema) -> Schema:
        lowered: Schema = {k: schema[k] for k in COPIED if k in schema}
        if schema.get("format") == "password":
            lowered["format"] = "password"
        if schema.get("uniqueItems"):
            place.markers.append("Unique")
        return lowered | self._union(place, schema, lowered) | self._parts(place, schema)

    def _union(self, place: Place, schema: Schema, lowered: Schema) -> Schema:
        """The alternatives of a value, lowered. Takes `type` away from what stands beside them."""
        union: Schema = {}
        for group, marker in UNIONS.items():
            if group in schema and not only_presence(schema[group]):
                place.markers.append(marker)
                branches = enumerate(schema[group])
                union[group] = [self._inner(place, _branch_key(place.key, b, n), b) for n, b in branches]
                lowered.pop("type", None)
        return union

    def _parts(self, place: Place, schema: Schema) -> Schema:
        """The items of a list and the values of a map, lowered."""
        parts: Schema = {}
        if isinstance(schema.get("items"), dict):
            parts["items"] = self._inner(place, _singular(place.key), schema["items"])
        if schema.get("type") == "object":
            extra = schema.get("additionalProperties", True)
            known = isinstance(extra, dict)
            parts["additionalProperties"] = self._inner(place, _singular(place.key), extra) if known else True
        return parts


def _default(schema: Schema) -> Schema:
    return {"default": schema["default"]} if "default" in schema else {}


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


def _branch_key(key: str, branch: Schema, number: int) -> str:
    """A name for an inline branch of a union: its title, its first property, or its place."""
    own = branch.get("title") or next(iter(branch.get("properties", {})), "") or f"option{number + 1}"
    return f"{key}{own[0].upper()}{own[1:]}" if "$ref" not in branch else key


def _singular(key: str) -> str:
    if key.endswith("ies"):
        return f"{key[:-3]}y"
    return key[:-1] if key.endswith("s") and not key.endswith("ss") else key
