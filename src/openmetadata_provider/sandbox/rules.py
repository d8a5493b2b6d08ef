"""The rule engine at its defaults: who may own, how many domains, and whose data products."""

from __future__ import annotations

from .catalogue import Catalogue, Document, Ref
from .entities import BY_TYPE
from .errors import bad_request, rule_violation
from .facts import EntityFacts
from .linking import linked, own
from .releases import RULES
from .storage import Row, Store
from .tags import check_exclusive

OWNERSHIP = "Multiple Users or Single Team Ownership"
ONE_DOMAIN = "Multiple Domains are not allowed"
PRODUCT_DOMAINS = "Data Product Domain Validation"


def check_rules(catalogue: Catalogue, facts: EntityFacts, document: Document, changed: set[str] | None = None) -> None:
    """400 if a document breaks a rule; `changed` limits the check to rules about those properties."""
    if changed is None or "owners" in changed:
        _check_owners(catalogue.store, document)
    if (changed is None or "domains" in changed) and catalogue.options.allows_one_domain and not facts.rules_ignored:
        _check_domains(document)
    if changed is None or {"domains", "dataProducts"} & changed:
        _check_data_products(catalogue.store, document)
    if facts.tagged and (changed is None or "tags" in changed):
        check_exclusive(catalogue.store, document.get("tags") or [])


def _check_owners(store: Store, document: Document) -> None:
    owners = own(document.get("owners")).values()
    for owner in owners:
        team = store.by_id("team", owner["id"]) if owner["type"] == "team" else None
        team_type = team.plain.get("teamType") if team else "Group"
        if team_type != "Group":
            raise bad_request(f"Team of type {team_type} can't own entities. Only Team of type Group can own entities.")
    if len(owners) > 1 and any(owner["type"] == "team" for owner in owners):
        raise rule_violation(
            OWNERSHIP, "Validates that an entity has either multiple owners or a single team as the owner."
        )


def _check_domains(document: Document) -> None:
    if len(own(document.get("domains"))) > 1:
        raise rule_violation(ONE_DOMAIN, "Validates that an entity does not have multiple domains.")


def _check_data_products(store: Store, document: Document) -> None:
    products = own(document.get("dataProducts"))
    domains = {ref["id"] for ref in document.get("domains") or []}
    if products and not domains:
        raise bad_request("Domain cannot be empty when data products are provided.")
    for product in products:
        check_product(store, product, domains)


def check_product(store: Store, product_id: str, domains: set[str]) -> None:
    """400 if a data product is in none of these domains."""
    if not domains & set(holders(store, product_id, "domain")):
        raise rule_violation(PRODUCT_DOMAINS, "Validates that the data products of an entity belong to its domains.")


def holders(store: Store, entity_id: str, entity_type: str) -> list[str]:
    """The ids of the domains or data products that an entity itself is in."""
    found = store.query(
        "SELECT from_id FROM link WHERE to_id = ? AND relation = 'has' AND from_type = ?", entity_id, entity_type
    )
    return [holder for (holder,) in found]


def check_unlocked(catalogue: Catalogue, facts: EntityFacts, document: Document) -> None:
    """409 if the entity or one above it is being deleted in the background."""
    if catalogue.options.release >= RULES:
        catalogue.background.check_unlocked(
            facts.entity_type, document["fullyQualifiedName"], lambda: _lineage(catalogue.store, facts, document)
        )


def _lineage(store: Store, facts: EntityFacts, document: Document) -> set[str]:
    """The ids of an entity and of all that it is in."""
    found = {document["id"]} if "id" in document else set()
    above = [ref for name in facts.parents for ref in [document.get(name)] if ref]
    while above:
        row = store.by_id(above[0]["type"], above[0]["id"])
        found.add(above.pop(0)["id"])
        above += _parents(store, row) if row else []
    return found


def _parents(store: Store, row: Row) -> list[Ref]:
    facts = BY_TYPE[row.type]
    references = (facts.reference(name) for name in facts.parents)
    return [ref for reference in references if reference for ref in linked(store, row, reference)]
