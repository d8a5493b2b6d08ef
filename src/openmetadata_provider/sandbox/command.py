"""`omp sandbox`: a local server to try everything against."""

from __future__ import annotations

import contextlib
import signal
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from .addresses import LocalNamesOnly, address_of, is_loopback, listening_socket, url_of
from .app import create_app
from .banner import banner
from .configuration import Settings, settings_from
from .errors import SettingError, StorageError
from .fault_syntax import EXAMPLE, faults_from_texts
from .options import ErrorText, Sanitizer
from .server import uvicorn_config

app = typer.Typer(help="Run a local OpenMetadata-compatible server.", add_completion=False)

RULES = f"""\
A RULE is a method, a path, an action and options: '{EXAMPLE}'.

In a method or path * is any; in a longer path * is any text within a segment and ** any text at all.

Actions: a status such as 503, html, locked, cut-before, cut-after, truncate, race (a 412 for a PATCH with If-Match).

Options: times, skip, probability, seed, delay, answer-delay (in seconds); of a status also retry-after, header, body.
"""
Flag = bool | None
"""None is "not given": the configuration file decides, then the default."""
Port = Annotated[
    int | None,
    typer.Option(metavar="PORT", help="Port to listen on; 0 takes a free one.", show_default="8585"),
]
Database = Annotated[
    str | None, typer.Option(metavar="FILE", help="SQLite file that keeps the data.", show_default="in memory")
]
Version = Annotated[
    str | None,
    typer.Option(metavar="X.Y.Z", help="OpenMetadata version that the server reports.", show_default="1.13.0"),
]
Cleaning = Annotated[
    Sanitizer | None,
    typer.Option(help="How descriptions are cleaned.", show_default="as the version does"),
]
Texts = Annotated[
    ErrorText | None,
    typer.Option(help="What is said of a malformed body.", show_default="as the version does"),
]
DomainRule = Annotated[
    Flag, typer.Option(help="Whether an entity has one domain at most.", show_default="as the version does")
]
Strict = Annotated[
    Flag,
    typer.Option(help="Refuse user:NAME, domain and tags without source, as OpenMetadata does.", show_default="strict"),
]
Delay = Annotated[
    int | None, typer.Option(min=0, help="How long asynchronous deletions wait before they are done.", show_default="0")
]
FaultLines = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Something that goes wrong, see below. Can be repeated.")
]
Admin = Annotated[Flag, typer.Option("--admin", help="Add /sandbox/faults and /sandbox/requests, for the admin token.")]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="TOML file with these options and others; the command line goes over it."),
]
Host = Annotated[str | None, typer.Option(metavar="ADDRESS", help="Address to listen on.", show_default="127.0.0.1")]
AllowRemote = Annotated[
    Flag, typer.Option("--allow-remote", help="Let other machines in. No TLS: only for a network you trust.")
]


@app.command(epilog=RULES)
def run(
    port: Port = None,
    database: Database = None,
    version: Version = None,
    sanitize_descriptions: Cleaning = None,
    json_error_text: Texts = None,
    multi_domain_rule: DomainRule = None,
    strict: Strict = None,
    background_delay_ms: Delay = None,
    fault: FaultLines = None,
    admin: Admin = None,
    config: Config = None,
    host: Host = None,
    allow_remote: AllowRemote = None,
) -> None:
    """Run a local OpenMetadata-compatible server. Ctrl-C stops it, with exit status 0."""
    given = {"port": port, "database": database, "version": version, "admin": admin, "host": host}
    given |= {"sanitize_descriptions": sanitize_descriptions, "json_error_text": json_error_text}
    given |= {"multi_domain_rule": multi_domain_rule, "strict": strict, "background_delay_ms": background_delay_ms}
    given |= {"allow_remote": allow_remote}
    try:
        faults = faults_from_texts(fault or ())
        said = {name: value for name, value in given.items() if value is not None}
        serve(settings_from(config, {**said, "faults": faults}))
    except (SettingError, StorageError) as problem:
        raise _failure(str(problem)) from None


def serve(settings: Settings) -> None:
    """Listen, say so, and serve until a signal. Raises StorageError, OSError."""
    with contextlib.closing(_bound(settings)) as bound:
        application = create_app(settings.options)
        config = uvicorn_config(application if settings.allow_remote else LocalNamesOnly(application))
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        typer.echo(banner(settings, url_of(bound), is_loopback=is_loopback(bound)))
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run([bound])
    typer.echo("\nStopped." if sys.stdout.isatty() else "Stopped.")  # below the ^C of the terminal


def _bound(settings: Settings) -> socket.socket:
    try:
        address = address_of(settings.host, allow_remote=settings.allow_remote)
        return listening_socket(settings.port, address)
    except OSError as problem:
        advice = "Choose another with --port." if address[1] == "127.0.0.1" else "Choose another with --host or --port."
        raise _failure(f"Cannot listen on port {settings.port}: {problem.strerror}. {advice}") from None


def _failure(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(1)
