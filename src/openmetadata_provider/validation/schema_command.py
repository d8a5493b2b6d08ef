"""`omp schema`: JSON Schemas of documents, printed or put where an editor finds them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from openmetadata_provider.errors import OpenMetadataError, UsageError
from openmetadata_provider.validation.diagnostics import did_you_mean
from openmetadata_provider.validation.editors.document import bare_schema, document_schema
from openmetadata_provider.validation.editors.vscode import FILES, SCHEMAS, SETTINGS, schema_texts, settings_text
from openmetadata_provider.validation.kinds import DEFAULT_BINDINGS, Kind, kinds
from openmetadata_provider.validation.payloads import unknown_kind

app = typer.Typer(help="Print JSON Schemas of payload files, for editors.", add_completion=False)


@app.command()
def run(
    kind: Annotated[str | None, typer.Argument(metavar="KIND", help="Kind of entity: DashboardService.")] = None,
    service_type: Annotated[str | None, typer.Option(help="Only this connection: Looker.")] = None,
    bare: Annotated[bool, typer.Option("--bare", help="The payload alone, without kind and spec.")] = False,
    vscode: Annotated[
        bool, typer.Option("--vscode", help="Write schemas of all kinds and VS Code's settings here.")
    ] = False,
    files: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="With --vscode: files to check. Repeatable.")
    ] = None,
    bindings: Annotated[str, typer.Option(metavar="PACKAGE", help="Bindings to read.")] = DEFAULT_BINDINGS,
) -> None:
    """Print one self-contained JSON Schema (draft-07) of a document, for editors.

    With --vscode, write the schemas below .openmetadata/schemas and associate YAML files in .vscode/settings.json.
    """
    try:
        known = kinds(bindings)
        if vscode and kind is None:
            _write(known, files or list(FILES))
        elif vscode or kind is None:
            raise UsageError("Give either a KIND or --vscode.")
        else:
            typer.echo(_schema(known, kind, service_type, bare=bare))
    except OpenMetadataError as problem:
        typer.echo(f"omp schema: {problem}", err=True)
        raise typer.Exit(2) from None


def _schema(known: Mapping[str, Kind], name: str, service_type: str | None, *, bare: bool) -> str:
    kind = known.get(name) or {key.casefold(): kind for key, kind in known.items()}.get(name.casefold())
    if kind is None:
        unknown = unknown_kind(name, known)
        raise UsageError(f"{unknown.message}. {unknown.hint}")
    chosen = None if service_type is None else _service_type(kind, service_type)
    schema = bare_schema(kind, chosen) if bare else document_schema(kind, chosen)
    return json.dumps(schema, indent=2, ensure_ascii=False)


def _service_type(kind: Kind, written: str) -> str:
    if not kind.service_types:
        raise UsageError(f"a {kind.name} has no service type.")
    chosen = kind.service_types.get(written.casefold())
    if chosen is None:
        names = sorted(set(kind.service_types.values()))
        raise UsageError(
            f'there is no {kind.name} of type "{written}". {did_you_mean(written, names) or ", ".join(names)}'
        )
    return chosen


def _write(known: Mapping[str, Kind], files: list[str]) -> None:
    """The schemas first, as they belong to nobody else; then the settings, if they can be merged."""
    try:
        SCHEMAS.mkdir(parents=True, exist_ok=True)
        for name, text in schema_texts(known).items():
            (SCHEMAS / name).write_text(text, encoding="utf-8")
        typer.echo(f"Wrote {len(known) + 1} schemas to {SCHEMAS.as_posix()}.")
        before = SETTINGS.read_text(encoding="utf-8") if SETTINGS.exists() else ""
        text = settings_text(before, files)
        SETTINGS.parent.mkdir(exist_ok=True)
        _replace(SETTINGS, text)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot write the settings or schemas: {error}.") from None
    typer.echo(f"{SETTINGS.as_posix()} associates them with {', '.join(files)}.")


def _replace(file: Path, text: str) -> None:
    """Writes a file in one step: a settings file that is half written would be lost."""
    beside = file.with_name(f"{file.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)
