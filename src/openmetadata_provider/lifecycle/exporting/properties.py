"""The properties of an entity that its create request has, spelled as a manifest spells them.

Left out is what the server fills in by itself, what is empty, and what another property or entity tells as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, Final

from openmetadata_provider.client.differences import ORGANIZATION, is_computed, references_of
from openmetadata_provider.client.plurals import SINGULAR
from openmetadata_provider.lifecycle.comparing import NAME
from openmetadata_provider.lifecycle.spelling import spelled
from openmetadata_spec import EntitySpec, PropertySpec, Reference

FIRST: Final = (NAME, "displayName", "serviceType")
"""Properties that a reader looks for at the top, with the parents after them and the description behind these."""
MADE_BY_SERVER: Final = frozenset({"fullyQualifiedName", "provider", "authenticationMechanism"})
"""Names, origins, and the credentials that a server made for a bot."""
OF_INGESTION: Final = frozenset({"sourceHash"})
"""What a connector notes to recognise its source by; it tells nothing if people write it."""
TOLD_ELSEWHERE: Final = {
    "team": frozenset({"children"}),
    "persona": frozenset({"users"}),
    "chart": frozenset({"dashboards"}),
    "dataProduct": frozenset({"assets"}),
}
"""The other side of a relation: parents of a team, personas of a user, charts of a dashboard, data products."""
_ALWAYS_ORGANIZATION: Final = frozenset({"teams", "parents"})
_REFERENCE_TYPE: Final = "EntityReference"
_CONFIRMED: Final = (None, "Confirmed")


def exported_properties(spec: EntitySpec) -> list[PropertySpec]:
    """The properties that a document may have, in the order in which it has them."""
    left_out = MADE_BY_SERVER | OF_INGESTION | TOLD_ELSEWHERE.get(spec.entity_type, frozenset())
    left_out |= {SINGULAR[name] for name in SINGULAR if spec.property(name) is not None}
    found = [p for p in spec.properties if p.name not in left_out and not p.write_only]
    first = [*FIRST, *(parent.property for parent in reversed(spec.parents)), "description"]
    return sorted(found, key=lambda p: first.index(p.name) if p.name in first else len(first))


def fields_to_read(spec: EntitySpec) -> tuple[str, ...]:
    """What a list has to be asked for."""
    wanted = {p.name for p in exported_properties(spec)}
    return tuple(name for name in spec.fields if name in wanted)


def payload_of(spec: EntitySpec, entity: Mapping[str, Any]) -> dict[str, Any]:
    """The create request that declares the entity. `entity` is its JSON; secrets are still in the result."""
    return dict(_properties(spec, entity))


def _properties(spec: EntitySpec, entity: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    references = references_of(spec)
    for known in exported_properties(spec):
        value = _written(known, entity.get(known.name), references.get(known.name))
        if known.required:
            yield known.name, _of_required(known, value, entity.get(known.name))
        elif value is not None and not _is_default(known, value):
            yield known.name, value


def _written(known: PropertySpec, value: Any, reference: Reference | None) -> Any:
    if known.type == _REFERENCE_TYPE and isinstance(value, Mapping):
        return {key: value[key] for key in ("type", "id") if key in value}
    if reference is not None:
        return _references(known.name, value, reference)
    if known.name == "tags" and isinstance(value, list):
        return [_label(label) for label in value if not is_computed(label)] or None
    return _decoded(value) if known.name == "description" else spelled(known.name, value)


def _references(name: str, value: Any, reference: Reference) -> Any:
    found = spelled(name, value, reference)
    if name in _ALWAYS_ORGANIZATION and found == [ORGANIZATION["name"]]:
        return None
    if isinstance(found, list):
        return [_unmistakable(text, reference) for text in found]
    return _unmistakable(found, reference) if isinstance(found, str) else found


def _unmistakable(text: str, reference: Reference) -> str:
    """A name that begins like `chart:` would be read as the type of what it names; so that is written, too."""
    is_read_as_type = len(reference.entities) == 1 and text.partition(":")[0] in reference.entities and ":" in text
    return f"{reference.entities[0]}:{text}" if is_read_as_type else text


def _label(label: Mapping[str, Any]) -> dict[str, Any]:
    written = {"tagFQN": label.get("tagFQN")}
    if label.get("source") == "Glossary":
        written["source"] = "Glossary"
    return written if label.get("state") in _CONFIRMED else {**written, "state": label["state"]}


def _decoded(value: Any) -> Any:
    """The text as it reads. What would change again when it is decoded once more stays as it is."""
    text = unescape(value) if isinstance(value, str) else value
    if not text:
        return None
    return text if unescape(text) == text else value


def _of_required(known: PropertySpec, value: Any, held: Any) -> Any:
    if value is not None:
        return value
    return "" if held is None and known.type == "string" else held


def _is_default(known: PropertySpec, value: Any) -> bool:
    return known.default is not None and type(value) is type(known.default) and bool(value == known.default)
