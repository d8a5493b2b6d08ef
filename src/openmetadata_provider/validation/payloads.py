"""One payload checked: the library's face of validation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from openmetadata_provider.validation.diagnostics import Diagnostic, Severity, did_you_mean, in_payload_order
from openmetadata_provider.validation.kinds import DEFAULT_BINDINGS, Kind, kinds
from openmetadata_provider.validation.rules import rule_faults
from openmetadata_provider.validation.structure import is_faultless, structure_faults, without_nulls
from openmetadata_provider.validation.versions import NEWEST, Version, version_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """What is checked, and how hard."""

    strict: bool = False
    """Warnings of incomplete connections are errors."""
    literal_secrets: bool = True
    """Passwords that are written out are warnings."""
    server_version: Version | None = None
    """Major and minor of the server that is to take the payloads; None is the one of the bindings."""
    bindings: str = DEFAULT_BINDINGS


def validate(payload: Any, *, kind: str, checks: Checks | None = None) -> list[Diagnostic]:
    """What is wrong with a create request (or a list of them, as for bulk), in the order of its properties.

    Empty if nothing is. Never raises for bad data, not even for an unknown `kind`; ConfigurationError if the bindings
    that `checks` names are not installed.
    """
    checks = checks or Checks()
    known = kinds(checks.bindings)
    if kind not in known:
        return [unknown_kind(kind, known)]
    if not isinstance(payload, list):
        return faults(known[kind], payload, checks)
    rows = ((number, faults(known[kind], row, checks)) for number, row in enumerate(payload))
    return [replace(diagnostic, path=(number, *diagnostic.path)) for number, found in rows for diagnostic in found]


def unknown_kind(kind: str, known: Collection[str]) -> Diagnostic:
    """The error of a kind that there is not."""
    hint = did_you_mean(kind, known) or f"There are {', '.join(sorted(known))}."
    return Diagnostic(code="unknown-kind", message=f'there is no kind "{kind}"', hint=hint, path=("kind",))


def faults(kind: Kind, payload: Any, checks: Checks) -> list[Diagnostic]:
    """What is wrong with one payload, in the order of its properties. Never raises for bad data."""
    try:
        if is_faultless(kind, payload, literal_secrets=not checks.literal_secrets) and checks.server_version is None:
            return []
        return in_payload_order(_faults(kind, payload, checks), payload)
    except (RecursionError, ValueError) as error:  # jsonschema-rs raises ValueError for what it cannot take in
        return [_unusable(error)]


def _faults(kind: Kind, payload: Any, checks: Checks) -> Iterator[Diagnostic]:
    for diagnostic in structure_faults(kind, payload):
        if diagnostic.code == "literal-secret" and not checks.literal_secrets:
            continue
        yield replace(diagnostic, severity=Severity.error) if _hardened(diagnostic, checks) else diagnostic
    if isinstance(payload, dict):
        yield from rule_faults(kind.name, without_nulls(payload), checks.server_version or NEWEST)
    if isinstance(payload, dict) and checks.server_version is not None:
        yield from version_faults(payload, checks.server_version)


def _hardened(diagnostic: Diagnostic, checks: Checks) -> bool:
    return checks.strict and diagnostic.code == "empty-config"


def _unusable(error: Exception) -> Diagnostic:
    deep = isinstance(error, RecursionError) or "ecursion" in str(error)
    if deep:
        return Diagnostic(code="too-deep", message="lists and objects are nested too deep", hint="Flatten the payload.")
    message = "it holds a value that JSON does not have"
    return Diagnostic(code="invalid", message=message, hint="Use texts, numbers, booleans, null, lists and objects.")
