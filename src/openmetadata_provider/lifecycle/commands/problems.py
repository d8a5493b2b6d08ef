"""Errors of a command: what is wrong to standard error, and the status that the command ends with."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import typer

from openmetadata_provider.errors import InvalidManifests, OpenMetadataError, UsageError
from openmetadata_provider.validation.reports.layout import safe, wrapped
from openmetadata_provider.validation.reports.terminal import look_of, print_pieces

FAILED: Final = 1
USAGE: Final = 2


@contextmanager
def problems_shown(command: str, *, usage_status: int = USAGE) -> Iterator[None]:
    """Ends the command for errors of ours. `usage_status` is that of arguments that make no sense."""
    try:
        yield
    except InvalidManifests as error:
        show_mistakes(error)
        raise typer.Exit(FAILED) from None
    except UsageError as error:
        complain(command, str(error))
        raise typer.Exit(usage_status) from None
    except OpenMetadataError as error:
        complain(command, "\n".join([str(error), *getattr(error, "__notes__", ())]))
        raise typer.Exit(FAILED) from None


def complain(command: str, problem: str) -> None:
    """Says on standard error what is wrong."""
    width = look_of(sys.stderr).width
    lines = (part for line in f"omp {command}: {problem}".split("\n") for part in wrapped(safe(line), width))
    print_pieces((f"{line}\n" for line in lines), sys.stderr)


def show_mistakes(error: InvalidManifests) -> None:
    """Every mistake in what is declared, as `omp validate` shows it, then how many there are."""
    from openmetadata_provider.validation.diagnostics import Diagnostic, Severity
    from openmetadata_provider.validation.reports.outcome import counted
    from openmetadata_provider.validation.reports.text import diagnostic_lines

    look = look_of(sys.stderr)
    for problem in error.problems:
        lines = diagnostic_lines(problem, look) if isinstance(problem, Diagnostic) else [str(problem)]
        print_pieces((f"{line}\n" for line in (*lines, "")), sys.stderr)
    total = f"{counted(len(error.problems), 'error')} in what is declared; nothing was sent."
    print_pieces([look.paint(Severity.error.value, total) + "\n"], sys.stderr)
