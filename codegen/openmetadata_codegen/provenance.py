"""Where a generated tree comes from: hashes of its inputs, versions of its tools, and of what was written. No dates."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

FILE = "PROVENANCE.toml"
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
        f'package = "{package}"\ninputs = "{digest(inputs)}"\ngenerator = "{generator_digest()}"\n'
        f'outputs = "{digest(outputs)}"\n\n[tools]\n{tools}\n'
    )


def is_current(folder: Path, inputs: Mapping[str, str], package: str) -> bool:
    """Whether `folder` holds just what these inputs and tools make: nothing added, lost or edited since."""
    recorded = folder / package / FILE
    if not recorded.is_file():
        return False
    return recorded.read_text(encoding="utf-8") == provenance_text(inputs, package, tree(folder, package))


def tree(folder: Path, package: str) -> dict[str, str]:
    """What is in an output folder now, by path, without the provenance file and caches."""
    roots = [folder / package, folder / "docs"]
    files = [
        p for root in roots if root.is_dir() for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts
    ]
    texts = {p.relative_to(folder).as_posix(): p.read_bytes().decode("utf-8", "replace") for p in files}
    texts.pop(f"{package}/{FILE}", None)
    return texts
