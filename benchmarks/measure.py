"""Timing that other work on the machine disturbs little: both sides in turn, medians, ratios within one run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
_PEAK = """
import json as _j, pathlib as _p, resource as _r, sys as _s
_f = _p.Path("/proc/self/status")
_k = int(_f.read_text().split("VmHWM:")[1].split()[0]) if _f.exists() else _r.getrusage(_r.RUSAGE_SELF).ru_maxrss
print(_j.dumps({"peak_mb": _k / 1024, "modules": len(_s.modules)}))
"""


def interleaved(sides: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median figure of every side, measured in turn: a, b, a, b, …"""
    figures: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, measured in sides.items():
            figures[name].append(measured())
    return {name: median(values) for name, values in figures.items()}


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process_seconds(command: Sequence[str]) -> float:
    """Wall time of a process, its start included. CalledProcessError if it fails."""
    return seconds(lambda: run(command))


def run(command: Sequence[str], cwd: Path = ROOT) -> str:
    """What a process prints. CalledProcessError, with what it said, if it fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=quiet_environment())
    if done.returncode:
        sys.stderr.write(done.stdout[-2000:] + done.stderr[-2000:])
        done.check_returncode()
    return done.stdout


def quiet_environment() -> dict[str, str]:
    """The environment without what would make a process read other modules, or write colours."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "FORCE_COLOR")}


def peak(program: str) -> tuple[float, int]:
    """Peak resident memory (MB) and loaded modules of a fresh process that runs `program`.

    Read from /proc: what getrusage says of a child may be the size of its parent.
    """
    answer = json.loads(run([sys.executable, "-c", program + _PEAK]).splitlines()[-1])
    return answer["peak_mb"], answer["modules"]


def folder_mb(folder: Path) -> float:
    """Size of the files in a folder."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20
