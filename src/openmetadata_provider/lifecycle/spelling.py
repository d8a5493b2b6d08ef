"""Values of an entity as a manifest spells them: references by name, labels by their tags."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from typing import Any

from openmetadata_provider.client.differences import is_computed
from openmetadata_provider.client.fqn import unquote_name
from openmetadata_spec import Reference


def spelled(name: str, value: Any, reference: Reference | None = None) -> Any:
    """The value of one property, from the shape of an entity or of a request; None for nothing."""
    if value is None or value in ([], {}, ""):
        return None
    if reference is not None:
        return _references(value, reference) or None
    if name == "tags" and isinstance(value, list):
        return [label_text(label) for label in value if not (isinstance(label, Mapping) and is_computed(label))] or None
    return unescape(value) if name == "description" and isinstance(value, str) else value


def _references(value: Any, reference: Reference) -> Any:
    if not isinstance(value, list | tuple):
        return reference_text(value, reference)
    own = [item for item in value if not (isinstance(item, Mapping) and item.get("inherited"))]
    return sorted(reference_text(item, reference) for item in own)


def reference_text(item: Any, reference: Reference) -> str:
    """`team:data` where several types may stand, else the FQN; the id of what has no name."""
    held = item.get(reference.inside, item) if reference.inside and isinstance(item, Mapping) else item
    if not isinstance(held, Mapping):
        text = str(held)
        kind, colon, name = text.partition(":")
        is_told_apart = len(reference.entities) > 1 or not colon or kind not in reference.entities
        return text if is_told_apart else name
    kind = str(held.get("type") or "")
    name = str(held.get("fullyQualifiedName") or held.get("name") or held.get("id"))
    if kind in ("user", "team"):
        name = unquote_name(name)
    return f"{kind}:{name}" if len(reference.entities) > 1 and kind else name


def label_text(label: Any) -> str:
    """FQN of the tag or term."""
    return str(label.get("tagFQN")) if isinstance(label, Mapping) else str(label)
