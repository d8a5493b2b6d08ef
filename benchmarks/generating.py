"""Everything out of the upstream schemas, beside datamodel-code-generator alone; and a run with nothing to do."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from shutil import rmtree

from . import trees
from .figures import Figure
from .measure import ROOT, interleaved, process_seconds

ROUNDS = 3
NOOP_ROUNDS = 5
FORMATTER = "ruff-format"


def figures() -> Iterator[Figure]:
    """Ratio of whole processes into empty folders, and both times."""
    if not trees.UPSTREAM.is_dir():
        yield Figure(what="all upstream schemas / plain generator", value="no upstream tree")
    else:
        yield from _upstream()
    yield from _own()


def _upstream() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, out = trees.mended_copy(folder), folder / "ours"
        plain = trees.plain_command(source, folder / "plain", FORMATTER)
        sides = {
            "ours": lambda: _afresh(trees.our_command(out), out),
            "plain": lambda: _afresh(plain, folder / "plain"),
        }
        times = interleaved(sides, ROUNDS)
        again = interleaved({"ours": lambda: process_seconds(trees.our_command(out))}, NOOP_ROUNDS)["ours"]
    count = sum(1 for _ in trees.UPSTREAM.rglob("*.json"))
    what = f"all {count} upstream schemas / generator {metadata.version('datamodel-code-generator')} alone"
    yield Figure(what=f"{what}, {FORMATTER}", value=times["ours"] / times["plain"], unit="x", target=2)
    yield Figure(what="  ours: models, resources, bundles, docs", value=times["ours"], unit="s")
    yield Figure(what="  alone: models", value=times["plain"], unit="s")
    yield Figure(what="the same again, nothing to do", value=again, unit="s", target=1)


def _own() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "openmetadata_codegen", "generate", "--schemas", str(ROOT / "schemas")]
        command += ["--out", out]
        yield Figure(what="the project's own schemas", value=process_seconds(command), unit="s")
        again = interleaved({"ours": lambda: process_seconds(command)}, NOOP_ROUNDS)["ours"]
        yield Figure(what="the same again, nothing to do", value=again, unit="s", target=1)


def _afresh(command: list[str], out: Path) -> float:
    rmtree(out, ignore_errors=True)
    return process_seconds(command)
