"""The hierarchy of teams: which type is in which, and how many parents each has (server reference, 10.8)."""

from __future__ import annotations

from typing import Any

from .catalogue import Document, Ref
from .errors import bad_request
from .linking import reference_to
from .storage import Store

ORGANIZATION = "Organization"
"""The one team at the root of all teams."""
RANKS = ("Organization", "BusinessUnit", "Division", "Department", "Group")
ONE_PARENT = frozenset({"BusinessUnit", "Division"})


def default_team(store: Store, document: Document, name: str) -> None:
    """Put the Organization under property `name`, in place, if nothing is there."""
    organization = store.by_fqn("team", ORGANIZATION)
    if not document.get(name) and organization is not None:
        document[name] = [reference_to(organization)]


def check_hierarchy(store: Store, document: Document, before: Document | None = None) -> None:
    """400 if a team cannot be of its type, below its parents, or above its children."""
    if document["name"] == ORGANIZATION:
        return
    if document.get("teamType") == ORGANIZATION:
        raise bad_request("Only one Organization is allowed. New Organization type can't be created")
    _check_type_change(document, before or {})
    if before is None or _placed(before) != _placed(document):
        _check_parents(store, document)
    _check_children(store, document)


def _check_type_change(document: Document, before: Document) -> None:
    if before.get("teamType") == "Group" and document["teamType"] != "Group":
        raise bad_request("Team of type Group cannot be updated")
    if before and before.get("teamType") != "Group" == document["teamType"] and document.get("children"):
        raise bad_request("A team with children cannot be updated to type Group")


def _placed(document: Document) -> tuple[Any, set[str]]:
    return document.get("teamType"), {ref["id"] for ref in document.get("parents") or []}


def _check_parents(store: Store, document: Document) -> None:
    parents, team_type = document.get("parents") or [], document["teamType"]
    if team_type in ONE_PARENT and len(parents) != 1:
        raise bad_request(f"Team {document['name']} of type {team_type} must have exactly one parent")
    for ref in parents:
        above = _type_of(store, ref)
        if not may_hold(above, team_type):
            raise bad_request(
                f"Team {ref['name']} of type {above} can't be of parent of team {document['name']} of type {team_type}"
            )


def _check_children(store: Store, document: Document) -> None:
    for ref in document.get("children") or []:
        if not may_hold(document["teamType"], below := _type_of(store, ref)):
            raise bad_request(
                f"Team {document['name']} of type {document['teamType']} can't have children of type {below}"
            )


def _type_of(store: Store, ref: Ref) -> Any:
    row = store.by_id("team", ref["id"])
    return row.plain.get("teamType") if row else None


def may_hold(parent: Any, child: Any) -> bool:
    """True if a team of type `child` may be below one of type `parent`: its own rank or lower, none below a Group."""
    if parent not in RANKS or child not in RANKS or parent == "Group":
        return False
    return RANKS.index(child) >= max(RANKS.index(parent), 1)
