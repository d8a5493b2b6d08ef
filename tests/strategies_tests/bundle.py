"""Makes a folder of schemas that refer to each other into self-contained ones, for tests only.

A definition is named by where it comes from: `type/basic.json#/definitions/entityName` becomes `type.basic.entityName`.
"""

import json
import posixpath
from pathlib import Path
from typing import Any

_LEFT_OUT = ("$id", "$schema", "definitions")


def bundled(root: Path, relative: str) -> dict[str, Any]:
    """The schema at `root/relative` with everything it refers to under its own `definitions`."""
    bundler = _Bundler(root)
    schema = bundler.rewritten(bundler.document(relative), relative)
    schema = {keyword: part for keyword, part in schema.items() if keyword not in ("definitions", "$id")}
    return {**schema, "definitions": bundler.all_definitions()}


class _Bundler:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._documents: dict[str, Any] = {}
        self._waiting: list[tuple[str, str]] = []
        self._definitions: dict[str, Any] = {}

    def document(self, relative: str) -> Any:
        if relative not in self._documents:
            text = (self._root / relative).read_text(encoding="utf-8")
            self._documents[relative] = json.loads(text.replace("(?U)", "").replace("#definitions/", "#/definitions/"))
        return self._documents[relative]

    def all_definitions(self) -> dict[str, Any]:
        while self._waiting:
            relative, pointer = self._waiting.pop()
            name = _definition_name(relative, pointer)
            if name not in self._definitions:
                self._definitions[name] = {}
                self._definitions[name] = self.rewritten(_at(self.document(relative), pointer), relative)
        return self._definitions

    def rewritten(self, schema: Any, relative: str) -> Any:
        """The schema with its references led into `definitions`; what they lead to is noted for later."""
        if isinstance(schema, list):
            return [self.rewritten(part, relative) for part in schema]
        if not isinstance(schema, dict):
            return schema
        if isinstance(reference := schema.get("$ref"), str):
            path, _, pointer = reference.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(relative), path)) if path else relative
            self._waiting.append((target, pointer))
            return {"$ref": f"#/definitions/{_definition_name(target, pointer)}"}
        return {name: self.rewritten(part, relative) for name, part in schema.items() if name not in _LEFT_OUT}


def _definition_name(relative: str, pointer: str) -> str:
    parts = [part for part in pointer.split("/") if part not in ("", "definitions")]
    return ".".join((*relative.removesuffix(".json").split("/"), *parts))


def _at(document: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        document = document[part]
    return document
