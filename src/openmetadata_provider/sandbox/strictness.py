"""What these schemas take and OpenMetadata does not: spellings that a client replaces before it sends.

`user:jane` for an owner, one `domain` in releases with `domains`, a tag without its `source`. A strict sandbox
refuses them as the server would.
"""

from __future__ import annotations

from typing import Any

from .errors import unmappable, violations
from .facts import EntityFacts

REFERENCE = "org.openmetadata.schema.type.EntityReference"


def check_names(body: dict[str, Any]) -> None:
    """400 for `domain`: called where the release has `domains`."""
    if "domain" in body:
        raise unmappable('Unrecognized field "domain", not marked as ignorable')


def check_request(facts: EntityFacts, request: dict[str, Any]) -> None:
    """400 for references by name and labels without a source in a create request that is valid otherwise."""
    for reference in facts.references:
        if reference.spelling == "ref" and reference.property in request:
            check_references(request[reference.property])
    if facts.tagged:
        check_labels(request.get("tags"))


def check_references(value: Any) -> None:
    """400 unless `value` is `{id, type}`, or a list of such."""
    for item in value if isinstance(value, list) else [value]:
        if not isinstance(item, dict):
            raise unmappable(f"Cannot construct instance of `{REFERENCE}`: no String-argument constructor")
        if missing := [key for key in ("id", "type") if item.get(key) is None]:
            raise violations([f"{key} must not be null" for key in missing])


def check_labels(value: Any) -> None:
    """400 for a label that does not say whether it is a tag or a glossary term."""
    labels = value if isinstance(value, list) else []
    if any(isinstance(label, dict) and label.get("source") is None for label in labels):
        raise violations(["source must not be null"])
