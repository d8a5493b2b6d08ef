"""`omp plan`: what would change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from openmetadata_provider.lifecycle.commands.options import (
    ENVIRONMENT,
    AllowReplace,
    Bindings,
    ChosenOnDeleted,
    CreateOnly,
    HashFile,
    Host,
    Json,
    Parallelism,
    Paths,
    Quiet,
    RotateSecrets,
    Verbose,
)

app = typer.Typer(help="Show what would change on the server.", add_completion=False)
CHANGES: Final = 2
"""Status of `--detailed-exitcode` where there is something to do."""
Out = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Save the plan for omp apply FILE; call it something.plan.")
]
DetailedStatus = Annotated[
    bool, typer.Option("--detailed-exitcode", help="Status 0: nothing to do. 2: changes. 1: an error of any sort.")
]


@app.command(epilog=ENVIRONMENT)
def run(
    paths: Paths = None,
    out: Out = None,
    as_json: Json = False,
    detailed_exitcode: DetailedStatus = False,
    create_only: CreateOnly = False,
    allow_replace: AllowReplace = False,
    on_deleted: ChosenOnDeleted = None,
    rotate_secrets: RotateSecrets = False,
    secret_hashes: HashFile = None,
    parallelism: Parallelism = 8,
    host: Host = None,
    bindings: Bindings = "openmetadata_bindings",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show what would change so that the server holds what files declare. Changes nothing.

    Status 0: here is a plan. 1: mistakes, refusals or errors. 2: the command was not understood.
    """
    # Imported here: the help page is to be there at once.
    from openmetadata_provider.lifecycle.commands.given import files_given
    from openmetadata_provider.lifecycle.commands.making import Wish, made, options_from, refused, show_plan
    from openmetadata_provider.lifecycle.commands.session import session
    from openmetadata_provider.lifecycle.saving import check_target, save

    usage_status = 1 if detailed_exitcode else 2
    with session("plan", as_json=as_json, quiet=quiet, verbose=verbose, usage_status=usage_status) as one:
        files = files_given(paths)
        options = options_from(
            create_only=create_only,
            allow_replace=allow_replace,
            on_deleted=on_deleted,
            rotate_secrets=rotate_secrets,
            secret_hashes=secret_hashes,
        )
        if out is not None:
            check_target(out)
        with one.connected(host, bindings) as om:
            plan = made(one, om, Wish(files=files, options=options, parallelism=parallelism))
            show_plan(one, plan)
            if plan.refusals:
                raise refused(one, plan)
            if out is not None:
                save(plan, out)
                one.show(["", f"Saved. To apply exactly this: omp apply {out}"])
    raise typer.Exit(CHANGES if detailed_exitcode and not plan.is_empty else 0)
