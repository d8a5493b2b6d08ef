"""The connection of a service: compared key by key, its secrets apart.

The new value never holds a secret that came from the server: masks stand in their places, which the server puts its own
values back into. Source: reference/openmetadata-server.md, 9.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from openmetadata_provider.client.differences import CONNECTION
from openmetadata_provider.client.secret import SECRET_LIKE
from openmetadata_provider.client.settling import SERVER_MASK
from openmetadata_provider.lifecycle.catalogue import Declaration
from openmetadata_provider.lifecycle.changes import Observed, PropertyChange
from openmetadata_provider.lifecycle.merging import leaf_changes, merged
from openmetadata_provider.lifecycle.secrets import (
    PathTo,
    SecretsPolicy,
    dotted,
    is_reference,
    password_keys,
    replaced_at,
    secret_paths,
    value_at,
)
from openmetadata_provider.validation.kinds import Shape

_PASSWORD_IN_URL: Final = re.compile(r"(://[^/?#@\s:]*:)[^/?#@\s]+@")
Found = tuple[str, Any, tuple[PropertyChange, ...]]


def secret_names(declaration: Declaration) -> frozenset[str]:
    """Names of the properties of a declaration that hold passwords.

    Where the bindings have no schema of the connector, those that are called so, and those with a reference.
    """
    shape = _shape(declaration)
    if declaration.spec.service is None or shape is not declaration.kind.shape():
        return shape.secrets
    return shape.secrets | frozenset(password_keys(declaration.payload.get(CONNECTION)))


def _shape(declaration: Declaration) -> Shape:
    service_type = declaration.payload.get("serviceType")
    return declaration.kind.shape(service_type if isinstance(service_type, str) else None)


def connection_changes(
    declaration: Declaration, observed: Observed, value: Mapping[str, Any] | None, secrets: SecretsPolicy
) -> Iterator[Found]:
    """The connection, if it has to change: its name, its whole new value (None removes), what changes in it."""
    names = secret_names(declaration)
    current = observed.properties.get(CONNECTION) or {}
    held = masked(current, names)
    if not value:
        if held:
            yield CONNECTION, None, tuple(hidden(change) for change in leaf_changes(CONNECTION, held, None))
        return
    asked = masked(value, names)
    whole = _valid_of(declaration, held, asked)
    changes = [hidden(change) for change in leaf_changes(CONNECTION, held, whole)]
    for path, written in secret_paths(value, names):
        before = value_at(current, path)
        if secrets.is_changed(declaration.key, (CONNECTION, *path), written, before):
            whole = replaced_at(whole, path, written)
            changes.append(_secret(dotted((CONNECTION, *path)), before, written))
        elif path[-1] not in _shape(declaration).secrets:
            whole = replaced_at(whole, path, written)  # without a schema, a mask may be taken at its word
    if changes:
        yield CONNECTION, whole, tuple({change.path: change for change in changes}.values())


def masked(value: Any, names: frozenset[str]) -> Any:
    """The value with the server's mask in the place of every password."""
    for path, written in list(secret_paths(value, names)):
        if written:
            value = replaced_at(value, path, SERVER_MASK)
    return value


def _valid_of(declaration: Declaration, held: Mapping[str, Any], asked: Mapping[str, Any]) -> Any:
    """What is there under what is declared, as deep as the schema lets them be mixed.

    Part of a connection may be one of several shapes (sorts of credentials); there, mixing two makes neither.
    """
    deep = merged(held, asked)
    config, old = asked.get("config"), held.get("config")
    if not isinstance(config, Mapping) or not isinstance(old, Mapping) or _is_valid(declaration, deep):
        return deep
    shallow = {**deep, "config": {k: v for k, v in {**old, **config}.items() if v is not None}}
    return shallow if _is_valid(declaration, shallow) else deep


def _is_valid(declaration: Declaration, connection: Any) -> bool:
    payload = {name: declaration.payload[name] for name in ("name", "serviceType") if name in declaration.payload}
    shape = declaration.kind.shape(payload.get("serviceType"))
    return bool(shape.validator.is_valid({**payload, CONNECTION: connection}))


def hidden(change: PropertyChange, secrets: Collection[str] = ()) -> PropertyChange:
    """The change without its values if they are secret, or look as if they were. `secrets` are paths."""
    is_masked = SERVER_MASK in (change.before, change.after) or is_reference(change.after)
    looks_secret = SECRET_LIKE.search(change.path.rpartition(".")[2])
    shown = replace(change, before=_shown(change.before), after=_shown(change.after))
    if change.path in secrets or is_masked or looks_secret or (shown.before == shown.after is not None):
        return _secret(change.path, change.before, change.after)
    return shown


def _shown(value: Any, key: str = "") -> Any:
    """The value without what a key in it, or its own form, gives away as a password."""
    if isinstance(value, Mapping):
        return {name: _shown(item, str(name)) for name, item in value.items()}
    if isinstance(value, list):
        return [_shown(item, key) for item in value]
    if value and SECRET_LIKE.search(key):
        return SERVER_MASK
    return _PASSWORD_IN_URL.sub(rf"\1{SERVER_MASK}@", value) if isinstance(value, str) else value


def _secret(path: str, before: Any, after: Any) -> PropertyChange:
    """That there was a secret, and is one: nothing of what it is."""
    masks = [SERVER_MASK if value else None for value in (before, after)]
    return PropertyChange(path=path, before=masks[0], after=masks[1], is_secret=True)


def sent_secrets(declaration: Declaration, connection: Any) -> Iterator[tuple[PathTo, Any]]:
    """The secrets in a new connection that are sent: where, and what is written there."""
    for path, written in secret_paths(connection, secret_names(declaration)):
        if written and written != SERVER_MASK:
            yield (CONNECTION, *path), written
