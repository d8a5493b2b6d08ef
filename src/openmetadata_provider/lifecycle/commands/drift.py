"""`omp drift`: what on the server is not as declared, and who changed it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Final

import typer

from openmetadata_provider.client.openmetadata import OpenMetadata
from openmetadata_provider.lifecycle.commands.counting import ReadCount
from openmetadata_provider.lifecycle.commands.ending import OneForEveryError, print_text, told
from openmetadata_provider.lifecycle.drifting.drift import drift
from openmetadata_provider.lifecycle.drifting.findings import Drift, DriftedEntity, LastChange
from openmetadata_provider.lifecycle.reports.drift_text import NOT_EXACT, cells, divided_path, printable, summary, title

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

app = typer.Typer(help="Show what on the server is not as declared, and who changed it.", add_completion=False)
DRIFTED: Final = 2
TITLES: Final = ("Property", "Declared", "On the server", "Changed by (UTC)")
CHANGED_BY: Final = 18
"""Columns of the last one; the first takes a quarter of the width, the others share the rest."""


@app.command(cls=OneForEveryError)
def run(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, in a form that stays.")] = False,
    secret_hashes: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Keyed hashes of secrets that an apply wrote: compare secrets, too."),
    ] = None,
) -> None:
    """Show what on the server is not as declared, and who changed it. Changes nothing.

    OPENMETADATA_HOST and OPENMETADATA_JWT_TOKEN say which server.

    Status 0: all is as declared. 2: there is drift. 1: something is wrong.
    """
    with told("drift"):
        with OpenMetadata.from_env() as om, ReadCount() as count:
            found = drift(om, list(paths), secret_hashes=secret_hashes, on_read=count)
        if as_json:
            print_text([json.dumps(found.to_json(), indent=2, ensure_ascii=False), "\n"])
        else:
            _show(found)
    raise typer.Exit(0 if found.is_empty else DRIFTED)


def _show(found: Drift) -> None:
    from rich.console import Console  # not for --json

    console = Console(highlight=False, markup=False, emoji=False, file=sys.stdout)
    if any(entity.properties for entity in found.entities):
        console.print(_head(console.width))
    for entity in found.entities:
        _show_entity(console, entity)
    if any(change is not None and not change.is_exact for change in _changes(found)):
        console.print(NOT_EXACT, style="dim")
    console.print(summary(found), style="bold", soft_wrap=True)


def _changes(found: Drift) -> Iterator[LastChange | None]:
    for entity in found.entities:
        yield entity.changed
        yield from (one.changed for one in entity.properties)


def _show_entity(console: Console, entity: DriftedEntity) -> None:
    console.print(title(entity), style="bold")
    if entity.properties:
        table = _columns(console.width)
        for found in entity.properties:
            declared, on_server = cells(found)
            path = divided_path(printable(found.path), console.width // 4 - 2)
            table.add_row(path, declared, on_server, _changed_by(found.changed))
        console.print(table)
    console.print()


def _changed_by(change: LastChange | None) -> str:
    return printable(str(change)).replace(", ", "\n", 1).removesuffix(" UTC") if change is not None else ""


def _head(width: int) -> Table:
    table = _columns(width)
    table.add_row(*TITLES, style="dim")
    return table


def _columns(width: int) -> Table:
    """A table as wide as the terminal: the same columns for every entity."""
    from rich.table import Table

    table = Table(box=None, show_header=False, expand=True, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(width=width // 4 - 2, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_column(width=CHANGED_BY, overflow="fold")
    return table
