"""What a fresh server holds: the Organization, the users behind the tokens, and the system's classifications."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .authentication import ADMIN, BOT, READER
from .catalogue import Catalogue
from .entities import CLASSIFICATION, TAG, TEAM, USER
from .facts import EntityFacts
from .teams import ORGANIZATION
from .writing import create

CLASSIFICATIONS: tuple[tuple[str, str, bool, tuple[str, ...]], ...] = (
    ("Tier", "How much the business depends on an asset.", True, tuple(f"Tier{n}" for n in range(1, 6))),
    ("PII", "Data about persons, by how it must be protected.", True, ("None", "NonSensitive", "Sensitive")),
    ("PersonalData", "Personal data as the GDPR defines it.", False, ("Personal", "SpecialCategory")),
    ("Certification", "How far an asset has been checked.", True, ("Bronze", "Silver", "Gold")),
)


def seed(catalogue: Catalogue) -> None:
    """Create what is not there yet; what is there stays as it is."""
    with catalogue.store.transaction():
        for facts, fqn, request in _seeds():
            if catalogue.store.by_fqn(facts.entity_type, fqn) is None:
                create(catalogue, facts, request, ADMIN)


def _seeds() -> Iterator[tuple[EntityFacts, str, dict[str, Any]]]:
    organization = {"name": ORGANIZATION, "teamType": ORGANIZATION, "description": "The root of all teams."}
    yield TEAM, ORGANIZATION, organization
    for principal in (ADMIN, BOT, READER):
        yield USER, principal.name, {
            "name": principal.name,
            "email": f"{principal.name}@sandbox.local",
            "isAdmin": principal is ADMIN,
            "isBot": principal.is_bot,
        }  # fmt: skip
    for name, description, exclusive, tags in CLASSIFICATIONS:
        system = {"provider": "system", "description": description}
        yield CLASSIFICATION, name, {"name": name, "mutuallyExclusive": exclusive, **system}
        for tag in tags:
            yield TAG, f"{name}.{tag}", {**system, "name": tag, "classification": name, "description": f"{name} {tag}."}
