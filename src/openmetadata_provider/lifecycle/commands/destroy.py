"""`omp destroy`: what files declare, deleted."""

from __future__ import annotations

import typer

from openmetadata_provider.lifecycle.commands.options import (
    ENVIRONMENT,
    Bindings,
    Host,
    Json,
    NeededPaths,
    Parallelism,
    Quiet,
    Verbose,
    Yes,
)

app = typer.Typer(help="Delete what files declare from the server.", add_completion=False)


@app.command(epilog=ENVIRONMENT)
def run(
    paths: NeededPaths,
    yes: Yes = False,
    as_json: Json = False,
    parallelism: Parallelism = 8,
    host: Host = None,
    bindings: Bindings = "openmetadata_bindings",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show what would be deleted, ask, and delete from the server what files declare.

    Status 0: all is done. 1: something is not. 2: the command was not understood. 130: stopped by Ctrl-C.
    """
    # Imported here: the help page is to be there at once.
    from openmetadata_provider.lifecycle.commands.carrying import planned_and_carried_out
    from openmetadata_provider.lifecycle.commands.given import files_given
    from openmetadata_provider.lifecycle.commands.making import Wish
    from openmetadata_provider.lifecycle.commands.session import session
    from openmetadata_provider.lifecycle.deciding import PlanOptions

    with session("destroy", as_json=as_json, quiet=quiet, verbose=verbose) as one:
        wish = Wish(files=files_given(paths), options=PlanOptions(), parallelism=parallelism, is_destroying=True)
        end = planned_and_carried_out(one, wish, host, bindings, yes=yes)
    raise end
