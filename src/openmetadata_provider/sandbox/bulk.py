"""PUT of many create requests at once: every row for itself, all in one transaction."""

from __future__ import annotations

from typing import Any

from .catalogue import Catalogue, Document, Principal
from .drafting import checked, drafted
from .errors import ApiError, unmappable
from .facts import EntityFacts
from .presenting import Presenter
from .releases import SECOND
from .writing import put_draft


def bulk_put(
    catalogue: Catalogue, facts: EntityFacts, items: Any, principal: Principal, shown: Presenter,
    *, override: bool = False,
) -> Document:  # fmt: skip
    """The `BulkOperationResult` of putting `items` in order; a row that fails leaves the others alone.

    With `override` (from 2.0 on) a bot writes over what people wrote.

    400 for the call as a whole if one row does not map: all are mapped before the first is looked at.
    """
    if not isinstance(items, list):
        raise unmappable("Cannot deserialize value of type `java.util.ArrayList` from Object value")
    passed: list[Document] = []
    failed: list[Document] = []
    for item in items:
        problem = _put_row(catalogue, facts, item, principal, passed, shown, override=override)
        if problem is not None:
            failed.append(problem)
    return result(passed, failed)


def accepted(items: Any) -> Document:
    """The answer to an asynchronous bulk call: what was taken, nothing yet passed."""
    rows = len(items) if isinstance(items, list) else 0
    return {
        "dryRun": False,
        "status": "running",
        "numberOfRowsProcessed": rows,
        "numberOfRowsPassed": 0,
        "numberOfRowsFailed": 0,
    }


def mapped(catalogue: Catalogue, facts: EntityFacts, items: Any) -> None:
    """400 if `items` is no list of create requests; rows that break other rules are left to fail for themselves."""
    if not isinstance(items, list):
        raise unmappable("Cannot deserialize value of type `java.util.ArrayList` from Object value")
    for item in items:
        try:
            checked(catalogue, facts, item)
        except ApiError as problem:
            if problem.mapping:
                raise


def _put_row(
    catalogue: Catalogue, facts: EntityFacts, item: Any, principal: Principal, passed: list[Document],
    shown: Presenter, *, override: bool,
) -> Document | None:  # fmt: skip
    """None and a row in `passed`, or the row that failed."""
    request = _echo(facts, item, shown)
    try:
        draft = drafted(catalogue, facts, checked(catalogue, facts, item))
        if refusal := principal.refusal("BulkUpdate"):
            return {"request": request, "message": f"Permission denied: {refusal.message}", "status": 403}
        request = draft["fullyQualifiedName"]
        if not _is_known(catalogue, facts, draft):
            put_draft(catalogue, facts, draft, principal, override=override)
    except ApiError as problem:
        if problem.mapping:
            raise
        return {"request": request, "message": problem.message, "status": 400}
    passed.append({"request": request, "status": 200})
    return None


def _is_known(catalogue: Catalogue, facts: EntityFacts, draft: Document) -> bool:
    """True for a row that 2.0 skips: the entity has its `sourceHash` already, whatever else differs."""
    given = draft.get("sourceHash")
    if not given or catalogue.options.release < SECOND:
        return False
    row = catalogue.store.by_fqn(facts.entity_type, draft["fullyQualifiedName"])
    return row is not None and not row.deleted and row.plain.get("sourceHash") == given


def _echo(facts: EntityFacts, item: Any, shown: Presenter) -> Any:
    """The request as a failed row repeats it: without secrets."""
    if not facts.connected or not isinstance(item, dict) or "connection" not in item:
        return item
    service_type = shown.catalogue.connectors.service_type(facts.kind, item.get("serviceType"))
    return {**item, "connection": shown.connection(facts, str(service_type), item["connection"])}


def result(passed: list[Document], failed: list[Document], *, dry_run: bool = False) -> Document:
    """A `BulkOperationResult`: what passed, what failed, and a status from both."""
    status = "success" if not failed else "partialSuccess" if passed else "failure"
    return {
        "dryRun": dry_run,
        "status": status,
        "numberOfRowsProcessed": len(passed) + len(failed),
        "numberOfRowsPassed": len(passed),
        "numberOfRowsFailed": len(failed),
        "successRequest": passed,
        "failedRequest": failed,
    }
