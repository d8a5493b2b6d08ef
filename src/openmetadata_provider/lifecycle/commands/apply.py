"""`omp apply`: the changes of a plan, made."""

from __future__ import annotations

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
    PlanOrPaths,
    Quiet,
    RotateSecrets,
    Verbose,
    Yes,
)

app = typer.Typer(help="Make the server hold what files declare.", add_completion=False)


@app.command(epilog=ENVIRONMENT)
def run(
    paths: PlanOrPaths = None,
    yes: Yes = False,
    as_json: Json = False,
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
    """Show a plan, ask, and make the server hold what files declare. A saved plan is applied without a question.

    Status 0: all is done. 1: something is not. 2: the command was not understood. 130: stopped by Ctrl-C.
    """
    # Imported here: the help page is to be there at once.
    from openmetadata_provider.lifecycle.commands.carrying import planned_and_carried_out, saved_and_carried_out
    from openmetadata_provider.lifecycle.commands.given import files_given, saved_plan_given
    from openmetadata_provider.lifecycle.commands.making import Wish, options_from
    from openmetadata_provider.lifecycle.commands.session import session

    with session("apply", as_json=as_json, quiet=quiet, verbose=verbose) as one:
        options = options_from(
            create_only=create_only,
            allow_replace=allow_replace,
            on_deleted=on_deleted,
            rotate_secrets=rotate_secrets,
            secret_hashes=secret_hashes,
        )
        saved = saved_plan_given(paths, options)
        if saved is not None:
            end = saved_and_carried_out(one, saved, host, parallelism)
        else:
            wish = Wish(files=files_given(paths), options=options, parallelism=parallelism)
            end = planned_and_carried_out(one, wish, host, bindings, yes=yes)
    raise end
