"""`omp graph`: what is declared, drawn."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from openmetadata_provider.errors import InvalidManifests, OpenMetadataError
from openmetadata_provider.lifecycle.graphing import Direction, GraphFormat, graph_of

app = typer.Typer(help="Draw what is declared and what it needs.", add_completion=False)
_Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files, folders, patterns.", show_default="the current folder"),
]


@app.command()
def run(
    paths: _Paths = None,
    kind: Annotated[GraphFormat, typer.Option("--format", help="Who draws it: Graphviz or Mermaid.")] = GraphFormat.dot,
    direction: Annotated[Direction, typer.Option(help="Left to right, or top to bottom.")] = Direction.LR,
    bindings: Annotated[
        str, typer.Option(metavar="PACKAGE", help="Bindings that say what is valid.")
    ] = "openmetadata_bindings",
) -> None:
    """Draw what is declared and what it needs, as text for Graphviz or Mermaid. Needs no server.

    What is declared nowhere is dashed. Status 0: drawn. 1: the files have errors. 2: the command was not understood.
    """
    from openmetadata_provider.lifecycle.catalogue import Catalogue  # the help page comes without it
    from openmetadata_provider.lifecycle.loading import manifests_from

    try:
        graph = graph_of(Catalogue(manifests_from(paths or ["."], bindings), bindings))
    except OpenMetadataError as problem:
        typer.echo(f"omp graph: {problem}", err=True)
        raise typer.Exit(1 if isinstance(problem, InvalidManifests) else 2) from None
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # what both programs read
    typer.echo(graph.text(kind, direction), nl=False)
