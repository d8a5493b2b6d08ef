"""A plan carried out: asked for, watched, stopped if need be, and reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from openmetadata_provider.lifecycle.commands.asking import Asker, confirmed, may_ask
from openmetadata_provider.lifecycle.commands.making import Wish, made, made_again, refused, show_for_people
from openmetadata_provider.lifecycle.commands.problems import FAILED
from openmetadata_provider.lifecycle.executing import nobody_agrees
from openmetadata_provider.lifecycle.outcomes import Applied, Outcome, Status

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.commands.session import Session
    from openmetadata_provider.lifecycle.plan import Plan
    from openmetadata_provider.lifecycle.saving import SavedPlan


def planned_and_carried_out(session: Session, wish: Wish, host: str | None, bindings: str, *, yes: bool) -> typer.Exit:
    """The end of the command, with its status, after a plan was made, shown, consented to and carried out."""
    asks = may_ask(yes=yes)
    with session.connected(host, bindings) as om:
        return _carried_out(session, made(session, om, wish), asks=asks)


def saved_and_carried_out(session: Session, saved: SavedPlan, host: str | None, parallelism: int) -> typer.Exit:
    """As `planned_and_carried_out`, for a plan that was consented to when it was saved."""
    with session.connected(host, saved.bindings) as om:
        return _carried_out(session, made_again(session, om, saved, parallelism), asks=False)


def _carried_out(session: Session, plan: Plan, *, asks: bool) -> typer.Exit:
    if asks or not (session.quiet or session.as_json):
        show_for_people(session, plan)
    if plan.refusals:
        return refused(session, plan)
    if plan.is_empty:
        return _reported(session, Applied(outcomes=(), requests=0))
    if asks and not confirmed(_question(plan), session.remarks):
        session.show(["Nothing was done."])
        return typer.Exit(FAILED)
    return _reported(session, _applied(session, plan, asks=asks))


def _question(plan: Plan) -> str:
    return f"Delete all this from {plan.server.url}?" if plan.is_destroying else f"Do all this on {plan.server.url}?"


def _applied(session: Session, plan: Plan, *, asks: bool) -> Applied:
    display, interruption = session.display, session.interruption

    def count(outcome: Outcome) -> None:
        display.advance(failed=int(outcome.status in (Status.failed, Status.skipped)))

    interruption.changes_begin()
    display.begin("Deleting" if plan.is_destroying else "Applying", sum(not c.is_noop for c in plan.changes))
    agrees = Asker(display, interruption.stop) if asks else nobody_agrees
    try:
        return plan.apply(on_outcome=count, agrees=agrees, stop=interruption.stop)
    finally:
        display.end()


def _reported(session: Session, applied: Applied) -> typer.Exit:
    if session.as_json:
        from openmetadata_provider.lifecycle.reports.json import applied_json

        session.show_json(applied_json(applied))
    elif applied.outcomes:
        from openmetadata_provider.lifecycle.reports.text import outcome_lines

        session.show(["", *outcome_lines(applied, session.look)])
    return typer.Exit(session.interruption.status or (0 if applied.is_complete else FAILED))
