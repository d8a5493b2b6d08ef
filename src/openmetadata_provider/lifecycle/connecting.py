"""A new connection sent: PUT of the service as it is, with masks where secrets stay.

A patch would store a mask as the secret. PUT clears some of what it is not given, so all of that is sent along. Source:
reference/openmetadata-server.md, 3.2, 5.3 and 9.2.
"""

from __future__ import annotations

from html import unescape
from typing import Any, Final

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.differences import CONNECTION, stored_references
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import Operations
from openmetadata_provider.client.wire import model_from_properties
from openmetadata_provider.lifecycle.changes import Change, Observed
from openmetadata_provider.lifecycle.connections import secret_names, sent_secrets
from openmetadata_provider.lifecycle.freshness import check_written_once, still_as_planned
from openmetadata_provider.lifecycle.secrets import SecretsPolicy, with_resolved

KEPT: Final = frozenset({"tags", CONNECTION})
"""What PUT keeps where nothing is said: labels that the server derives are not to be sent back as the service's own."""


def connected(
    change: Change, operations: Operations[Any, Any], known: Known, secrets: SecretsPolicy
) -> Steps[float | None]:
    """Sends the new connection of a service. Returns the version that the service has then.

    PUT looks at no version, so the entity is read just before, and the version of the answer tells of a write in
    between. Raises PreconditionFailed for one before, Conflict for one in between.
    """
    declaration = change.declaration
    if declaration is None:
        return None
    fresh = yield from still_as_planned(change, change.spec.fields, "PUT", known)
    where = f"{change.name}: {CONNECTION}"
    connection = Payload(with_resolved(change.wanted.value[CONNECTION], secret_names(declaration), where))
    body = Payload({**request_from_entity(fresh, change), CONNECTION: connection.value})
    request = model_from_properties(operations.request_model, body.value)
    answer = yield from _put(request, operations, known)
    for path, written in sent_secrets(declaration, change.wanted.value[CONNECTION]):
        secrets.remember(declaration.key, path, written)
    version = Observed(body=answer).version
    check_written_once(change, fresh, version)
    return version


def _put(request: Any, operations: Operations[Any, Any], known: Known) -> Steps[Payload]:
    """The answer as it is: whether the entity is as declared is for the next plan to say."""
    fqn, payload = operations.payload_from(request)
    yield from operations.canonicalised(fqn, payload, known)
    return (yield from fetch(Request(method="PUT", path=operations.path, body=payload.value, about=fqn or None)))


def request_from_entity(entity: Observed, change: Change) -> dict[str, Any]:
    """The create request that leaves an entity as it is: what PUT does not keep by itself is in it."""
    names = {p.name for p in change.spec.properties} - KEPT
    body = {name: value for name, value in entity.properties.items() if name in names and value not in (None, [], "")}
    for reference in change.spec.references:
        value = body.get(reference.property)
        if isinstance(value, list):
            body[reference.property] = [_written(item, reference.spelling) for item in stored_references(value)]
        elif value is not None:
            body[reference.property] = _written(value, reference.spelling)
    if "description" in body:
        body["description"] = unescape(body["description"])
    return {name: value for name, value in body.items() if value != []}


def _written(item: Any, spelling: str) -> Any:
    if spelling == "ref":
        return {"id": item["id"], "type": item["type"]}
    return item["id"] if spelling == "id" else item.get("fullyQualifiedName") or item.get("name")
