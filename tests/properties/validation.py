"""Whether `validate` agrees with the schema about a payload, and points at what was changed in it."""

from __future__ import annotations

from typing import Any

from openmetadata_provider.validation import Checks, Diagnostic, Severity, validate
from openmetadata_provider.validation.kinds import kinds
from openmetadata_provider.validation.structure import is_faultless
from properties.agreement import Finding, readings, validator_for
from properties.explained import Payload

LITERALS = Checks(literal_secrets=False)
RULE_CODES = {
    "owners-rule": "rule: owner",
    "domains-rule": "rule: one domain",
    "data-products-rule": "rule: data product",
    "exclusive-tags": "rule: exclusive tags",
}
UNCONFIGURED = "empty config"
SECRET_REFERENCE = "secret reference"
VALIDATION_REASONS = {
    "rule: one domain": "a server takes one domain for most kinds, a rule that no schema tells",
    SECRET_REFERENCE: "a password may be a reference in a file: `{env: NAME}`, `{file: PATH}`; it is resolved before sending",
}


def validation_finding(kind: str, payload: Payload) -> Finding:
    """Schema against `validate`: the same verdict but for what is explained, and the fast way as strict as the slow."""
    accepted = validator_for(kind, payload).is_valid(payload)
    found = validate([payload], kind=kind, checks=LITERALS)  # in a list: a list alone would be many payloads
    errors = [d for d in found if d.severity is Severity.error]
    if is_faultless(kinds()[kind], payload, literal_secrets=True) and _slow(kind, payload):
        return Finding(
            accepted=accepted, fault=f"the fast way passes what the slow one refuses: {_slow(kind, payload)}"
        )
    if accepted:
        return _refused(errors) if errors else Finding(accepted=True)
    if errors:
        return Finding(accepted=False)
    return _accepted(kind, payload)


def _slow(kind: str, payload: Payload) -> list[Diagnostic]:
    from openmetadata_provider.validation.payloads import _faults

    return list(_faults(kinds()[kind], payload, LITERALS))


def _refused(errors: list[Diagnostic]) -> Finding:
    unexplained = [d for d in errors if d.code not in RULE_CODES]
    if unexplained:
        return Finding(accepted=True, fault=f"only validate refuses: {unexplained[0]}")
    return Finding(accepted=True, explained=tuple(sorted({RULE_CODES[d.code] for d in errors})))


def _accepted(kind: str, payload: Payload) -> Finding:
    for used, meant in readings(kind, payload):
        if validator_for(kind, meant).is_valid(meant):
            return Finding(accepted=False, explained=used)
        resolved = _resolved(meant)
        if resolved != meant and validator_for(kind, resolved).is_valid(resolved):
            return Finding(accepted=False, explained=(*used, SECRET_REFERENCE))
    return Finding(accepted=False, fault="only validate accepts")


def _resolved(value: Any) -> Any:
    """The payload with every secret reference replaced by a text."""
    if isinstance(value, dict):
        if len(value) == 1 and value.keys() <= {"env", "file"}:
            return "resolved"
        return {key: _resolved(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_resolved(item) for item in value]
    return value


def points_at(pointer: str, diagnostics: list[Diagnostic]) -> bool:
    """Whether one of the diagnostics is about the place, something in it, or what it stands in."""
    parent = pointer.rpartition("/")[0]
    return any(d.pointer.startswith(pointer) or d.pointer in (parent, pointer) for d in diagnostics)
