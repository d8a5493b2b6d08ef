"""Reading a folder of JSON Schemas, and following references inside it. Nothing is ever fetched.

Files are known by their path below the root (`api/data/createDashboard.json`); `$id` is not trusted, because in
published schema sets it is often wrong.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openmetadata_codegen.errors import SchemaError
from openmetadata_codegen.jsonschema import Schema, walk


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """A place in a schema set: a file and a JSON pointer in it (`""` is the whole file)."""

    file: str
    pointer: str = ""

    def __str__(self) -> str:
        return f"{self.file}#{self.pointer}"

    @property
    def name(self) -> str:
        """Last token of the pointer, or the file's stem."""
        return unescaped(self.pointer.rsplit("/", 1)[1]) if self.pointer else self.stem

    @property
    def stem(self) -> str:
        return posixpath.basename(self.file).removesuffix(".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A schema that is left out, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class SchemaSet:
    """Schemas by path, in path order."""

    documents: Mapping[str, Schema]
    skipped: tuple[Skipped, ...] = field(default=())

    def __iter__(self) -> Iterator[str]:
        return iter(self.documents)

    def __contains__(self, file: object) -> bool:
        return file in self.documents

    def target(self, file: str, ref: str) -> Target:
        """The place that `ref`, written in `file`, points at. It need not exist."""
        path, _, pointer = ref.partition("#")
        here = posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file
        return Target(here, pointer)

    def at(self, target: Target) -> Schema:
        """The schema at `target`. Raises SchemaError when there is none."""
        node: Any = self.documents.get(target.file)
        if node is None:
            raise SchemaError("there is no such schema file", file=target.file, pointer=target.pointer)
        for token in target.pointer.split("/")[1:]:
            node = _step(node, unescaped(token), target)
        if not isinstance(node, dict):
            raise SchemaError("a schema has to be an object here", file=target.file, pointer=target.pointer)
        return node

    def follow(self, file: str, schema: Schema) -> tuple[Target | None, Schema]:
        """`schema`, its `$ref`s followed to the end: the last place (None if there was no `$ref`) and the schema."""
        target: Target | None = None
        seen: set[Target] = set()
        while isinstance(ref := schema.get("$ref"), str):
            target = self.target(file if target is None else target.file, ref)
            if target in seen:
                raise SchemaError("the reference leads back to itself", file=target.file, pointer=target.pointer)
            seen.add(target)
            schema = self.at(target)
        return target, schema


def unescaped(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")


def _step(node: Any, token: str, target: Target) -> Any:
    if isinstance(node, list) and token.isdigit() and int(token) < len(node):
        return node[int(token)]
    if isinstance(node, dict) and token in node:
        return node[token]
    raise SchemaError(f'the pointer stops at "{token}": nothing is there', file=target.file, pointer=target.pointer)


def read_texts(root: Path) -> dict[str, str]:
    """The text of every `.json` file below `root`, by path, sorted. Raises SchemaError for an unreadable one."""
    if not root.is_dir():
        raise SchemaError("this is not a folder of schemas", file=root.as_posix())
    texts = {}
    for path in sorted(root.rglob("*.json")):
        file = path.relative_to(root).as_posix()
        try:
            texts[file] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SchemaError(f"cannot be read: {error}", file=file) from error
    if not texts:
        raise SchemaError("there is no .json file in this folder", file=root.as_posix())
    return texts


def parsed(texts: Mapping[str, str], *, lenient: bool) -> SchemaSet:
    """The schemas of `texts`. A file that is not JSON is an error, or with `lenient` left out and listed."""
    documents: dict[str, Schema] = {}
    skipped = []
    for file, text in texts.items():
        try:
            documents[file] = _document(file, text)
        except SchemaError as error:
            if not lenient:
                raise
            skipped.append(Skipped(file=file, reason=str(error)))
    return SchemaSet(documents, tuple(skipped))


def _document(file: str, text: str) -> Schema:
    try:
        document = json.loads(text)
    except ValueError as error:
        raise SchemaError(f"not JSON: {error}", file=file) from error
    if not isinstance(document, dict):
        raise SchemaError("a schema file has to hold one JSON object", file=file)
    return document


def references(schemas: SchemaSet, file: str) -> Iterator[tuple[str, Target]]:
    """(pointer, target) of every `$ref` in `file`."""
    for pointer, schema in walk(schemas.documents[file]):
        if isinstance(ref := schema.get("$ref"), str):
            yield pointer, schemas.target(file, ref)


def checked(schemas: SchemaSet, *, lenient: bool) -> SchemaSet:
    """`schemas`, every reference known to lead somewhere.

    A dangling reference is an error naming file and pointer; with `lenient` the file that holds it, and the files that
    need that file, are left out and listed.
    """
    broken = _broken(schemas)
    if broken and not lenient:
        raise broken[min(broken)]
    skipped = list(schemas.skipped)
    while broken:
        skipped += [Skipped(file=f, reason=str(e)) for f, e in sorted(broken.items())]
        schemas = SchemaSet({f: d for f, d in schemas.documents.items() if f not in broken})
        broken = _broken(schemas)
    return SchemaSet(schemas.documents, tuple(skipped))


def _broken(schemas: SchemaSet) -> dict[str, SchemaError]:
    broken: dict[str, SchemaError] = {}
    for file in schemas:
        for pointer, target in references(schemas, file):
            try:
                schemas.at(target)
            except SchemaError as error:
                message = f"$ref leads nowhere ({error}). Mend the reference or add the file"
                broken.setdefault(file, SchemaError(message, file=file, pointer=f"{pointer}/$ref"))
    return broken
