"""Command groups found by entry point, imported only when they run.

A distribution adds `omp NAME` by an entry point `NAME = "module:typer_app"` in the group
`openmetadata_provider.commands`.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

DISTRIBUTION: Final = "openmetadata-provider"
ENTRY_POINTS: Final = "openmetadata_provider.commands"
SUMMARIES: Final = {
    "apply": "Make the server hold what files declare.",
    "codegen": "Generate bindings from JSON Schemas.",
    "destroy": "Delete what files declare from the server.",
    "doctor": "Check the connection to the server.",
    "drift": "Show what on the server is not as declared, and who changed it.",
    "export": "Write what the server holds as files that declare it.",
    "graph": "Draw what is declared and what it needs.",
    "plan": "Show what would change on the server.",
    "sandbox": "Run a local OpenMetadata-compatible server.",
    "schema": "Print JSON Schemas of payload files, for editors.",
    "validate": "Check payload files offline.",
}
"""What `omp --help` says of our own groups: asking the groups would import them."""
EXTRAS: Final = {"yaml": "validate"}
"""Extras that bring a library which several groups need; any other is called like the group that needs it."""


def groups() -> dict[str, EntryPoint]:
    """Every registered command group by name, none of them imported."""
    found = entry_points(group=ENTRY_POINTS)
    return {name: next(iter(found.select(name=name))) for name in sorted(found.names)}


class LazyGroup(TyperGroup):
    """A group whose commands are the registered ones; only the one that runs is imported."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(groups())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A stand-in with name and summary, for the help page; None if there is no such group."""
        point = groups().get(cmd_name)
        return None if point is None else TyperCommand(cmd_name, help=SUMMARIES.get(cmd_name, f"From {point.module}."))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As the base class, with the stand-in replaced by the imported group."""
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None and command is not None:
            ctx.meta[ENTRY_POINTS] = point = groups()[name]
            command = _loaded(point)
        return name, command, rest

    def invoke(self, ctx: Any) -> Any:
        """As the base class; a library that is missing ends the command with status 2 and says what to install."""
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            point = ctx.meta.get(ENTRY_POINTS)
            if point is None or error.name is None or error.name.startswith("openmetadata_"):
                raise
            typer.echo(_advice(point, error.name), err=True)
            raise typer.Exit(2) from error


def _loaded(point: EntryPoint) -> Any:
    command = get_command(point.load())
    command.name = point.name
    return command


def _advice(point: EntryPoint, missing: str) -> str:
    """What to install so that the group runs."""
    distribution = point.dist.name if point.dist is not None else DISTRIBUTION
    wanted = f"{DISTRIBUTION}[{EXTRAS.get(missing, point.name)}]" if distribution == DISTRIBUTION else distribution
    return f"omp {point.name} needs: pip install '{wanted}'  ({missing} is not installed)"
