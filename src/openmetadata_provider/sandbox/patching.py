"""PATCH: a JSON Patch on the whole entity, with what may not change put back."""

from __future__ import annotations

from typing import Any

from .bodies import check_property, unrecognized, without_nulls
from .catalogue import Catalogue, Document, Principal
from .certifying import certification, without_certifications
from .consolidating import MANUAL, session_of
from .drafting import fqn_of, with_connection
from .entities import types_below
from .errors import bad_request, outdated, unhandled, unmappable, violations
from .facts import EntityFacts
from .json_patch import applied
from .kinds import check_term_parent, check_unique, with_defaults
from .legacy import incoming
from .linking import own, resolved
from .loading import facts_of, load_whole
from .presenting import Presenter, etag
from .releases import ETAG, SECOND
from .sanitizing import sanitized
from .storage import Row
from .strictness import check_labels, check_references
from .tags import labels_from_request
from .writing import UNCHANGED, Outcome, update

READ_ONLY = frozenset(
    {"id", "fullyQualifiedName", "version", "updatedAt", "updatedBy", "href", "changeDescription", "votes"}
    | {"incrementalChangeDescription", "serviceType", "impersonatedBy", "provider", "inheritedRoles"}
)
"""Properties that PATCH silently puts back."""


def patch(
    catalogue: Catalogue, row: Row, operations: Any, principal: Principal, if_match: str | None, source: str = MANUAL
) -> Outcome:
    """The entity after the patch, in the version of a session if it belongs to one; `source` as in `changeSource`.

    412 if `If-Match` names another version; with `If-Match` a patch is a version of its own.
    """
    facts, release = facts_of(row), catalogue.options.release
    principal.require("EditAll")
    before = load_whole(catalogue.store, row)
    wire = Presenter(catalogue=catalogue, base_url="", reveals=True).entity(facts, before)
    if release >= ETAG:
        _check_match(row, etag(release, row, wire), if_match)
    patched = applied(wire, _without_href(operations), adds_missing=release >= SECOND)
    if not isinstance(patched, dict):
        raise unhandled("the patched document is no object")
    wire, patched = incoming(release, wire), incoming(release, without_nulls(patched))
    after = with_defaults(catalogue.store, facts, _after(catalogue, facts, before, wire, patched))
    if after["name"] != before["name"] or after["fullyQualifiedName"] != before["fullyQualifiedName"]:
        _check_rename(catalogue, facts, row, after)
        catalogue.store.rename_below(row.fqn, after["fullyQualifiedName"], types_below(facts))
    session = None if if_match and release >= ETAG else session_of(catalogue, row, principal, source)
    outcome = update(catalogue, row, before, after, principal, session)
    if outcome.change != UNCHANGED:
        catalogue.sources.pop(row.id, None)
        catalogue.sources.update({} if source == MANUAL else {row.id: source})
    return outcome


def _check_match(row: Row, current: str, if_match: str | None) -> None:
    given = {tag.strip().replace("--gzip", "") for tag in (if_match or "*").split(",")}
    if not given & {"*", current, f'W/"{row.version}"'}:
        raise outdated(current)


def _without_href(operations: Any) -> Any:
    if not isinstance(operations, list):
        return operations
    return [item for item in operations if not (isinstance(item, dict) and item.get("path") == "/href")]


def _after(catalogue: Catalogue, facts: EntityFacts, before: Document, wire: Document, patched: Document) -> Document:
    """The document that the patched answer means; 400 for what an entity of this kind cannot be."""
    if facts.soft_delete and patched.get("deleted", False) != wire.get("deleted", False):
        raise bad_request(f"{facts.entity_type} attribute deleted can't be modified")
    schema = catalogue.schemas.entity(facts.kind)
    after = dict(before)
    for name in sorted(wire.keys() | patched.keys()):
        if name not in schema.properties and name not in wire:
            raise unmappable(unrecognized(name, facts.entity_class, schema.properties))
        if wire.get(name) != patched.get(name) and not _is_fixed(facts, name):
            after[name] = _value(catalogue, facts, name, before, patched.get(name))
    if absent := [name for name in schema.document.get("required", ()) if after.get(name) is None]:
        raise violations([f"{name} must not be null" for name in absent])
    if before.get("connection") != after.get("connection"):
        after = with_connection(catalogue, facts, after, None)
    after = {name: value for name, value in after.items() if value is not None}
    return {**after, "fullyQualifiedName": fqn_of(facts, after)}


def _is_fixed(facts: EntityFacts, name: str) -> bool:
    reference = facts.reference(name)
    if name == "name":
        return not facts.rename_allowed
    return name in READ_ONLY or name in facts.fixed or (reference is not None and _is_read_only(reference))


def _is_read_only(reference: Any) -> bool:
    return bool(reference.fixed or reference.spelling is None)


def _value(catalogue: Catalogue, facts: EntityFacts, name: str, before: Document, value: Any) -> Any:
    """A changed property in document form: references resolved, labels filled in, the rest valid."""
    reference = facts.reference(name)
    if catalogue.options.strict and value is not None:
        _check_strictly(facts, name, value)
    if reference is not None and value is not None:
        items = value if isinstance(value, list) else [value]
        kept = [item for item in items if not (isinstance(item, dict) and item.get("inherited"))]
        found = resolved(catalogue.store, reference, kept, list(own(before.get(name)).values()))
        return found if reference.many else next(iter(found), None)
    if name == "tags" and facts.tagged:
        return _labels(catalogue, value)
    if name == "certification":
        return certification(catalogue, value, before.get("certification"))
    if name != "connection" and value is not None:
        check_property(catalogue.schemas.entity(facts.kind), name, value)
    if name == "description" and isinstance(value, str) and catalogue.options.sanitizer == "2.0":
        return sanitized(value)
    return value


def _check_strictly(facts: EntityFacts, name: str, value: Any) -> None:
    reference = facts.reference(name)
    if reference is not None and not reference.envelope:
        check_references(value)
    elif name == "tags" and facts.tagged:
        check_labels(value)


def _labels(catalogue: Catalogue, value: Any) -> list[Document]:
    items = value if isinstance(value, list) else []
    if not all(isinstance(item, dict) for item in items) or (value is not None and not isinstance(value, list)):
        raise unmappable("Cannot deserialize value of type `org.openmetadata.schema.type.TagLabel`")
    return labels_from_request(catalogue.store, without_certifications(catalogue.options.release, items))


def _check_rename(catalogue: Catalogue, facts: EntityFacts, row: Row, after: Document) -> None:
    if row.plain.get("provider") == "system":
        raise bad_request(f"System entity [{row.name}] of type {row.type} can not be renamed.")
    if after["fullyQualifiedName"].startswith(f"{row.fqn}."):
        raise bad_request(f"{row.type} {row.fqn} can't be moved below itself")
    check_term_parent(facts, after)
    check_unique(catalogue.store, facts, after)
