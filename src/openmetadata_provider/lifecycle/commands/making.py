"""Plans made and shown."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import typer

from openmetadata_provider.lifecycle.commands.options import OnDeleted
from openmetadata_provider.lifecycle.commands.problems import FAILED, complain
from openmetadata_provider.lifecycle.deciding import PlanOptions
from openmetadata_provider.lifecycle.loading import manifests_from_files
from openmetadata_provider.lifecycle.plan import Plan, destroy, plan
from openmetadata_provider.validation.reports.terminal import print_pieces

if TYPE_CHECKING:
    from openmetadata_provider.client.openmetadata import OpenMetadata
    from openmetadata_provider.lifecycle.commands.session import Session
    from openmetadata_provider.lifecycle.saving import SavedPlan

COLLECTED_EVERY: Final = 200_000
"""Objects made between two rounds of the garbage collector; Python's own number is 700."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be planned."""

    files: list[str]
    options: PlanOptions
    parallelism: int
    is_destroying: bool = False


def options_from(
    *,
    create_only: bool,
    allow_replace: bool,
    on_deleted: OnDeleted | None,
    rotate_secrets: bool,
    secret_hashes: str | None,
) -> PlanOptions:
    """What a plan may do, from the command line."""
    return PlanOptions(
        create_only=create_only,
        allow_replace=allow_replace,
        on_deleted=None if on_deleted is None else on_deleted.value,
        rotate_secrets=rotate_secrets,
        secret_hashes=secret_hashes,
    )


def made(session: Session, om: OpenMetadata, wish: Wish) -> Plan:
    """The plan, with progress while the server is read. Raises what `plan` raises."""
    rest_collector()
    manifests = manifests_from_files(wish.files, om.connection.settings.bindings)
    session.display.begin("Reading", len(manifests), is_short=True)
    try:
        if wish.is_destroying:
            return destroy(om, manifests, parallelism=wish.parallelism, on_read=session.display.advance)
        return plan(om, manifests, options=wish.options, parallelism=wish.parallelism, on_read=session.display.advance)
    finally:
        session.display.end()


def rest_collector() -> None:
    """Nearly all that planning makes stays: looking through it for garbage again and again is a fifth of its time."""
    gc.set_threshold(COLLECTED_EVERY)


def made_again(session: Session, om: OpenMetadata, saved: SavedPlan, parallelism: int) -> Plan:
    """The plan that was saved, on the server as it is now. Raises PlanOutdated and what `plan` raises."""
    session.display.begin("Reading", len(saved.entities), is_short=True)
    try:
        return saved.plan(om, parallelism=parallelism, on_read=session.display.advance)
    finally:
        session.display.end()


def show_plan(session: Session, plan: Plan) -> None:
    """The plan for people or, of `omp plan --json`, for programs; nothing if the session is quiet."""
    if session.as_json:
        session.show_json(plan.to_json())
    elif not session.quiet:
        show_for_people(session, plan)


def show_for_people(session: Session, plan: Plan) -> None:
    """The plan as text."""
    from openmetadata_provider.lifecycle.reports.text import plan_lines

    session.show(plan_lines(plan, session.look))


def refused(session: Session, plan: Plan) -> typer.Exit:
    """Says why the plan cannot be applied, and ends the command."""
    from openmetadata_provider.errors import PlanRefused

    if not session.quiet:
        print_pieces(["\n"], sys.stderr)  # below the plan
    complain(session.command, str(PlanRefused(plan.refusals)))
    return typer.Exit(FAILED)
