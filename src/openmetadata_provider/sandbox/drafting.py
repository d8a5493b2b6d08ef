"""From a create request to a draft: a document with what the request says and nothing else.

References are resolved, tags filled in, the FQN computed. POST stores a draft; PUT merges it into what is there.
"""

from __future__ import annotations

import re
from typing import Any

from .bodies import checked_request
from .catalogue import Catalogue, Document
from .certifying import without_certifications
from .errors import violations
from .facts import EntityFacts
from .fqn import child_fqn
from .kinds import complete
from .legacy import incoming, old_names
from .linking import resolved
from .releases import SECOND
from .sanitizing import sanitized
from .strictness import check_names, check_request
from .tags import labels_from_request

_NAME = re.compile(r'[^>"\x00-\x1f\x7f]+')
"""What 2.0 lets a name hold."""
REQUEST_ONLY = frozenset({"authenticationMechanism", "assets", "fullyQualifiedName"})
"""What a request may hold though an entity answers something else under that name."""


def checked(catalogue: Catalogue, facts: EntityFacts, body: Any) -> Document:
    """The request in `body`, valid and in the server's spelling; 400 otherwise."""
    if facts.connected and isinstance(body, dict) and "serviceType" in body:
        body = body | {"serviceType": catalogue.connectors.service_type(facts.kind, body["serviceType"])}
    if isinstance(body, dict):
        if catalogue.options.strict and not old_names(catalogue.options.release):
            check_names(body)
        body = incoming(catalogue.options.release, body)
    request = checked_request(
        catalogue.schemas.create(facts.kind), body, facts.create_class, old_names(catalogue.options.release)
    )
    _check_name(catalogue, request)
    if catalogue.options.strict:
        check_request(facts, request)
    for name in facts.lowercased:
        request[name] = request[name].lower()
    if "description" in request and catalogue.options.sanitizer != "off":
        request["description"] = sanitized(request["description"])
    return request


def _check_name(catalogue: Catalogue, request: Document) -> None:
    if catalogue.options.release >= SECOND and not _NAME.fullmatch(request["name"]):
        raise violations([f'name must match "{_NAME.pattern}"'])


def drafted(catalogue: Catalogue, facts: EntityFacts, request: Document) -> Document:
    """The draft of a checked request. 404 for a reference to nothing, 400 for what the kind does not allow."""
    draft = {**catalogue.schemas.create(facts.kind).defaults, **request}
    known = catalogue.schemas.entity(facts.kind).properties
    draft = {name: value for name, value in draft.items() if name in known and name not in REQUEST_ONLY}
    for reference in facts.references:
        if reference.property in draft:
            found = resolved(catalogue.store, reference, draft[reference.property])
            draft[reference.property] = found if reference.many else found[0]
    if facts.tagged and "tags" in draft:
        items = without_certifications(catalogue.options.release, draft["tags"])
        draft["tags"] = labels_from_request(catalogue.store, items)
    complete(catalogue.store, facts, draft)
    draft["fullyQualifiedName"] = fqn_of(facts, draft)
    return draft


def fqn_of(facts: EntityFacts, document: Document) -> str:
    """The FQN that follows from a document's name and parents."""
    parents = [document[name]["fullyQualifiedName"] for name in facts.parents if document.get(name)]
    return child_fqn(parents[0] if parents else None, document["name"])


def with_connection(catalogue: Catalogue, facts: EntityFacts, draft: Document, stored: Document | None) -> Document:
    """`draft` with its connection checked, unmasked against `stored` and filled with defaults."""
    connection = draft.get("connection")
    if not facts.connected or not isinstance(connection, dict) or "config" not in connection:
        return draft
    service_type = (stored or draft)["serviceType"]
    connector = catalogue.connectors.find(facts.kind, service_type)
    if connector is None:
        return draft
    connector.check(connection["config"])
    before = ((stored or {}).get("connection") or {}).get("config")
    config = connector.with_defaults(connector.unmasked(connection["config"], before))
    return {**draft, "connection": {**connection, "config": config}}
