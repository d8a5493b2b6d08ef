"""What is particular to one kind of entity: values the server adds, and refusals only that kind knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .catalogue import Document
from .entities import BY_TYPE
from .errors import bad_request, not_found, violations
from .facts import EntityFacts
from .fqn import parts
from .linking import found_by_name, reference_to
from .storage import Store
from .teams import ORGANIZATION, check_hierarchy, default_team


def complete(store: Store, facts: EntityFacts, draft: Document) -> None:
    """Add to a draft, in place, what the server adds for its kind; 400 for what the kind refuses."""
    if "service" in facts.parents:
        _complete_below_service(store, draft)
    elif facts.entity_type in _COMPLETE:
        _COMPLETE[facts.entity_type](store, draft)


def _complete_below_service(store: Store, draft: Document) -> None:
    service = store.by_id(draft["service"]["type"], draft["service"]["id"])
    if service is not None:
        draft["serviceType"] = service.plain.get("serviceType")


def _complete_user(store: Store, draft: Document) -> None:
    default_team(store, draft, "teams")


def _complete_team(store: Store, draft: Document) -> None:
    draft.setdefault("email", "")
    if draft["name"] != ORGANIZATION:
        default_team(store, draft, "parents")


def _complete_tag(store: Store, draft: Document) -> None:
    if "parent" in draft:
        name = (parts(draft["parent"]["fullyQualifiedName"]) or [""])[0]
        row = found_by_name(store, BY_TYPE["classification"], name)
        if row is None:
            raise not_found("classification", name)
        draft["classification"] = reference_to(row)
    elif "classification" not in draft:
        raise violations(["classification must not be null"])


def check_term_parent(facts: EntityFacts, document: Document) -> None:
    """400 if the parent of a glossary term is in another glossary."""
    parent = document.get("parent")
    if facts.entity_type != "glossaryTerm" or not parent:
        return
    glossary = document["glossary"]["fullyQualifiedName"]
    if not parent["fullyQualifiedName"].startswith(f"{glossary}."):
        raise bad_request(f"Invalid parent {parent['fullyQualifiedName']}: it does not belong to glossary {glossary}")


def _complete_glossary_term(store: Store, draft: Document) -> None:
    check_term_parent(BY_TYPE["glossaryTerm"], draft)
    draft["entityStatus"] = "Draft" if draft.get("reviewers") else "Approved"


_COMPLETE: Mapping[str, Callable[[Store, Document], None]] = {
    "user": _complete_user,
    "team": _complete_team,
    "tag": _complete_tag,
    "glossaryTerm": _complete_glossary_term,
}


def check_unique(store: Store, facts: EntityFacts, document: Document) -> None:
    """400 if a glossary has a term of this name already, in any case and anywhere in it."""
    if facts.entity_type != "glossaryTerm":
        return
    glossary = document["glossary"]["fullyQualifiedName"]
    found = store.query(
        "SELECT 1 FROM entity WHERE type = 'glossaryTerm' AND name = ? COLLATE NOCASE"
        " AND fqn > ? AND fqn < ? AND id <> ?",
        document["name"], f"{glossary}.", f"{glossary}/", document.get("id", ""),
    )  # fmt: skip
    if found:
        raise bad_request(f"A term with the name '{document['name']}' already exists in '{glossary}' glossary.")


def check_kind(store: Store, facts: EntityFacts, document: Document, before: Document | None = None) -> None:
    """400 for what only this kind refuses of a document that is about to be stored, over `before` if it exists."""
    if facts.entity_type == "team":
        check_hierarchy(store, document, before)


def with_defaults(store: Store, facts: EntityFacts, document: Document) -> Document:
    """`document` with the Organization where a user or a team was left without any team, and a team of some type."""
    if facts.entity_type == "team":
        document.setdefault("teamType", "Group")
    name = {"user": "teams", "team": "parents"}.get(facts.entity_type)
    if name is not None and document["name"] != ORGANIZATION:
        default_team(store, document, name)
    return document
