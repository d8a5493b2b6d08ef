"""`omp codegen`: generate bindings, check that they are fresh, show what would change."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from openmetadata_codegen.errors import CodegenError
from openmetadata_codegen.load import read_texts

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
        status = _run(schemas, out, package, manifest, is_check=check, is_dry=check or diff)
    except (CodegenError, OSError) as error:
        console.print(f"[bold red]error[/]: {error}", markup=True, soft_wrap=True)
        raise typer.Exit(1) from error
    raise typer.Exit(status)


def _run(schemas: Path, out: Path, package: str, manifest: Path | None, *, is_check: bool, is_dry: bool) -> int:
    from openmetadata_codegen.provenance import is_current

    if not package.isidentifier():
        raise CodegenError(f"--package {package!r} is not a name Python can import; use letters, digits and _")
    texts = read_texts(schemas)
    listed = manifest or schemas / "entities.toml"
    if manifest is not None and not manifest.is_file():
        raise CodegenError(f"--manifest {manifest}: there is no such file")
    manifest_text = listed.read_text(encoding="utf-8") if listed.is_file() else None
    inputs = texts | ({"entities.toml": manifest_text} if manifest_text is not None else {})
    if is_current(out, inputs, package):
        console.print(f"{out}: nothing changed")
        return 0
    return _compare(texts, manifest_text, inputs, out, package, is_check=is_check, is_dry=is_dry)


def _compare(
    texts: dict[str, str],
    manifest_text: str | None,
    inputs: dict[str, str],
    out: Path,
    package: str,
    *,
    is_check: bool,
    is_dry: bool,
) -> int:
    from openmetadata_codegen import output, provenance
    from openmetadata_codegen.generate import STAGES
    from openmetadata_codegen.generate import generate as generated

    with _progress() as progress:
        task = progress.add_task("load", total=len(STAGES))
        result = generated(
            texts, manifest_text, package, lambda stage: progress.update(task, description=stage, advance=1)
        )
    wanted = dict(result.files)
    record = f"{package}/{provenance.FILE}"
    present = provenance.tree(out, package)
    if (out / record).is_file():
        present[record] = (out / record).read_text(encoding="utf-8")
    wanted[record] = provenance.provenance_text(inputs, package, result.files)
    change = output.difference(wanted, present)
    if is_dry:
        for line in output.unified(wanted, present, change):
            sys.stdout.write(f"{line}\n")
        return _checked(change, out, is_check=is_check)
    provenance.refuse_foreign(out, change.added)
    output.write(out, wanted, change)
    _summary(result.report, change, out)
    return 0


def _progress() -> Progress:
    columns = (TextColumn("{task.description:>7}"), BarColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _checked(change: object, out: Path, *, is_check: bool) -> int:
    from openmetadata_codegen.output import Difference

    assert isinstance(change, Difference)
    for path in change.stale:
        console.print(f"stale: {path}")
    if change and is_check:
        console.print(f"{out} is not what the schemas say. Run `make generate` and commit the result.")
        return 1
    return 0


def _summary(report: object, change: object, out: Path) -> None:
    from openmetadata_codegen.generate import Report
    from openmetadata_codegen.output import Difference

    assert isinstance(report, Report)
    assert isinstance(change, Difference)
    console.print(f"{out}: {len(change.added)} added, {len(change.changed)} changed, {len(change.stale)} removed")
    for skipped in report.skipped:
        console.print(f"left out {skipped.file}: {skipped.reason}", markup=False, soft_wrap=True)
    made = f"{len(report.repairs)} repairs, {len(report.renamings)} renamed classes, {len(report.guesses)} guesses"
    console.print(f"{made}, {len(report.skipped)} left out: each with its reason in {out / 'docs' / 'REPORT.md'}")
