"""Where a generated tree comes from: hashes of its inputs, versions of its tools, and of what was written. No dates."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from openmetadata_codegen.errors import CodegenError

FILE = "PROVENANCE.toml"
MANIFEST = "entities.toml"
PAGE_MARK = "<!-- Generated "
_TOOLS = "\n[tools]\n"
TOOLS = ("datamodel-code-generator", "jinja2", "ruff", "pydantic")


def digest(texts: Mapping[str, str]) -> str:
    """One SHA-256 over paths and texts, in path order."""
    total = hashlib.sha256()
    for path, text in sorted(texts.items()):
        total.update(f"{len(path)}:{path}:{len(text)}:".encode() + text.encode())
    return total.hexdigest()


def generator_digest() -> str:
    """SHA-256 of the generator itself: its modules and templates, and the specs it prints."""
    here = Path(__file__).parent
    files = [p for p in here.rglob("*") if p.suffix in (".py", ".jinja", ".jinja2")]
    return digest({p.relative_to(here).as_posix(): p.read_text(encoding="utf-8") for p in files})


def provenance_text(inputs: Mapping[str, str], package: str, outputs: Mapping[str, str]) -> str:
    """The file that is written beside the bindings."""
    tools = "\n".join(f'"{name}" = "{version(name)}"' for name in TOOLS)
    return (
        "# What these bindings were generated from. Checked before every run: nothing changed, nothing to do.\n"
        f'package = "{package}"\n{_release_line(inputs)}'
        f'inputs = "{digest(inputs)}"\ngenerator = "{generator_digest()}"\n'
        f'outputs = "{digest(outputs)}"\n{_TOOLS}{tools}\n'
    )


def settled_text(text: str, recorded: str | None) -> str:
    """The record to write: the one that is there where only tools differ. Others that make the same change nothing."""
    is_same = recorded is not None and recorded.partition(_TOOLS)[0] == text.partition(_TOOLS)[0]
    return recorded if recorded is not None and is_same else text


def _release_line(inputs: Mapping[str, str]) -> str:
    """The server's release, where a manifest tells which one its schemas are of."""
    release = tomllib.loads(inputs.get(MANIFEST, "")).get("release")
    return f'release = "{release}"\n' if isinstance(release, str) and release.isprintable() else ""


def is_current(folder: Path, inputs: Mapping[str, str], package: str) -> bool:
    """Whether `folder` holds just what these inputs and tools make: nothing added, lost or edited since."""
    recorded = folder / package / FILE
    if not recorded.is_file():
        return False
    return recorded.read_text(encoding="utf-8") == provenance_text(inputs, package, tree(folder, package))


def tree(folder: Path, package: str) -> dict[str, str]:
    """What the generator wrote into an output folder, by path, without the provenance file and caches.

    The package is the generator's once its provenance file is there; under `docs` a page is its own by its first line.
    Raises CodegenError for a package folder that somebody else made.
    """
    own = folder / package
    if own.is_dir() and any(own.iterdir()) and not (own / FILE).is_file():
        raise CodegenError(f"{own} has files and no {FILE}: it was not generated. Choose another --package or --out")
    texts = _texts(folder, own) | {p: t for p, t in _texts(folder, folder / "docs").items() if t.startswith(PAGE_MARK)}
    texts.pop(f"{package}/{FILE}", None)
    return texts


def refuse_foreign(folder: Path, added: Iterable[str]) -> None:
    """Raises CodegenError if a file that is about to be added is there already and somebody else's."""
    for path in added:
        if (folder / path).exists():
            raise CodegenError(f"{folder / path} exists and was not generated. Move it away or choose another --out")


def _texts(folder: Path, root: Path) -> dict[str, str]:
    files = [p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts] if root.is_dir() else []
    return {p.relative_to(folder).as_posix(): p.read_bytes().decode("utf-8", "replace") for p in files}
