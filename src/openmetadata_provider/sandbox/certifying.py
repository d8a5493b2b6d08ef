"""Certifications: which tags certify, and for how long (server reference, 10.3)."""

from __future__ import annotations

from typing import Any

from .catalogue import Catalogue, Document
from .errors import bad_request, violations
from .releases import SECOND, Release
from .tags import labels_from_request

CLASSIFICATION = "Certification"
"""The classification whose tags certify."""
VALIDITY_MS = 30 * 24 * 60 * 60 * 1000
"""How long a certification holds: the server's default of 30 days."""


def certification(catalogue: Catalogue, value: Any, stored: Document | None) -> Document | None:
    """A certification as it is stored: the label filled in, both dates set by the server. None for none.

    What was `stored` before and comes back with the same tag and date stays; the same tag without it is renewed.
    404 for an unknown tag, 400 for a tag of another classification.
    """
    if value is None:
        return None
    label = value.get("tagLabel") if isinstance(value, dict) else None
    if not isinstance(label, dict) or not isinstance(label.get("tagFQN"), str):
        raise violations(["tagLabel must not be null"])
    if not label["tagFQN"].startswith(f"{CLASSIFICATION}."):
        raise bad_request(f"Tag {label['tagFQN']} can't certify: only tags of classification {CLASSIFICATION} do.")
    if stored and (stored["tagLabel"]["tagFQN"], stored["appliedDate"]) == (label["tagFQN"], value.get("appliedDate")):
        return stored
    [found] = labels_from_request(catalogue.store, [{"tagFQN": label["tagFQN"], "source": "Classification"}])
    now = catalogue.options.clock()
    return {"tagLabel": found, "appliedDate": now, "expiryDate": now + VALIDITY_MS}


def without_certifications(release: Release, items: list[Any]) -> list[Any]:
    """Labels of a request without those that certify: 2.0 takes them by `certification` alone."""
    if release < SECOND:
        return items
    return [item for item in items if not str(item.get("tagFQN")).startswith(f"{CLASSIFICATION}.")]
