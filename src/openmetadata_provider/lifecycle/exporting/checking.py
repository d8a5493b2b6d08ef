"""One entity as a document that is valid: whatever would make it invalid is left out, and said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openmetadata_provider.client.differences import CONNECTION
from openmetadata_provider.lifecycle.changes import Observed
from openmetadata_provider.lifecycle.exporting.connection import Written, without_defaults, without_secrets
from openmetadata_provider.lifecycle.exporting.document import Exported
from openmetadata_provider.lifecycle.exporting.naming import variable
from openmetadata_provider.lifecycle.exporting.properties import payload_of
from openmetadata_provider.lifecycle.secrets import dotted
from openmetadata_provider.validation.diagnostics import Diagnostic, Severity
from openmetadata_provider.validation.kinds import Kind, Shape
from openmetadata_provider.validation.payloads import Checks, faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An entity that no valid document can declare."""

    name: str
    """Kind and FQN."""
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


def exported(kind: Kind, entity: Observed, checks: Checks) -> Exported | Skipped:
    """The document that declares an entity. No I/O, and no secret in it."""
    payload = payload_of(kind.spec, entity.properties)
    connection = _connection(kind, entity.fqn, payload)
    if connection.value:
        payload[CONNECTION] = connection.value
    else:
        payload.pop(CONNECTION, None)
    notes = [f"{dotted(path)} looks like a secret, and no variable may stand there." for path in connection.left_out]
    for diagnostic in _errors(kind, payload, checks):
        name = str(diagnostic.path[0]) if diagnostic.path else ""
        known = kind.spec.property(name)
        if known is None or known.required:
            return Skipped(name=f"{kind.name} {entity.fqn}", reason=_reason(diagnostic))
        if payload.pop(name, None) is not None:
            notes.append(_reason(diagnostic))
    if rest := _errors(kind, payload, checks):
        return Skipped(name=f"{kind.name} {entity.fqn}", reason=_reason(rest[0]))
    variables = connection.variables if CONNECTION in payload else ()
    return Exported(definition=kind.spec, fqn=entity.fqn, spec=payload, variables=variables, notes=tuple(notes))


def _connection(kind: Kind, fqn: str, payload: Mapping[str, Any]) -> Written:
    """The connection without secrets, and without defaults where that is valid, too."""
    if not payload.get(CONNECTION):
        return Written(None, (), ())
    shape = _shape(kind, payload)
    whole = without_secrets(payload[CONNECTION], shape, lambda path: variable(kind.name, fqn, path))
    short = without_defaults(whole.value, shape)
    rest = {name: payload[name] for name in ("name", "serviceType") if name in payload}
    is_valid = shape.validator.is_valid({**rest, CONNECTION: short}) if short else True
    return whole._replace(value=short) if is_valid else whole


def _shape(kind: Kind, payload: Mapping[str, Any]) -> Shape:
    service_type = payload.get("serviceType")
    return kind.shape(service_type if isinstance(service_type, str) else None)


def _errors(kind: Kind, payload: Mapping[str, Any], checks: Checks) -> list[Diagnostic]:
    return [found for found in faults(kind, payload, checks) if found.severity is Severity.error]


def _reason(diagnostic: Diagnostic) -> str:
    """What these bindings do not take of what the server has."""
    return f"{dotted(diagnostic.path) or 'it'} is not valid for these bindings: {diagnostic.message}."
