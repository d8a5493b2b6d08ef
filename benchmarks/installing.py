"""The base install in a fresh virtual environment: distributions, megabytes, and what the library alone imports."""

from __future__ import annotations

import json
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

from .figures import Figure
from .measure import ROOT, folder_mb, run

TOOLS = ("pip", "setuptools")
CLI = ("typer", "rich", "click")
LIBRARY = "import sys, openmetadata_provider\n"
USED = "import sys\nfrom openmetadata_provider import CreateDashboardRequest, Dashboards, OpenMetadata\n"
_LOADED = f"print([name for name in {CLI!r} if name in sys.modules])"


def figures() -> Iterator[Figure]:
    """What `pip install .` brings, without extras."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = _environment(folder)
        bare = folder_mb(folder)
        run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(ROOT)])
        yield from _figures(python, folder, bare)


def _figures(python: Path, folder: Path, bare: float) -> Iterator[Figure]:
    names = _distributions(python)
    yield Figure(what="base install: distributions", value=float(len(names)), target=25)
    yield Figure(what="base install", value=folder_mb(folder) - bare, unit="MB", target=45)
    biggest = sorted(_sizes(folder).items(), key=lambda item: -item[1])[:4]
    yield Figure(what="  biggest", value=", ".join(f"{name} {size:.1f}" for name, size in biggest))
    for what, program in (("import openmetadata_provider", LIBRARY), ("import of its client and models", USED)):
        loaded = json.loads(run([str(python), "-c", program + _LOADED], folder).replace("'", '"'))
        yield Figure(what=f"{what}: CLI modules loaded", value=float(len(loaded)), target=0)


def _environment(folder: Path) -> Path:
    venv.create(folder, with_pip=True, symlinks=True)
    return folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def _distributions(python: Path) -> list[str]:
    command = [str(python), "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"]
    return [entry["name"] for entry in json.loads(run(command)) if entry["name"] not in TOOLS]


def _sizes(folder: Path) -> dict[str, float]:
    packages = next(folder.glob("lib/python*/site-packages"))
    return {path.name: folder_mb(path) for path in packages.iterdir() if path.is_dir() and path.name not in TOOLS}
