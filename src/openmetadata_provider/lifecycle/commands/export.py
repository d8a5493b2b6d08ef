"""`omp export`: what a server holds, as files that declare it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from openmetadata_provider.client.openmetadata import OpenMetadata
from openmetadata_provider.lifecycle.commands.counting import ReadCount
from openmetadata_provider.lifecycle.commands.ending import FAILED, print_text, told
from openmetadata_provider.lifecycle.exporting.export import Export, export

app = typer.Typer(help="Write what the server holds as files that declare it.", add_completion=False)
_Wanted = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="KIND|FQN",
        help="Kinds (Dashboard, dashboards), entities (Dashboard/looker.sales), FQNs.",
        show_default=False,
    ),
]
SHOWN = 20
"""Notes that are listed; the files have them all."""


@app.command()
def run(
    wanted: _Wanted = None,
    everything: Annotated[bool, typer.Option("--all", help="Everything of every kind.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder to write to, a file an entity. Without it, YAML goes to the screen."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over files that have another content.")] = False,
    include_system: Annotated[
        bool, typer.Option("--include-system", help="Also what every server comes with: roles, bots, tiers.")
    ] = False,
    with_contents: Annotated[
        bool, typer.Option("--with-contents", help="Also what is inside: charts of a service, terms of a glossary.")
    ] = False,
) -> None:
    """Write what the server holds as files that declare it: they validate, and plan as "no changes".

    Secrets are never written: an environment variable stands for each, and a list of them is printed at the end.
    OPENMETADATA_HOST and OPENMETADATA_JWT_TOKEN say which server.

    Status 0: done. 1: something could not be exported. 2: the command was not understood.
    """
    if everything is bool(wanted):
        raise typer.BadParameter("Say what to export: kinds, FQNs, or --all for everything (not both).")
    with told("export"):
        with OpenMetadata.from_env() as om, ReadCount() as count:
            found = export(
                om,
                None if everything else wanted,
                include_system=include_system,
                with_contents=with_contents,
                on_read=lambda _, entities: count(entities),
            )
        _write(found, out, force=force)
    for line in _remarks(found):
        typer.echo(line, err=True)
    raise typer.Exit(FAILED if found.skipped else 0)


def _write(found: Export, out: Path | None, *, force: bool) -> None:
    if out is None:
        print_text(str(found))
        return
    written = found.write(out, overwrite=force)
    same = len(found) - len(written)
    files = "1 file" if len(written) == 1 else f"{len(written)} files"
    unchanged = f", {same} already there and the same" if same else ""
    requests = "1 request" if found.requests == 1 else f"{found.requests} requests"
    typer.echo(f"Wrote {files} below {out}{unchanged} ({requests}).", err=True)


def _remarks(found: Export) -> Iterable[str]:
    """What was left out, and what has to be set."""
    if found.notes:
        yield "Left out:"
        yield from _first(found.notes)
    if found.skipped:
        yield "Not exported:"
        yield from _first([str(one) for one in found.skipped])
    if found.variables:
        yield "Set these before you apply:"
        yield from (f"  {name}" for name in found.variables)


def _first(lines: Iterable[str]) -> Iterable[str]:
    every = list(lines)
    yield from (f"  {line}" for line in every[:SHOWN])
    if len(every) > SHOWN:
        yield f"  ... and {len(every) - SHOWN} more"
