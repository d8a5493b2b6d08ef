"""Custom properties of entity types: added and changed one by one, or as a list by PATCH."""

from __future__ import annotations

from functools import cache
from typing import Any

from .bodies import checked_request
from .catalogue import Catalogue, Document
from .errors import bad_request, not_found
from .linking import reference_to
from .property_types import PROPERTY_TYPES, check_config
from .schemas import Schema
from .storage import Store
from .type_facts import CUSTOM_PROPERTY

JAVA_CLASS = "org.openmetadata.schema.entity.type.CustomProperty"


def with_property(catalogue: Catalogue, document: Document, body: Any) -> Document:
    """The document of a type with the property in `body` added, or in place of the one of that name."""
    new = checked_request(_schema(), body, JAVA_CLASS)
    others = [item for item in document.get("customProperties") or () if item["name"] != new["name"]]
    return {
        **document,
        "customProperties": checked_properties(catalogue, {**document, "customProperties": [*others, new]}),
    }


def checked_properties(catalogue: Catalogue, document: Document) -> list[Document]:
    """The custom properties of a type's document, complete and sorted by name.

    404 for a property type that does not exist, 400 for a wrong configuration or a type that takes no properties.
    """
    found = [_checked(catalogue.store, item) for item in document.get("customProperties") or ()]
    if found and document["category"] != "entity":
        raise bad_request("Only entity types can be extended and field types can't be extended")
    names = [item["name"] for item in found]
    if repeated := next((name for name in names if names.count(name) > 1), None):
        raise bad_request(f"Custom property {repeated} is given twice")
    return sorted(found, key=lambda item: str(item["name"]))


@cache
def _schema() -> Schema:
    return Schema(CUSTOM_PROPERTY)


def _checked(store: Store, item: Document) -> Document:
    given = str(item["propertyType"]["id"])
    row = store.by_id("type", given.lower())
    if row is None:
        raise not_found("type", given)
    if row.name not in PROPERTY_TYPES:
        raise bad_request(f"Type {row.name} is an entity type and not a type of custom properties")
    check_config(row.name, (item.get("customPropertyConfig") or {}).get("config"))
    return {**item, "propertyType": reference_to(row)}


def clean_values(store: Store, entity_type: str, before: list[Document] | None, after: list[Document] | None) -> None:
    """Take from all entities of a type the values that its changed properties do not allow any more.

    Those of a property that is gone or has another type, and enum values that were taken off the list.
    """
    now = {item["name"]: item for item in after or ()}
    for old in before or ():
        new = now.get(old["name"])
        if new is None or new["propertyType"]["id"] != old["propertyType"]["id"]:
            _take_from_values(store, entity_type, old["name"], None)
        elif gone := _removed_options(old, new):
            _take_from_values(store, entity_type, old["name"], gone)


def _removed_options(old: Document, new: Document) -> set[str]:
    """The options that an enum has lost. While it gains others too, the server leaves the stored values alone."""
    if old["propertyType"]["name"] != "enum":
        return set()
    before, after = (set(item["customPropertyConfig"]["config"]["values"]) for item in (old, new))
    return set() if after - before else before - after


def _take_from_values(store: Store, entity_type: str, name: str, options: set[str] | None) -> None:
    """Take some options, or the whole value if None, from what entities have of a property."""
    for row in store.rows_where(entity_type, "json_extract(document, '$.extension') IS NOT NULL"):
        plain = row.plain
        if name in plain["extension"]:
            value = plain["extension"].pop(name)
            left = [] if options is None else [item for item in value if item not in options]
            kept = plain["extension"] | ({name: left} if left else {})
            store.rewrite(row, {**plain, "extension": kept})
