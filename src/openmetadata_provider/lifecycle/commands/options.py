"""Options that commands of the lifecycle share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class OnDeleted(StrEnum):
    """What becomes of a soft-deleted entity that has a declared name."""

    restore = "restore"
    purge = "purge"


_PATHS = "Files, folders, patterns, - for standard input."
Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help=_PATHS, show_default="the current folder")]
NeededPaths = Annotated[list[str], typer.Argument(metavar="PATH", help=_PATHS)]
PlanOrPaths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PLANFILE | PATH", help=f"A saved plan, or: {_PATHS}", show_default="the current folder"),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
CreateOnly = Annotated[bool, typer.Option("--create-only", help="Refuse to touch what exists.")]
AllowReplace = Annotated[
    bool, typer.Option("--allow-replace", help="Entities may be deleted and created anew where nothing else will do.")
]
ChosenOnDeleted = Annotated[
    OnDeleted | None,
    typer.Option(help="What becomes of soft-deleted entities with a declared name.", show_default="they are refused"),
]
RotateSecrets = Annotated[bool, typer.Option("--rotate-secrets", help="Send all secrets of existing services again.")]
HashFile = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="File of keyed hashes that tells which secrets changed since they were sent."),
]
Parallelism = Annotated[int, typer.Option(min=1, max=100, metavar="N", help="Requests at a time.")]
Host = Annotated[str | None, typer.Option(metavar="URL", help="OpenMetadata server.", show_default="OPENMETADATA_HOST")]
Bindings = Annotated[str, typer.Option(metavar="PACKAGE", help="Bindings that say what is valid.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show results and errors, no plan and no progress.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Tell progress where no terminal is, and each request that failed.")
]
ENVIRONMENT = """\
Host: OPENMETADATA_HOST or --host. Token: OPENMETADATA_JWT_TOKEN, or the file that OPENMETADATA_JWT_TOKEN_FILE names.
"""
