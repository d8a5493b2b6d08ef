"""Declarations that can never all hold: one relation, told differently from its two ends.

The server keeps one row for `dashboard.charts` and `chart.dashboards`. Where one document lists what another denies,
each apply would undo the one before; such a set is refused. A relation that one end leaves out is told by the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from openmetadata_provider.validation.diagnostics import Diagnostic, Place

if TYPE_CHECKING:
    from openmetadata_provider.lifecycle.catalogue import Catalogue, Declaration, Key


class Relation(NamedTuple):
    """One relation between two types of entity, and the property that tells it at either end."""

    one: str
    property: str
    other: str
    back: str


RELATIONS: Final = (
    Relation("dashboard", "charts", "chart", "dashboards"),
    Relation("team", "users", "user", "teams"),
    Relation("team", "parents", "team", "children"),
    Relation("persona", "users", "user", "personas"),
    Relation("glossaryTerm", "relatedTerms", "glossaryTerm", "relatedTerms"),
)
"""Source: reference/openmetadata-server.md, 10.8, 10.9 and 12.2."""


def contradictions(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A diagnostic for every pair of declarations that deny each other."""
    declarations = list(catalogue)
    for relation in RELATIONS:
        yield from _of(relation, declarations)
        if (relation.one, relation.property) != (relation.other, relation.back):
            yield from _of(Relation(*relation[2:], *relation[:2]), declarations)
    yield from _defaults(declarations)
    yield from _bot_users(declarations)


def _of(relation: Relation, declarations: Iterable[Declaration]) -> Iterator[Diagnostic]:
    """What one end lists and the other, which lists something else, does not."""
    tellers = {d.key: d for d in declarations if d.spec.entity_type == relation.other and relation.back in d.payload}
    known = {key: set(_targets(d, relation.back, relation.one)) for key, d in tellers.items()}
    for declaration in declarations:
        if declaration.spec.entity_type != relation.one:
            continue
        for target in _targets(declaration, relation.property, relation.other):
            if target in known and declaration.key not in known[target]:
                yield _denied(declaration, relation, tellers[target])


def _targets(declaration: Declaration, name: str, entity_type: str) -> Iterator[Key]:
    for link in declaration.links:
        if link.path[0] == name and entity_type in link.entities:
            yield entity_type, link.fqn


def _denied(declaration: Declaration, relation: Relation, other: Declaration) -> Diagnostic:
    message = f"{relation.property} names {other.spec.kind} {other.fqn}, which says otherwise in its {relation.back}"
    message += f" ({other.manifest.origin})"
    hint = f"They are one relation: leave {relation.property} or {relation.back} out, or let both say the same."
    return _diagnostic(declaration, message, hint)


def _defaults(declarations: Iterable[Declaration]) -> Iterator[Diagnostic]:
    """Several personas that are each to be the default one."""
    chosen = [d for d in declarations if d.spec.entity_type == "persona" and d.payload.get("default") is True]
    for declaration in chosen[1:]:
        message = f"default is true, as it is for {chosen[0].spec.kind} {chosen[0].fqn} ({chosen[0].manifest.origin})"
        yield _diagnostic(declaration, message, "One persona is the default: leave it out of the others.")


def _bot_users(declarations: Iterable[Declaration]) -> Iterator[Diagnostic]:
    """Several bots that act as one user."""
    first: dict[Any, Declaration] = {}
    for declaration in declarations:
        for target in _targets(declaration, "botUser", "user") if declaration.spec.entity_type == "bot" else ():
            before = first.setdefault(target, declaration)
            if before is not declaration:
                message = f"botUser {target[1]} is that of Bot {before.fqn} ({before.manifest.origin})"
                yield _diagnostic(declaration, message, "Each bot acts as a user of its own.")


def _diagnostic(declaration: Declaration, message: str, hint: str) -> Diagnostic:
    message = f"{declaration.spec.kind} {declaration.fqn}: {message}"
    return Diagnostic(
        code="contradiction", message=message, hint=hint, place=Place(file=str(declaration.manifest.origin))
    )
