"""`omp doctor`: what stands between here and the server."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator
from typing import Annotated, Final

import typer

from openmetadata_provider.lifecycle.doctoring.findings import Diagnosis, Finding, Verdict
from openmetadata_provider.validation.reports.layout import safe
from openmetadata_provider.validation.reports.terminal import Look, look_of

app = typer.Typer(help="Check the connection to the server.", add_completion=False)
INDENT: Final = 28
"""Columns before what was found."""
_STYLES: Final = {
    Verdict.ok: "good",
    Verdict.warning: "warning",
    Verdict.failed: "error",
    Verdict.not_checked: "frame",
}


@app.command()
def run(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    host: Annotated[
        str | None, typer.Option(metavar="URL", help="OpenMetadata server.", show_default="OPENMETADATA_HOST")
    ] = None,
    bindings: Annotated[
        str, typer.Option(metavar="PACKAGE", help="Bindings to compare the server with.")
    ] = "openmetadata_bindings",
) -> None:
    """Check the connection to the server: host, proxy, TLS, release, token, rights, and what is installed here.

    Nothing is changed. The token is that of OPENMETADATA_JWT_TOKEN, or in the file of OPENMETADATA_JWT_TOKEN_FILE.
    Status 0: nothing failed. 1: something did.
    """
    from openmetadata_provider.lifecycle.doctoring.examining import examined  # the help page comes without it

    diagnosis = examined(host=host, bindings=bindings)
    if as_json:
        typer.echo(json.dumps(diagnosis.to_json(), indent=2, ensure_ascii=False))
    else:
        typer.echo("\n".join(_lines(diagnosis, look_of(sys.stdout))))
    raise typer.Exit(0 if diagnosis.is_healthy else 1)


def _lines(diagnosis: Diagnosis, look: Look) -> Iterator[str]:
    for finding in diagnosis.findings:
        yield from _finding_lines(finding, look)
    counts = [f"{len(diagnosis.of(verdict))} {verdict.value}" for verdict in Verdict if diagnosis.of(verdict)]
    yield ""
    yield f"{', '.join(counts)}."


def _finding_lines(finding: Finding, look: Look) -> Iterator[str]:
    verdict = look.paint(_STYLES[finding.verdict], f"{finding.verdict.value:<12}")
    first, *rest = _wrapped(finding.found, look)
    yield f"{verdict} {finding.check:<14} {first}"
    yield from (" " * INDENT + line for line in rest)
    if finding.advice:
        first, *rest = _wrapped(f"→ {finding.advice}", look)
        yield from (" " * INDENT + line for line in (first, *(f"  {line}" for line in rest)))


def _wrapped(text: str, look: Look) -> list[str]:
    """In the width of the terminal; one line where there is none."""
    if look.width is None:
        return [safe(text)]
    return textwrap.wrap(safe(text), max(30, look.width - INDENT - 2), break_long_words=False) or [""]
