"""Schema files and settings by which VS Code (with the YAML extension) completes and checks documents."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from openmetadata_provider.errors import UsageError
from openmetadata_provider.validation.editors.document import combined_schema, document_schema
from openmetadata_provider.validation.kinds import Kind

SCHEMAS: Final = Path(".openmetadata", "schemas")
SETTINGS: Final = Path(".vscode", "settings.json")
ANY_KIND: Final = "document.json"
FILES: Final = ("openmetadata/**/*.yaml", "openmetadata/**/*.yml")
"""Files that the settings associate if no others are named."""
_INDENT: Final = re.compile(r"^\{\s*\n([ \t]+)\"")


def schema_texts(kinds: Mapping[str, Kind]) -> dict[str, str]:
    """File name → text: one schema for documents of any kind, and one for each kind."""
    schemas = {ANY_KIND: combined_schema(kinds)}
    schemas |= {f"{name}.json": document_schema(kind) for name, kind in kinds.items()}
    return {name: f"{json.dumps(schema, ensure_ascii=False)}\n" for name, schema in schemas.items()}


def settings_text(before: str, files: Sequence[str]) -> str:
    """The settings with the association of `files`, everything else as it was.

    Raises UsageError for settings that cannot be changed without losing something: comments, or no JSON object.
    """
    association = {SCHEMAS.joinpath(ANY_KIND).as_posix(): list(files)}
    settings = _parsed(before, association)
    schemas = settings.setdefault("yaml.schemas", {})
    if not isinstance(schemas, dict):
        raise UsageError(f'{SETTINGS}: "yaml.schemas" is no object; nothing was changed.')
    schemas.update(association)
    found = _INDENT.match(before)
    return json.dumps(settings, indent=found[1] if found else 2, ensure_ascii=False) + "\n"


def _parsed(before: str, association: Mapping[str, list[str]]) -> dict[str, Any]:
    if not before.strip():
        return {}
    try:
        settings = json.loads(before, object_pairs_hook=_without_repeats)
    except ValueError:
        settings = None
    if not isinstance(settings, dict):
        entry = json.dumps({"yaml.schemas": association}, indent=2)[2:-2]
        raise UsageError(
            f"{SETTINGS} is not plain JSON (comments, trailing commas, keys given twice), and would lose by being "
            f"written anew. Nothing was changed in it. Add by hand:\n{entry}"
        )
    return settings


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key is given twice")
    return made
