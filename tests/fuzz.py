"""Payloads by the hundred thousand, valid and broken, through schema, model, validate and sandbox: do they agree?
And calls for minutes on end against the sandbox: is every answer one that its `/swagger.json` announces?

    python tests/fuzz.py [--only payloads|files|guided|contract|endurance|kills|laws] [--payloads 100000]
        [--files 30000] [--guided-seconds 120] [--contract-seconds 600] [--kills 200] [--walks 500] [--crowds 10]
        [--examples 300] [--seed N] [--processes 2]

Prints counts per kind and per explained difference, and every difference that is not explained; then exits 1.
After that it kills a sandbox under load again and again, and walks at random through writes beside a model of them.
Last, sets of manifests of every kind are planned, applied, changed and destroyed: do the laws of `lifecycle` hold?
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from properties import guided
from properties.agreement import Bundle, Finding, bundles, model_finding, sandbox_finding
from properties.explained import REASONS
from properties.hostile import storm
from properties.validation import VALIDATION_REASONS, validation_finding
from properties.world import World
from rich.console import Console
from rich.progress import Progress
from strategies import UnsatisfiableError, mutate, sample

SHOWN = 20
BATCH = 40
"""Payloads of one bundle that a process makes before it reports."""
EXTRA = 4
"""How often a kind comes around beyond what each connector does."""
console = Console(highlight=False, soft_wrap=True)


@dataclass(slots=True)
class Tally:
    """What came of some payloads."""

    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(kind, `valid` or `refused`) → payloads."""
    explained: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(kind, class of differences) → payloads."""
    faults: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    """Bundle, mutation, pointer, what is wrong, payload."""

    def add(self, other: Tally) -> None:
        self.kinds += other.kinds
        self.explained += other.explained
        self.faults += other.faults

    @property
    def total(self) -> int:
        return self.kinds.total()


@cache
def _world() -> World:
    return World()


def batch(name: str, seed: str, payloads: int) -> Tally:
    """Compares `payloads` payloads of one bundle, half of them as made, half with one mutation."""
    bundle = next(bundle for bundle in bundles() if bundle.name == name)
    tally = Tally()
    for label, pointer, payload in islice(_drawn(bundle, random.Random(f"{seed}:{name}")), payloads):
        _compare(tally, bundle, label, pointer, payload)
    return tally


def _drawn(bundle: Bundle, rng: random.Random) -> Iterator[tuple[str, str, Any]]:
    while True:
        try:
            payload = sample(bundle.schema, rng)
        except UnsatisfiableError:
            continue
        yield "as made", "", payload
        if (mutation := mutate(bundle.schema, payload, rng)) is not None:
            yield mutation.label, mutation.pointer, mutation.payload


def _compare(tally: Tally, bundle: Bundle, label: str, pointer: str, payload: Any) -> None:
    by_model = model_finding(bundle.kind, payload)
    placed = _world().placed(bundle.kind, payload)
    by_sandbox = sandbox_finding(_world(), bundle.kind, placed)
    tally.kinds[bundle.kind, "valid" if by_model.accepted else "refused"] += 1
    by_validation = validation_finding(bundle.kind, payload)
    verdicts = (("model", by_model, payload), ("validate", by_validation, payload), ("sandbox", by_sandbox, placed))
    for who, finding, judged in verdicts:
        _note(tally, bundle, f"{who}: {label}", pointer, finding, judged)


def _note(tally: Tally, bundle: Bundle, label: str, pointer: str, finding: Finding, payload: Any) -> None:
    tally.explained.update((bundle.kind, f"{label.split(':')[0]}: {name}") for name in finding.explained)
    if finding.fault is not None:
        tally.faults.append((bundle.name, label, pointer, finding.fault, json.dumps(payload)))


def run(payloads: int, seed: int, processes: int) -> Tally:
    """Spreads `payloads` over all bundles and `processes`, with a progress bar on a terminal."""
    plain = [bundle.name for bundle in bundles() if bundle.service_type is None]
    names = [bundle.name for bundle in bundles()] + plain * EXTRA
    sizes = [min(BATCH, payloads - done) for done in range(0, payloads, BATCH)]
    jobs = [(name, f"{seed}:{number}", size) for number, (name, size) in enumerate(zip(cycle(names), sizes))]
    tally = Tally()
    with (
        ProcessPoolExecutor(processes) as pool,
        Progress(console=console, transient=True, disable=not console.is_terminal) as progress,
    ):
        task = progress.add_task("payloads", total=payloads)
        for part in pool.map(batch, *zip(*jobs, strict=True), chunksize=4):
            tally.add(part)
            progress.update(task, completed=tally.total, description=f"payloads, {len(tally.faults)} faults")
    return tally


def report(tally: Tally, seconds: float) -> None:
    """Prints the counts, the reasons, and the first faults."""
    console.print(f"{'kind':<20}{'valid':>9}{'refused':>9}", markup=False)
    for kind in sorted({kind for kind, _ in tally.kinds}):
        console.print(f"{kind:<20}{tally.kinds[kind, 'valid']:>9}{tally.kinds[kind, 'refused']:>9}", markup=False)
    classes: Counter[str] = Counter()
    for (_, name), count in tally.explained.items():
        classes[name] += count
    console.print("\nexplained differences")
    for name, count in sorted(classes.items()):
        reason = (REASONS | VALIDATION_REASONS).get(name.partition(": ")[2], "")
        console.print(f"{count:>9}  {name}{': ' if reason else ''}{reason}", markup=False)
    for bundle, label, pointer, fault, payload in tally.faults[:SHOWN]:
        console.print(f"\n{bundle}, {label} at {pointer or '/'}: {fault}\n{payload}", markup=False)
    rate = tally.total / seconds
    console.print(f"\n{tally.total} payloads in {seconds:.1f} s, {rate:.0f} a second, ", end="", markup=False)
    console.print(f"{len(tally.faults)} unexplained disagreements", markup=False)


def files(cases: int, seed: int) -> None:
    """Random bytes, YAML and JSON through validation, which raises nothing; prints how many, and the memory of the worst."""
    started = time.perf_counter()
    with TemporaryDirectory(prefix="hostile-") as folder:
        worst = storm(Path(folder), cases, seed)
    spent = time.perf_counter() - started
    console.print(
        f"\n{cases} hostile files in {spent:.1f} s, none raised, at most {worst / 2**20:.1f} MB", markup=False
    )


def guided_files(seconds: int, seed: int) -> int:
    """Fuzzes each language for so long, led by the code it reaches; prints how many cases, and counts what it found."""
    if not guided.is_available():
        console.print(f"\nguided fuzzing {guided.MISSING}", markup=False)
        return 0
    faults = 0
    for suffix in guided.SUFFIXES:
        came = guided.run(suffix, seconds, seed)
        faults += len(came.found)
        console.print(f"\n{came.cases} guided {suffix} files in {seconds} s, {len(came.found)} faults", markup=False)
        console.print(*came.found, *came.complaint.splitlines(), sep="\n", end="", markup=False)
    return faults


def contract(seconds: int, seed: int) -> int:
    """Holds the sandbox to its OpenAPI document, prints what was answered and every fault, and counts the faults."""
    from properties.contract import check  # its HTTP client and engine are of no use to the payloads

    started = time.perf_counter()
    verdict = check(seed=seed, examples=200, seconds=seconds)
    for title, text in sorted(verdict.faults.items()):
        console.print(f"\n{title}\n{text}", markup=False)
    by_status = ", ".join(f"{status}: {count}" for status, count in sorted(verdict.answers.items()))
    spent = time.perf_counter() - started
    console.print(f"\n{verdict.total} answers in {spent:.1f} s ({by_status}), ", end="", markup=False)
    console.print(f"{len(verdict.faults)} that the document does not announce", markup=False)
    return len(verdict.faults)


def endure(kills: int, walks: int, crowds: int, seed: int) -> bool:
    """Kills, walks and crowds; True if a kill did harm. A walk that parts from the model, or a lost update, raises."""
    sys.path.insert(0, str(Path(__file__).parent / "sandbox"))
    from sandbox_endurance import crowded, killed, walked

    wrong = killed(kills, seed)
    console.print(f"{kills} kills under load, {len(wrong)} harms", *wrong, sep="\n", markup=False)
    walked(walks)
    console.print(f"{walks} walks beside the model, no difference", markup=False)
    crowded(crowds)
    console.print(f"{crowds} crowds of fifty writers, in process and over a socket, no update lost", markup=False)
    return bool(wrong)


def deaths() -> int:
    """Ends an apply of 200 entities at every request, before and after it is answered; prints what the next one
    does not make good, and counts it."""
    sys.path.insert(0, str(Path(__file__).parent / "lifecycle"))
    from lifecycle_crew import harm, undisturbed

    started = time.perf_counter()
    after, requests = undisturbed()
    runs = [(at, moment, many) for at in range(1, requests + 1) for moment in ("before", "after") for many in (1, 8)]
    wrong = list(filter(None, (harm(*run, after) for run in runs)))
    spent = time.perf_counter() - started
    console.print(
        f"\n{len(runs)} applies ended early in {spent:.1f} s, {len(wrong)} harms", *wrong, sep="\n", markup=False
    )
    return len(wrong)


def lifecycle_laws(examples: int, seed: int) -> None:
    """Every law for as many examples, and walks; prints how much ran. AssertionError where a law does not hold."""
    from lifecycle.lifecycle_endurance import laws

    started = time.perf_counter()
    tally = laws(examples, seed)
    for name, count in sorted(tally.items()):
        console.print(f"{count:>9}  {name}", markup=False)
    console.print(f"\nthe laws held, {time.perf_counter() - started:.1f} s", markup=False)


PARTS = ("payloads", "files", "guided", "contract", "endurance", "kills", "laws")


def main() -> int:
    """Runs the command line; 1 if anything is unexplained."""
    parser = argparse.ArgumentParser(description="Compare schema, model and sandbox on generated payloads and calls.")
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--contract-seconds", type=int, default=600)
    parser.add_argument("--payloads", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--files", type=int, default=30_000, help="hostile files for omp validate")
    parser.add_argument("--guided-seconds", type=int, default=120, help="of each language")
    parser.add_argument("--kills", type=int, default=200, help="times that a sandbox is killed under load")
    parser.add_argument("--walks", type=int, default=500, help="random walks of writes beside the model")
    parser.add_argument("--crowds", type=int, default=10, help="times that fifty writers write at once")
    parser.add_argument("--examples", type=int, default=300, help="examples of each law of plan and apply")
    given = parser.parse_args()
    faults = 0
    if given.only in (None, "payloads"):
        started = time.perf_counter()
        tally = run(given.payloads, given.seed, given.processes)
        report(tally, time.perf_counter() - started)
        faults += len(tally.faults)
    if given.only in (None, "files"):
        files(given.files, given.seed)
    if given.only in (None, "guided"):
        faults += guided_files(given.guided_seconds, given.seed)
    if given.only in (None, "contract"):
        faults += contract(given.contract_seconds, given.seed)
    if given.only in (None, "endurance"):
        faults += endure(given.kills, given.walks, given.crowds, given.seed)
    if given.only in (None, "kills"):
        faults += deaths()
    if given.only in (None, "laws"):
        lifecycle_laws(given.examples, given.seed)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
