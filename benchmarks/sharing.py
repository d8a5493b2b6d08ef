"""Long files of JSON Lines, and what more processes make of them: the time they save, and the memory they take."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice, repeat
from pathlib import Path
from statistics import median
from typing import Any

from openmetadata_provider.validation.run import Options, checked

from . import payloads
from .figures import Figure
from .measure import peak, seconds

KIND = "DashboardService"
LINES = 500_000
ROUNDS = 5
SIZES = (10_000, 100_000, 1_000_000)
GAIN = 1.6
_READ = """
from openmetadata_provider.validation.run import Options, checked
assert checked([{!r}], Options(kind={!r}), jobs=1)[0].payloads == {}
"""


def looker() -> dict[str, Any]:
    """The Looker service of the other benchmarks, its password a reference as in a file that is kept."""
    payload = payloads.looker()
    payload["connection"]["config"]["clientSecret"] = {"env": "LOOKER_SECRET"}
    return payload


def lines_file(folder: Path, count: int) -> str:
    """A file of so many lines, each that service (830 bytes)."""
    file = folder / f"{count}.jsonl"
    lines = repeat(f"{json.dumps(looker())}\n", count)
    with file.open("w", encoding="utf-8") as stream:
        while piece := "".join(islice(lines, 1000)):
            stream.write(piece)
    return str(file)


def lines(folder: Path) -> Iterator[Figure]:
    """One job and two jobs on one long file."""
    file = lines_file(folder, LINES)
    yield from gain(f"{LINES:,} lines: ", [file], Options(kind=KIND), target=GAIN)
    os.unlink(file)


def gain(what: str, files: Sequence[str], options: Options, target: float | None = None) -> Iterator[Figure]:
    """How much shorter two jobs take than one, in turn. The best round is the one that least else was running in."""
    if (os.cpu_count() or 1) < 2:
        yield Figure(what=f"{what}one job / two jobs", value="there is one core")
        return
    one, two = (partial(checked, files, options, jobs=jobs) for jobs in (1, 2))
    rounds = [seconds(one) / seconds(two) for _ in range(ROUNDS)]
    best = f"{what}one job / two jobs, best of {ROUNDS}"
    yield Figure(what=best, value=max(rounds), unit="x", target=target, better="higher")
    yield Figure(what="  the same, median", value=median(rounds), unit="x")
    yield Figure(what="  the same, CPU time of all processes", value=_cpu_seconds(one) / _cpu_seconds(two), unit="x")


def _cpu_seconds(work: Callable[[], object]) -> float:
    """Of this process and those that it started and that have ended."""
    before = os.times()
    work()
    return sum(os.times()[:4]) - sum(before[:4])


def memory(folder: Path) -> Iterator[Figure]:
    """Peak memory by the length of the file, which must not matter."""
    peaks = {count: _peak(lines_file(folder, count), count) for count in SIZES}
    for count, megabytes in peaks.items():
        yield Figure(what=f"peak memory, {count:,} lines of JSON Lines", value=megabytes, unit="MB")
    ratio = peaks[SIZES[-1]] / peaks[SIZES[0]]
    yield Figure(what=f"  {SIZES[-1]:,} lines / {SIZES[0]:,}", value=ratio, unit="x", target=1.05)


def _peak(file: str, count: int) -> float:
    megabytes, _ = peak(_READ.format(file, KIND, count))
    os.unlink(file)
    return megabytes
