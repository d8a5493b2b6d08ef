"""Parameters and headers as OpenAPI writes them, with the bounds that the sandbox keeps."""

from __future__ import annotations

from ..entities import BY_TYPE
from ..facts import EntityFacts, Filter
from ..listing import HIGHEST_LIMIT, INCLUDES, LIMIT
from ..schemas import Schemas
from .components import JSON

CHANGES = (
    "entityCreated", "entityUpdated", "entityNoChange", "entityFieldsChanged",
    "entitySoftDeleted", "entityDeleted", "entityRestored",
)  # fmt: skip
CHANGE: JSON = {
    "X-OpenMetadata-Change": {
        "description": "What the call did to the entity.",
        "required": True,
        "schema": {"type": "string", "enum": [*CHANGES]},
    }
}
ETAG: JSON = {
    "ETag": {
        "description": 'Strong tag of the entity. `If-Match` of a PATCH takes it, or the weak form `W/"0.1"`.',
        "required": True,
        "schema": {"type": "string", "pattern": '^"[0-9a-f]{16}"$'},
    }
}
LOCATION: JSON = {
    "Location": {"description": "The entity's `href`.", "required": True, "schema": {"type": "string", "format": "uri"}}
}
BY_ID: JSON = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "UUID of the entity.",
    "schema": {"type": "string", "format": "uuid"},
}
BY_FQN: JSON = {
    "name": "fqn",
    "in": "path",
    "required": True,
    "description": "Fully qualified name, percent-encoded as a whole. A part that holds a dot stands in double quotes.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 3072},
}
VERSION: JSON = {
    "name": "version",
    "in": "path",
    "required": True,
    "description": "A version that the entity has had.",
    "schema": {"type": "string", "examples": ["0.1"], "pattern": r"^[0-9]+\.[0-9]$"},
}
USER: JSON = {**BY_ID, "name": "user", "description": "UUID of the user."}
PATH: dict[str, JSON] = {"id": BY_ID, "fqn": BY_FQN, "version": VERSION, "user": USER}
IF_MATCH: JSON = {
    "name": "If-Match",
    "in": "header",
    "description": 'Patch only this version: the strong `ETag`, `W/"0.1"`, or `*`.',
    "schema": {"type": "string", "examples": ['W/"0.1"', "*"]},
}


def query(name: str, schema: JSON, description: str) -> JSON:
    """An optional query parameter."""
    return {"name": name, "in": "query", "description": description, "schema": schema}


def flag(name: str, description: str) -> JSON:
    """A query parameter that is false unless given."""
    return query(name, {"type": "boolean", "default": False}, description)


def fields(schemas: Schemas, facts: EntityFacts) -> JSON:
    """`fields`: which properties to show beyond the plain ones."""
    names = [*schemas.entity(facts.kind).properties, "*"]
    schema = {"type": "array", "items": {"type": "string", "enum": names}, "uniqueItems": True}
    described = query("fields", schema, "Properties to show that are left out otherwise, comma-separated; `*` is all.")
    return {**described, "style": "form", "explode": False}


def include() -> JSON:
    """`include`: soft-deleted entities or not."""
    schema = {"type": "string", "enum": list(INCLUDES), "default": "non-deleted"}
    return query("include", schema, "Whether soft-deleted entities are shown.")


def paging(facts: EntityFacts) -> list[JSON]:
    """What a list takes beside `fields` and `include`."""
    bounds = {"type": "integer", "minimum": 0, "maximum": HIGHEST_LIMIT, "default": LIMIT}
    cursor = {"type": "string", "contentEncoding": "base64url"}
    return [
        query("limit", bounds, "Entities on a page; 0 answers the total alone."),
        query("before", cursor, "`paging.before` of a page, for the one before it. Not together with `after`."),
        query("after", cursor, "`paging.after` of a page, for the one after it. Not together with `before`."),
        *(_filter(facts, rule) for rule in facts.filters),
    ]


def _filter(facts: EntityFacts, rule: Filter) -> JSON:
    if rule.means == "equal":
        return query(rule.parameter, {"type": "string"}, f"Only where `{rule.property}` is this.")
    if rule.means == "flag":
        return query(rule.parameter, {"type": "boolean"}, f"Only where `{rule.property}` has this value.")
    targets = rule.targets or getattr(facts.reference(rule.property), "targets", ())
    names = " or ".join(BY_TYPE[target].kind for target in targets if target in BY_TYPE)
    what = {"below": "Only what is below", "child_of": "Only the direct children of"}.get(rule.means, "Only what is in")
    return query(rule.parameter, {"type": "string"}, f"{what} this {names}, given by FQN or UUID.")
