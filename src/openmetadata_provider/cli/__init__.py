"""`omp`, the command line. Each command group loads when it is asked for, from wherever it was registered."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from openmetadata_provider.cli.groups import DISTRIBUTION, LazyGroup

__all__ = ["app", "main"]

app = typer.Typer(
    name="omp", cls=LazyGroup, help="Manage OpenMetadata as code.", no_args_is_help=True, add_completion=False
)


def _print_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"omp {version(DISTRIBUTION)}")
        raise typer.Exit


@app.callback()
def omp(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Manage OpenMetadata as code."""


def main() -> None:
    """Runs `omp` with the arguments of the process and exits with its status."""
    app(prog_name="omp")
