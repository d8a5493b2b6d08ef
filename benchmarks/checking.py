"""Files through `omp validate`: payloads a second, files a second, and a fresh process."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from openmetadata_provider.validation.diagnostics import Severity
from openmetadata_provider.validation.run import Options, checked

from . import payloads, sharing
from .figures import Figure
from .measure import interleaved, peak, process_seconds
from .validating import OFFICIAL_SERVICE
from .workers import official

LINES = 40_000
FILES = 5_000
ROUNDS = 5
_OMP = """
import sys
from openmetadata_provider.cli import main
sys.argv = ["omp", "validate", {!r}]
try:
    main()
except SystemExit:
    pass
"""


def figures() -> Iterator[Figure]:
    """Everything, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _lines(folder)
        yield from _folder(folder)
        yield from sharing.lines(folder)
        yield from sharing.memory(folder)
        yield from _process(folder)


def _lines(folder: Path) -> Iterator[Figure]:
    file = sharing.lines_file(folder, LINES)
    rival = official()
    sides = {"ours": lambda: LINES / _cpu_seconds([file], Options(kind=sharing.KIND))}
    if rival is not None:
        sides["official"] = lambda: rival.rate(OFFICIAL_SERVICE, payloads.looker(), 0.5)
    rates = interleaved(sides, ROUNDS)
    if rival is not None:
        rival.__exit__(None, None, None)
    yield Figure(what="JSON Lines, Looker service", value=rates["ours"], unit="/s", target=90_000, better="higher")
    ratio = rates["ours"] / rates["official"] if "official" in rates else "not installed"
    yield Figure(
        what="  / official models, parsing not counted there", value=ratio, unit="x", target=75, better="higher"
    )


def _cpu_seconds(files: list[str], options: Options) -> float:
    start = time.process_time()
    results = checked(files, options, jobs=1)
    taken = time.process_time() - start
    if found := [d for result in results for d in result.diagnostics if d.severity is Severity.error]:
        raise RuntimeError(str(found[0]))
    return taken


def _folder(folder: Path) -> Iterator[Figure]:
    files = [_small_file(folder / f"dashboard_{number:04}.yaml", number) for number in range(FILES)]
    few = files[:: FILES // 500]
    sides = {
        "ours": lambda: _cpu_seconds(files, Options(kind="Dashboard", places_notes=False)) / FILES,
        "plain": lambda: _plain(few) / len(few),
    }
    times = interleaved(sides, 3)
    yield Figure(
        what=f"{FILES:,} small YAML files: jsonschema and yaml.safe_load / ours",
        value=times["plain"] / times["ours"],
        unit="x",
        target=5,
        better="higher",
    )
    yield Figure(what="  ours, one core", value=1 / times["ours"], unit=" files/s")
    yield from sharing.gain("  ", files, Options(kind="Dashboard", places_notes=False))


def _small_file(file: Path, number: int) -> str:
    tags = "".join(f"  - {{tagFQN: Revenue.Label{n}, source: Classification}}\n" for n in range(3))
    file.write_text(
        f"name: dashboard_{number}\ndisplayName: Dashboard {number}\nservice: sample_looker\n"
        "description: Revenue of every region, by quarter.\n"
        f"sourceUrl: https://looker.example.com/dashboards/{number}\nproject: finance\n"
        f"charts:\n  - sample_looker.a{number}\n  - sample_looker.b{number}\n"
        f"owners:\n  - user:alice\n  - user:bob\ntags:\n{tags}domains: [Marketing]\n",
        encoding="utf-8",
    )
    return str(file)


def _plain(files: list[str]) -> float:
    """CPU seconds of what one would write without this project."""
    import jsonschema
    import yaml

    from openmetadata_provider.validation.kinds import kinds

    validator = jsonschema.Draft7Validator(kinds()["Dashboard"].shape().document)
    start = time.process_time()
    for file in files:
        with open(file, encoding="utf-8") as stream:
            validator.validate(yaml.safe_load(stream))
    return time.process_time() - start


def _process(folder: Path) -> Iterator[Figure]:
    file = folder / "one.yaml"
    spec = "".join(f"  {line}\n" for line in json.dumps(sharing.looker(), indent=1).splitlines())
    file.write_text(f"kind: {sharing.KIND}\nspec:\n{spec}", encoding="utf-8")
    command = [str(Path(sys.executable).with_name("omp")), "validate", str(file)]
    taken = interleaved({"omp": lambda: process_seconds(command)}, 9)["omp"]
    yield Figure(what="omp validate one.yaml, a fresh process", value=taken * 1000, unit="ms", target=300)
    memory, _ = peak(_OMP.format(str(file)))
    yield Figure(what="  peak memory", value=memory, unit="MB", target=70)
