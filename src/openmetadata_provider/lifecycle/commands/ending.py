"""How a command that talks to a server ends when something is wrong: one message, one status, no traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Any, Final

import typer
from typer.core import TyperCommand

from openmetadata_provider.errors import OpenMetadataError

FAILED: Final = 1


class OneForEveryError(TyperCommand):
    """A command whose status 2 has a meaning of its own: arguments that are not understood end it with 1."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """As the base class."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except Exception as error:
            if hasattr(error, "exit_code") and hasattr(error, "format_message"):  # an error of usage, of click's
                error.exit_code = FAILED
            raise


@contextmanager
def told(command: str) -> Iterator[None]:
    """Runs a block; an error of ours becomes a message on standard error and status 1."""
    try:
        yield
    except OpenMetadataError as problem:
        message = " ".join([str(problem), *getattr(problem, "__notes__", ())])
    except ModuleNotFoundError as error:
        if error.name != "yaml":
            raise
        message = "YAML needs: pip install 'openmetadata-provider[validate]'  (yaml is not installed)"
    else:
        return
    typer.echo(f"omp {command}: {message}", err=True)
    raise typer.Exit(FAILED)


def print_text(pieces: Iterable[str]) -> None:
    """To standard output, whatever characters it can show; a reader that has seen enough ends it quietly."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it exits
