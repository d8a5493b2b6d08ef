"""A POST whose answer was lost: it is looked up before anything is sent again, so that nothing is created twice.

Absent: it is sent again. Present, at its first version and equal in what was sent: it is the one that was created.
Present otherwise: a Conflict that tells what happened.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from openmetadata_provider.client.exchange import Payload, Request, Response, Steps
from openmetadata_provider.client.fqn import escape
from openmetadata_provider.client.settling import EVERYTHING, agrees, stored
from openmetadata_provider.errors import Conflict
from openmetadata_spec import EntitySpec

if TYPE_CHECKING:
    from pydantic import BaseModel

FIRST_VERSION: Final = 0.1
_LOWERCASED: Final = ("name", "email")


def create_request(path: str, fqn: str, payload: Payload, spec: EntitySpec, entity: type[BaseModel]) -> Request:
    """The POST, able to find out what became of it where the request tells the FQN to look for."""
    settled = partial(_settled, path, fqn, payload, spec, entity) if fqn and _tells_fqn(spec, payload.value) else None
    return Request(method="POST", path=path, body=payload.value, about=fqn or None, settled=settled)


def _tells_fqn(spec: EntitySpec, body: Mapping[str, Any]) -> bool:
    parent = next(filter(None, (body.get(parent.property) for parent in spec.parents)), "")
    return isinstance(parent, str)


def _settled(
    path: str, fqn: str, payload: Payload, spec: EntitySpec, entity_model: type[BaseModel]
) -> Steps[Response | None]:
    query = (*EVERYTHING, ("include", "all"))
    read = Request(method="GET", path=f"{path}/name/{escape(fqn)}", query=query, about=fqn)
    response, entity = yield from stored(read)
    if entity is None:
        return None if response.status == 404 else response
    shown = {field.alias or name for name, field in entity_model.model_fields.items()}
    reasons = _differences(payload, entity, shown, lowercase=spec.lowercase_name)
    if not reasons:
        return response
    raise Conflict(
        status=409,
        error="ENTITY_ALREADY_EXISTS",
        message=f"The first attempt got no answer, and what is there now is not what was sent: {'; '.join(reasons)}",
        method="POST",
        path=path,
        fqn=fqn,
    )


def _differences(body: Payload, entity: Payload, shown: Container[str], *, lowercase: bool) -> list[str]:
    """Why the entity is not the one that was sent; the names of properties, never their values.

    What an entity never shows (the password of a user) cannot tell them apart.
    """
    held = entity.value if isinstance(entity.value, dict) else {}
    reasons = []
    if held.get("deleted"):
        reasons.append("it is soft-deleted")
    if abs(_number(held.get("version")) - FIRST_VERSION) > 0.01:
        reasons.append(f"it is at version {held.get('version')}, a new one would be at {FIRST_VERSION}")
    differing = [name for name in body.value if name in shown and not _is_held(name, body, held, lowercase=lowercase)]
    if differing:
        reasons.append(f"it differs in {', '.join(differing)}")
    return reasons


def _is_held(name: str, body: Payload, held: Mapping[str, Any], *, lowercase: bool) -> bool:
    if lowercase and name in _LOWERCASED:
        return str(body.value[name]).lower() == str(held.get(name)).lower()
    return agrees(body.value[name], held.get(name))


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
