"""A payload against the JSON Schema of its kind: a verdict first, and words only when it is bad."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, Final

from jsonschema_rs import ValidationError

from openmetadata_provider.validation.diagnostics import Diagnostic, Path, Severity, did_you_mean
from openmetadata_provider.validation.kinds import Kind, Shape
from openmetadata_provider.validation.phrases import given_type, listed
from openmetadata_provider.validation.secrets import literal_secrets
from openmetadata_provider.validation.unions import leaves
from openmetadata_provider.validation.wording import Fault, described

RESEMBLANCE: Final = 0.7
"""How alike an unknown and a missing property have to be to count as one misspelling."""
BEGINNING: Final = 4
"""How many letters of a property may stand for the whole: `user` for `username`."""
RANKS: Final = ("wrong-type", "unknown-value", "empty", "wrong-format")
"""Codes of errors on a value, the one that explains the others first."""
CONFIG: Final = ("connection", "config")
Payload = dict[str, Any]


def is_faultless(kind: Kind, payload: Any, *, literal_secrets: bool = False) -> bool:
    """The fast answer: nothing to say about this payload, not even a warning; `literal_secrets` are none if so said."""
    if type(payload) is not dict:
        return False
    verdict = kind.verdict(payload.get("serviceType"), literal_secrets=literal_secrets)
    return verdict is not None and verdict(payload)


def _is_unconfigured(payload: Payload) -> bool:
    """Whether a service has a connection with an empty config."""
    connection = payload.get("connection")
    return isinstance(connection, dict) and connection.get("config") == {}


def structure_faults(kind: Kind, payload: Any) -> Iterator[Diagnostic]:
    """Everything that the schema has against a payload, and passwords that are written out."""
    if not isinstance(payload, dict):
        hint = "Write properties and their values."
        yield Diagnostic(code="wrong-type", message=f"a {kind.name} is an object, not {given_type(payload)}", hint=hint)
        return
    shape, spelled, unknown = _spelled(kind, payload)
    if unknown is not None:
        yield unknown
    clean = without_nulls(spelled)
    if not shape.validator.is_valid(clean):
        found = (_in_context(d, payload) for d in _diagnostics(kind, shape, clean))
        yield from (d for d in found if unknown is None or d.path != ("serviceType",))
    yield from _literals(shape, clean)
    yield from _unconfigured(payload, shape)


def _spelled(kind: Kind, payload: Payload) -> tuple[Shape, Payload, Diagnostic | None]:
    """The schema to use, and the payload with its service type in the server's spelling; or that there is none such."""
    written = payload.get("serviceType")
    if not kind.service_types or not isinstance(written, str):
        return kind.shape(), payload, None
    service_type = kind.service_types.get(written.casefold())
    if service_type is None:
        return kind.shape(), payload, _unknown_service_type(kind, written)
    return kind.shape(service_type), {**payload, "serviceType": service_type}, None


def _unknown_service_type(kind: Kind, written: str) -> Diagnostic:
    known = sorted(set(kind.service_types.values()))
    hint = did_you_mean(written, known) or f"There are {', '.join(known)}."
    message = f'there is no {kind.name} of type "{written}"'
    return Diagnostic(code="unknown-service-type", message=message, hint=hint, path=("serviceType",))


def without_nulls(value: Any) -> Any:
    """The value without null properties: null means that a property is to be empty, whatever its type."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return value


def _diagnostics(kind: Kind, shape: Shape, payload: Payload) -> Iterator[Diagnostic]:
    subjects = _subjects(kind, payload)
    faults = (_fault(shape, error, subjects) for error in leaves(shape.validator.iter_errors(payload)))
    found = [diagnostic for fault in faults for diagnostic in described(fault)]
    yield from one_per_misspelling(_one_per_value(found))


def _in_context(diagnostic: Diagnostic, payload: Payload) -> Diagnostic:
    """A diagnostic with what the rest of the payload, as it was written, tells about it."""
    if diagnostic.path == (*CONFIG, "type") and diagnostic.code == "unknown-value":
        service_type = payload.get("serviceType")
        message = f"serviceType is {service_type}, and its connection is of another type"
        hint = f"Write {service_type} here, or correct serviceType."
        return replace(diagnostic, code="type-mismatch", message=message, hint=hint)
    if diagnostic.code == "missing-field" and _has(payload, path := (*diagnostic.path, _missing_name(diagnostic))):
        message = f'"{path[-1]}" is null, and has to be there'
        return replace(diagnostic, message=message, path=path)
    return diagnostic


def _has(value: Any, path: Path) -> bool:
    for step in path:
        inside = dict(enumerate(value)) if isinstance(value, list) else value
        if not isinstance(inside, dict) or step not in inside:
            return False
        value = inside[step]
    return True


def _subjects(kind: Kind, payload: Payload) -> dict[Path, str]:
    service_type = payload.get("serviceType")
    connection = f"a {service_type} connection" if isinstance(service_type, str) else "the connection"
    article = "an" if kind.name[0] in "AEIOU" else "a"
    return {(): f"{article} {kind.name}", CONFIG: connection}


def _fault(shape: Shape, error: ValidationError, subjects: Mapping[Path, str]) -> Fault:
    path: Path = tuple(error.instance_path)
    secret = any(step in shape.secrets for step in path)
    return Fault(error=error, path=path, node=shape.node(error.schema_path[:-1]), secret=secret, subjects=subjects)


def _one_per_value(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Of several errors on one value, the one that explains the others."""
    kept: dict[object, Diagnostic] = {}
    for diagnostic in found:
        own = diagnostic if diagnostic.at_key or diagnostic.code == "missing-field" else diagnostic.path
        before = kept.get(own)
        if before is None or _rank(diagnostic) < _rank(before):
            kept[own] = diagnostic
    return list(kept.values())


def _rank(diagnostic: Diagnostic) -> int:
    return RANKS.index(diagnostic.code) if diagnostic.code in RANKS else len(RANKS)


def one_per_misspelling(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """A property that is unknown, and missing under its right name, is one mistake."""
    found = list(found)
    missing = {d: _missing_name(d) for d in found if d.code == "missing-field"}
    told: set[Diagnostic] = set()
    out: list[Diagnostic] = []
    for diagnostic in found:
        echo = _echo(diagnostic, {d: name for d, name in missing.items() if d not in told})
        if echo is not None:
            told.add(echo)
            diagnostic = replace(diagnostic, hint=f'Did you mean "{missing[echo]}"?')
        out.append(diagnostic)
    return [diagnostic for diagnostic in out if diagnostic not in told]


def _missing_name(diagnostic: Diagnostic) -> str:
    return diagnostic.message.rsplit('"', 2)[1] if diagnostic.message.endswith('"') else ""


def _echo(diagnostic: Diagnostic, missing: Mapping[Diagnostic, str]) -> Diagnostic | None:
    """The missing property that an unknown one was meant to be."""
    if diagnostic.code != "unknown-field":
        return None
    beside = [d for d in missing if d.path == diagnostic.path[:-1] and missing[d]]
    return next((d for d in beside if _resemble(missing[d], str(diagnostic.path[-1]))), None)


def _resemble(wanted: str, given: str) -> bool:
    wanted, given = wanted.casefold(), given.casefold()
    begins = min(len(wanted), len(given)) >= BEGINNING and (wanted.startswith(given) or given.startswith(wanted))
    return begins or SequenceMatcher(None, wanted, given).ratio() >= RESEMBLANCE


def _literals(shape: Shape, payload: Payload) -> Iterator[Diagnostic]:
    for path in literal_secrets(payload, shape.secrets):
        yield Diagnostic(
            code="literal-secret",
            message=f'"{path[-1]}" is written out',
            hint="Give {env: NAME} or {file: PATH} instead.",
            severity=Severity.warning,
            path=path,
        )


def _unconfigured(payload: Payload, shape: Shape) -> Iterator[Diagnostic]:
    if not _is_unconfigured(payload) or not shape.connector_requires:
        return
    yield Diagnostic(
        code="empty-config",
        message=f"the connection lacks {listed(shape.connector_requires)}",
        hint="The service will exist, but nothing can connect with it.",
        severity=Severity.warning,
        path=CONFIG,
    )
