"""Payloads with a password in every place where a connector has one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from typing import Any

from strategies import UnsatisfiableError, sample

from openmetadata_provider.validation.kinds import Shape, kinds

DRAWS = 6000
CONNECTORS = [
    (name, service_type)
    for name, kind in kinds().items()
    for service_type in sorted(kind.own_service_types)
    if kind.shape(service_type) is not kind.shape() and kind.shape(service_type).secrets
]
"""Kind and service type of everything that has passwords."""


def planted(value: Any, names: frozenset[str], secret: Any) -> Any:
    """The payload with every password in it replaced."""
    if isinstance(value, dict):
        return {k: secret if k in names and isinstance(v, str) else planted(v, names, secret) for k, v in value.items()}
    return [planted(item, names, secret) for item in value] if isinstance(value, list) else value


@cache
def specs(kind: str, service_type: str) -> list[dict[str, Any]]:
    """Create requests that have, between them, every password of a connector, each of them a text."""
    shape, rng, missing, found = kinds()[kind].shape(service_type), random.Random(7), None, []
    missing = set(shape.secrets)
    for number in range(DRAWS):
        if not missing:
            break
        spec = _drawn(shape, rng) | {"name": f"{service_type}{number}", "serviceType": service_type}
        new = missing & set(_keys(spec, shape.secrets))
        if new and shape.validator.is_valid(planted(spec, shape.secrets, {"env": "X"})):
            missing -= new
            found.append(spec)
    assert not missing, f"{service_type}: {missing} never drawn"
    return found


def _drawn(shape: Shape, rng: random.Random) -> dict[str, Any]:
    try:
        drawn = sample(shape._plain, rng)
    except UnsatisfiableError:
        return {}
    return {"connection": _without_session_tokens(drawn["connection"])} if drawn.get("connection") else {}


def _without_session_tokens(value: Any) -> Any:
    """They are secret, too, but to the API they are plain texts: no reference may stand there."""
    if isinstance(value, dict):
        return {k: _without_session_tokens(v) for k, v in value.items() if k != "awsSessionToken"}
    return [_without_session_tokens(item) for item in value] if isinstance(value, list) else value


def _keys(value: Any, names: frozenset[str]) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (key for key, item in value.items() if key in names and isinstance(item, str))
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(item, names)
