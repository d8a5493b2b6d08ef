"""Comparing what was generated with what is there, and writing it: all of it or nothing."""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openmetadata_codegen.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Paths by what has to happen to them."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    stale: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.stale)

    @property
    def written(self) -> tuple[str, ...]:
        """Paths whose text is new."""
        return tuple(sorted((*self.added, *self.changed)))


def difference(wanted: Mapping[str, str], present: Mapping[str, str]) -> Difference:
    """How `present` differs from `wanted`."""
    return Difference(
        added=tuple(sorted(wanted.keys() - present.keys())),
        changed=tuple(sorted(p for p in wanted.keys() & present.keys() if wanted[p] != present[p])),
        stale=tuple(sorted(present.keys() - wanted.keys())),
    )


def unified(wanted: Mapping[str, str], present: Mapping[str, str], change: Difference) -> Iterator[str]:
    """The difference as a unified diff, line by line, in path order."""
    for path in sorted((*change.written, *change.stale)):
        before, after = present.get(path, ""), wanted.get(path, "")
        yield from difflib.unified_diff(before.splitlines(), after.splitlines(), f"a/{path}", f"b/{path}", lineterm="")


def write(folder: Path, wanted: Mapping[str, str], change: Difference) -> None:
    """Makes `folder` hold `wanted`. Only files whose text changed are touched; a failure leaves all as it was.

    New texts are compiled, then written beside the folder; what they replace is kept there until the end.
    """
    _compiled({path: wanted[path] for path in change.written if path.endswith(".py")})
    folder.mkdir(parents=True, exist_ok=True)
    workspace = Path(tempfile.mkdtemp(prefix=".omp-swap-", dir=folder.parent))
    try:
        for path in change.written:
            _put(workspace / "new" / path, wanted[path])
        _swap(folder, workspace, change)
    finally:
        shutil.rmtree(workspace, ignore_errors=True)
    _remove_empty(folder, change.stale)


def _compiled(files: Mapping[str, str]) -> None:
    for path, text in files.items():
        try:
            compile(text, path, "exec", dont_inherit=True)
        except SyntaxError as error:
            raise ModelError(f"the generated {path} is not Python: {error}") from error


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _swap(folder: Path, workspace: Path, change: Difference) -> None:
    """Moves old files out and new ones in; on any failure moves everything back."""
    moved: list[tuple[Path, Path]] = []
    try:
        for path in (*change.changed, *change.stale):
            _move(folder / path, workspace / "old" / path, moved)
        for path in change.written:
            _move(workspace / "new" / path, folder / path, moved)
    except OSError:
        for source, target in reversed(moved):
            os.replace(target, source)
        raise


def _move(source: Path, target: Path, moved: list[tuple[Path, Path]]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(source, target)
    moved.append((source, target))


def _remove_empty(folder: Path, stale: tuple[str, ...]) -> None:
    for path in stale:
        for parent in (folder / path).parents:
            caches = list(parent.glob("*")) if parent.is_dir() else []
            if parent == folder or not parent.is_dir() or any(c.name != "__pycache__" for c in caches):
                break
            shutil.rmtree(parent)
