"""What the server does to a document before and after it stores it, whichever verb wrote it."""

from __future__ import annotations

from .catalogue import Catalogue, Document
from .custom_properties import checked_properties, clean_values
from .errors import bad_request
from .extensions import checked_extension
from .facts import EntityFacts
from .policies import checked_rules
from .storage import Row, Store

CHECKED = frozenset({"extension", "rules", "customProperties", "policies", "botUser"})
"""Properties that some kind has rules for."""


def prepared(catalogue: Catalogue, facts: EntityFacts, before: Document, after: Document) -> Document:
    """`after` as the server stores it; 400 for what the kind refuses. `before` is empty for a new entity."""
    names = after.keys() | before.keys() if before else after.keys()
    changed = {name for name in CHECKED & names if after.get(name) != before.get(name)}
    if "extension" in changed and after.get("extension") is not None:
        values = checked_extension(catalogue.store, facts.entity_type, before.get("extension"), after["extension"])
        after = {**after, "extension": values}
    if facts.entity_type == "policy" and "rules" in changed:
        after = {**after, "rules": checked_rules(after.get("rules"))}
    if facts.entity_type == "type" and "customProperties" in changed:
        after = {**after, "customProperties": checked_properties(catalogue, after)}
    if facts.entity_type == "role" and "policies" in changed and not after.get("policies"):
        raise bad_request("At least one policy is required in a role")
    if facts.entity_type == "bot" and "botUser" in changed:
        _check_bot_user(catalogue.store, after)
    return after


def settle(catalogue: Catalogue, row: Row, before: Document, after: Document) -> None:
    """What a stored change means for other entities."""
    if row.type == "type":
        clean_values(catalogue.store, row.name, before.get("customProperties"), after.get("customProperties"))
    if row.type == "persona" and after.get("default") and not before.get("default"):
        _leave_default(catalogue.store, row)


def _check_bot_user(store: Store, bot: Document) -> None:
    user = store.by_id("user", bot["botUser"]["id"])
    if user is None or not user.plain.get("isBot"):
        raise bad_request(f"User [{bot['botUser']['name']}] is not a bot user")
    other = store.query(
        "SELECT e.name FROM link l JOIN entity e ON e.type = 'bot' AND e.id = l.from_id"
        " WHERE l.to_id = ? AND l.relation = 'contains' AND e.name <> ?",
        user.id, bot["name"],
    )  # fmt: skip
    if other:
        raise bad_request(f"Bot user [{user.name}] is already used by [{other[0][0]}] bot")


def _leave_default(store: Store, chosen: Row) -> None:
    """One persona is the default; the one that was is it no more."""
    for other in store.rows_where("persona", "json_extract(document, '$.default') AND id <> ?", chosen.id):
        store.rewrite(other, {**other.plain, "default": False})
