"""Documents as files: a folder for each collection, a file for each entity. All of them, or none."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from openmetadata_provider.errors import UsageError
from openmetadata_provider.lifecycle.exporting.document import Exported
from openmetadata_provider.lifecycle.exporting.naming import file_names
from openmetadata_provider.lifecycle.exporting.yaml_text import document_text

SHOWN: Final = 5
"""Files in the way that an error names."""


def paths_of(documents: Iterable[Exported], folder: Path) -> dict[Path, Exported]:
    """Where each document goes: `dashboards/looker.sales.yaml` below the folder, in the order of the paths."""
    collections: dict[str, list[Exported]] = defaultdict(list)
    for document in documents:
        collections[document.definition.attribute].append(document)
    found: dict[Path, Exported] = {}
    for name, members in collections.items():
        names = file_names((document.fqn for document in members), _files_in(folder / name))
        found |= {folder / name / names[document.fqn]: document for document in members}
    return dict(sorted(found.items()))


def _files_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.suffix == ".yaml"] if folder.is_dir() else []


def write_files(paths: Mapping[Path, Exported], *, overwrite: bool) -> list[Path]:
    """The files that were written: those that would be the same are left alone.

    Raises UsageError, before anything is written, if files with another content are in the way, and for a folder that
    cannot be written to.
    """
    texts = {path: document_text(document) for path, document in paths.items()}
    try:
        changed = {path: text for path, text in texts.items() if _held(path) != text}
        in_the_way = [path for path in changed if path.exists()]
        if in_the_way and not overwrite:
            raise UsageError(_refusal(in_the_way))
        for path, text in changed.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, text)
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be written: {error.strerror}.") from None
    return list(changed)


def _held(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return None


def _write(path: Path, text: str) -> None:
    """Nobody ever sees half of it."""
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _refusal(in_the_way: list[Path]) -> str:
    shown = ", ".join(str(path) for path in in_the_way[:SHOWN])
    more = f" and {len(in_the_way) - SHOWN} more" if len(in_the_way) > SHOWN else ""
    advice = "Nothing was written; --force (overwrite=True) writes over them."
    return f"There are files with another content: {shown}{more}. {advice}"
