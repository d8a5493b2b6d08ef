"""`omp sandbox`: a local server to try everything against."""

from __future__ import annotations

import contextlib
import signal
from typing import Annotated

import typer
import uvicorn

from .errors import StorageError
from .options import SandboxOptions
from .server import listening_socket, url_of, uvicorn_config

app = typer.Typer(help="Run a local OpenMetadata-compatible server.", no_args_is_help=False, add_completion=False)


@app.callback(invoke_without_command=True)
def run(
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.")] = 8585,
    database: Annotated[str | None, typer.Option(help="SQLite file that keeps the data; in memory if absent.")] = None,
    version: Annotated[str, typer.Option(help="OpenMetadata version that the server reports.")] = "1.13.0",
) -> None:
    """Serve the API on the loopback interface until Ctrl-C."""
    options = SandboxOptions(database=database, version=version)
    try:
        config = uvicorn_config(options)
        bound = listening_socket(port)
    except StorageError as problem:
        raise _failure(str(problem)) from None
    except OSError as problem:
        raise _failure(f"Cannot listen on port {port}: {problem.strerror}. Choose another with --port.") from None
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    typer.echo(f"OpenMetadata sandbox {version} at {url_of(bound)}/api  (data: {database or 'in memory'})")
    typer.echo(f"admin token:  {options.admin_token}")
    typer.echo(f"bot token:    {options.bot_token}")
    typer.echo(f"reader token: {options.reader_token}")
    typer.echo("Stop with Ctrl-C.")
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run([bound])
    typer.echo("Stopped.")


def _failure(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(1)
