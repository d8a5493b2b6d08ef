"""What moves along when an entity moves: the assets of a data product that changes its domains."""

from __future__ import annotations

from typing import Any

from .linking import own
from .rules import holders
from .storage import Row, Store


def move_assets(store: Store, product: Row, before: Any, after: Any) -> None:
    """A data product went from some domains to others: its assets in the former go along."""
    old, new = own(before), own(after)
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    if not gone or not come:
        return
    target = store.by_id("domain", min(come, key=lambda entity_id: str(new[entity_id]["name"])))
    found = store.query("SELECT to_type, to_id FROM link WHERE from_id = ? AND relation = 'has'", product.id)
    for entity_type, entity_id in found:
        if target is not None and gone & set(holders(store, entity_id, "domain")):
            for domain in gone:
                store.unlink(domain, "has", entity_id)
            store.link(("domain", target.id), "has", (entity_type, entity_id))
