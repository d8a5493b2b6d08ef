"""`omp codegen`: generate bindings, check that they are fresh, show what would change."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from openmetadata_codegen.errors import CodegenError
from openmetadata_codegen.job import Job, Outcome, job, outcome, write

app = typer.Typer(help="Generate bindings from JSON Schemas.", no_args_is_help=True, add_completion=False)
console = Console(stderr=True, highlight=False)

SchemasOption = Annotated[Path, typer.Option("--schemas", help="Folder of JSON Schemas.")]
OutOption = Annotated[Path, typer.Option("--out", help="Folder that holds the package and docs/.")]
PackageOption = Annotated[str, typer.Option("--package", help="Name of the package to write.")]
ManifestOption = Annotated[
    Path | None, typer.Option("--manifest", help="Manifest; default entities.toml in the schemas, guessed if absent.")
]


@app.callback()
def group() -> None:
    """Generate bindings from JSON Schemas."""


@app.command()
def generate(
    schemas: SchemasOption = Path("schemas"),
    out: OutOption = Path("generated"),
    package: PackageOption = "openmetadata_bindings",
    manifest: ManifestOption = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 and show the diff if stale.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
) -> None:
    """Write the bindings, or with --check or --diff only compare them."""
    try:
        status = _run(job(schemas, out, package, manifest), is_check=check, is_dry=check or diff)
    except (CodegenError, OSError) as error:
        console.print(f"[bold red]error[/]: {error}", markup=True, soft_wrap=True)
        raise typer.Exit(1) from error
    raise typer.Exit(status)


def _run(job: Job, *, is_check: bool, is_dry: bool) -> int:
    if job.is_done:
        console.print(f"{job.out}: nothing changed")
        return 0
    made = _outcome(job)
    if is_dry:
        return _compared(made, job.out, is_check=is_check)
    write(job, made)
    _summary(made, job.out)
    return 0


def _outcome(job: Job) -> Outcome:
    from openmetadata_codegen.generate import STAGES

    with _progress() as progress:
        task = progress.add_task("load", total=len(STAGES))
        return outcome(job, lambda stage: progress.update(task, description=stage, advance=1))


def _progress() -> Progress:
    columns = (TextColumn("{task.description:>7}"), BarColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _compared(made: Outcome, out: Path, *, is_check: bool) -> int:
    from openmetadata_codegen.output import unified

    for line in unified(made.wanted, made.present, made.change):
        sys.stdout.write(f"{line}\n")
    for path in made.change.stale:
        console.print(f"stale: {path}")
    if made.change and is_check:
        console.print(f"{out} is not what the schemas say. Run `make generate` and commit the result.")
        return 1
    return 0


def _summary(made: Outcome, out: Path) -> None:
    change, report = made.change, made.report
    console.print(f"{out}: {len(change.added)} added, {len(change.changed)} changed, {len(change.stale)} removed")
    for skipped in report.skipped:
        console.print(f"left out {skipped.file}: {skipped.reason}", markup=False, soft_wrap=True)
    counts = f"{len(report.repairs)} repairs, {len(report.renamings)} renamed classes, {len(report.guesses)} guesses"
    console.print(f"{counts}, {len(report.skipped)} left out: each with its reason in {out / 'docs' / 'REPORT.md'}")
