"""What becomes of one entity, from its declaration and what the server has of it. No I/O."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final, Literal

from openmetadata_provider.client.current_user import CurrentUser
from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.client.fqn import split
from openmetadata_provider.client.settling import SERVER_MASK
from openmetadata_provider.errors import ConfigurationError
from openmetadata_provider.lifecycle.catalogue import Declaration, parent_fqn
from openmetadata_provider.lifecycle.changes import Action, Change, Observed, PropertyChange
from openmetadata_provider.lifecycle.comparing import declared_properties, differences, references
from openmetadata_provider.lifecycle.connections import hidden, secret_names
from openmetadata_provider.lifecycle.merging import leaf_changes
from openmetadata_provider.lifecycle.secrets import (
    SecretsPolicy,
    dotted,
    is_reference,
    replaced_at,
    resolved_secret,
    secret_paths,
)
from openmetadata_provider.lifecycle.spelling import spelled

NAME: Final = "name"
PARENT: Final = "parent"
_FORGOTTEN: Final = "What is not declared of it is lost, and so are its history and references to it."
MOVABLE: Final = frozenset({"glossaryTerm"})
"""Entity types whose parent a patch may change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOptions:
    """What a plan may do."""

    create_only: bool = False
    """What exists is not touched: a change to it is refused."""
    allow_replace: bool = False
    """Entities may be deleted and created anew."""
    on_deleted: Literal["restore", "purge"] | None = None
    """What becomes of a soft-deleted entity that has a declared name; None refuses."""
    rotate_secrets: bool = False
    """All secrets of existing services are sent again."""
    secret_hashes: str | None = None
    """File of keyed hashes that tells which secrets changed since they were sent last."""


def created(declaration: Declaration, *, is_again: bool = False) -> Change:
    """The entity is made. `is_again`: it exists, and goes with its parent before."""
    change = Change(
        action=Action.create,
        spec=declaration.spec,
        fqn=declaration.fqn,
        declaration=declaration,
        fields=tuple(_initial(declaration)),
        wanted=Payload(declared_properties(declaration)),
        is_created_again=is_again,
        notes=("It goes with what it is in. What is not declared of it is lost.",) if is_again else (),
    )
    return _with_secrets_checked(change)


def compared(
    declaration: Declaration, entity: Observed, secrets: SecretsPolicy, user: CurrentUser, old_parent: str
) -> Change:
    """What it takes to make the entity what is declared, whether that may be done or not.

    `old_parent`: FQN that what is around it has until the plan is applied.
    """
    base = Change(
        action=Action.none, spec=declaration.spec, fqn=declaration.fqn, declaration=declaration, observed=entity
    )
    try:
        found = differences(declaration, entity, secrets)
    except ConfigurationError as error:
        return replace(base, action=Action.update, refusal=str(error))
    renaming = list(_renaming(declaration, entity, old_parent))
    fields = [*renaming, *(change for one in found for change in one.changes)]
    wanted = {one.name: one.value for one in found} | {c.path: _moved_to(declaration, c) for c in renaming}
    if not fields and not entity.is_deleted:
        return base
    notes = () if entity.properties.get("updatedBy") in (None, user.name) else (_last_change(entity),)
    action = Action.restore if entity.is_deleted else Action.update
    return replace(base, action=action, fields=tuple(fields), wanted=Payload(wanted), notes=notes)


def judged(change: Change, options: PlanOptions) -> Change:
    """The change with what it comes to under the options: a replacement, a purge, a refusal."""
    if change.is_noop or change.observed is None or change.refusal:
        return change
    is_deleted = change.observed.is_deleted
    change = _of_deleted(change, options) if is_deleted else _of_living(change)
    if options.create_only:
        return change.refused("It exists already, and --create-only leaves that alone.")
    if change.action is Action.replace and not is_deleted:
        change = _replacement(change, options)
    elif change.action is not Action.replace and any(field.path in (NAME, PARENT) for field in change.fields):
        change = _rename(change)
    return _with_secrets_checked(change)


def _of_deleted(change: Change, options: PlanOptions) -> Change:
    if options.on_deleted == "restore":
        return replace(change, notes=("It is soft-deleted, and brought back with what is in it.", *change.notes))
    note = f"It is soft-deleted, and deleted for good with what is in it before it is created. {_FORGOTTEN}"
    purge = replace(created(change.declaration), observed=change.observed) if change.declaration else change
    if options.on_deleted == "purge":
        return replace(purge, action=Action.replace, notes=(note,))
    return change.refused(
        "It is soft-deleted. Bring it back with --on-deleted restore, or replace it with --on-deleted purge."
    )


def _of_living(change: Change) -> Change:
    forced = any(field.forces_replacement for field in change.fields)
    return replace(change, action=Action.replace) if forced else change


def _replacement(change: Change, options: PlanOptions) -> Change:
    what = " and ".join(field.path for field in change.fields if field.forces_replacement)
    if change.observed is not None and change.observed.is_system:
        return change.refused(f"{what} cannot change, and an entity that the server came with cannot be replaced.")
    if change.lifecycle.prevent_destroy:
        return change.refused(f"{what} can change only by replacing it, and prevent_destroy is set.")
    if not options.allow_replace:
        return change.refused(f"{what} can change only by deleting it and creating it anew: --allow-replace.")
    return replace(change, notes=(*change.notes, _FORGOTTEN))


def _rename(change: Change) -> Change:
    entity = change.observed
    if entity is None or change.declaration is None:
        return change
    if entity.is_system:
        return change.refused("An entity that the server came with cannot be renamed.")
    if not change.spec.renamable:
        hint = "Leave renamed_from out, apply, then destroy the old one."
        return change.refused(f"The server renames no {change.kind}. {hint}")
    if PARENT in change.wanted.value and change.spec.entity_type not in MOVABLE:
        return change.refused(f"The server moves no {change.kind} to another place.")
    return change


def _renaming(declaration: Declaration, entity: Observed, old_parent: str) -> Iterator[PropertyChange]:
    """What `renamed_from` changes. `old_parent`: FQN that what is around it has until the plan is applied."""
    if not declaration.manifest.renamed_from or entity.fqn == declaration.fqn:
        return
    before, after = split(entity.fqn)[-1], split(declaration.fqn)[-1]
    if before != after:
        yield PropertyChange(path=NAME, before=before, after=after)
    if parent_fqn(entity.fqn) != old_parent:
        yield PropertyChange(path=PARENT, before=parent_fqn(entity.fqn), after=parent_fqn(declaration.fqn))


def _moved_to(declaration: Declaration, change: PropertyChange) -> Any:
    return declaration.payload.get(PARENT) if change.path == PARENT else change.after


def _initial(declaration: Declaration) -> Iterator[PropertyChange]:
    """All that is set, secrets as such."""
    names, refers = secret_names(declaration), references(declaration.spec)
    for name, value in declared_properties(declaration).items():
        is_set = name in refers or name == "tags"
        shown = spelled(name, value, refers.get(name))
        if shown is None:
            continue
        for path, _ in secret_paths({name: value}, names):
            shown = replaced_at({name: shown}, path, SERVER_MASK)[name]
        yield from map(hidden, leaf_changes(name, None, shown, is_set=is_set))


def _with_secrets_checked(change: Change) -> Change:
    """The change, refused for secrets that cannot be found. Nothing is kept of those that can."""
    if change.declaration is None:
        return change
    for path, written in secret_paths(change.wanted.value, secret_names(change.declaration)):
        if is_reference(written):
            try:
                resolved_secret(written, dotted(path))
            except ConfigurationError as error:
                change = change.refused(str(error))
    return change


def _last_change(entity: Observed) -> str:
    """Who changed it last, and when."""
    moment = entity.properties.get("updatedAt")
    when = f" on {datetime.fromtimestamp(moment / 1000, UTC):%Y-%m-%d %H:%M} UTC" if isinstance(moment, int) else ""
    version = f" (version {entity.version})" if entity.version is not None else ""
    return f"Last changed by {entity.properties['updatedBy']}{when}{version}."
