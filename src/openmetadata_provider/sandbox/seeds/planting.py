"""Puts the seeds into a store: all in one transaction, and without the checks that requests need.

A start has to be quick, so nothing here loads or compiles a schema.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..authentication import ADMIN
from ..catalogue import Catalogue, Document
from ..entities import BY_TYPE
from ..fqn import child_fqn
from ..linking import by_name, found_by_name, reference_to
from ..preparing import prepared
from ..storage import Store
from ..writing import store_new
from .access import BOT_SEEDS, ROLE_SEEDS, TEAM_SEEDS, USER_SEEDS
from .classifications import CLASSIFICATION_SEEDS
from .policies import POLICY_SEEDS
from .seed import Seed
from .types import TYPE_SEEDS


def seed(catalogue: Catalogue) -> None:
    """Create what is not there yet; what is there stays as it is."""
    release = _major(catalogue.options.version)
    with catalogue.store.transaction():
        for item in _seeds():
            if item.since <= release:
                _plant(catalogue, item)


def _major(version: str) -> int:
    """The first number of a version; 1 if it does not start with one."""
    number = version.partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() else 1


def _seeds() -> Iterator[Seed]:
    """Every seed, after those that it refers to."""
    yield from TYPE_SEEDS
    yield from POLICY_SEEDS
    yield from ROLE_SEEDS
    yield from TEAM_SEEDS
    yield from USER_SEEDS
    yield from BOT_SEEDS
    yield from CLASSIFICATION_SEEDS


def _plant(catalogue: Catalogue, item: Seed) -> None:
    fqn = child_fqn(item.parent, item.name)
    if catalogue.store.by_fqn(item.facts.entity_type, fqn) is not None:
        return
    document: Document = {"name": item.name, "fullyQualifiedName": fqn, **item.facts.initial, **item.plain}
    for name, targets in item.references.items():
        document[name] = _references(catalogue.store, item, name, targets)
    store_new(catalogue, item.facts, prepared(catalogue, item.facts, {}, document), ADMIN)


def _references(store: Store, item: Seed, name: str, targets: object) -> object:
    reference = item.facts.reference(name)
    assert reference is not None
    assert isinstance(targets, list | tuple)
    facts = BY_TYPE[reference.targets[0]]
    rows = [found_by_name(store, facts, target) for target in targets]
    found = by_name(reference_to(row) for row in rows if row is not None)
    return found if reference.many else found[0]
