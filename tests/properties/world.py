"""A sandbox with something in it for every reference to mean, and payloads that refer to it.

The world never changes: what a payload makes is read and undone.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from openmetadata_provider.sandbox.authentication import ADMIN, BOT
from openmetadata_provider.sandbox.bodies import json_from_bytes
from openmetadata_provider.sandbox.catalogue import Catalogue
from openmetadata_provider.sandbox.connections import Connectors
from openmetadata_provider.sandbox.custom_properties import with_property
from openmetadata_provider.sandbox.drafting import REQUEST_ONLY
from openmetadata_provider.sandbox.entities import BY_TYPE, ENTITIES
from openmetadata_provider.sandbox.errors import ApiError
from openmetadata_provider.sandbox.facts import EntityFacts, ReferenceFacts
from openmetadata_provider.sandbox.loading import load_whole
from openmetadata_provider.sandbox.options import SandboxOptions
from openmetadata_provider.sandbox.presenting import Presenter
from openmetadata_provider.sandbox.schemas import Schemas
from openmetadata_provider.sandbox.seeds import seed
from openmetadata_provider.sandbox.storage import Store
from openmetadata_provider.sandbox.writing import create, update

FACTS = {facts.kind: facts for facts in ENTITIES}
OPTIONS = SandboxOptions(multi_domain_rule=False)
"""Several domains on one asset are allowed: the rule against it has tests of its own."""
RULE = {"name": "r", "effect": "allow", "operations": ["ViewAll"], "resources": ["All"]}
NOTE = "note"
"""The custom property, a text, of every type that can have some."""
COMPUTED = frozenset({"domain", "fullyQualifiedName", "provider", "entityStatus"})
"""What the server answers by itself, or, as `domain`, under another name."""


def _seeds() -> list[tuple[str, dict[str, Any]]]:
    numbers = range(4)
    return [
        ("DashboardService", {"name": "bi", "serviceType": "Metabase"}),
        ("DatabaseService", {"name": "db", "serviceType": "Mysql"}),
        ("Classification", {"name": "Colour", "description": "d"}),
        ("Glossary", {"name": "words", "description": "d"}),
        *(("User", {"name": f"user{n}", "email": f"user{n}@acme.io", "isBot": True}) for n in numbers),
        *(("Policy", {"name": f"policy{n}", "rules": [RULE]}) for n in numbers),
        *(("Role", {"name": f"role{n}", "policies": ["policy0"]}) for n in numbers),
        *(("Persona", {"name": f"persona{n}"}) for n in numbers),
        *(("Team", {"name": f"unit{n}", "teamType": "BusinessUnit"}) for n in numbers),
        *(("Domain", {"name": f"area{n}", "description": "d", "domainType": "Aggregate"}) for n in numbers),
        *(("DataProduct", {"name": f"product{n}", "description": "d", "domains": ["area0"]}) for n in numbers),
        *(("Tag", {"name": f"tag{n}", "description": "d", "classification": "Colour"}) for n in numbers),
        *(("GlossaryTerm", {"name": f"term{n}", "description": "d", "glossary": "words"}) for n in numbers),
        *(("Chart", {"name": f"chart{n}", "service": "bi"}) for n in numbers),
        *(("Dashboard", {"name": f"dashboard{n}", "service": "bi"}) for n in numbers),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server says to a POST: with a body if the entity was made, else with a message."""

    status: int
    message: str = ""
    body: dict[str, Any] | None = None


class _UndoError(Exception):
    """Takes a transaction back."""


class World:
    """The sandbox's own handlers over a catalogue in memory, without HTTP around them."""

    def __init__(self, database: str | None = None) -> None:
        """In memory, or in a file that a sandbox may serve afterwards."""
        schemas = Schemas(OPTIONS.schemas)
        connectors = Connectors(schemas)
        self.catalogue = Catalogue(store=Store(database), schemas=schemas, connectors=connectors, options=OPTIONS)
        self._presenter = Presenter(catalogue=self.catalogue, base_url="http://world.test", reveals=True)
        self._known: dict[str, list[tuple[str, str]]] = {}
        seed(self.catalogue)
        for kind, request in _seeds():
            facts = FACTS[kind]
            with self.catalogue.store.transaction():
                row = create(self.catalogue, facts, request, ADMIN).row
            self._known.setdefault(facts.entity_type, []).append((row.id, row.fqn))
        with self.catalogue.store.transaction():
            self._define_notes()

    def _define_notes(self) -> None:
        text = self.catalogue.store.by_fqn("type", "string")
        assert text is not None
        note = {"name": NOTE, "description": "d", "propertyType": {"id": text.id, "type": "type"}}
        for row in self.catalogue.store.rows_where("type", "json_extract(document, '$.category') = 'entity'"):
            before = load_whole(self.catalogue.store, row)
            update(self.catalogue, row, before, with_property(self.catalogue, before, note), ADMIN)

    def post(self, kind: str, payload: Any) -> Answer:
        """The answer to a POST of `payload`, of which nothing stays behind."""
        answers: list[Answer] = []
        facts = FACTS[kind]
        try:
            body = json_from_bytes(json.dumps(payload).encode())
            with suppress(_UndoError), self.catalogue.store.transaction():
                row = create(self.catalogue, facts, body, BOT).row
                made = self._presenter.written(facts, load_whole(self.catalogue.store, row))
                answers.append(Answer(status=201, body=made))
                raise _UndoError
        except ApiError as problem:
            return Answer(status=problem.status, message=problem.message)
        except Exception as failure:
            return Answer(status=500, message=repr(failure))
        return answers[0]

    def placed(self, kind: str, payload: Any) -> Any:
        """`payload` with references that lead somewhere, wherever it holds some of the right shape.

        What is malformed stays as it is; references to kinds that the sandbox has not are taken out.
        """
        if not isinstance(payload, dict):
            return payload
        placed = dict(payload)
        for reference in FACTS[kind].references:
            if reference.property in placed:
                self._place(kind, placed, reference)
        if isinstance(placed.get("extension"), dict):
            placed["extension"] = {NOTE: "n"}
        if isinstance(placed.get("domain"), str):
            placed["domain"] = self._fqn("domain", 0)
        if FACTS[kind].tagged and isinstance(placed.get("tags"), list):
            placed["tags"] = [self._label(label, at) for at, label in enumerate(placed["tags"])]
        if placed.get("dataProducts") and not placed.get("domain") and "domains" in self._properties(kind):
            placed.setdefault("domains", [self._fqn("domain", 0)])
        return placed

    def _properties(self, kind: str) -> Any:
        return self.catalogue.schemas.create(kind).properties

    def _fqn(self, entity_type: str, number: int) -> str:
        known = self._known[entity_type]
        return known[number % len(known)][1]

    def _is_well_formed(self, kind: str, name: str, value: Any) -> bool:
        schema = self.catalogue.schemas.create(kind)
        return bool(schema.validator_of(schema.properties[name], f"property {name}").is_valid(value))

    def _place(self, kind: str, payload: dict[str, Any], reference: ReferenceFacts) -> None:
        value = payload[reference.property]
        target = reference.targets[0]
        if target in self._known:
            many = isinstance(value, list)
            placeable = self._is_well_formed(kind, reference.property, value)
            items = [
                self._item(reference, target, item, at) if item or placeable else item
                for at, item in enumerate(value if many else [value])
            ]
            payload[reference.property] = items if many else items[0]
        elif target not in BY_TYPE and self._is_well_formed(kind, reference.property, value):
            del payload[reference.property]

    def _item(self, reference: ReferenceFacts, target: str, item: Any, number: int) -> Any:
        entity_id, fqn = self._known[target][number % len(self._known[target])]
        if isinstance(item, str):
            return {"id": entity_id, "ref": f"{target}:{fqn}"}.get(str(reference.spelling), fqn)
        if not isinstance(item, dict):
            return item
        known = {"id": entity_id, "type": target, "name": fqn, "fullyQualifiedName": fqn}
        return {key: known.get(key, value) if isinstance(value, str) else value for key, value in item.items()}

    def _label(self, label: Any, number: int) -> Any:
        if not isinstance(label, dict) or not isinstance(label.get("tagFQN"), str):
            return label
        source = "glossaryTerm" if label.get("source") == "Glossary" else "tag"
        return label | {"tagFQN": self._fqn(source, number)}

    def difference(self, kind: str, sent: Any, body: dict[str, Any]) -> str | None:
        """What of a request the answer does not say, but for what the server is known to change (reference, section 14).

        References become objects in the order of names, labels are filled in, derived labels are left out, defaults
        are added to connections, and the names and e-mail addresses of users are in lower case.
        """
        facts = FACTS[kind]
        answered = self.catalogue.schemas.entity(kind).properties
        for name, value in _as_sent(sent, facts).items():
            if name in answered and name not in REQUEST_ONLY | COMPUTED:
                wanted, found = _comparable(facts, name, value, body.get(name))
                if wanted != found:
                    return f"/{name}: sent {wanted!r:.600}, found {found!r:.600}"
        return None


def _as_sent(sent: dict[str, Any], facts: EntityFacts) -> dict[str, Any]:
    lowered = {name: sent[name].lower() for name in facts.lowercased}
    domains = {"domains": [sent["domain"]]} if "domain" in sent else {}
    return sent | lowered | domains


def _comparable(facts: EntityFacts, name: str, sent: Any, found: Any) -> tuple[Any, Any]:
    """Two values that are equal if `found` says what `sent` says."""
    if name == "tags" and facts.tagged:
        wanted = {label["tagFQN"] for label in sent if label.get("labelType") != "Derived"}
        return wanted, {label["tagFQN"] for label in found or ()}
    if reference := facts.reference(name):
        return _targets(sent, found, reference)
    if name == "connection":
        return sent, _only(sent, found)
    if facts.kind == "Policy" and name == "rules":
        return _rules(sent), _rules(found)
    return _plain(sent), _plain(found)


def _rules(rules: Any) -> list[tuple[str, ...]]:
    """Rules without what the server takes out of them as redundant, and in any order."""
    return sorted(tuple(str(rule.get(key)) for key in ("name", "effect", "description", "condition")) for rule in rules)


def _targets(sent: Any, found: Any, reference: ReferenceFacts) -> tuple[set[str], set[str]]:
    refs = found if isinstance(found, list) else [found] if found else []
    inner = [ref[reference.envelope] if reference.envelope else ref for ref in refs]
    names = {spelled: ref["fullyQualifiedName"] for ref in inner for spelled in _spellings(ref)}
    items = sent if isinstance(sent, list) else [sent]
    wanted = {names.get(_key(item), f"nothing for {item}") for item in items}
    return wanted, {ref["fullyQualifiedName"] for ref in inner} if wanted else set()


def _spellings(ref: dict[str, Any]) -> tuple[str, ...]:
    return (ref["id"], ref["fullyQualifiedName"], f"{ref['type']}:{ref['fullyQualifiedName']}")


def _key(item: Any) -> str:
    if isinstance(item, dict):
        return str(item.get("id") or item.get("fullyQualifiedName") or item.get("name"))
    return str(item)


def _only(sent: Any, found: Any) -> Any:
    """Those parts of `found` that `sent` has as well: the others are defaults."""
    if isinstance(sent, dict) and isinstance(found, dict):
        return {key: _only(value, found[key]) for key, value in sent.items() if key in found}
    if isinstance(sent, list) and isinstance(found, list) and len(sent) == len(found):
        return [_only(*pair) for pair in zip(sent, found, strict=True)]
    return found


def _plain(value: Any) -> Any:
    return None if value in ([], None) else value
