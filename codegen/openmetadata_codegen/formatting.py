"""Formatting of generated Python by ruff: unused imports removed, imports sorted, code formatted."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from openmetadata_codegen.errors import ModelError

SETTINGS = ("--isolated", "--quiet", "--line-length=120", "--target-version=py311", "--no-cache")


def formatted(files: Mapping[str, str]) -> dict[str, str]:
    """`files` with every Python and stub text formatted, the rest as it is. Raises ModelError with ruff's words."""
    python = {path: text for path, text in files.items() if path.endswith((".py", ".pyi"))}
    with tempfile.TemporaryDirectory(prefix="omp-format-") as folder:
        root = Path(folder)
        for path, text in python.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        _ruff("check", root, "--fix", "--exit-zero", "--select=I,F401,UP", "--ignore=UP040,UP007")
        _ruff("format", root)
        return {path: (root / path).read_text(encoding="utf-8") if path in python else files[path] for path in files}


def _ruff(verb: str, root: Path, *options: str) -> None:
    command = [sys.executable, "-m", "ruff", verb, *SETTINGS, *_known(verb), *options, "."]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise ModelError(f"ruff {verb} refused the generated code:\n{done.stderr or done.stdout}")


def _known(verb: str) -> tuple[str, ...]:
    """Which packages are ours, said aloud: ruff would otherwise guess from the folder it runs in."""
    return (
        ("--config", 'lint.isort.known-first-party=["openmetadata_provider", "openmetadata_spec"]')
        if verb == "check"
        else ()
    )
