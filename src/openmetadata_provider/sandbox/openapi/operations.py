"""What each handler takes and answers. A handler that is served and not described here fails the build of the document.

To describe a new one, add an entry to `OF_HANDLERS` (verbs of collections), to `OF_ACTIONS` in `action_operations`
(what else collections take) or to `OF_PATHS` (everything else).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .. import handlers
from ..facts import EntityFacts
from ..routing import KindHandler
from ..schemas import Schemas
from . import parameters as given
from .components import JSON, ref

Described = Callable[[EntityFacts], JSON]
"""A schema, once it is known which kind it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """An answer of a call that succeeds."""

    says: str
    schema: Described
    headers: JSON = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One handler, for every kind it serves. Path parameters are known from the route; 401 and 415 are too."""

    summary: str
    """Begins with the verb; `{kind}` stands for the kind."""
    good: Mapping[int, Good]
    bad: tuple[int, ...] = ()
    """Statuses of its error answers."""
    description: str = ""
    parameters: Callable[[Schemas, EntityFacts], list[JSON]] = lambda schemas, facts: []
    body: Described | None = None


def create_name(facts: EntityFacts) -> str:
    """The component that holds the create request of a kind."""
    return f"Create{facts.kind}"


def entity_name(facts: EntityFacts) -> str:
    """The component that holds the entity as it is answered."""
    return facts.kind


def entity(facts: EntityFacts) -> JSON:
    """An entity of the kind."""
    return ref(entity_name(facts))


def create_body(facts: EntityFacts) -> JSON:
    """A create request of the kind."""
    return ref(create_name(facts))


def _page(facts: EntityFacts) -> JSON:
    rows = {"type": "array", "items": entity(facts)}
    return {"type": "object", "required": ["data", "paging"], "properties": {"data": rows, "paging": ref("Paging")}}


def _history(facts: EntityFacts) -> JSON:
    text = {"type": "string", "contentMediaType": "application/json", "contentSchema": entity(facts)}
    properties = {"entityType": {"const": facts.entity_type}, "versions": {"type": "array", "items": text}}
    return {"type": "object", "required": ["entityType", "versions"], "properties": properties}


def always(name: str) -> Described:
    """The same component for every kind."""
    return lambda facts: ref(name)


def _reading(schemas: Schemas, facts: EntityFacts) -> list[JSON]:
    return [given.fields(schemas, facts), given.include()]


_CREATED = Good(says="The new entity.", schema=entity, headers={**given.CHANGE, **given.LOCATION})
CHANGED = Good(says="The entity now.", schema=entity, headers=given.CHANGE)
_ENTITY = Good(says="The entity.", schema=entity)

DELETION: list[JSON] = [
    given.flag("hardDelete", "Remove it for good. Kinds without `deleted` are always removed for good."),
    given.flag("recursive", "Delete what is below as well; otherwise 400 if there is anything."),
]

OF_HANDLERS: Mapping[KindHandler, Operation] = {
    handlers.get_list: Operation(
        summary="List {kind} entities, by name",
        good={200: Good(says="One page.", schema=_page)},
        bad=(400,),
        parameters=lambda schemas, facts: [*_reading(schemas, facts), *given.paging(facts)],
    ),
    handlers.get_one: Operation(
        summary="Read one {kind}",
        good={200: Good(says="The entity.", schema=entity, headers=given.ETAG)},
        bad=(400, 404),
        parameters=_reading,
    ),
    handlers.get_logged_in: Operation(
        summary="Read the {kind} behind the token",
        good={200: _ENTITY},
        bad=(400, 404),
        parameters=lambda schemas, facts: [given.fields(schemas, facts)],
    ),
    handlers.post: Operation(
        summary="Create a {kind}",
        description="409 if the fully qualified name is taken, by a soft-deleted entity as well.",
        good={201: _CREATED},
        bad=(400, 403, 404, 409),
        body=create_body,
    ),
    handlers.put_one: Operation(
        summary="Create a {kind}, or update the one with its name",
        description="Tags are merged, owners and domains are kept when absent, most other absent properties are"
        " cleared. Revives a soft-deleted entity.",
        good={200: CHANGED, 201: _CREATED},
        bad=(400, 403, 404, 409),
        body=create_body,
    ),
    handlers.put_bulk: Operation(
        summary="Create or update many {kind} entities",
        description="Every row for itself: 200 also when rows fail.",
        good={
            200: Good(says="What came of each row.", schema=always("BulkOperationResult")),
            202: Good(says="Taken, with `async`.", schema=always("BulkOperationResult")),
        },
        bad=(400,),
        parameters=lambda schemas, facts: [given.flag("async", "Answer before the rows are done.")],
        body=lambda facts: {"type": "array", "items": create_body(facts)},
    ),
    handlers.patch_one: Operation(
        summary="Change a {kind} by JSON Patch",
        description="The patch is applied to the whole entity. As on the real server, an operation that does not fit"
        " the entity (a failed `test`, a path that is not there) is answered with 500 and leaves it as it was.",
        good={200: Good(says="The entity now.", schema=entity, headers={**given.CHANGE, **given.ETAG})},
        bad=(400, 403, 404, 409, 412, 500),
        parameters=lambda schemas, facts: [given.IF_MATCH],
        body=always("JsonPatch"),
    ),
    handlers.delete_one: Operation(
        summary="Delete a {kind}",
        good={200: Good(says="The entity as it was, or soft-deleted.", schema=entity, headers=given.CHANGE)},
        bad=(400, 403, 404),
        parameters=lambda schemas, facts: DELETION,
    ),
    handlers.put_restore: Operation(
        summary="Bring a soft-deleted {kind} back, with what was deleted below it",
        description="As on the real server, an entity that is not deleted is answered with 500.",
        good={200: CHANGED},
        bad=(400, 403, 404, 500),
        body=always("RestoreEntity"),
    ),
    handlers.get_versions: Operation(
        summary="List the versions of a {kind}, newest first",
        good={200: Good(says="Each version as a JSON string.", schema=_history)},
        bad=(404,),
    ),
    handlers.get_version: Operation(
        summary="Read one version of a {kind}",
        good={200: Good(says="The entity as it was.", schema=entity)},
        bad=(404,),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainOperation:
    """A route outside the collections."""

    summary: str
    good: Mapping[int, JSON]
    """Status → schema."""
    media_type: str = "application/json"
    bad: tuple[int, ...] = ()
    body: JSON | None = None
    needs_token: bool = False


def _admins(summary: str, shape: str, body: JSON | None = None, bad: tuple[int, ...] = (403,)) -> PlainOperation:
    return PlainOperation(summary=summary, good={200: ref(shape)}, bad=bad, body=body, needs_token=True)


OF_PATHS: Mapping[tuple[str, str], PlainOperation] = {
    ("GET", "/api/v1/system/version"): PlainOperation(
        summary="Read which OpenMetadata release the sandbox stands for", good={200: ref("ServerVersion")}
    ),
    ("GET", "/api/v1/system/health"): PlainOperation(summary="Say that the sandbox is up", good={200: ref("Health")}),
    ("GET", "/swagger.json"): PlainOperation(summary="Read this document", good={200: {"type": "object"}}),
    ("GET", "/sandbox/faults"): _admins("List the faults, and how often each has fired", "Faults"),
    ("PUT", "/sandbox/faults"): _admins("Set the faults", "Faults", body=ref("FaultLines"), bad=(400, 403)),
    ("DELETE", "/sandbox/faults"): _admins("Remove all faults", "Faults"),
    ("GET", "/sandbox/requests"): _admins("List the last requests", "SeenRequests"),
}
