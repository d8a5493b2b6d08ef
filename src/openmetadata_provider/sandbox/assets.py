"""Assets of domains, data products, teams, tags and terms: many given or taken in one call (server reference, 4.2).

Only relationships change: an asset keeps its version.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .bodies import unrecognized
from .bulk import result
from .catalogue import Catalogue, Document
from .entities import BY_TYPE
from .errors import ApiError, bad_request, not_found, unmappable, violations
from .linking import is_uuid, reference_to
from .loading import effective
from .rules import check_product, holders
from .storage import Row, Store
from .tags import check_exclusive, labels

Change = Callable[[Store, Row, Row], None]
"""Relates an owner of assets (first) and one asset, or takes them apart; `ApiError` if it may not."""


def assets_of(catalogue: Catalogue, body: Any, keys: tuple[str, ...]) -> list[Row]:
    """The entities that a request names in `assets`. 400 for what is no such request, 404 for an unknown asset."""
    if not isinstance(body, dict):
        raise unmappable("Cannot deserialize value of type `org.openmetadata.schema.type.api.BulkAssets`")
    for key in body:
        if key not in keys:
            raise unmappable(unrecognized(key, "org.openmetadata.schema.type.api.BulkAssets", dict.fromkeys(keys)))
    assets = body.get("assets") or []
    if not isinstance(assets, list):
        raise unmappable("Cannot deserialize value of type `java.util.ArrayList`")
    return [_asset(catalogue.store, item) for item in assets]


def _asset(store: Store, ref: Any) -> Row:
    if not isinstance(ref, dict):
        raise unmappable("Cannot construct instance of `org.openmetadata.schema.type.EntityReference`")
    if missing := [key for key in ("id", "type") if not isinstance(ref.get(key), str)]:
        raise violations([f"{key} must not be null" for key in missing])
    if ref["type"] not in BY_TYPE:
        raise bad_request(f"Entity type {ref['type']} not found")
    row = store.by_id(ref["type"], ref["id"].lower()) if is_uuid(ref["id"]) else None
    if row is None:
        raise not_found(ref["type"], ref["id"])
    return row


def assigned(catalogue: Catalogue, row: Row, assets: list[Row], change: Change) -> Document:
    """The `BulkOperationResult` of one change made to every asset; one that fails leaves the others alone."""
    passed: list[Document] = []
    failed: list[Document] = []
    for asset in assets:
        try:
            with catalogue.store.savepoint():
                if catalogue.store.by_id(asset.type, asset.id) is None:
                    raise not_found(asset.type, asset.id)
                change(catalogue.store, row, asset)
        except ApiError as problem:
            failed.append({"request": reference_to(asset), "message": problem.message, "status": 400})
        else:
            passed.append({"request": reference_to(asset)})
    return result(passed, failed)


def _supports(asset: Row, name: str) -> None:
    if BY_TYPE[asset.type].reference(name) is None:
        raise bad_request(f"Entity of type {asset.type} has no {name}")


def _into_domain(store: Store, domain: Row, asset: Row) -> None:
    _supports(asset, "domains")
    for old in holders(store, asset.id, "domain"):
        store.unlink(old, "has", asset.id)
    for product in holders(store, asset.id, "dataProduct"):
        if domain.id not in holders(store, product, "domain"):
            store.unlink(product, "has", asset.id)
    store.link(("domain", domain.id), "has", (asset.type, asset.id))


def _out_of_domain(store: Store, domain: Row, asset: Row) -> None:
    _supports(asset, "domains")
    store.unlink(domain.id, "has", asset.id)
    for product in holders(store, asset.id, "dataProduct"):
        if domain.id in holders(store, product, "domain"):
            store.unlink(product, "has", asset.id)


def _into_product(store: Store, product: Row, asset: Row) -> None:
    _supports(asset, "dataProducts")
    check_product(store, product.id, {ref["id"] for ref in effective(store, asset, "domains")})
    store.link(("dataProduct", product.id), "has", (asset.type, asset.id))


def _out_of_product(store: Store, product: Row, asset: Row) -> None:
    store.unlink(product.id, "has", asset.id)


def _into_team(store: Store, team: Row, user: Row) -> None:
    store.link(("team", team.id), "has", ("user", user.id))


def _out_of_team(store: Store, team: Row, user: Row) -> None:
    store.unlink(team.id, "has", user.id)


def _tagged(store: Store, tag: Row, asset: Row) -> None:
    if not BY_TYPE[asset.type].tagged:
        raise bad_request(f"Entity of type {asset.type} has no tags")
    label = json.dumps({"labelType": "Manual", "state": "Confirmed"})
    store.link((asset.type, asset.id), "tags", (tag.type, tag.id), label)
    check_exclusive(store, labels(store, asset))


def _untagged(store: Store, tag: Row, asset: Row) -> None:
    store.unlink(asset.id, "tags", tag.id)


CHANGES: dict[str, tuple[Change, Change]] = {
    "domain": (_into_domain, _out_of_domain),
    "dataProduct": (_into_product, _out_of_product),
    "team": (_into_team, _out_of_team),
    "tag": (_tagged, _untagged),
    "glossaryTerm": (_tagged, _untagged),
}
"""Entity type → how an asset is given to it, and how it is taken away."""
IN_BACKGROUND = frozenset({"tag", "glossaryTerm"})
"""Those that answer with a job, and that only try (`dryRun`) unless told not to."""


def only_users(assets: list[Row]) -> None:
    """400 if something else than users is to come into a team."""
    if any(asset.type != "user" for asset in assets):
        raise bad_request("Only users can be added to a Team")
