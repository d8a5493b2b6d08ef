"""From documents to answers: `href` on everything, masks over secrets, `fields=` checked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .catalogue import Catalogue, Document, Ref
from .entities import BY_TYPE
from .errors import bad_request
from .facts import EntityFacts
from .legacy import known_field, outgoing
from .loading import all_fields
from .releases import SECOND, TERM_RELATIONS, Release
from .storage import Row
from .tags import is_disabled_above


@dataclass(frozen=True, slots=True, kw_only=True)
class Presenter:
    """How one caller sees documents."""

    catalogue: Catalogue
    base_url: str
    """Scheme, host and port, without a slash at the end."""
    reveals: bool
    """True for bots: secrets are shown."""

    def href(self, entity_type: str, entity_id: str) -> str:
        """The URL of an entity."""
        return f"{self.base_url}/api/v1/{BY_TYPE[entity_type].collection}/{entity_id}"

    def entity(self, facts: EntityFacts, document: Document) -> Document:
        """The answer for a document."""
        answer = {name: value for name, value in document.items() if value is not None}
        answer |= {name: self._value(facts, name, answer[name]) for name in answer.keys() & facts.presented}
        if "connection" in answer:
            answer["connection"] = self.connection(facts, str(answer.get("serviceType")), answer["connection"])
        if facts.entity_type == "tag" and not answer.get("disabled"):
            answer["disabled"] = is_disabled_above(self.catalogue.store, document["fullyQualifiedName"])
        answer["href"] = self.href(facts.entity_type, document["id"])
        return outgoing(self.catalogue.options.release, answer)

    def written(self, facts: EntityFacts, document: Document) -> Document:
        """The answer to a write: with empty lists, followers and votes where the kind has them."""
        properties = self.catalogue.schemas.entity(facts.kind).properties
        extra = {"followers": [], "votes": {"upVotes": 0, "downVotes": 0}}
        return self.entity(facts, {name: value for name, value in extra.items() if name in properties} | document)

    def connection(self, facts: EntityFacts, service_type: str, connection: Any) -> Any:
        """A connection as this caller may see it."""
        connector = self.catalogue.connectors.find(facts.kind, service_type)
        if self.reveals or connector is None or not isinstance(connection, Mapping) or "config" not in connection:
            return connection
        return {**connection, "config": connector.masked(connection["config"])}

    def _value(self, facts: EntityFacts, name: str, value: Any) -> Any:
        if name == "tags" and facts.tagged:
            return [self._label(label) for label in value]
        if name == "inheritedRoles":
            return [self._reference(ref) for ref in value]
        if name == "certification":
            return {**value, "tagLabel": self._label(value["tagLabel"])}
        if name == "votes":
            return {key: item if isinstance(item, int) else [self._reference(ref) for ref in item]
                    for key, item in value.items()}  # fmt: skip
        reference = facts.reference(name)
        if reference is None:
            return value
        if not reference.many:
            return self._reference(value)
        refs = [self._reference(ref) for ref in value]
        wrapped = reference.envelope and self.catalogue.options.release >= TERM_RELATIONS
        return [{reference.envelope: ref, "relationType": "relatedTo"} for ref in refs] if wrapped else refs

    def _label(self, label: Document) -> Document:
        return {**label, "href": self.href(**_where(label))}

    def _reference(self, ref: Ref) -> Ref:
        return {**ref, "href": self.href(ref["type"], ref["id"])}


def _where(label: Document) -> dict[str, str]:
    return {"entity_type": label["href"]["type"], "entity_id": label["href"]["id"]}


def fields_asked(catalogue: Catalogue, facts: EntityFacts, text: str) -> frozenset[str]:
    """The properties that a `fields` parameter names; `*` is all of them. 400 for an unknown name."""
    release = catalogue.options.release
    asked = {known_field(release, name.strip()): name.strip() for name in text.split(",") if name.strip()}
    if "*" in asked:
        return _with_implied(facts, all_fields(facts) | facts.counts.keys())
    known = catalogue.schemas.entity(facts.kind).properties
    for name, spelling in asked.items():
        if name not in known:
            raise bad_request(f"Invalid field name {spelling}")
    return _with_implied(facts, frozenset(asked))


def _with_implied(facts: EntityFacts, names: frozenset[str]) -> frozenset[str]:
    return names | {"inheritedRoles"} if facts.roles_from in names else names


def etag(release: Release, row: Row, body: Document) -> str:
    """The strong tag of an answer, 16 hex digits in quotes: of version and time, from 2.0 on of all it shows."""
    shown = json.dumps(body, sort_keys=True) if release >= SECOND else f"{row.version}:{row.updated_at}"
    return f'"{hashlib.sha256(shown.encode()).hexdigest()[:16]}"'
