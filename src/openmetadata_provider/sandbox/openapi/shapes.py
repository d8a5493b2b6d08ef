"""Schemas of answers that no bundled schema describes: errors, pages, bulk results, JSON Patch."""

from __future__ import annotations

from collections.abc import Mapping

from ..type_facts import CUSTOM_PROPERTY
from ..voting import VOTES
from .components import JSON


def _object(required: str, **properties: JSON) -> JSON:
    names = required.split()
    return {"type": "object", "required": names, "properties": properties, "additionalProperties": False}


def _operation(names: list[str], **more: JSON) -> JSON:
    pointer = {"type": "string", "pattern": "^(/.*)?$"}
    required = " ".join(["op", "path", *("from" if name == "from_" else name for name in more)])
    extra = {
        "from" if name == "from_" else name: pointer if name == "from_" else schema for name, schema in more.items()
    }
    return {**_object(required, op={"enum": names}, path=pointer, **extra), "additionalProperties": True}


_TEXT: JSON = {"type": "string"}
_COUNT: JSON = {"type": "integer", "minimum": 0}
_STATUS: JSON = {"enum": ["success", "failure", "aborted", "partialSuccess", "running"]}
_REFERENCES: JSON = {"type": "array", "items": {"$ref": "#/components/schemas/type.entityReference"}}
_ROW: JSON = {"description": "FQN of the row; the row itself if it failed before its FQN was known."}

SHAPES: Mapping[str, JSON] = {
    "Error": _object(
        "code message",
        code={"type": "integer", "minimum": 400, "maximum": 599, "description": "The status again."},
        message={**_TEXT, "description": "What is wrong, for people. `[…]` holds violations of the body's schema."},
        errorType={"enum": ["RULE_VIOLATION", "UNHANDLED"], "description": "Absent on most errors."},
    ),
    "Paging": _object("total", total=_COUNT, before=_TEXT, after=_TEXT),
    "RestoreEntity": _object("id", id={"type": "string", "format": "uuid"}),
    "ServerVersion": _object(
        "version revision timestamp", version=_TEXT, revision=_TEXT, timestamp={"type": "integer"}
    ),
    "Health": _object("status", status={"const": "healthy"}),
    "BulkOperationResult": _object(
        "dryRun status numberOfRowsProcessed numberOfRowsPassed numberOfRowsFailed",
        dryRun={"type": "boolean"},
        status=_STATUS,
        numberOfRowsProcessed=_COUNT,
        numberOfRowsPassed=_COUNT,
        numberOfRowsFailed=_COUNT,
        successRequest={"type": "array", "items": _object("request status", request=_ROW, status={"const": 200})},
        failedRequest={
            "type": "array",
            "items": _object("request message status", request=_ROW, message=_TEXT, status={"enum": [400, 403]}),
        },
    ),
    "BulkAssets": {**_object("assets", assets=_REFERENCES, dryRun={"type": "boolean"})},
    "BulkAssetsResult": _object(
        "dryRun status numberOfRowsProcessed numberOfRowsPassed numberOfRowsFailed",
        dryRun={"type": "boolean"},
        status=_STATUS,
        numberOfRowsProcessed=_COUNT,
        numberOfRowsPassed=_COUNT,
        numberOfRowsFailed=_COUNT,
        successRequest={"type": "array", "items": {"type": "object"}},
        failedRequest={"type": "array", "items": {"type": "object"}},
    ),
    "ChangeEvent": {"type": "object", "required": ["id", "eventType", "entityType", "entityId", "changeDescription"]},
    "Job": {"type": "object", "required": ["jobId", "message"], "properties": {"jobId": _TEXT, "message": _TEXT}},
    "Vote": _object("updatedVoteType", updatedVoteType={"enum": [*VOTES]}),
    "CustomProperty": dict(CUSTOM_PROPERTY),
    "FaultLines": _object("faults", faults={"type": "array", "items": _TEXT}),
    "Faults": _object(
        "faults",
        faults={"type": "array", "items": _object("fault matched fired", fault=_TEXT, matched=_COUNT, fired=_COUNT)},
    ),
    "SeenRequests": _object("total requests", total=_COUNT, requests={"type": "array", "items": {"type": "object"}}),
    "JsonPatch": {
        "type": "array",
        "description": "Operations of RFC 6902, done in order.",
        "items": {
            "anyOf": [
                _operation(["add", "replace", "test"], value={}),
                _operation(["remove"]),
                _operation(["move", "copy"], from_={}),
            ]
        },
    },
}

ANSWERED_OTHERWISE: Mapping[str, Mapping[str, JSON]] = {
    # A team without an e-mail address is stored with an empty one, which the schema of addresses refuses.
    "Team": {"email": {"anyOf": [{"$ref": "#/components/schemas/type.basic.email"}, {"const": ""}]}},
}
"""Kind → property → schema, where the server does not keep to the entity's own schema."""
MAY_LACK: Mapping[str, frozenset[str]] = {"Bot": frozenset({"botUser"})}
"""Kind → required properties that an answer may lack all the same: the user of a bot may be deleted for good."""
