"""`omp validate`: payload files checked without a server."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from openmetadata_provider.errors import OpenMetadataError, UsageError
from openmetadata_provider.validation.diagnostics import Severity
from openmetadata_provider.validation.kinds import DEFAULT_BINDINGS, kinds
from openmetadata_provider.validation.payloads import Checks, unknown_kind
from openmetadata_provider.validation.progress import ProgressBar
from openmetadata_provider.validation.reading.files import Syntax
from openmetadata_provider.validation.reading.finding import files_of
from openmetadata_provider.validation.reading.raw_bytes import Allowed
from openmetadata_provider.validation.reports.outcome import Outcome
from openmetadata_provider.validation.reports.terminal import Look, look_of, print_pieces
from openmetadata_provider.validation.reports.text import summary_lines
from openmetadata_provider.validation.reports.writing import Format, report
from openmetadata_provider.validation.run import Options, checked
from openmetadata_provider.validation.versions import Version, version_from_text


class Input(StrEnum):
    """How files are written."""

    yaml = "yaml"
    json = "json"
    jsonl = "jsonl"


_SYNTAXES: Final[dict[Input, Syntax]] = {Input.yaml: "yaml", Input.json: "json", Input.jsonl: "jsonl"}
app = typer.Typer(help="Check payload files offline.", add_completion=False)
_Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH", help="Files, folders, patterns, - for standard input.", show_default="the current folder"
    ),
]


@app.command()
def run(
    paths: _Paths = None,
    kind: Annotated[str | None, typer.Option(help="Kind of bare payloads: Dashboard.")] = None,
    syntax: Annotated[
        Input | None, typer.Option("--input", help="How the input is written, whatever it is called.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Incomplete connections are errors.")] = False,
    closed: Annotated[bool, typer.Option("--closed", help="References must lead to what the files declare.")] = False,
    literal_secrets: Annotated[
        bool, typer.Option("--allow-literal-secrets", help="Say nothing of passwords that are written out.")
    ] = False,
    allow: Annotated[
        list[Allowed] | None,
        typer.Option(help="Bytes that are no errors: a byte-order mark, lines that end in CR LF. Repeatable."),
    ] = None,
    server_version: Annotated[str | None, typer.Option(metavar="X.Y", help="Release of the server: 1.8.")] = None,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 takes every core if there is much to check.")] = 0,
    output_format: Annotated[Format, typer.Option("--format", help="How the report is written.")] = Format.text,
    output: Annotated[
        Path | None, typer.Option(help="File for the report; it goes to standard output if absent.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show errors only, and no summary.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show every reference to the server.")] = False,
    bindings: Annotated[
        str, typer.Option(metavar="PACKAGE", help="Bindings that say what is valid.")
    ] = DEFAULT_BINDINGS,
) -> None:
    """Check payload files offline: YAML, JSON, JSON Lines.

    Without PATH, the current folder. Status 0: valid. 1: there are errors. 2: the command was not understood.
    """
    try:
        checks = Checks(
            strict=strict,
            literal_secrets=not literal_secrets,
            server_version=_version(server_version),
            bindings=bindings,
        )
        places_notes = verbose or output_format is Format.json
        options = Options(
            kind=_known_kind(kind, bindings),
            syntax=_syntax(syntax),
            checks=checks,
            closed=closed,
            allow=frozenset(allow or ()),
            places_notes=places_notes,
        )
        files = files_of(paths or ["."])
    except OpenMetadataError as problem:
        raise _usage(str(problem)) from None
    if not files:
        raise _usage("There are no YAML, JSON or JSON Lines files here.")
    with ProgressBar(len(files)) as bar:
        outcome = Outcome(results=checked(files, options, jobs=jobs, on_file=bar))
    shown = _severities(quiet=quiet, verbose=verbose)
    _write(output, report(outcome, output_format, _look(output), shown))
    if not quiet and (output is not None or output_format is Format.text):
        print_pieces(line + "\n" for line in summary_lines(outcome, look_of(sys.stdout)))
    raise typer.Exit(0 if outcome.is_valid else 1)


def _version(text: str | None) -> Version | None:
    return None if text is None else version_from_text(text)


def _syntax(chosen: Input | None) -> Syntax | None:
    return None if chosen is None else _SYNTAXES[chosen]


def _known_kind(kind: str | None, bindings: str) -> str | None:
    """The kind, in its own spelling. Raises UsageError for one that there is not."""
    known = kinds(bindings)
    if kind is None or kind in known:
        return kind
    same = {name.casefold(): name for name in known}
    if kind.casefold() in same:
        return same[kind.casefold()]
    unknown = unknown_kind(kind, known)
    raise UsageError(f"--kind: {unknown.message}. {unknown.hint}")


def _severities(*, quiet: bool, verbose: bool) -> tuple[Severity, ...]:
    if quiet:
        return (Severity.error,)
    return tuple(Severity) if verbose else (Severity.error, Severity.warning)


def _look(output: Path | None) -> Look:
    return look_of(sys.stdout) if output is None else Look()


def _write(output: Path | None, pieces: Iterable[str]) -> None:
    if output is None:
        print_pieces(pieces)
        return
    try:
        with output.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
    except OSError as error:
        raise _usage(f"--output: {output} cannot be written: {error.strerror}.") from None


def _usage(problem: str) -> typer.Exit:
    typer.echo(f"omp validate: {problem}", err=True)
    return typer.Exit(2)
