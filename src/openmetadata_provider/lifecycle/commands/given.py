"""What a command is given: files with manifests, or a saved plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openmetadata_provider.errors import UsageError
from openmetadata_provider.lifecycle.deciding import PlanOptions
from openmetadata_provider.lifecycle.saving import SavedPlan, is_saved_plan
from openmetadata_provider.validation.reading.finding import files_of

HERE = "."


def files_given(paths: Sequence[str] | None) -> list[str]:
    """The files with manifests. Saved plans that lie in folders are left out.

    Raises UsageError if there are none, or one that is given itself is a saved plan.
    """
    for path in paths or ():
        if is_saved_plan(Path(path)):
            raise UsageError(f"{path} is a saved plan. omp apply {path} carries it out.")
    files = [file for file in files_of(paths or [HERE]) if not (file.endswith(".json") and is_saved_plan(Path(file)))]
    if not files:
        raise UsageError("There are no YAML, JSON or JSON Lines files here.")
    return files


def saved_plan_given(paths: Sequence[str] | None, options: PlanOptions) -> SavedPlan | None:
    """The saved plan; None if manifests are given.

    Raises UsageError for a plan among other arguments, or with options: it has its own. Raises ConfigurationError for a
    file that cannot be used.
    """
    plans = [path for path in paths or () if is_saved_plan(Path(path))]
    if not plans:
        return None
    if len(paths or ()) > 1:
        raise UsageError(f"{plans[0]} is a saved plan: it is applied alone, and holds all that is declared.")
    if options != PlanOptions():
        raise UsageError(f"{plans[0]} is a saved plan, made with options of its own. Leave others out, or plan again.")
    return SavedPlan.opened(Path(plans[0]))
