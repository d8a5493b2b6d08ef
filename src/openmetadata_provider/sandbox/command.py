"""`omp sandbox`: a local server to try everything against."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
from typing import Annotated

import typer
import uvicorn

from .options import ErrorText, SandboxOptions, Sanitizer
from .server import listening_socket, url_of, uvicorn_config

app = typer.Typer(help="Run a local OpenMetadata-compatible server.", no_args_is_help=False, add_completion=False)


@app.callback(invoke_without_command=True)
def run(
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.")] = 8585,
    database: Annotated[str | None, typer.Option(help="SQLite file that keeps the data; in memory if absent.")] = None,
    version: Annotated[str, typer.Option(help="OpenMetadata version that the server behaves as.")] = "1.13.0",
    sanitize_descriptions: Annotated[
        Sanitizer | None, typer.Option(help="How descriptions are cleaned; follows the version if absent.")
    ] = None,
    json_error_text: Annotated[
        ErrorText | None, typer.Option(help="What is said of a malformed body; follows the version if absent.")
    ] = None,
    multi_domain_rule: Annotated[
        bool | None, typer.Option(help="Whether an entity has one domain at most; follows the version if absent.")
    ] = None,
    strict: Annotated[
        bool, typer.Option(help="Refuse user:NAME, domain and tags without source, as OpenMetadata does.")
    ] = True,
    background_delay_ms: Annotated[
        int, typer.Option(min=0, help="How long asynchronous deletions wait before they are done.")
    ] = 0,
) -> None:
    """Serve the API on the loopback interface until Ctrl-C."""
    options = SandboxOptions(
        database=database,
        version=version,
        sanitize_descriptions=sanitize_descriptions,
        json_error_text=json_error_text,
        multi_domain_rule=multi_domain_rule,
        strict=strict,
        background_delay_ms=background_delay_ms,
    )
    try:
        config = uvicorn_config(options)
        bound = listening_socket(port)
    except sqlite3.Error as problem:
        raise _failure(f"Cannot use database {database}: {problem}.") from None
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
